import Diagnostics
package import Figures
package import SocialReport

/// What an edition holds, by id, and what rests on what; made once for all its pages.
///
/// A class, so that every page shares it: a copy would count a reference to each of its parts.
package final class EditionIndex: Sendable {
  package let edition: Edition
  package let acts: [String: LegalAct]
  package let sources: [String: InformationSource]
  package let terms: [String: GlossaryTerm]
  package let offices: [String: Office]
  package let indicators: [String: Indicator]
  package let plans: [String: Plan]
  package let areas: [String: Area]
  package let objectives: [String: Objective]
  /// Pages by the path that a `pagina:` link names, without leading numbers.
  package let pages: [String: PageLink]
  /// Pages in the order of reading.
  package let sequence: [PageLink]
  /// The place of a page in the sequence, by address.
  package let positions: [String: Int]
  /// The addresses of pages that are drafts in an edition that is none.
  private let drafts: Set<String>

  /// The dates of the norms among the edition's acts, where they are known to the day.
  package let lawDates: [LawName: CalendarDate]
  package let termFinder: TermFinder
  package let uses: Backlinks
  /// What links may name, for those that name something else.
  package let names: FactNames
  let countable: Countable
  package let resources: NamedResources
  package let factLinks = KnownFactLinks()
  package let charts = KnownCharts()

  /// The indexes of a report's editions, made while other work goes on.
  @concurrent
  package static func all(of report: Report) async -> [EditionIndex] {
    report.editions.map { EditionIndex($0) }
  }

  private init(_ edition: Edition) {
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
    areas = byID(edition.areas) { $0.id.value }
    objectives = byID(edition.objectives) { $0.id.value }
    var pages: [String: PageLink] = [:]
    var sequence: [PageLink] = [
      PageLink(title: edition.name, address: Addresses.edition(edition))
    ]
    for page in PageKind.all(of: edition) {
      let address = Addresses.page(page, of: edition)
      for word in Language.allCases.compactMap(page.word) {
        pages[word] = PageLink(title: word, address: address)
      }
    }
    for indicator in edition.indicators {
      let address = Addresses.indicator(indicator.id.value, of: edition)
      for word in Language.allCases.compactMap(PageKind.indicators.word) {
        pages[word + "/" + indicator.id.value] = PageLink(
          title: indicator.name.value, address: address)
      }
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
    // By their folders too, where the name of one alone is not enough.
    for objective in edition.objectives {
      guard let (name, above) = objective.shared else { continue }
      for part in [""] + objective.achievements.map({ "/" + $0.id.value }) {
        let path = "\(above)/\(name)\(part)"
        if pages[path] == nil { pages[path] = pages[objective.id.value + part] }
      }
    }
    self.pages = pages
    self.sequence = sequence
    positions = Dictionary(
      sequence.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    uses = Backlinks(of: edition)
    drafts = EditionIndex.drafts(of: edition, uses)
    names = FactNames(edition, pages: pages.keys)
    countable = Countable(edition)
    resources = NamedResources(edition)
    termFinder = TermFinder(edition.terms)
    lawDates = Dictionary(
      edition.acts.compactMap { act in
        Law(act).flatMap { $0.date.day == nil ? nil : (LawName($0), $0.date) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a page is shown to those only who write it.
  package func isDraft(_ address: String) -> Bool { edition.isDraft || drafts.contains(address) }

  /// Whether a page is one of what says that it is a draft; a draft edition's lists of others are none.
  package func isEntryOfDraft(_ address: String) -> Bool {
    drafts.contains(address) || edition.isDraft && address == Addresses.edition(edition)
  }

  /// Whether there are drafts in what is shown of it.
  package var hasDrafts: Bool { edition.isDraft || !drafts.isEmpty }

  private static func drafts(of edition: Edition, _ uses: Backlinks) -> Set<String> {
    var found: Set<String> = []
    // A group of people that only drafts name.
    for group in uses.groups {
      let objectives = uses.objectivesByGroup[group.slug] ?? []
      let achievements = uses.achievementsByGroup[group.slug] ?? []
      let isDraft =
        objectives.allSatisfy { edition.objectives[$0].isDraft }
        && achievements.allSatisfy {
          edition.objectives[$0.objective].achievements[$0.achievement].isDraft
        }
      if isDraft { found.insert(Addresses.group(group.slug, of: edition)) }
    }
    for page in edition.contexts where page.isDraft {
      found.insert(Addresses.page(page.id.value, of: edition))
    }
    for indicator in edition.indicators where indicator.isDraft {
      found.insert(Addresses.indicator(indicator.id.value, of: edition))
    }
    for objective in edition.objectives {
      if objective.isDraft { found.insert(Addresses.objective(objective, of: edition)) }
      for achievement in objective.achievements where achievement.isDraft {
        found.insert(Addresses.achievement(achievement, of: objective, edition))
      }
    }
    return found
  }
}
