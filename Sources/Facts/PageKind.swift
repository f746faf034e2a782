package import Diagnostics
package import SocialReport

/// The kinds of pages that a site has, with all that is always so of each.
///
/// The raw value is the name of the template, and of the strings `pages.…` and `description.…`.
package enum PageKind: String, CaseIterable, Sendable {
  // One of a site
  case home
  case legalNotes = "legal-notes"
  case map
  case notFound = "not-found"
  // One of an edition
  case edition, indicators, acts, sources, plans, glossary, offices, standing, document, corrections
  case search
  // One of each fact
  case context, objective, achievement, indicator, group, moved
  /// A letter of the index from A to Z, where all are too many for one page.
  case letter

  /// Where the pages of a kind are.
  private enum Address {
    /// At one address of the site.
    case site(String)
    /// Below the edition, by a word of the site's language.
    case word(it: String, en: String)
    /// Several, below the edition and such a word.
    case folder(it: String, en: String)
    /// By the names of what they are about (`Addresses`).
    case named
  }

  private struct Row {
    let address: Address
    /// Whether search engines are told of them: not of what leads elsewhere, or says that nothing is here.
    var isInSitemap = true
    /// Whether it gathers what stands on other pages: of a closed edition that was corrected, it is made anew.
    var gathers = false
    /// Whether an edition has it; for a kind of which an edition has one.
    var isThere: (Edition) -> Bool = { _ in true }
    /// Where the entries are written that it lists; none for a page that is no list.
    var entries: (Edition) -> [SourceRange] = { _ in [] }
    /// Its place at the end of the whole document; nil for what stands elsewhere in it.
    var placeInDocument: Int?

    /// A list of facts, which an edition has where it holds any.
    static func register(
      it: String, en: String, placeInDocument: Int?,
      _ entries: @escaping (Edition) -> [SourceRange]
    ) -> Row {
      Row(
        address: .word(it: it, en: en), gathers: true, isThere: { !entries($0).isEmpty },
        entries: entries, placeInDocument: placeInDocument)
    }
  }

  private var row: Row {
    switch self {
    case .home: Row(address: .site(""))
    case .legalNotes: Row(address: .site("note-legali/"))
    case .map: Row(address: .site("mappa/"))
    case .notFound: Row(address: .site("404.html"), isInSitemap: false)
    case .edition: Row(address: .named, gathers: true)
    // It offers the open data, which every edition has.
    case .indicators:
      Row(
        address: .word(it: "dati", en: "figures"), gathers: true,
        entries: { $0.indicators.map(\.place) })
    case .acts:
      .register(it: "atti", en: "acts", placeInDocument: 1) { $0.acts.map(\.id.place) }
    case .sources:
      .register(it: "fonti", en: "sources", placeInDocument: 2) { $0.sources.map(\.id.place) }
    case .plans:
      .register(it: "piani", en: "plans", placeInDocument: 5) { $0.plans.map(\.id.place) }
    case .glossary:
      .register(it: "glossario", en: "glossary", placeInDocument: 3) { $0.terms.map(\.id.place) }
    case .offices:
      .register(it: "uffici", en: "offices", placeInDocument: 4) { $0.offices.map(\.id.place) }
    case .standing:
      Row(
        address: .word(it: "a-che-punto-siamo", en: "where-we-stand"), gathers: true,
        isThere: { !$0.objectives.isEmpty })
    case .document: Row(address: .word(it: "documento", en: "document"), gathers: true)
    case .corrections:
      .register(it: "rettifiche", en: "corrections", placeInDocument: nil) {
        $0.corrections.map(\.date.place)
      }
    case .search: Row(address: .word(it: "cerca", en: "search"), gathers: true)
    case .context, .objective, .achievement, .indicator, .letter: Row(address: .named)
    case .group: Row(address: .folder(it: "destinatari", en: "beneficiaries"), gathers: true)
    case .moved: Row(address: .named, isInSitemap: false)
    }
  }

  package var template: String { rawValue }

  package var isInSitemap: Bool { row.isInSitemap }

  package var gathers: Bool { row.gathers }

  /// The address of a page that a site has one of, relative to its root.
  package var ofSite: String {
    guard case .site(let address) = row.address else { return "" }
    return address
  }

  /// The word of its address, below an edition; nil for a kind that has none.
  package func word(in language: Language) -> String? {
    switch row.address {
    case .word(let italian, let english), .folder(let italian, let english):
      language == .english ? english : italian
    case .site, .named: nil
    }
  }

  /// Whether an edition has the page.
  package func isThere(in edition: Edition) -> Bool { row.isThere(edition) }

  /// Where the entries are written that it lists.
  package func places(in edition: Edition) -> [SourceRange] { row.entries(edition) }

  /// When what it lists last changed; nil where nothing says so.
  package func updated(in edition: Edition) -> CalendarDate? {
    switch self {
    case .edition: edition.updatedOn?.value ?? edition.publishedOn?.value
    case .corrections: edition.corrections.map(\.date.value).max { $0.iso8601 < $1.iso8601 }
    case .standing, .document: PageKind.newest(of: edition)
    default: nil
    }
  }

  /// When a page of an edition last changed.
  private static func newest(of edition: Edition) -> CalendarDate? {
    let days =
      edition.objectives.map(\.updatedOn.value) + edition.achievements.map(\.updatedOn.value)
      + edition.contexts.map(\.updatedOn.value)
      + [PageKind.edition.updated(in: edition)].compactMap(\.self)
    return days.max { $0.lastDay < $1.lastDay }
  }

  // Kinds of an edition's own pages

  /// Those whose addresses the program gives, below an edition.
  package static let fixed = allCases.filter {
    if case .word = $0.row.address { true } else { false }
  }

  /// Those of them that an edition has.
  package static func all(of edition: Edition) -> [PageKind] {
    fixed.filter { $0.isThere(in: edition) }
  }

  /// The lists of facts that hold anything, in the order in which an edition names them.
  package static func registers(of edition: Edition) -> [PageKind] {
    [.indicators, .acts, .sources, .plans, .glossary, .offices]
      .filter { !$0.places(in: edition).isEmpty }
  }

  /// Those that stand at the end of the whole document, in its order.
  package static func closing(_ edition: Edition) -> [PageKind] {
    all(of: edition).compactMap { page in page.row.placeInDocument.map { (page, $0) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }
}
