import Diagnostics
import YAMLTree

extension YAMLFile {
  /// A text in the form that its old one has, with the lines that stay as they were; nil where that cannot hold it.
  func inOldForm(_ setting: Setting, _ new: String, _ range: Range<Int>) -> Written? {
    switch setting.scalar.style {
    case .literal: inLiteral(setting, new, range)
    case .folded: inFolded(setting, new, range)
    case .singleQuoted:
      ScalarForm.isPrintable(new) && !new.contains("\n") && !new.contains("\t")
        ? written(ScalarForm.single(new)) : nil
    case .doubleQuoted: new.contains("\n") ? nil : written(ScalarForm.double(new))
    case .plain: inLines(setting, new, range)
    }
  }

  /// The lines of a block with their bytes, and how far they stand in.
  private struct OldBlock {
    let header: [UInt8]
    /// What stands behind the header's signs.
    let behind: [UInt8]
    let lines: [[UInt8]]
    let indent: Int
    /// The digit of its header.
    let indicator: Int?
  }

  private func oldBlock(_ setting: Setting, _ range: Range<Int>) -> OldBlock {
    let headerEnd = min(lines.end(of: range.lowerBound), range.upperBound)
    let whole = Array(bytes[range.lowerBound..<headerEnd])
    let signs = Array(
      whole.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "#") })
    var body: [[UInt8]] = []
    var at = lines.next(from: range.lowerBound)
    while at <= range.upperBound, at > headerEnd {
      let end = min(lines.end(of: at), range.upperBound)
      body.append(Array(bytes[at..<end]))
      let next = lines.next(from: at)
      guard next > at, next <= range.upperBound, end < range.upperBound else { break }
      at = next
    }
    let digit = signs.first { (0x31...0x39).contains($0) }.map { Int($0 - 0x30) }
    let indent =
      digit.map { setting.indent + $0 }
      ?? body.first { !FileLines.allBlank($0) }.map { $0.prefix { $0 == 0x20 }.count }
      ?? setting.indent + 2
    return OldBlock(
      header: signs, behind: Array(whole.dropFirst(signs.count)), lines: body, indent: indent,
      indicator: digit)
  }

  private func inLiteral(_ setting: Setting, _ new: String, _ range: Range<Int>) -> Written? {
    let old = oldBlock(setting, range)
    let indicator = max(old.indent - setting.indent, 1)
    guard indicator < 10, let made = ScalarForm.literal(new, indicator: indicator) else {
      return nil
    }
    var block = made
    if let digit = old.indicator, !block.header.contains(where: \.isNumber) {
      block = ScalarForm.Block(
        header: "|\(digit)" + block.header.dropFirst(), lines: made.lines)
    }
    var kept: [Int: [UInt8]] = [:]
    let oldTexts = old.lines.map { FileLines.text($0, without: old.indent) }
    let common = min(block.lines.count, oldTexts.count)
    var head = 0
    while head < common, oldTexts[head].elementsEqual(block.lines[head].utf8) {
      kept[head] = old.lines[head]
      head += 1
    }
    var tail = 0
    while tail < common - head,
      oldTexts[oldTexts.count - 1 - tail].elementsEqual(
        block.lines[block.lines.count - 1 - tail].utf8)
    {
      kept[block.lines.count - 1 - tail] = old.lines[old.lines.count - 1 - tail]
      tail += 1
    }
    return written(block, indent: old.indent, behindHeader: old.behind, kept: kept)
  }

  private func inFolded(_ setting: Setting, _ new: String, _ range: Range<Int>) -> Written? {
    let old = oldBlock(setting, range)
    let texts = old.lines.map {
      String(decoding: FileLines.text($0, without: old.indent), as: UTF8.self)
    }
    guard let made = ScalarForm.folded(new, width: YAMLFile.width(of: texts)) else { return nil }
    let lines = YAMLFile.refilled(texts, new, width: YAMLFile.width(of: texts)) ?? made.lines
    let header =
      old.indicator.map { ">\($0)" + made.header.dropFirst() } ?? made.header
    return written(
      ScalarForm.Block(header: header, lines: lines), indent: old.indent, behindHeader: old.behind)
  }

  /// A text without quotes over several lines.
  private func inLines(_ setting: Setting, _ new: String, _ range: Range<Int>) -> Written? {
    let isOver = bytes[range].contains(where: FileLines.isBreak)
    guard isOver, !setting.found.isInBrackets, ScalarForm.isPlainSafe(new, inBrackets: false) else {
      return nil
    }
    var texts: [String] = []
    var indent: Int?
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(lines.end(of: at), range.upperBound)
      let line = Array(bytes[at..<end])
      let blanks = line.prefix { $0 == 0x20 }.count
      if at > range.lowerBound, indent == nil, !FileLines.allBlank(line) { indent = blanks }
      texts.append(String(decoding: line.dropFirst(blanks), as: UTF8.self))
      at = lines.next(from: at)
    }
    guard
      let filled = YAMLFile.refilled(texts, new, width: YAMLFile.width(of: texts))
        ?? ScalarForm.foldedLines(new, width: YAMLFile.width(of: texts)),
      !filled.contains("")
    else { return nil }
    let pad = String(repeating: " ", count: indent ?? setting.indent + 2)
    let lineBreak = String(decoding: lines.lineBreak, as: UTF8.self)
    return written(filled.joined(separator: lineBreak + pad))
  }

  /// As wide as the widest line, and no narrower than sixty.
  private static func width(of lines: [String]) -> Int {
    max(lines.map { $0.unicodeScalars.count }.max() ?? 0, 60)
  }

  /// The lines of a text of one paragraph: those before and behind what changed as they were, what is between filled
  /// anew; nil where the old lines are no such text.
  private static func refilled(_ old: [String], _ new: String, width: Int) -> [String]? {
    let core = ScalarForm.withoutLastBreaks(new)
    guard !core.contains("\n"), !core.contains("  "), !core.isEmpty,
      old.allSatisfy({
        !$0.isEmpty && $0.first != " " && $0.last != " " && !$0.contains("  ") && !$0.contains("\t")
      })
    else { return nil }
    let words = core.split(separator: " ").map(String.init)
    let lines = old.map { $0.split(separator: " ").map(String.init) }
    var (first, head) = (0, 0)
    while head < lines.count, words[first...].starts(with: lines[head]) {
      first += lines[head].count
      head += 1
    }
    var (last, tail) = (words.count, 0)
    while tail < lines.count - head {
      let line = lines[lines.count - 1 - tail]
      guard last - line.count >= first, words[(last - line.count)..<last].elementsEqual(line) else {
        break
      }
      last -= line.count
      tail += 1
    }
    return Array(old.prefix(head)) + ScalarForm.filled(Array(words[first..<last]), width: width)
      + Array(old.suffix(tail))
  }
}

extension FileLines {
  static func allBlank(_ line: [UInt8]) -> Bool { line.allSatisfy(isBlank) }

  /// A line without its indentation; one that is shorter is empty.
  static func text(_ line: [UInt8], without indent: Int) -> ArraySlice<UInt8> {
    let blanks = line.prefix { $0 == 0x20 }.count
    return line.dropFirst(min(indent, blanks))
  }
}
