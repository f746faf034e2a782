import Diagnostics
import SocialReport

/// The lists of an edition's facts, each with a page of its own where it holds anything.
enum Register: String, CaseIterable, Sendable {
  case indicators, acts, sources, plans, glossary, offices

  /// The name of its page's address.
  var slug: String {
    switch self {
    case .indicators: "dati"
    case .acts: "atti"
    case .sources: "fonti"
    case .plans: "piani"
    case .glossary: "glossario"
    case .offices: "uffici"
    }
  }

  func count(in edition: Edition) -> Int {
    switch self {
    case .indicators: edition.indicators.count
    case .acts: edition.acts.count
    case .sources: edition.sources.count
    case .plans: edition.plans.count
    case .glossary: edition.terms.count
    case .offices: edition.offices.count
    }
  }

  /// Where its entries are written.
  func places(in edition: Edition) -> [SourceRange] {
    switch self {
    case .indicators: edition.indicators.map(\.place)
    case .acts: edition.acts.map(\.id.place)
    case .sources: edition.sources.map(\.id.place)
    case .plans: edition.plans.map(\.id.place)
    case .glossary: edition.terms.map(\.id.place)
    case .offices: edition.offices.map(\.id.place)
    }
  }

  static func filled(in edition: Edition) -> [Register] {
    allCases.filter { $0.count(in: edition) > 0 }
  }

  /// Those that stand at the end of the whole document, in its order.
  static func closing(_ edition: Edition) -> [Register] {
    [.acts, .sources, .glossary, .offices, .plans].filter { $0.count(in: edition) > 0 }
  }

  /// Whether the edition has a page of it.
  ///
  /// The page of the figures offers the open data, which every edition has.
  func hasPage(in edition: Edition) -> Bool { self == .indicators || count(in: edition) > 0 }

  /// The names of the pages below an edition that the program makes, without those about its facts.
  static func pages(of edition: Edition) -> [String] {
    allCases.filter { $0.hasPage(in: edition) }.map(\.slug)
      + (edition.objectives.isEmpty ? [] : [Standing.slug]) + ["documento"]
      + (edition.corrections.isEmpty ? [] : ["rettifiche"])
  }
}
