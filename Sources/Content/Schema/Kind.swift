/// What a file of the content is about (`tipo:`).
package enum Kind: String, CaseIterable, Sendable {
  case site, edition, area, objective, achievement, indicator, indicators
  case sources, acts, glossary, offices, plans, context, corrections, publishing

  package var italian: String {
    switch self {
    case .site: "sito"
    case .edition: "edizione"
    case .area: "area"
    case .objective: "obiettivo"
    case .achievement: "realizzazione"
    case .indicator: "indicatore"
    case .indicators: "indicatori"
    case .sources: "fonti"
    case .acts: "atti"
    case .glossary: "glossario"
    case .offices: "uffici"
    case .plans: "piani"
    case .context: "contesto"
    case .corrections: "rettifiche"
    case .publishing: "pubblicazione"
    }
  }

  init?(word: String) {
    guard let kind = Kind.allCases.first(where: { $0.italian == word || $0.rawValue == word })
    else { return nil }
    self = kind
  }

  /// The fields of a file of this kind, or of an entry where it is a list.
  package var table: Table {
    switch self {
    case .site: Tables.site
    case .edition: Tables.edition
    case .area: Tables.area
    case .objective: Tables.objective
    case .achievement: Tables.achievement
    case .indicator, .indicators: Tables.indicator
    case .sources: Tables.source
    case .acts: Tables.act
    case .glossary: Tables.term
    case .offices: Tables.office
    case .plans: Tables.plan
    case .context: Tables.context
    case .corrections: Tables.correction
    case .publishing: Tables.publishingTarget
    }
  }

  /// Whether the file is a list of entries under `voci:`.
  package var isList: Bool {
    switch self {
    case .indicators, .sources, .acts, .glossary, .offices, .plans, .corrections, .publishing: true
    default: false
    }
  }

  /// The field that the body of a Markdown file holds.
  package var mainText: String? {
    switch self {
    case .edition: "introduction"
    case .objective: "premise"
    case .achievement: "what_we_did"
    case .context: "text"
    case .indicator: "method"
    default: nil
    }
  }
}

/// The tables of all kinds; their contents stand in files of their own.
enum Tables {}
