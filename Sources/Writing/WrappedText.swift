/// A Markdown text whose paragraphs stand in lines of some width: shown with a paragraph to a line, and written back
/// with the lines as they were wherever the words are the same.
package struct WrappedText {
  /// A paragraph, an item of a list, or one line of anything else.
  private struct Group {
    /// As one line.
    var shown: String
    var lines: [String]
  }

  private var groups: [Group] = []
  /// How wide its lines are.
  private let width: Int
  /// Whether its author parts lines at all.
  private let isWrapped: Bool

  package init(_ text: String) {
    var fence: Substring?
    for line in MarkdownLine.all(of: text) {
      if let open = fence {
        groups.append(Group(shown: line.text, lines: [line.text]))
        if line.trimmed.hasPrefix(open) { fence = nil }
        continue
      }
      if line.isFence {
        fence = line.trimmed.prefix(3)
      } else if let last = groups.last, WrappedText.goesOn(line, last) {
        groups[groups.count - 1].shown +=
          " " + line.withoutBlanks + (line.text.hasSuffix("  ") ? "  " : "")
        groups[groups.count - 1].lines.append(line.text)
        continue
      }
      groups.append(Group(shown: line.text, lines: [line.text]))
    }
    groups = groups.flatMap { group -> [Group] in
      let widest = group.lines.map { $0.unicodeScalars.count }.max() ?? 0
      guard group.lines.count > 1, widest < WrappedText.leastWidth else { return [group] }
      return group.lines.map { Group(shown: $0, lines: [$0]) }
    }
    let parted = groups.filter { $0.lines.count > 1 }.flatMap(\.lines)
    let widest = parted.map { $0.unicodeScalars.count }.max() ?? YAMLFile.width
    width = max(widest, WrappedText.narrowest)
    isWrapped =
      !parted.isEmpty || !groups.contains { $0.shown.unicodeScalars.count > YAMLFile.width }
  }

  private static let narrowest = 72
  /// Nobody fills lines that are narrower: their author ended each where it ends.
  private static let leastWidth = 60

  /// Whether a line is of the paragraph or the item above it.
  private static func goesOn(_ line: MarkdownLine, _ group: Group) -> Bool {
    let first = MarkdownLine(group.lines[0])
    let above = MarkdownLine(group.lines[group.lines.count - 1])
    guard !above.isSpecial, !group.shown.hasSuffix("  "), !group.shown.hasSuffix("\\"),
      !line.isSpecial, line.item == nil
    else { return false }
    // Code stands four blanks in.
    if above.text.hasPrefix("    "), first.item == nil { return false }
    let inner = line.withoutBlanks
    let endsOddly = line.text.hasSuffix(" ") && !line.text.hasSuffix("  ")
    guard line.trimmed == inner, !inner.contains("  "), !endsOddly else { return false }
    guard let item = first.item else { return line.indent == first.indent }
    return (item.width...item.width + 4).contains(line.indent)
  }

  /// With each paragraph and each item on a line of its own.
  package var shown: String { groups.map(\.shown).joined(separator: "\n") }

  /// The lines for a text that is shown so: what is the same keeps its own.
  ///
  /// - Returns: nil where lines that were filled anew would read as another text.
  package func lines(for new: String) -> String? {
    let wanted = MarkdownLine.all(of: new)
    let (old, texts) = (groups.map(\.shown), wanted.map(\.text))
    var result: [String] = []
    var at = 0
    for hunk in Hunk.all(from: old, to: texts) {
      result += groups[at..<hunk.old.lowerBound].flatMap(\.lines)
      // Paragraph for paragraph, where there are as many.
      let isPaired = hunk.old.count == hunk.new.count
      for (index, line) in wanted[hunk.new].enumerated() {
        result += filled(line, insteadOf: isPaired ? groups[hunk.old.lowerBound + index] : nil)
      }
      at = hunk.old.upperBound
    }
    result += groups[at...].flatMap(\.lines)
    let text = result.joined(separator: "\n")
    return WrappedText(text).shown == new ? text : nil
  }

  private func filled(_ line: MarkdownLine, insteadOf old: Group?) -> [String] {
    guard let old else { return isWrapped ? line.filled(width) : [line.text] }
    // Who wrote a long line as one goes on so.
    if old.lines.count == 1, old.shown.unicodeScalars.count > width || !isWrapped {
      return [line.text]
    }
    return line.filled(width, keeping: old.lines)
  }
}

/// A line of a Markdown text.
struct MarkdownLine {
  let text: String

  init(_ text: String) { self.text = text }

  /// The lines of a text that has one kind of break.
  static func all(of text: String) -> [MarkdownLine] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      MarkdownLine(String(Substring($0)))
    }
  }

  var indent: Int { text.utf8.prefix { $0 == 0x20 }.count }

  var trimmed: Substring {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...end]
  }

  /// Without the blanks around it, and with whatever else is white.
  var withoutBlanks: Substring {
    let start = text.drop { $0 == " " }
    guard let end = start.lastIndex(where: { $0 != " " }) else { return "" }
    return start[...end]
  }

  var isFence: Bool { trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") }

  /// Whether it is none of a paragraph or an item: empty, a heading, a table, a quotation, HTML, a rule, a note.
  var isSpecial: Bool {
    let trimmed = trimmed
    guard let first = trimmed.first else { return true }
    if "#|<>".contains(first) || isFence { return true }
    if trimmed.hasPrefix("[^"), let end = trimmed.firstIndex(of: "]") {
      return trimmed[end...].hasPrefix("]:")
    }
    guard "-*_=".contains(first) else { return false }
    return trimmed.allSatisfy { $0 == first || $0.isWhitespace }
      && (trimmed.count > 2 || first == "=")
      || trimmed.allSatisfy { $0 == "-" }
  }

  struct Item {
    /// Where its text begins, without a box to tick.
    let width: Int
  }

  /// Its mark, where it begins an item of a list.
  var item: Item? {
    let bytes = Array(text.utf8)
    var at = indent
    let digits = bytes[at...].prefix { (0x30...0x39).contains($0) }.count
    if digits > 0 {
      guard digits < 10, at + digits < bytes.count, ".)".utf8.contains(bytes[at + digits]) else {
        return nil
      }
      at += digits + 1
    } else {
      guard at < bytes.count, "-*+".utf8.contains(bytes[at]) else { return nil }
      at += 1
    }
    let gap = bytes[at...].prefix { $0 == 0x20 }.count
    return gap > 0 ? Item(width: at + gap) : nil
  }

  // Lines of some width

  /// Whether a word at the beginning of a line would begin something else.
  private static func beginsBlock(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    if "-*+#>|<=".contains(first) || word.hasPrefix("```") || word.hasPrefix("~~~") { return true }
    let rest = word.drop(while: \.isNumber)
    return rest.count < word.count && (rest.hasPrefix(".") || rest.hasPrefix(")"))
      || word.hasPrefix("[^")
  }

  private var pad: String {
    String(repeating: " ", count: item?.width ?? indent)
  }

  private var words: [String] {
    withoutBlanks.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }

  /// The line in lines that are no wider, but for words that are.
  func filled(_ width: Int) -> [String] {
    guard !isSpecial, text.unicodeScalars.count > width, !withoutBlanks.contains("  ") else {
      return [text]
    }
    let lead = String(repeating: " ", count: indent)
    var lines = MarkdownLine.filled(words, from: lead, pad, width)
    if text.hasSuffix("  ") { lines[lines.count - 1] += "  " }
    return lines
  }

  /// The same with those of some lines that still read so, at the beginning and at the end.
  func filled(_ width: Int, keeping old: [String]) -> [String] {
    guard !isSpecial, !withoutBlanks.contains("  "), !text.hasSuffix(" "), old.count > 1 else {
      return filled(width)
    }
    let words = words
    let lines = old.map { MarkdownLine($0).words }
    var (head, first) = (0, 0)
    // The first line has the item's mark, the others its indentation.
    while head < lines.count - 1, words[first...].starts(with: lines[head]),
      head > 0 || MarkdownLine(old[0]).indent == indent
    {
      first += lines[head].count
      head += 1
    }
    guard head > 0 else { return filled(width) }
    var (tail, last) = (0, words.count)
    while tail < lines.count - head {
      let line = lines[lines.count - 1 - tail]
      guard last - line.count >= first, words[(last - line.count)..<last].elementsEqual(line) else {
        break
      }
      last -= line.count
      tail += 1
    }
    let middle = Array(words[first..<last])
    let inner = String(old[1].prefix { $0 == " " })
    return Array(old.prefix(head))
      + (middle.isEmpty ? [] : MarkdownLine.filled(middle, from: inner, inner, width))
      + Array(old.suffix(tail))
  }

  private static func filled(
    _ words: [String], from lead: String, _ pad: String, _ width: Int
  ) -> [String] {
    var lines: [String] = []
    var line = lead
    var isEmpty = true
    for word in words {
      let length = line.unicodeScalars.count + 1 + word.unicodeScalars.count
      if isEmpty {
        line += word
      } else if length > width, !beginsBlock(word) {
        lines.append(line)
        line = pad + word
      } else {
        line += " " + word
      }
      isEmpty = false
    }
    return lines + [line]
  }
}
