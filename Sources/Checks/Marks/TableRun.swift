import Diagnostics

/// Paragraphs one below the other, and the lines among them that were meant as rows of a table.
struct TableRun {
  enum Cause {
    case noRule, spaced, cutOff
    /// The line below the head as it is written.
    case wrongRule(String)
    case otherDivider(Phrase)
  }

  struct Found {
    let range: Range<Int>
    let cause: Cause
    let columns: Int
    var cells: [String] = []
  }

  private(set) var found: [Found] = []
  private let text: WrittenText

  init(_ run: ArraySlice<WrittenText.Paragraph>, of text: WrittenText) {
    self.text = text
    let lines = run.flatMap(\.lines)
    if text.signs.contains(UInt8(ascii: "|")),
      lines.contains(where: { text.bytes[$0.range].contains(UInt8(ascii: "|")) })
    {
      findPipes(lines, run.first)
    }
    findOthers(lines)
  }

  // Cells between `|`

  private mutating func findPipes(
    _ lines: [WrittenText.Line], _ first: WrittenText.Paragraph?
  ) {
    var at = 0
    while at < lines.count {
      let start = at
      while at < lines.count, isRow(lines[at].range) { at += 1 }
      let rows = lines[start..<at]
      at += 1
      guard let head = rows.first else { continue }
      let isFramed = text.bytes[head.range.lowerBound] == UInt8(ascii: "|")
      let row = TableRow(head.range, of: text.bytes)
      guard rows.count > 1 || isFramed && row.cells.count > 1 else { continue }
      found.append(
        Found(
          range: head.range, cause: cause(rows, isFirst: start == 0, first),
          columns: row.cells.count))
    }
  }

  private func cause(
    _ rows: ArraySlice<WrittenText.Line>, isFirst: Bool, _ paragraph: WrittenText.Paragraph?
  ) -> Cause {
    if isFirst, let index = paragraph?.index, index > 0,
      case .row = text.parts[index - 1].kind
    {
      return .cutOff
    }
    guard let second = rows.dropFirst().first else { return .noRule }
    let isRule = text.string(second.range).allSatisfy { "|-–—−:=_ \t".contains($0) }
    guard isRule else { return .noRule }
    let isNear = second.number == rows.first.map { $0.number + 1 }
    let columns = rows.first.map { TableRow($0.range, of: text.bytes).cells.count }
    let isRight =
      text.isDelimiterRow(second.range)
      && TableRow(second.range, of: text.bytes).cells.count == columns
    return isRight && !isNear ? .spaced : .wrongRule(text.string(second.range))
  }

  /// Whether a line has a `|` that divides, outside code.
  private func isRow(_ range: Range<Int>) -> Bool {
    var isCode = false
    var at = range.lowerBound
    while at < range.upperBound {
      switch text.bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "`"): isCode.toggle()
      case UInt8(ascii: "|") where !isCode: return true
      default: break
      }
      at += 1
    }
    return false
  }

  // Cells between anything else

  private mutating func findOthers(_ lines: [WrittenText.Line]) {
    let before = found.count
    find(lines, Phrase(it: "tabulatori", en: "tabs"), UInt8(ascii: "\t"))
    if found.count == before, text.hasWideGap {
      find(lines, Phrase(it: "spazi", en: "spaces"), UInt8(ascii: " "), times: 3)
    }
    if found.count == before {
      find(lines, Phrase(it: "punti e virgola", en: "semicolons"), UInt8(ascii: ";"))
    }
  }

  /// Rows one below the other with the same number of cells; a row by itself with three.
  ///
  /// - Parameters:
  ///   - sign: what divides the cells, so many times one after the other; most lines have none, and
  ///     are not looked at further.
  private mutating func find(
    _ lines: [WrittenText.Line], _ divider: Phrase, _ sign: UInt8, times: Int = 1
  ) {
    guard text.signs.contains(sign) else { return }
    let isDivided = lines.map { has(sign, times, in: $0.range) }
    guard isDivided.contains(true) else { return }
    let rows = zip(lines, isDivided).map { line, isDivided in
      !isDivided || isRow(line.range) || ListMark(line.range, of: text).map { $0.isSure } == true
        ? [] : cells(line.range, sign, times)
    }
    var at = 0
    while at < rows.count {
      let start = at
      while at < rows.count, rows[at].count == rows[start].count { at += 1 }
      let width = rows[start].count
      let isTabbed = divider.english == "tabs"
      let isTable = width > 1 && at - start > 1 && (isTabbed || width > 2) || isTabbed && width > 2
      if isTable {
        found.append(
          Found(
            range: lines[start].range, cause: .otherDivider(divider), columns: width,
            cells: rows[start]))
        while at < rows.count, rows[at].count > 1 { at += 1 }
      }
    }
  }

  private func has(_ sign: UInt8, _ times: Int, in range: Range<Int>) -> Bool {
    var row = 0
    for at in range {
      row = text.bytes[at] == sign ? row + 1 : 0
      if row == times { return true }
    }
    return false
  }

  /// What stands between the dividers, without the spaces around it; nothing of a line without one, nor
  /// of one with a space behind a semicolon, as in a sentence.
  private func cells(_ line: Range<Int>, _ sign: UInt8, _ times: Int) -> [String] {
    var found: [String] = []
    var start = line.lowerBound
    var row = 0
    for at in line {
      row = text.bytes[at] == sign ? row + 1 : 0
      guard row == times else { continue }
      let next = at + 1 < line.upperBound ? text.bytes[at + 1] : 0
      if sign == UInt8(ascii: ";"), next == 0x20 { return [] }
      add(start..<at + 1 - times, to: &found)
      (start, row) = (at + 1, 0)
    }
    guard start > line.lowerBound else { return [] }
    add(start..<line.upperBound, to: &found)
    return found
  }

  private func add(_ cell: Range<Int>, to cells: inout [String]) {
    var (start, end) = (cell.lowerBound, cell.upperBound)
    while start < end, text.bytes[start] == 0x20 { start += 1 }
    while end > start, text.bytes[end - 1] == 0x20 { end -= 1 }
    if start < end { cells.append(text.string(start..<end)) }
  }
}
