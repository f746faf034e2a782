import Diagnostics
import SocialReport
import Theme

/// The parts of a whole: how many achievements have which status, how many objectives which
/// assessment.
extension ViewMaker {
  func statuses(of achievements: some Sequence<Achievement>) -> [View] {
    parts("status", achievements.lazy.map(\.status.value))
  }

  func assessments(of objectives: [Objective]) -> [View] {
    parts("assessment", objectives.lazy.compactMap(\.assessment?.value))
  }

  /// The words that occur, in the order of their kind, with their counts and shares.
  private func parts<Word: Choice & Hashable>(
    _ prefix: String, _ words: some Sequence<Word>
  ) -> [View] {
    var counts: [Word: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    let total = counts.values.reduce(0, +)
    var before = 0
    return Word.allCases.compactMap { word in
      guard let count = counts[word] else { return nil }
      defer { before += count }
      return .record([
        "label": .text(self.word(prefix, word)), "count": .text(String(count)),
        "word": .text(word.rawValue),
        "start": .text(hundredths(before, of: total)),
        "share": .text(hundredths(count, of: total)),
      ])
    }
  }

  /// With a point and two decimals, as SVG and CSS write numbers.
  private func hundredths(_ part: Int, of whole: Int) -> String {
    let value = part * 10_000 / max(1, whole)
    let rest = value % 100
    return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
