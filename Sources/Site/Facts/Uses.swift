import Diagnostics
import SocialReport

/// The pages that rest on each fact of an edition, by the fact's id.
struct Uses: Sendable {
  private(set) var ofActs: [String: [PageLink]] = [:]
  private(set) var ofSources: [String: [PageLink]] = [:]
  private(set) var ofOffices: [String: [PageLink]] = [:]
  private(set) var ofIndicators: [String: [PageLink]] = [:]
  private(set) var ofTerms: [String: [PageLink]] = [:]
  /// Groups of people by slug, with the name as it is first written.
  private(set) var groups: [(slug: String, name: String)] = []
  private(set) var achievementsByGroup: [String: [(objective: Int, achievement: Int)]] = [:]
  private(set) var objectivesByGroup: [String: [Int]] = [:]

  init(of edition: Edition) {
    for (number, objective) in edition.objectives.enumerated() {
      let page = PageLink(
        title: objective.title.value, address: Addresses.objective(objective, of: edition))
      if let owner = objective.owner { ofOffices[owner.value, default: []].append(page) }
      let texts = [objective.premise.text] + [objective.rationale].compactMap(\.self)
      add(page, ProseReferences(texts), indicators: objective.indicators)
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
      var references = ProseReferences([indicator.method])
      // A figure's page is where it is documented, not one that uses it.
      references.drop(indicator: indicator.id.value)
      add(
        page, references,
        sources: [indicator.source] + indicator.observations.compactMap(\.source)
          + indicator.targets.compactMap { $0.baseline?.source })
      ofOffices[indicator.owner.value, default: []].append(page)
    }
    for context in edition.contexts {
      let page = PageLink(
        title: context.title.value, address: Addresses.page(context.id.value, of: edition))
      add(page, ProseReferences([context.text]))
    }
    let home = PageLink(title: edition.name, address: Addresses.edition(edition))
    let own =
      [edition.introduction]
      + [edition.criteria, edition.boundary, edition.limits, edition.changes].compactMap(\.self)
    add(home, ProseReferences(own), acts: [edition.approval].compactMap(\.self))
    for plan in edition.plans {
      guard let act = plan.adoption else { continue }
      let entry = PageLink(
        title: plan.title.value, address: Addresses.entry(plan.id.value, in: "piani", of: edition))
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
    add(
      page, ProseReferences(achievement.texts),
      acts: achievement.namedActs,
      sources: achievement.resources.map(\.source) + achievement.milestones.compactMap(\.source)
        + achievement.actions.compactMap(\.evidence),
      indicators: achievement.indicators)
  }

  /// Notes a page with each fact that its texts or its fields name, once.
  private mutating func add(
    _ page: PageLink, _ references: ProseReferences, acts: [Sourced<String>] = [],
    sources: [Sourced<String>] = [], indicators: [Sourced<String>] = []
  ) {
    for id in references.acts.union(acts.map(\.value)) { ofActs[id, default: []].append(page) }
    for id in references.sources.union(sources.map(\.value)) {
      ofSources[id, default: []].append(page)
    }
    for id in references.indicators.union(indicators.map(\.value)) {
      ofIndicators[id, default: []].append(page)
    }
    for id in references.terms { ofTerms[id, default: []].append(page) }
  }

  private mutating func slug(ofGroup name: String) -> String {
    let slug = Identifiers.slug(name)
    if achievementsByGroup[slug] == nil, objectivesByGroup[slug] == nil {
      groups.append((slug, name))
    }
    return slug
  }
}
