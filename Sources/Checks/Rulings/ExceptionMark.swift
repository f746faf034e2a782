package import Diagnostics

/// An exception to a rule, written where it holds.
///
/// `# eccezione frase-lunga: è il titolo della legge` in YAML, `<!-- eccezione frase-lunga: … -->` in
/// Markdown; on the line itself, or above what it is meant for.
package struct ExceptionMark: Sendable {
  package let rule: Sourced<String>
  package let reason: String
  /// The lines it holds for, from 0.
  let lines: ClosedRange<Int>

  private static let words = ["eccezione", "exception"]

  /// All marks of a source.
  static func marks(in source: SourceFile, _ id: SourceFile.ID) -> [ExceptionMark] {
    let text = source.text
    guard text[...].offset(of: "eccezione") != nil || text[...].offset(of: "exception") != nil
    else {
      return []
    }
    let index = LineIndex(text)
    let lines = (0..<index.starts.count).map { number in
      text.slice(utf8: index.bytes(ofLine: number))
    }
    return lines.indices.compactMap { number in
      guard let comment = Comment(in: lines[number]) else {
        return nil
      }
      let start = index.starts[number] + comment.ruleOffset
      return ExceptionMark(
        rule: Sourced(
          comment.rule,
          at: SourceRange(file: id, bytes: start..<start + comment.rule.utf8.count)),
        reason: comment.reason, lines: scope(of: comment, at: number, lines))
    }
  }

  /// What a mark holds for: the line it stands on, or what begins below it.
  ///
  /// In Markdown that goes to the next empty line, in YAML as far as lines are indented deeper than
  /// the first.
  private static func scope(
    of comment: Comment, at number: Int, _ lines: [Substring]
  ) -> ClosedRange<Int> {
    var start = number
    if comment.isAlone {
      start += 1
      while start < lines.count - 1,
        isBlank(lines[start]) || Comment(in: lines[start])?.isAlone == true
      {
        start += 1
      }
      start = min(start, lines.count - 1)
    }
    var end = start
    let depth = indentation(lines[start])
    while end + 1 < lines.count {
      let next = lines[end + 1]
      if comment.isMarkdown {
        if isBlank(next) { break }
      } else if !isBlank(next), indentation(next) <= depth {
        break
      }
      end += 1
    }
    return start...end
  }

  private static func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy { $0 <= 0x20 } }

  private static func indentation(_ line: Substring) -> Int {
    line.utf8.prefix { $0 == 0x20 }.count
  }

  /// The comment of a line that admits an exception.
  private struct Comment {
    let rule: String
    /// In bytes from the beginning of the line.
    let ruleOffset: Int
    let reason: String
    let isMarkdown: Bool
    /// Whether nothing else stands on the line.
    let isAlone: Bool

    init?(in line: Substring) {
      guard
        let word = words.flatMap({ [$0 + ": ", $0 + " "] })
          .compactMap({ line.firstRange(of: $0) }).first
      else { return nil }
      let before = line[..<word.lowerBound]
      let trimmed = before.trimmed
      let isHTML = trimmed.hasSuffix("<!--")
      guard isHTML || trimmed.hasSuffix("#") else { return nil }
      self.isMarkdown = isHTML
      var rest = line[word.upperBound...]
      if isHTML, let end = rest.firstRange(of: "-->") { rest = rest[..<end.lowerBound] }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      rule = String(name)
      ruleOffset = line.utf8.distance(from: line.startIndex, to: word.upperBound)
      reason = String(rest[name.endIndex...].drop { $0 == ":" || $0 == " " || $0 == "," }.trimmed)
      isAlone = trimmed == (isHTML ? "<!--" : "#")
    }
  }
}

extension Substring {
  /// Without white space at its end and its beginning.
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
