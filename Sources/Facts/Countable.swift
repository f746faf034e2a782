import Diagnostics
import SocialReport

/// The lists whose lengths prose may state: `conteggio:piano-2020-2022.capitoli`.
struct Countable: Sendable {
  struct List {
    let italian: String
    let english: String
    let count: Int
    let address: String
  }

  private let edition: Edition
  /// Where each owner of lists stands among its like.
  private var places: [String: Place] = [:]

  private enum Place {
    case plan(Int)
    case indicator(Int)
    case objective(Int)
    case achievement(objective: Int, Int)
  }

  init(_ edition: Edition) {
    self.edition = edition
    for (number, plan) in edition.plans.enumerated() { add(plan.id.value, .plan(number)) }
    for (number, indicator) in edition.indicators.enumerated() {
      add(indicator.id.value, .indicator(number))
    }
    for (number, objective) in edition.objectives.enumerated() {
      add(objective.id.value, .objective(number))
      for (place, achievement) in objective.achievements.enumerated() {
        let owner = Place.achievement(objective: number, place)
        add(objective.id.value + "/" + achievement.id.value, owner)
        add(achievement.id.value, owner)
      }
    }
  }

  private mutating func add(_ name: String, _ place: Place) {
    if places[name] == nil { places[name] = place }
  }

  func lists(of owner: String) -> [List] {
    switch places[owner] {
    case .plan(let number):
      return [
        List(
          italian: "capitoli", english: "chapters", count: edition.plans[number].chapters.count,
          address: Addresses.entry(owner, in: .plans, of: edition))
      ]
    case .indicator(let number):
      return [
        List(
          italian: "osservazioni", english: "observations",
          count: edition.indicators[number].observations.count,
          address: Addresses.indicator(owner, of: edition))
      ]
    case .objective(let number): return lists(of: edition.objectives[number])
    case .achievement(let number, let place):
      let objective = edition.objectives[number]
      return lists(of: objective.achievements[place], objective)
    case nil: return []
    }
  }

  private func lists(of objective: Objective) -> [List] {
    let address = Addresses.objective(objective, of: edition)
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

  private func lists(of achievement: Achievement, _ objective: Objective) -> [List] {
    let address = Addresses.achievement(achievement, of: objective, edition)
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
