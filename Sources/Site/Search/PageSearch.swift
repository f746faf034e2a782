import Diagnostics
import Facts
import Figures
import Prose
import Search
import SocialReport
import Theme

/// What a search finds on the pages of an edition, told from its facts and texts while the pages are made.
///
/// Drafts in an edition that is none are on nobody's page but those of their authors, and are not found.
struct PageSearch: Sendable {
  private let context: SiteContext
  private let index: EditionIndex
  private let analyser: Analyser
  /// The places of pages among those that are in no order of reading.
  private let places: [String: Int]

  /// Nil where no index is made.
  init?(_ context: SiteContext, _ index: EditionIndex) {
    guard context.hasSearch, context.writes else { return nil }
    (self.context, self.index) = (context, index)
    analyser = Analyser(index.edition.language)
    let edition = index.edition
    let lists = PageKind.all(of: edition).map { Addresses.page($0, of: edition) }
    let groups = index.uses.groups.map { Addresses.group($0.slug, of: edition) }
    let indicators = edition.indicators.map { Addresses.indicator($0.id.value, of: edition) }
    places = Dictionary(
      (lists + groups + indicators).enumerated().map { ($1, index.sequence.count + $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private var strings: Strings { context.strings }
  private var edition: Edition { index.edition }

  func take(_ documents: [SearchDocument], into parts: inout [SearchPart]) {
    guard !documents.isEmpty else { return }
    if parts.isEmpty { parts.append(SearchPart(edition: edition.id.value)) }
    for document in documents { parts[0].add(document, analyser) }
  }

  // What comes before what among equals

  private enum Rank: Int { case page, indicator, act, term, plan, source, office }

  /// How much more what is a result of its own weighs than a passage that tells of it, in percent.
  private static let boost = (indicator: 120, act: 115, term: 110)

  // Pages

  func documents(of page: Page, _ passages: [Passage]) -> [SearchDocument] {
    switch page.kind {
    case .search, .letter, .document, .moved, .notFound, .home, .legalNotes, .map: return []
    default: break
    }
    guard edition.isDraft || !index.isDraft(page.address), page.isIndexed else { return [] }
    let place = index.positions[page.address] ?? places[page.address] ?? 0
    var figure: Indicator?
    if case .indicator(let indicator) = page.dataset { figure = indicator }
    let rank = figure == nil ? Rank.page : .indicator
    let detail = figure.map { ViewBuilder(context, index).lastValue(of: $0) } ?? ""
    var documents: [SearchDocument] = []
    for passage in PageSearch.passages(of: page, passages) {
      for text in SearchedText.divided(passage.texts) {
        documents.append(
          SearchDocument(
            .init(rank: rank.rawValue, page: place, passage: documents.count),
            kind: kind(of: page.kind),
            address: page.address + (passage.id.isEmpty ? "" : "#" + passage.id),
            title: page.title, heading: passage.label, detail: detail, text: text,
            also: documents.isEmpty ? page.otherWords : "",
            boost: figure == nil ? 100 : PageSearch.boost.indicator))
      }
    }
    return documents + entries(of: page.kind)
  }

  /// The texts of a page below its headings, the words of its components among them.
  private static func passages(of page: Page, _ passages: [Passage]) -> [Passage] {
    var first = Passage(label: "", id: "")
    if !page.description.hasPrefix(page.title) { first.texts.append(page.description) }
    var rest = passages
    if rest.first?.id.isEmpty == true { first.texts += rest.removeFirst().texts }
    let known = Dictionary(
      rest.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    for (heading, text) in page.words where !text.isEmpty {
      if let place = known[heading], !heading.isEmpty {
        rest[place].texts.append(text)
      } else {
        first.texts.append(text)
      }
    }
    return [first] + rest.filter { !$0.texts.isEmpty }
  }

  private func kind(of page: PageKind) -> String {
    switch page {
    case .edition, .context, .objective, .achievement, .indicator, .group: kind(page.rawValue)
    default: kind("list")
    }
  }

  private func kind(_ name: String) -> String { strings["search.kind.\(name)"] }

  // Entries of lists

  /// What an entry of a list says to a search.
  private struct Told {
    let id: Sourced<String>
    let title: String
    let texts: [String]
    /// Words that it is looked for by besides.
    var also = ""
  }

  private func entries(of page: PageKind) -> [SearchDocument] {
    let views = ViewBuilder(context, index)
    switch page {
    // Deliberations and the like are called by short names, which are other words in Italian.
    case .acts:
      return entries(of: page, .act, "act", PageSearch.boost.act, views.actsInOrder.map(told))
    case .glossary:
      return entries(of: page, .term, "term", PageSearch.boost.term, views.termsInOrder.map(told))
    case .plans:
      return entries(
        of: page, .plan, "plan", 100,
        edition.plans.map {
          Told(
            id: $0.id, title: $0.title.value, texts: [SearchedWords.of($0, besides: ["title"])])
        })
    case .sources:
      return entries(
        of: page, .source, "source", 100,
        edition.sources.map {
          Told(
            id: $0.id, title: $0.title.value, texts: [SearchedWords.of($0, besides: ["title"])])
        })
    case .offices: return entries(of: page, .office, "office", 100, edition.offices.map(told))
    default: return []
    }
  }

  private func entries(
    of page: PageKind, _ rank: Rank, _ kind: String, _ boost: Int, _ told: [Told]
  ) -> [SearchDocument] {
    told.enumerated().map { number, entry in
      SearchDocument(
        .init(rank: rank.rawValue, page: number, passage: 0), kind: self.kind(kind),
        address: Addresses.entry(entry.id.value, in: page, of: edition), title: entry.title,
        text: SearchedText.joined(entry.texts), also: entry.also, boost: boost)
    }
  }

  private func told(_ act: LegalAct) -> Told {
    Told(
      id: act.id, title: Formats.capitalized(context.formats.act(act)),
      texts: [
        act.subject.value, act.effect.map { word("effect", $0.value) } ?? "",
        SearchedWords.of(act, besides: ["subject"]), name(act.office),
      ], also: strings["search.also.\(act.kind.value.rawValue)"])
  }

  private func told(_ term: GlossaryTerm) -> Told {
    Told(
      id: term.id, title: term.term.value + (term.acronym.map { " (\($0.value))" } ?? ""),
      texts: [
        term.definition.value, SearchedWords.of(term, besides: ["term", "acronym", "definition"]),
      ])
  }

  /// Who heads an office, and the ways to reach it, are on its page for those who look for the office.
  private func told(_ office: Office) -> Told {
    Told(
      id: office.id, title: office.name.value,
      texts: [
        office.kindName?.value ?? office.kind.map { word("office", $0) } ?? "",
        name(office.parent), SearchedWords.of(office, besides: PageSearch.personal),
      ])
  }

  private func word(_ prefix: String, _ word: some Choice) -> String {
    ViewBuilder(context, index).word(prefix, word)
  }

  private func name(_ office: Sourced<String>?) -> String {
    office.flatMap { index.offices[$0.value]?.name.value } ?? ""
  }

  /// What an office's entry says of people, and its name, which is its title.
  private static let personal: Set<String> = ["name", "head", "phone", "email"]
}
