import Office

/// The Markdown of blocks, as its parser reads it back: nothing that an office wrote becomes a sign of Markdown.
struct MarkdownText {
  /// Of the least heading: 2 below a page's title.
  let topLevel: Int
  /// How the text names a picture; nil for one that is left out.
  let picture: (OfficeText.Picture) -> String?
  private let notes: [[OfficeText.Block]]
  /// The notes to which this text refers, in their order.
  private var referred: [Int] = []

  init(
    topLevel: Int, notes: [[OfficeText.Block]], picture: @escaping (OfficeText.Picture) -> String?
  ) {
    (self.topLevel, self.notes, self.picture) = (topLevel, notes, picture)
  }

  mutating func text(_ blocks: [OfficeText.Block]) -> String {
    let levels = blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.level.map { max($0, 1) } } else { nil }
    }
    let shift = topLevel - (levels.min() ?? topLevel)
    var lines = self.blocks(blocks, shift)
    var next = 0
    // A note may refer to another.
    while next < referred.count {
      let inner = self.blocks(notes[referred[next]], 0).drop(while: \.isEmpty)
      next += 1
      lines +=
        ["", "[^\(next)]: " + (inner.first ?? "")]
        + inner.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private mutating func blocks(_ blocks: [OfficeText.Block], _ shift: Int) -> [String] {
    var lines: [String] = []
    var list = MarkdownList()
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        let words = inline(paragraph.runs, inLine: paragraph.level != nil)
        guard !words.isEmpty else { continue }
        if let place = paragraph.list, paragraph.level == nil {
          lines += list.item(words, place)
          continue
        }
        if let level = paragraph.continued, let more = list.continued(words, level) {
          lines += more
          continue
        }
        list = MarkdownList(after: list)
        guard let level = paragraph.level else {
          lines += ["", words]
          continue
        }
        lines += [
          "",
          String(repeating: "#", count: min(max(max(level, 1) + shift, topLevel), 6)) + " " + words,
        ]
      case .table(let table):
        list = MarkdownList(after: list)
        lines += [""] + self.table(table)
      }
    }
    return lines
  }

  // In a line

  /// - Parameter inLine: whether it has to stay on one line.
  mutating func inline(_ runs: [OfficeText.Run], inLine: Bool, inTable: Bool = false) -> String {
    let marked = written(runs, inLine: inLine, inTable: inTable, isPlain: false)
    guard marked.contains(where: { "*~".contains($0) }) else { return marked }
    let plain = written(runs, inLine: inLine, inTable: inTable, isPlain: true)
    // Signs beside letters and other signs are not always read as what they were written for.
    return MarkdownReading.plainText(marked) == MarkdownReading.plainText(plain) ? marked : plain
  }

  private mutating func written(
    _ runs: [OfficeText.Run], inLine: Bool, inTable: Bool, isPlain: Bool
  ) -> String {
    var line = MarkdownLine(isPlain: isPlain, isTable: inTable)
    var unshown: [String] = []
    for run in runs {
      switch run {
      case .text(let text, let look): line.add(text, look)
      case .lineBreak: if inLine { line.add(" ", OfficeText.Look()) } else { line.addBreak() }
      case .note(let number):
        let place = referred.firstIndex(of: number) ?? referred.count
        if place == referred.count { referred.append(number) }
        line.addRaw("[^\(place + 1)]")
      case .picture(let picture):
        guard let address = self.picture(picture) else {
          // What it shows is said at least.
          if !picture.description.isEmpty { unshown.append(picture.description) }
          continue
        }
        let description = MarkdownLine.escaped(picture.description, isTable: inTable)
        line.addRaw("![\(description)](\(address)\(picture.isDecoration ? " \"decorativa\"" : ""))")
      }
    }
    for words in unshown { line.add(" " + words, OfficeText.Look()) }
    return line.text
  }

  // Tables

  private mutating func table(_ table: OfficeText.Table) -> [String] {
    let grid = table.grid
    guard let width = grid.map(\.count).max(), width > 1 else {
      // A frame around a text.
      return blocks(table.rows.flatMap { $0.flatMap(\.blocks) }, 0)
    }
    let rows = grid.map { row in
      let cells = (0..<width).map { column in
        column < row.count ? inlineCell(row[column]?.blocks ?? []) : ""
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return [rows[0], "|" + String(repeating: " --- |", count: width)] + rows.dropFirst()
  }

  /// All of a cell on one line.
  private mutating func inlineCell(_ blocks: [OfficeText.Block]) -> String {
    var pieces: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        var words = inline(paragraph.runs, inLine: true, inTable: true)
        if let label = paragraph.list?.label, !label.isEmpty, !words.isEmpty {
          words = MarkdownLine.escaped(label, isTable: true) + " " + words
        }
        pieces.append(words)
      case .table(let inner): pieces += inner.rows.flatMap { $0.map { inlineCell($0.blocks) } }
      }
    }
    return pieces.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

/// The items of a list, one below the other.
struct MarkdownList {
  /// The levels that are open: where their texts begin, the numbers they have come to, and the sign behind those.
  private var open: [(indent: Int, number: Int?, sign: Character)] = []
  private var lastSign: Character = ")"

  init() {}

  /// One that comes after another, from which it is to be told.
  init(after other: MarkdownList) { lastSign = other.lastSign }

  /// Another paragraph of the entry that is open; nil where none is.
  mutating func continued(_ words: String, _ level: Int) -> [String]? {
    guard open.count > level else { return nil }
    open.removeLast(open.count - level - 1)
    let inner = String(repeating: " ", count: open[level].indent)
    return [""]
      + words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        inner + $0
      }
  }

  mutating func item(_ words: String, _ place: OfficeText.ListPlace) -> [String] {
    var lines: [String] = open.isEmpty ? [""] : []
    while open.count > place.level + 1 { open.removeLast() }
    let margin =
      open.count > place.level ? (open.dropLast().last?.indent ?? 0) : (open.last?.indent ?? 0)
    var sign: Character = "."
    if let number = place.number {
      let isNext =
        open.count > place.level && open.last.map { $0.number.map { $0 + 1 } == number } ?? false
      if isNext, let last = open.last {
        sign = last.sign
      } else {
        sign = lastSign == "." ? ")" : "."
      }
      if !isNext, open.count > place.level, lines.isEmpty { lines = [""] }
      lastSign = sign
    } else if open.count > place.level, open.last?.number != nil {
      lines = [""]
    }
    let marker = place.number.map { "\($0)\(sign) " } ?? "- "
    let indent = margin + marker.utf8.count
    if open.count > place.level { open.removeLast() }
    open.append((indent, place.number, sign))
    let label =
      place.number == nil && !place.label.isEmpty
      ? MarkdownLine.escaped(place.label, isTable: false) + " " : ""
    let space = String(repeating: " ", count: margin)
    let inner = String(repeating: " ", count: indent)
    let parts = words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    lines.append(space + marker + label + (parts.first ?? ""))
    lines += parts.dropFirst().map { inner + $0 }
    return lines
  }
}
