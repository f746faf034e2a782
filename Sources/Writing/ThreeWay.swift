/// Two changes of one text that were made side by side.
package enum ThreeWay {
  package enum Outcome: Equatable, Sendable {
    /// Nobody else changed it, or both did the same.
    case clear(String)
    /// Both changed it, in different paragraphs.
    case merged(String)
    case conflict(Conflict)

    package var isConflict: Bool { if case .conflict = self { true } else { false } }
  }

  /// Where both changed the same.
  package struct Conflict: Equatable, Sendable {
    /// A stretch of paragraphs, as the one made it and as it stands meanwhile; empty where one took it away.
    package struct Stretch: Equatable, Sendable {
      package let mine: String
      package let now: String
    }

    package let stretches: [Stretch]
    /// All that the one changed and nobody else, with the stretches as they stand meanwhile.
    package let keepingNow: String
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
    guard isText else {
      return .conflict(
        Conflict(stretches: [Conflict.Stretch(mine: mine, now: now)], keepingNow: now))
    }
    let (base, one, other) = (paragraphs(shown), paragraphs(mine), paragraphs(now))
    let hunks = (Hunk.all(from: base, to: one), Hunk.all(from: base, to: other))
    var result: [Paragraph] = []
    var stretches: [Conflict.Stretch] = []
    var at = 0
    for region in regions(hunks.0 + hunks.1) {
      result += base[at..<region.lowerBound]
      let mine = made(of: region, base, one, hunks.0)
      let now = made(of: region, base, other, hunks.1)
      switch (mine, now) {
      case (let mine?, nil): result += mine
      case (let mine?, let now?) where mine != now:
        result += now
        stretches.append(Conflict.Stretch(mine: text(mine), now: text(now)))
      default: result += now ?? []
      }
      at = region.upperBound
    }
    let joined = text(result + base[at...])
    return stretches.isEmpty
      ? .merged(joined) : .conflict(Conflict(stretches: stretches, keepingNow: joined))
  }

  // Stretches

  /// What hunks change, those that touch in one: what the one took away the other may have answered.
  private static func regions(_ hunks: [Hunk]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let sorted = hunks.map(\.old).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    for range in sorted {
      if let last = found.last, range.lowerBound <= last.upperBound {
        found[found.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        found.append(range)
      }
    }
    return found
  }

  /// What became of a stretch; nil where nothing in it changed.
  private static func made(
    of region: Range<Int>, _ base: [Paragraph], _ new: [Paragraph], _ hunks: [Hunk]
  ) -> [Paragraph]? {
    let within = hunks.drop { $0.old.upperBound < region.lowerBound }
      .prefix { $0.old.lowerBound <= region.upperBound }
    guard !within.isEmpty else { return nil }
    var result: [Paragraph] = []
    var at = region.lowerBound
    for hunk in within {
      result += base[at..<hunk.old.lowerBound] + new[hunk.new]
      at = hunk.old.upperBound
    }
    return result + base[at..<region.upperBound]
  }

  // Paragraphs

  /// A paragraph with the empty lines behind it, which are of no account.
  private struct Paragraph: Equatable {
    let text: Substring

    private let words: Substring

    init(_ text: Substring) {
      var words = text
      while words.last?.isWhitespace == true { words.removeLast() }
      (self.text, self.words) = (text, words)
    }

    static func == (a: Paragraph, b: Paragraph) -> Bool { a.words == b.words }
  }

  /// One below the other, with an empty line between them.
  private static func text(_ paragraphs: [Paragraph]) -> String {
    var result = ""
    for (number, paragraph) in paragraphs.enumerated() {
      result += paragraph.text
      guard number + 1 < paragraphs.count else { break }
      let breaks = paragraph.text.reversed().prefix { $0.isWhitespace }.count(where: \.isNewline)
      result += String(repeating: "\n", count: max(0, 2 - breaks))
    }
    return result
  }

  private static func paragraphs(_ text: String) -> [Paragraph] {
    var found: [Paragraph] = []
    var start = text.startIndex
    var at = text.startIndex
    var isBehindGap = false
    while at < text.endIndex {
      let end = text[at...].firstIndex(where: \.isNewline).map(text.index(after:)) ?? text.endIndex
      let isBlank = text[at..<end].allSatisfy(\.isWhitespace)
      if isBehindGap, !isBlank {
        found.append(Paragraph(text[start..<at]))
        start = at
      }
      isBehindGap = isBlank
      at = end
    }
    if start < text.endIndex { found.append(Paragraph(text[start...])) }
    return found
  }
}
