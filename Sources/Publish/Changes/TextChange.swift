/// A sentence that is other than before, new or gone.
package struct TextChange: Sendable, Hashable {
  package let before: String?
  package let after: String?

  /// The sentences that one text has and another has not, each beside what stands in its place.
  ///
  /// Sentences that both have are looked for as in two bags, so that a text of any length takes one walk.
  static func between(_ before: [String], _ after: [String]) -> [TextChange] {
    let gone = left(of: before, without: after)
    let come = left(of: after, without: before)
    return Set(gone.keys).union(come.keys).sorted().flatMap { gap in
      let (old, new) = (gone[gap] ?? [], come[gap] ?? [])
      return (0..<max(old.count, new.count)).map { index in
        TextChange(
          before: index < old.count ? old[index] : nil, after: index < new.count ? new[index] : nil)
      }
    }
  }

  /// What is left of a text, by how many sentences in front of it both have.
  private static func left(of text: [String], without other: [String]) -> [Int: [String]] {
    var shared = Dictionary(other.map { ($0, 1) }, uniquingKeysWith: +)
    var left: [Int: [String]] = [:]
    var gap = 0
    for sentence in text {
      if let count = shared[sentence], count > 0 {
        shared[sentence] = count - 1
        gap += 1
      } else {
        left[gap, default: []].append(sentence)
      }
    }
    return left
  }

  // As it is shown

  private static let context = 2
  private static let longest = 90

  /// Both sides cut to the words that differ and a few around them.
  package var shown: (before: String?, after: String?) {
    guard let before, let after else { return (before.map(Self.cut), after.map(Self.cut)) }
    let (old, new) = (before.split(separator: " "), after.split(separator: " "))
    let start = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.prefix(most).count
    func part(_ words: [Substring]) -> String {
      let from = max(0, start - Self.context)
      let to = min(words.count, words.count - end + Self.context)
      return (from > 0 ? "… " : "") + Self.cut(words[from..<to].joined(separator: " "))
        + (to < words.count ? " …" : "")
    }
    return (part(old), part(new))
  }

  private static func cut(_ text: String) -> String {
    text.count > longest ? text.prefix(longest) + "…" : text
  }
}
