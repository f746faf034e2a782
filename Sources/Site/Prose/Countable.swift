import Diagnostics
import SocialReport

/// The lists whose lengths prose may state: `conteggio:piano-2020-2022.capitoli`.
struct Countable {
  struct List {
    let italian: String
    let english: String
    let count: Int
    let address: String
  }

  private let index: EditionIndex

  init(_ index: EditionIndex) { self.index = index }

  var owners: [String] {
    Array(index.plans.keys) + Array(index.pages.keys) + Array(index.indicators.keys)
  }

  func lists(of owner: String) -> [List] {
    let edition = index.edition
    if let plan = index.plans[owner] {
      return [
        List(
          italian: "capitoli", english: "chapters", count: plan.chapters.count,
          address: Addresses.entry(owner, in: "piani", of: edition))
      ]
    }
    if let indicator = index.indicators[owner] {
      return [
        List(
          italian: "osservazioni", english: "observations", count: indicator.observations.count,
          address: Addresses.indicator(owner, of: edition))
      ]
    }
    for objective in edition.objectives {
      let address = Addresses.objective(objective, of: edition)
      if objective.id.value == owner {
        return [
          List(
            italian: "realizzazioni", english: "achievements",
            count: objective.achievements.count, address: address),
          List(
            italian: "indicatori", english: "indicators", count: objective.indicators.count,
            address: address),
          List(
            italian: "beneficiari", english: "beneficiaries",
            count: objective.beneficiaries.count, address: address),
        ]
      }
      let prefix = objective.id.value + "/"
      guard owner.hasPrefix(prefix) || !owner.contains("/") else { continue }
      let id = owner.hasPrefix(prefix) ? String(owner.dropFirst(prefix.count)) : owner
      if let achievement = objective.achievements.first(where: { $0.id.value == id }) {
        return lists(of: achievement, objective)
      }
    }
    return []
  }

  private func lists(of achievement: Achievement, _ objective: Objective) -> [List] {
    let address = Addresses.achievement(achievement, of: objective, index.edition)
    func list(_ italian: String, _ english: String, _ count: Int) -> List {
      List(italian: italian, english: english, count: count, address: address)
    }
    return [
      list("azioni", "actions", achievement.actions.count),
      list("tappe", "milestones", achievement.milestones.count),
      list("risorse", "resources", achievement.resources.count),
      list("indicatori", "indicators", achievement.indicators.count),
      list("atti", "acts", achievement.acts.count),
      list("allegati", "attachments", achievement.attachments.count),
      list("beneficiari", "beneficiaries", achievement.beneficiaries.count),
    ]
  }
}
