/// What a file of the content is about (`tipo:`).
package enum EntityKind: String, CaseIterable, Sendable {
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

  package init?(word: String) {
    guard let kind = EntityKind.allCases.first(where: { $0.italian == word || $0.rawValue == word })
    else { return nil }
    self = kind
  }

  /// The fields of a file of this kind, or of an entry where it is a list.
  package var table: FieldTable {
    switch self {
    case .site: SiteInfo.declaration.table
    case .edition: Edition.declaration.table
    case .area: Area.declaration.table
    case .objective: Objective.declaration.table
    case .achievement: Achievement.declaration.table
    case .indicator, .indicators: Indicator.declaration.table
    case .sources: InformationSource.declaration.table
    case .acts: LegalAct.declaration.table
    case .glossary: GlossaryTerm.declaration.table
    case .offices: Office.declaration.table
    case .plans: Plan.declaration.table
    case .context: ContextPage.declaration.table
    case .corrections: Edition.Correction.declaration.table
    case .publishing: SiteInfo.PublishingTarget.declaration.table
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
