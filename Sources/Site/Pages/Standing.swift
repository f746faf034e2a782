import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

/// The page that says which objectives and achievements are in which state: where the numbers of the
/// first page lead.
enum Standing {
  /// The word for objectives that nobody judged.
  static let notAssessed = "not_assessed"

  static func anchor(ofAssessment word: String) -> String { "obiettivi-" + hyphened(word) }

  static func anchor(ofStatus word: String) -> String { "realizzazioni-" + hyphened(word) }

  /// The places of what is told besides states.
  static let failures = "non-ha-funzionato"
  static let costs = "quanto-costa"
  static let groups = "per-chi"
  static let missing = "valori-che-mancano"

  /// A list of pages below a heading: what a number of the first page counts.
  struct Group {
    let id: String
    let label: String
    let items: [View]

    var view: Fields { ["id": .text(id), "label": .text(label), "items": .list(items)] }
  }

  /// Whether a state says that something did not come about.
  static func isUndone(status word: String) -> Bool {
    let states: [AchievementStatus] = [.planned, .delayed, .suspended, .cancelled]
    return states.contains { $0.rawValue == word }
  }

  static func isUndone(assessment word: String) -> Bool {
    [Assessment.partial, .notReached].contains { $0.rawValue == word }
  }

  private static func hyphened(_ word: String) -> String { word.replacing("_", with: "-") }
}

extension EditionPages {
  /// The objectives and the achievements, each below its state.
  var standing: Page {
    let groups = assessedObjectives + achievementsByStatus + failures + costs + beneficiaries
    return list(
      .standing,
      [
        "groups": .list(groups.map { .record($0.view) })
      ], groups.map { ($0.label, $0.id) })
  }

  private var assessedObjectives: [Standing.Group] {
    let objectives = Dictionary(grouping: edition.objectives) {
      $0.assessment?.value.rawValue ?? Standing.notAssessed
    }
    return views.assessmentCounts(of: edition.objectives).map { part in
      Standing.Group(
        id: Standing.anchor(ofAssessment: part.word),
        label: heading("objectives", "assessments.\(part.word)", part.count),
        items: (objectives[part.word] ?? []).map { objective in
          item(objective.title.value, Addresses.objective(objective, of: edition), "")
        }
      )
    }
  }

  private var achievementsByStatus: [Standing.Group] {
    var items: [String: [View]] = [:]
    for (objective, achievement) in achievements {
      items[achievement.status.value.rawValue, default: []].append(
        item(
          achievement, of: objective,
          context.formats.dated("achievement.as-of", achievement.statusOn.value)))
    }
    return views.statusCounts(of: edition.achievements).map { part in
      Standing.Group(
        id: Standing.anchor(ofStatus: part.word),
        label: heading("achievements", "statuses.\(part.word)", part.count),
        items: items[part.word] ?? []
      )
    }
  }

  /// The values that are missing, with the reasons, where figures are listed.
  var missingValues: Standing.Group? {
    let items = edition.indicators.flatMap { indicator in
      indicator.observations.filter { $0.value == nil }.map { observation in
        item(
          "\(indicator.name.value), \(context.formats.period(observation.period.value))",
          Addresses.indicator(indicator.id.value, of: edition) + "#"
            + Addresses.anchor(of: observation.period.value),
          observation.missingReason?.value ?? "")
      }
    }
    return group(Standing.missing, "indicators.missing", items).first
  }

  /// Each achievement with its objective.
  private var achievements: [(Objective, Achievement)] {
    edition.objectives.flatMap { objective in objective.achievements.map { (objective, $0) } }
  }

  private func item(_ achievement: Achievement, of objective: Objective, _ detail: String) -> View {
    item(
      achievement.title.value, Addresses.achievement(achievement, of: objective, edition), detail)
  }

  private func group(_ id: String, _ name: String, _ items: [View]) -> [Standing.Group] {
    guard !items.isEmpty else { return [] }
    return [
      Standing.Group(
        id: id,
        label: strings.format(
          "standing.group", ["what": strings[name], "count": String(items.count)]),
        items: items)
    ]
  }

  /// The achievements that say what did not work.
  private var failures: [Standing.Group] {
    group(
      Standing.failures, "achievement.failed",
      achievements.filter { $1.whatDidNotWork != nil }.map { item($1, of: $0, "") })
  }

  /// What each achievement states of its costs.
  private var costs: [Standing.Group] {
    group(
      Standing.costs, "edition.cost",
      achievements.compactMap { objective, achievement in
        let sums = StatedCosts(CollectionOfOne(achievement)).sums
        guard !sums.isEmpty else { return nil }
        let told = sums.map {
          "\(context.formats.euro($0.amount)) \(views.stage($0.stage, $0.basis))"
        }
        return item(achievement, of: objective, told.joined(separator: ", "))
      })
  }

  /// The groups of people for whom something was done.
  private var beneficiaries: [Standing.Group] {
    group(
      Standing.groups, "edition.whom",
      index.uses.groups.map { group in
        item(
          group.name, Addresses.group(group.slug, of: edition),
          strings.counted(
            "contents.achievements", index.uses.achievementsByGroup[group.slug]?.count ?? 0))
      })
  }

  /// «Realizzazioni in ritardo (2)».
  private func heading(_ kind: String, _ state: String, _ count: Int) -> String {
    strings.format(
      "standing.part",
      [
        "what": strings["figures.\(kind).many"], "which": strings[state], "count": String(count),
      ])
  }

  private func item(_ label: String, _ address: String, _ detail: String) -> View {
    .record([
      "label": .text(context.title(label, at: address)), "url": .text(context.href(address)),
      "detail": .text(detail),
    ])
  }
}
