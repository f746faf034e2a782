package import Diagnostics

/// An exception to a rule, written where it holds.
///
/// `# eccezione frase-lunga: è il titolo della legge` in YAML, `<!-- eccezione frase-lunga: … -->` in
/// Markdown; at the end of a line for that line, or above what it is meant for.
package struct ExceptionMark: Sendable {
  package let rule: Sourced<String>
  package let reason: String
  /// The lines it holds for, from 0.
  let lines: ClosedRange<Int>

  /// All marks of a source.
  static func marks(in source: SourceFile, _ id: SourceFile.ID) -> [ExceptionMark] {
    let text = source.text
    guard ExceptionComment.mayStand(in: text[...]) else { return [] }
    let lines = SourceLines(source)
    let pattern = ExceptionComment.pattern
    return (0..<lines.count).flatMap { number in
      ExceptionComment.comments(in: lines[number], pattern).compactMap {
        comment -> ExceptionMark? in
        // Below the front matter a `#` begins a heading.
        guard comment.isMarkdown || lines.isYAML(number) else { return nil }
        let start = lines.start(of: number) + comment.ruleOffset
        return ExceptionMark(
          rule: Sourced(
            comment.rule,
            at: SourceRange(file: id, bytes: start..<start + comment.rule.utf8.count)),
          reason: comment.reason, lines: lines.scope(of: comment, at: number))
      }
    }
  }
}

/// A comment of a line that admits an exception.
struct ExceptionComment {
  let rule: String
  /// In bytes from the beginning of the line.
  let ruleOffset: Int
  let reason: String
  let isMarkdown: Bool
  /// Whether nothing stands before it on the line.
  let isAlone: Bool

  /// Whether a text has a word that could begin one; hardly any has.
  static func mayStand(in text: Substring) -> Bool {
    let words: [StaticString] = ["ccezion", "CCEZION", "xception", "XCEPTION"]
    return words.contains { text.offset(of: $0) != nil }
  }

  /// The opening of a comment and the rule that it names; made once for a source, as it is dear.
  static var pattern: Regex<(Substring, Substring, Substring)> {
    /(#|<!--)\s*(?:eccezione|exception)[:\s]\s*([a-z0-9-]+)[\s:,]*/.ignoresCase()
  }

  static func comments(
    in line: Substring, _ pattern: Regex<(Substring, Substring, Substring)>
  ) -> [ExceptionComment] {
    guard mayStand(in: line) else { return [] }
    var found: [ExceptionComment] = []
    var rest = line
    while let match = rest.firstMatch(of: pattern) {
      let isMarkdown = match.1 == "<!--"
      var reason = rest[match.range.upperBound...]
      if isMarkdown, let end = reason.firstRange(of: "-->") { reason = reason[..<end.lowerBound] }
      while reason.last?.isWhitespace == true { reason.removeLast() }
      found.append(
        ExceptionComment(
          rule: String(match.2),
          ruleOffset: line.utf8.distance(from: line.startIndex, to: match.2.startIndex),
          reason: String(reason), isMarkdown: isMarkdown,
          isAlone: line[..<match.range.lowerBound].allSatisfy(\.isWhitespace)
            || !found.isEmpty
              && found[0].isAlone
        ))
      rest = rest[match.range.upperBound...]
    }
    return found
  }
}

/// The lines of a source, as far as the scope of exceptions asks.
private struct SourceLines {
  private let index: LineIndex
  private let lines: [Substring]
  /// The line that ends the front matter of a Markdown file; the last of a YAML file.
  private let endOfYAML: Int

  init(_ source: SourceFile) {
    let index = LineIndex(source.text)
    self.index = index
    let lines = (0..<index.starts.count).map { source.text.slice(utf8: index.bytes(ofLine: $0)) }
    self.lines = lines
    let isMarkdown = source.path.hasSuffix(".md")
    endOfYAML =
      isMarkdown
      ? lines.indices.dropFirst().first { lines[$0].hasPrefix("---") } ?? 0 : lines.count
  }

  var count: Int { lines.count }

  subscript(number: Int) -> Substring { lines[number] }

  func start(of number: Int) -> Int { index.starts[number] }

  func isYAML(_ number: Int) -> Bool { number < endOfYAML }

  /// What a comment holds for: its own line, or what begins below it.
  ///
  /// In Markdown that goes to the next empty line, in YAML as far as lines are indented deeper than
  /// the first, or are entries of the list that it opens.
  func scope(of comment: ExceptionComment, at number: Int) -> ClosedRange<Int> {
    guard comment.isAlone else { return number...number }
    var start = number
    var isOpen = comment.isMarkdown && !lines[number].contains("-->")
    repeat {
      start += 1
      guard start < lines.count else { return number...number }
      if isOpen, lines[start].contains("-->") {
        isOpen = false
        start += 1
        guard start < lines.count else { return number...number }
      }
    } while isOpen || isBlank(start) || isComment(start, comment)
    var end = start
    let depth = indentation(start)
    let opensList = !isEntry(start)
    while end + 1 < lines.count {
      let next = end + 1
      if comment.isMarkdown {
        if isBlank(next) || indentation(next) < indentation(number) { break }
      } else if !isBlank(next),
        indentation(next) < depth
          || indentation(next) == depth && !(opensList && isEntry(next))
      {
        break
      }
      end = next
    }
    return start...end
  }

  private func isBlank(_ number: Int) -> Bool { lines[number].utf8.allSatisfy { $0 <= 0x20 } }

  private func isComment(_ number: Int, _ comment: ExceptionComment) -> Bool {
    let text = lines[number].drop { $0 == " " }
    return comment.isMarkdown
      ? text.hasPrefix("<!--") && text.contains("-->") : text.hasPrefix("#")
  }

  private func isEntry(_ number: Int) -> Bool { lines[number].drop { $0 == " " }.hasPrefix("- ") }

  private func indentation(_ number: Int) -> Int {
    lines[number].utf8.prefix { $0 == 0x20 }.count
  }
}
