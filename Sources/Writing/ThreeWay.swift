/// Two changes of one text that were made side by side.
package enum ThreeWay {
  package enum Outcome: Equatable, Sendable {
    /// Nobody else changed it, or both did the same.
    case clear(String)
    /// Both changed it, in different paragraphs.
    case merged(String)
    case conflict
  }

  /// - Parameters:
  ///   - shown: the text that somebody began with.
  ///   - mine: what they made of it.
  ///   - now: what stands in the file meanwhile.
  ///   - isText: whether it has paragraphs, which can be changed by two.
  package static func joined(
    shown: String, mine: String, now: String, isText: Bool
  ) -> Outcome {
    if now == shown || now == mine { return .clear(mine) }
    if mine == shown { return .clear(now) }
    guard isText else { return .conflict }
    let (base, one, other) = (paragraphs(shown), paragraphs(mine), paragraphs(now))
    let changes = (changes(from: base, to: one) + changes(from: base, to: other))
      .sorted {
        ($0.base.lowerBound, $0.base.upperBound) < ($1.base.lowerBound, $1.base.upperBound)
      }
    var result = ""
    var at = 0
    var last: Change?
    for change in changes {
      if change == last { continue }
      // Side by side is too near: what the one took away the other may have answered.
      if let last, change.base.lowerBound <= last.base.upperBound { return .conflict }
      result += base[at..<change.base.lowerBound].joined() + change.new.joined()
      at = change.base.upperBound
      last = change
    }
    return .merged(result + base[at...].joined())
  }

  /// A stretch that was changed, and what it became.
  private struct Change: Equatable {
    let base: Range<Int>
    let new: ArraySlice<Substring>
  }

  private static func changes(from base: [Substring], to new: [Substring]) -> [Change] {
    Hunk.all(from: base, to: new).map { Change(base: $0.old, new: new[$0.new]) }
  }

  /// The paragraphs of a text, each with the empty lines behind it.
  private static func paragraphs(_ text: String) -> [Substring] {
    var found: [Substring] = []
    var start = text.startIndex
    var at = text.startIndex
    var isBehindGap = false
    while at < text.endIndex {
      let end = text[at...].firstIndex(where: \.isNewline).map(text.index(after:)) ?? text.endIndex
      let isBlank = text[at..<end].allSatisfy(\.isWhitespace)
      if isBehindGap, !isBlank {
        found.append(text[start..<at])
        start = at
      }
      isBehindGap = isBlank
      at = end
    }
    if start < text.endIndex { found.append(text[start...]) }
    return found
  }
}
