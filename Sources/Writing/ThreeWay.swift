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
    let hunks = (hunks(from: base, to: one) + hunks(from: base, to: other))
      .sorted {
        ($0.base.lowerBound, $0.base.upperBound) < ($1.base.lowerBound, $1.base.upperBound)
      }
    var result = ""
    var at = 0
    var last: Hunk?
    for hunk in hunks {
      if hunk == last { continue }
      // Side by side is too near: what the one took away the other may have answered.
      if let last, hunk.base.lowerBound <= last.base.upperBound { return .conflict }
      result += base[at..<hunk.base.lowerBound].joined() + hunk.new.joined()
      at = hunk.base.upperBound
      last = hunk
    }
    return .merged(result + base[at...].joined())
  }

  /// A stretch that was changed, and what it became.
  private struct Hunk: Equatable {
    let base: Range<Int>
    let new: ArraySlice<Substring>
  }

  /// Above that, all between the first change and the last is one.
  private static let most = 1000

  private static func hunks(from base: [Substring], to new: [Substring]) -> [Hunk] {
    let common = min(base.count, new.count)
    var head = 0
    while head < common, base[head] == new[head] { head += 1 }
    var tail = 0
    while tail < common - head, base[base.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    let (old, come) = (head..<base.count - tail, head..<new.count - tail)
    guard !old.isEmpty || !come.isEmpty else { return [] }
    guard max(old.count, come.count) <= most else { return [Hunk(base: old, new: new[come])] }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in Array(new[come]).difference(from: Array(base[old])) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset + head)
      case .insert(let offset, _, _): inserted.insert(offset + head)
      }
    }
    var hunks: [Hunk] = []
    var (one, two) = (old.lowerBound, come.lowerBound)
    while one < old.upperBound || two < come.upperBound {
      let (start, begin) = (one, two)
      while removed.contains(one) { one += 1 }
      while inserted.contains(two) { two += 1 }
      if one > start || two > begin {
        hunks.append(Hunk(base: start..<one, new: new[begin..<two]))
      } else {
        (one, two) = (one + 1, two + 1)
      }
    }
    return hunks
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
