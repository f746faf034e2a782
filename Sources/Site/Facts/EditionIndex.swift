import Diagnostics
import SocialReport

/// What an edition holds, by id, and what rests on what; made once for all its pages.
struct EditionIndex: Sendable {
  let edition: Edition
  let acts: [String: LegalAct]
  let sources: [String: InformationSource]
  let terms: [String: GlossaryTerm]
  let offices: [String: Office]
  let indicators: [String: Indicator]
  let plans: [String: Plan]
  /// Pages by the path that a `pagina:` link names, without leading numbers.
  let pages: [String: PageLink]
  /// Pages in the order of reading.
  let sequence: [PageLink]
  /// The place of a page in the sequence, by address.
  let positions: [String: Int]

  private(set) var usesOfActs: [String: [PageLink]] = [:]
  private(set) var usesOfSources: [String: [PageLink]] = [:]
  private(set) var usesOfOffices: [String: [PageLink]] = [:]
  private(set) var usesOfIndicators: [String: [PageLink]] = [:]
  /// Groups of people by slug, with the name as it is first written.
  private(set) var groups: [(slug: String, name: String)] = []
  private(set) var achievementsByGroup: [String: [(objective: Int, achievement: Int)]] = [:]
  private(set) var objectivesByGroup: [String: [Int]] = [:]

  init(_ edition: Edition) {
    self.edition = edition
    func byID<Value>(_ values: [Value], _ id: (Value) -> String) -> [String: Value] {
      Dictionary(values.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    acts = byID(edition.acts) { $0.id.value }
    sources = byID(edition.sources) { $0.id.value }
    terms = byID(edition.terms) { $0.id.value }
    offices = byID(edition.offices) { $0.id.value }
    indicators = byID(edition.indicators) { $0.id.value }
    plans = byID(edition.plans) { $0.id.value }
    var pages: [String: PageLink] = [:]
    var sequence: [PageLink] = [
      PageLink(title: edition.title.value, address: Addresses.edition(edition))
    ]
    for name in Addresses.reserved where name != "file" && name != "destinatari" {
      pages[name] = PageLink(title: name, address: Addresses.page(name, of: edition))
    }
    for context in edition.contexts {
      let link = PageLink(
        title: context.title.value, address: Addresses.page(context.id.value, of: edition))
      pages[context.id.value] = link
      sequence.append(link)
    }
    for objective in edition.objectives {
      let link = PageLink(
        title: objective.title.value, address: Addresses.objective(objective, of: edition))
      pages[objective.id.value] = link
      sequence.append(link)
      for achievement in objective.achievements {
        let link = PageLink(
          title: achievement.title.value,
          address: Addresses.achievement(achievement, of: objective, edition))
        pages[objective.id.value + "/" + achievement.id.value] = link
        sequence.append(link)
      }
    }
    self.pages = pages
    self.sequence = sequence
    positions = Dictionary(
      sequence.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    collectUses()
  }

  private mutating func collectUses() {
    for (number, objective) in edition.objectives.enumerated() {
      let page = PageLink(
        title: objective.title.value, address: Addresses.objective(objective, of: edition))
      if let owner = objective.owner { usesOfOffices[owner.value, default: []].append(page) }
      for indicator in objective.indicators {
        usesOfIndicators[indicator.value, default: []].append(page)
      }
      for group in objective.beneficiaries {
        objectivesByGroup[slug(ofGroup: group.value), default: []].append(number)
      }
      for (place, achievement) in objective.achievements.enumerated() {
        collectUses(of: achievement, objective)
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
        usesOfSources[source.value, default: []].append(page)
      }
      usesOfOffices[indicator.owner.value, default: []].append(page)
    }
    groups.sort { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
  }

  private mutating func collectUses(of achievement: Achievement, _ objective: Objective) {
    let page = PageLink(
      title: achievement.title.value,
      address: Addresses.achievement(achievement, of: objective, edition))
    usesOfOffices[achievement.office.value, default: []].append(page)
    var acts: Set<String> = []
    for act in achievement.acts + achievement.milestones.compactMap(\.act)
    where acts.insert(act.value).inserted {
      usesOfActs[act.value, default: []].append(page)
    }
    var sources: Set<String> = []
    for source in achievement.resources.map(\.source) + achievement.milestones.compactMap(\.source)
    where sources.insert(source.value).inserted {
      usesOfSources[source.value, default: []].append(page)
    }
    for indicator in achievement.indicators {
      usesOfIndicators[indicator.value, default: []].append(page)
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
