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

  private static func hyphened(_ word: String) -> String { word.replacing("_", with: "-") }
}

extension EditionPages {
  /// The objectives and the achievements, each below its state.
  var standing: Page {
    let groups = assessedObjectives + achievementsByStatus
    return list(
      .standing,
      [
        "groups": .list(
          groups.map {
            .record([
              "id": .text($0.id), "label": .text($0.label), "items": .list($0.items),
            ])
          })
      ], groups.map { ($0.label, $0.id) })
  }

  private typealias Group = (id: String, label: String, items: [View])

  private var assessedObjectives: [Group] {
    let objectives = Dictionary(grouping: edition.objectives) {
      $0.assessment?.value.rawValue ?? Standing.notAssessed
    }
    return views.assessmentCounts(of: edition.objectives).map { part in
      (
        Standing.anchor(ofAssessment: part.word),
        heading("objectives", "assessments.\(part.word)", part.count),
        (objectives[part.word] ?? []).map { objective in
          item(objective.title.value, Addresses.objective(objective, of: edition), "")
        }
      )
    }
  }

  private var achievementsByStatus: [Group] {
    var items: [String: [View]] = [:]
    for objective in edition.objectives {
      for achievement in objective.achievements {
        items[achievement.status.value.rawValue, default: []].append(
          item(
            achievement.title.value, Addresses.achievement(achievement, of: objective, edition),
            context.formats.dated("achievement.as-of", achievement.statusOn.value)))
      }
    }
    return views.statusCounts(of: edition.achievements).map { part in
      (
        Standing.anchor(ofStatus: part.word),
        heading("achievements", "statuses.\(part.word)", part.count), items[part.word] ?? []
      )
    }
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
