import Diagnostics
import SocialReport

/// The pages below an edition whose addresses the program gives, with all that is always so of each.
///
/// The raw value is the name of the template, and of the strings `pages.…` and `description.…`.
enum FixedPage: String, CaseIterable, Sendable {
  case indicators, acts, sources, plans, glossary, offices, standing, document, corrections

  private struct Row {
    /// The word of its address.
    let slug: String
    /// Whether an edition has it.
    var isThere: (Edition) -> Bool
    /// Where the entries are written that it lists; none for a page that is no list.
    var entries: (Edition) -> [SourceRange] = { _ in [] }
    /// Its place at the end of the whole document; nil for what stands elsewhere in it.
    var placeInDocument: Int?

    /// A list of facts, which an edition has where it holds any.
    static func register(
      _ slug: String, placeInDocument: Int?, _ entries: @escaping (Edition) -> [SourceRange]
    ) -> Row {
      Row(
        slug: slug, isThere: { !entries($0).isEmpty }, entries: entries,
        placeInDocument: placeInDocument)
    }
  }

  private var row: Row {
    switch self {
    // It offers the open data, which every edition has.
    case .indicators:
      Row(slug: "dati", isThere: { _ in true }, entries: { $0.indicators.map(\.place) })
    case .acts: .register("atti", placeInDocument: 1) { $0.acts.map(\.id.place) }
    case .sources: .register("fonti", placeInDocument: 2) { $0.sources.map(\.id.place) }
    case .plans: .register("piani", placeInDocument: 5) { $0.plans.map(\.id.place) }
    case .glossary: .register("glossario", placeInDocument: 3) { $0.terms.map(\.id.place) }
    case .offices: .register("uffici", placeInDocument: 4) { $0.offices.map(\.id.place) }
    case .standing: Row(slug: "a-che-punto-siamo", isThere: { !$0.objectives.isEmpty })
    case .document: Row(slug: "documento", isThere: { _ in true })
    case .corrections:
      .register("rettifiche", placeInDocument: nil) { $0.corrections.map(\.date.place) }
    }
  }

  var slug: String { row.slug }

  func isThere(in edition: Edition) -> Bool { row.isThere(edition) }

  /// Where the entries are written that it lists.
  func places(in edition: Edition) -> [SourceRange] { row.entries(edition) }

  /// When what it lists last changed; nil where nothing says so.
  func updated(in edition: Edition) -> CalendarDate? {
    guard self == .corrections else { return nil }
    return edition.corrections.map(\.date.value).max { $0.iso8601 < $1.iso8601 }
  }

  static func all(of edition: Edition) -> [FixedPage] {
    allCases.filter { $0.isThere(in: edition) }
  }

  /// The lists of facts that hold anything, in the order in which an edition names them.
  static func registers(of edition: Edition) -> [FixedPage] {
    [.indicators, .acts, .sources, .plans, .glossary, .offices]
      .filter { !$0.places(in: edition).isEmpty }
  }

  /// Those that stand at the end of the whole document, in its order.
  static func closing(_ edition: Edition) -> [FixedPage] {
    all(of: edition).compactMap { page in page.row.placeInDocument.map { (page, $0) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }
}
