import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

/// What a year came to, which is what a reader of an edition sees first: what was promised, what was done, what
/// was not, what it cost and for whom, each with the place that says which.
extension ViewBuilder {
  /// - Parameter isLinked: false where the pages it would lead to are those of a closed edition, which may have
  ///   been made when they said less.
  func glance(isLinked: Bool = true) -> Fields {
    let objectives = edition.objectives
    let states = statusCounts(of: edition.achievements)
    let costs = StatedCosts(edition.achievements)
    return [
      "promised": .text(strings.counted("contents.objectives", objectives.count)),
      "assessments": .list(assessments(of: objectives, isLinked: isLinked)),
      "made": .text(
        strings.counted("contents.achievements", states.reduce(0) { $0 + $1.count })),
      "statuses": .list(statuses(of: edition.achievements, isLinked: isLinked)),
      "undone": .list(undone(states, isLinked: isLinked)),
      "costs": .list(
        costs.sums.map { sum in
          count(
            formats.euro(sum.amount), stage(sum.stage, sum.basis),
            standing(Standing.costs, isLinked: isLinked))
        }),
      "has_repeated": .flag(costs.hasRepeated),
      "groups": .list(groups(isLinked: isLinked)),
    ]
  }

  /// The same for a picture: what was promised, done and spent.
  var figures: [DocumentText.Figure] {
    let assessments = assessmentCounts(of: edition.objectives)
    let states = statusCounts(of: edition.achievements)
    // The kind of amounts that most of them state says most of the whole.
    let cost = StatedCosts(edition.achievements).sums.max { $0.achievements <= $1.achievements }
    let counts = [
      ("objectives", edition.objectives.count, assessments.map { ($0.count, $0.label) }),
      ("achievements", states.reduce(0) { $0 + $1.count }, states.map { ($0.count, $0.label) }),
    ]
    return counts.filter { $0.1 > 0 }.map { name, count, parts in
      DocumentText.Figure(
        count: strings.counted("contents.\(name)", count),
        label: parts.sorted { $0.0 > $1.0 }.prefix(2).map { "\($0.0) \($0.1)" }.joined(
          separator: ", "))
    }
      + [cost].compactMap(\.self).map { sum in
        DocumentText.Figure(count: formats.euro(sum.amount), label: stage(sum.stage, sum.basis))
      }
  }

  private func count(_ count: String, _ label: String, _ address: String?) -> View {
    .record([
      "count": .text(count), "label": .text(label),
      "url": .text(address.map(context.href)),
    ])
  }

  private func standing(_ anchor: String, isLinked: Bool) -> String? {
    isLinked ? Addresses.page(.standing, of: edition) + "#" + anchor : nil
  }

  /// What did not come about, and where it is said what did not work.
  private func undone(_ states: [Count], isLinked: Bool) -> [View] {
    let achievements = states.filter { Standing.isUndone(status: $0.word) }.map { state in
      count(
        strings.counted("contents.achievements", state.count), state.label,
        standing(Standing.anchor(ofStatus: state.word), isLinked: isLinked))
    }
    let objectives = assessmentCounts(of: edition.objectives)
      .filter { Standing.isUndone(assessment: $0.word) }.map { state in
        count(
          strings.counted("contents.objectives", state.count), state.label,
          standing(Standing.anchor(ofAssessment: state.word), isLinked: isLinked))
      }
    let failures = edition.achievements.count { $0.whatDidNotWork != nil }
    let told =
      failures == 0
      ? []
      : [
        count(
          strings.counted("contents.pages", failures), strings["edition.failed"],
          standing(Standing.failures, isLinked: isLinked))
      ]
    return achievements + objectives + told
  }

  /// «impegnati in conto residui».
  func stage(_ stage: SpendingStage, _ basis: AmountBasis?) -> String {
    ([word("stage", stage)] + [basis.map { word("basis", $0) }].compactMap(\.self))
      .joined(separator: " ")
  }

  /// The groups of people, those for whom most was done first; the last leads to all, where there are many.
  private func groups(isLinked: Bool) -> [View] {
    let groups = index.uses.groups.map { group in
      (group: group, count: index.uses.achievementsByGroup[group.slug]?.count ?? 0)
    }
    .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
    .map(\.element.group)
    let shown = groups.count > ViewBuilder.groupCount + 1 ? ViewBuilder.groupCount : groups.count
    let first = groups.prefix(shown).map { group in
      count("", group.name, isLinked ? Addresses.group(group.slug, of: edition) : nil)
    }
    guard shown < groups.count else { return first }
    return first + [
      count(
        "", strings.format("edition.others", ["count": String(groups.count - shown)]),
        standing(Standing.groups, isLinked: isLinked))
    ]
  }

  private static let groupCount = 6
}
