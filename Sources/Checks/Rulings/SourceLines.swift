import Diagnostics

/// The lines of a source, as far as the scope of exceptions asks.
struct SourceLines {
  private let index: LineIndex
  private let lines: [Substring]
  /// The line that ends the front matter of a Markdown file; the last of a YAML file.
  private let endOfYAML: Int
  /// What was found last: from where to where empty lines and comments go, and open comments.
  private var lastGap: [Bool: Range<Int>] = [:]
  private var lastOpen: Range<Int>?
  private var lastScopes: [Scope: ClosedRange<Int>] = [:]

  /// What the end of a scope depends on.
  private struct Scope: Hashable {
    let isMarkdown: Bool
    /// Less indented lines are no more in it.
    let depth: Int
    /// The line it begins at; in Markdown the next empty line ends it wherever it began.
    let start: Int?
  }

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
  /// the first, or are entries of the list that it opens. Comments one below the other hold for the same,
  /// which is looked for once.
  mutating func scope(of comment: ExceptionComment, at number: Int) -> ClosedRange<Int> {
    guard comment.isAlone else { return number...number }
    let isMarkdown = comment.isMarkdown
    let start = content(below: isMarkdown ? closing(from: number) : number, isMarkdown)
    guard start < lines.count else { return number...number }
    let scope = Scope(
      isMarkdown: isMarkdown, depth: indentation(isMarkdown ? number : start),
      start: isMarkdown ? nil : start)
    if let known = lastScopes[scope], known.contains(start) { return start...known.upperBound }
    let found = start...end(of: scope, from: start)
    lastScopes[scope] = found
    return found
  }

  /// The line on which a comment that begins on one is closed; the number of lines where none closes it.
  private mutating func closing(from number: Int) -> Int {
    if let lastOpen, lastOpen.contains(number) { return lastOpen.upperBound }
    var end = number
    while end < lines.count, !lines[end].contains("-->") { end += 1 }
    lastOpen = number..<max(end, number)
    return end
  }

  /// The first line below one that is neither empty nor a comment by itself.
  private mutating func content(below number: Int, _ isMarkdown: Bool) -> Int {
    if let known = lastGap[isMarkdown], known.contains(number) { return known.upperBound }
    var start = number + 1
    while start < lines.count, isBlank(start) || isComment(start, isMarkdown) { start += 1 }
    lastGap[isMarkdown] = number..<start
    return start
  }

  private func end(of scope: Scope, from start: Int) -> Int {
    var end = start
    let opensList = !isEntry(start)
    while end + 1 < lines.count {
      let next = end + 1
      if scope.isMarkdown {
        if isBlank(next) || indentation(next) < scope.depth { break }
      } else if !isBlank(next),
        indentation(next) < scope.depth
          || indentation(next) == scope.depth && !(opensList && isEntry(next))
      {
        break
      }
      end = next
    }
    return end
  }

  private func isBlank(_ number: Int) -> Bool { lines[number].utf8.allSatisfy { $0 <= 0x20 } }

  private func isComment(_ number: Int, _ isMarkdown: Bool) -> Bool {
    let text = lines[number].drop { $0 == " " }
    return isMarkdown
      ? text.hasPrefix("<!--") && text.contains("-->") : text.hasPrefix("#")
  }

  private func isEntry(_ number: Int) -> Bool { lines[number].drop { $0 == " " }.hasPrefix("- ") }

  private func indentation(_ number: Int) -> Int {
    lines[number].utf8.prefix { $0 == 0x20 }.count
  }
}
