import Diagnostics
import SocialReport

/// The pages that rest on each fact of an edition, by the fact's id.
struct Uses: Sendable {
  private(set) var ofActs: [String: [PageLink]] = [:]
  private(set) var ofSources: [String: [PageLink]] = [:]
  private(set) var ofOffices: [String: [PageLink]] = [:]
  private(set) var ofIndicators: [String: [PageLink]] = [:]
  /// Groups of people by slug, with the name as it is first written.
  private(set) var groups: [(slug: String, name: String)] = []
  private(set) var achievementsByGroup: [String: [(objective: Int, achievement: Int)]] = [:]
  private(set) var objectivesByGroup: [String: [Int]] = [:]

  init(of edition: Edition) {
    for (number, objective) in edition.objectives.enumerated() {
      let page = PageLink(
        title: objective.title.value, address: Addresses.objective(objective, of: edition))
      if let owner = objective.owner { ofOffices[owner.value, default: []].append(page) }
      for indicator in objective.indicators {
        ofIndicators[indicator.value, default: []].append(page)
      }
      for group in objective.beneficiaries {
        objectivesByGroup[slug(ofGroup: group.value), default: []].append(number)
      }
      for (place, achievement) in objective.achievements.enumerated() {
        collect(achievement, of: objective, edition)
        for group in achievement.beneficiaries {
          achievementsByGroup[slug(ofGroup: group.value), default: []].append((number, place))
        }
      }
    }
    for indicator in edition.indicators {
      let page = PageLink(
        title: indicator.name.value,
        address: Addresses.indicator(indicator.id.value, of: edition))
      var used: Set<String> = []
      for source in [indicator.source] + indicator.observations.compactMap(\.source)
      where used.insert(source.value).inserted {
        ofSources[source.value, default: []].append(page)
      }
      ofOffices[indicator.owner.value, default: []].append(page)
    }
    groups.sort { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
  }

  private mutating func collect(
    _ achievement: Achievement, of objective: Objective, _ edition: Edition
  ) {
    let page = PageLink(
      title: achievement.title.value,
      address: Addresses.achievement(achievement, of: objective, edition))
    ofOffices[achievement.office.value, default: []].append(page)
    var acts: Set<String> = []
    for act in achievement.acts + achievement.milestones.compactMap(\.act)
    where acts.insert(act.value).inserted {
      ofActs[act.value, default: []].append(page)
    }
    var sources: Set<String> = []
    for source in achievement.resources.map(\.source) + achievement.milestones.compactMap(\.source)
    where sources.insert(source.value).inserted {
      ofSources[source.value, default: []].append(page)
    }
    for indicator in achievement.indicators {
      ofIndicators[indicator.value, default: []].append(page)
    }
  }

  private mutating func slug(ofGroup name: String) -> String {
    let slug = Identifiers.slug(name)
    if achievementsByGroup[slug] == nil, objectivesByGroup[slug] == nil {
      groups.append((slug, name))
    }
    return slug
  }
}
