import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

/// The parts of a whole: how many achievements have which status, how many objectives which
/// assessment.
extension ViewBuilder {
  /// How many there are of one word, with the word in the number that the count asks for.
  struct Count {
    let word: String
    let label: String
    let count: Int
  }

  func statuses(of achievements: some Sequence<Achievement>, isLinked: Bool = true) -> [View] {
    parts(statusCounts(of: achievements), isLinked) { Standing.anchor(ofStatus: $0) }
  }

  func assessments(of objectives: [Objective], isLinked: Bool = true) -> [View] {
    parts(assessmentCounts(of: objectives), isLinked) { Standing.anchor(ofAssessment: $0) }
  }

  func statusCounts(of achievements: some Sequence<Achievement>) -> [Count] {
    counts(
      achievements.lazy.map(\.status.value.rawValue), AchievementStatus.allCases.map(\.rawValue),
      "status", "statuses")
  }

  /// The objectives that nobody judged are counted too.
  func assessmentCounts(of objectives: [Objective]) -> [Count] {
    counts(
      objectives.lazy.map { $0.assessment?.value.rawValue ?? Standing.notAssessed },
      Assessment.allCases.map(\.rawValue) + [Standing.notAssessed], "assessment", "assessments")
  }

  /// «3 realizzazioni: 1 in corso, 2 completate», on lines that tear no number from its word.
  func told(_ name: String, _ counts: [Count]) -> String {
    let all = strings.counted(name, counts.reduce(0) { $0 + $1.count })
    let parts = counts.map { "\($0.count) \($0.label)" }.joined(separator: ", ")
    return Formats.unbroken(parts.isEmpty ? all : "\(all): \(parts)")
  }

  /// The words that occur, in the order of their kind.
  private func counts(
    _ words: some Sequence<String>, _ order: [String], _ one: String, _ many: String
  ) -> [Count] {
    var counts: [String: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    return order.compactMap { word in
      counts[word].map {
        Count(word: word, label: strings["\($0 == 1 ? one : many).\(word)"], count: $0)
      }
    }
  }

  private func parts(
    _ counts: [Count], _ isLinked: Bool, _ anchor: (String) -> String
  ) -> [View] {
    let total = counts.reduce(0) { $0 + $1.count }
    let page = context.href(Addresses.page(.standing, of: edition))
    var before = 0
    return counts.map { part in
      defer { before += part.count }
      return .record([
        "label": .text(part.label), "count": .text(String(part.count)), "word": .text(part.word),
        "start": .text(hundredths(before, of: total)),
        "share": .text(hundredths(part.count, of: total)),
        "url": .text(isLinked ? page + "#" + anchor(part.word) : nil),
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
