import Diagnostics
import SocialReport

/// The pages that rest on each fact of an edition, by the fact's id.
package struct Backlinks: Sendable {
  package private(set) var ofActs: [String: [PageLink]] = [:]
  package private(set) var ofSources: [String: [PageLink]] = [:]
  package private(set) var ofOffices: [String: [PageLink]] = [:]
  package private(set) var ofIndicators: [String: [PageLink]] = [:]
  package private(set) var ofTerms: [String: [PageLink]] = [:]
  /// Groups of people by slug, with the name as it is first written.
  package private(set) var groups: [(slug: String, name: String)] = []
  package private(set) var achievementsByGroup: [String: [(objective: Int, achievement: Int)]] = [:]
  package private(set) var objectivesByGroup: [String: [Int]] = [:]

  init(of edition: Edition) {
    for (number, objective) in edition.objectives.enumerated() {
      let page = PageLink(
        title: objective.title.value, address: Addresses.objective(objective, of: edition))
      if let owner = objective.owner { ofOffices[owner.value, default: []].append(page) }
      add(page, objective)
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
      // A figure's page is where it is documented, not one that uses it.
      add(page, indicator, without: indicator.id.value)
      ofOffices[indicator.owner.value, default: []].append(page)
    }
    for context in edition.contexts {
      let page = PageLink(
        title: context.title.value, address: Addresses.page(context.id.value, of: edition))
      add(page, context)
    }
    let home = PageLink(title: edition.name, address: Addresses.edition(edition))
    add(home, edition)
    for plan in edition.plans {
      guard let act = plan.adoption else { continue }
      let entry = PageLink(
        title: plan.title.value, address: Addresses.entry(plan.id.value, in: .plans, of: edition))
      ofActs[act.value, default: []].append(entry)
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
    add(page, achievement)
  }

  /// Notes a page with each fact that the texts or the fields of an entity name, once.
  private mutating func add(_ page: PageLink, _ entity: some Entity, without own: String? = nil) {
    let named = ProseReferences(entity.texts)
    var (acts, sources, indicators) = (named.acts, named.sources, named.indicators)
    for (register, id) in entity.references {
      if [.act, .evidence].contains(register) { acts.insert(id.value) }
      if [.source, .evidence].contains(register) { sources.insert(id.value) }
      if register == .indicator { indicators.insert(id.value) }
    }
    for id in acts { ofActs[id, default: []].append(page) }
    for id in sources { ofSources[id, default: []].append(page) }
    for id in indicators where id != own { ofIndicators[id, default: []].append(page) }
    for id in named.terms { ofTerms[id, default: []].append(page) }
  }

  private mutating func slug(ofGroup name: String) -> String {
    let slug = ElementIDs.slug(name)
    if achievementsByGroup[slug] == nil, objectivesByGroup[slug] == nil {
      groups.append((slug, name))
    }
    return slug
  }
}
