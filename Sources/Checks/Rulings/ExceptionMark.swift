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
    var lines = SourceLines(source)
    let pattern = ExceptionComment.pattern
    var marks: [ExceptionMark] = []
    for number in 0..<lines.count {
      for comment in ExceptionComment.comments(in: lines[number], pattern) {
        // Below the front matter a `#` begins a heading.
        guard comment.isMarkdown || lines.isYAML(number) else { continue }
        let start = lines.start(of: number) + comment.ruleOffset
        marks.append(
          ExceptionMark(
            rule: Sourced(
              comment.rule,
              at: SourceRange(file: id, bytes: start..<start + comment.rule.utf8.count)),
            reason: comment.reason, lines: lines.scope(of: comment, at: number)))
      }
    }
    return marks
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
    let matches = line.matches(of: pattern)
    guard let first = matches.first else { return [] }
    let isAlone = line[..<first.range.lowerBound].allSatisfy(\.isWhitespace)
    // A reason ends where the next exception begins.
    let ends = matches.dropFirst().map(\.range.lowerBound) + [line.endIndex]
    return zip(matches, ends).map { match, end in
      let isMarkdown = match.1 == "<!--"
      var reason = line[match.range.upperBound..<end]
      if isMarkdown, let end = reason.firstRange(of: "-->") { reason = reason[..<end.lowerBound] }
      while reason.last?.isWhitespace == true { reason.removeLast() }
      return ExceptionComment(
        rule: String(match.2),
        ruleOffset: line.utf8.distance(from: line.startIndex, to: match.2.startIndex),
        reason: String(reason), isMarkdown: isMarkdown, isAlone: isAlone)
    }
  }
}
