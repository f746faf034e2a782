package import Diagnostics

/// A field of work that groups objectives (`tipo: area`).
package struct Area: Draftable {
  package var id = Sourced("", at: .unread)
  package var number = Sourced("", at: .unread)
  package var title = Sourced("", at: .unread)
  package var summary: Sourced<String>?
  /// A mission of the municipal budget (decree 118/2011, annex 14), two digits.
  package var mission: Sourced<String>?
  package var draft: Sourced<Bool>?
  /// The number that the name of its folder begins with.
  package var numberInName: Int?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Area>([
    .optional(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(\.number, "numero", "number", .label, "il numero stampato", "the printed number"),
    .required(\.title, "titolo", "title", .text, "il titolo", "the title"),
    .optional(
      \.summary, "sintesi", "summary", .text(maximum: 600), "di che cosa si occupa", "what it is"),
    .optional(
      \.mission, "missione", "mission", .budgetMission, "missione di bilancio (D.Lgs. 118/2011)",
      "budget mission (D.Lgs. 118/2011)"),
    .draft.unpublished,
  ])
}

/// What the municipality promised (`tipo: obiettivo`), with the achievements that answer it.
package struct Objective: Draftable {
  /// The objective of an earlier edition that this one continues.
  package struct Continuation: Entity {
    /// The id or the year of the edition.
    package var edition = Sourced("", at: .unread)
    package var id = Sourced("", at: .unread)

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Continuation>([
      .required(
        \.edition, "edizione", "edition", .edition, "l'anno, o l'`id`", "the year, or the `id`"),
      .required(\.id, "id", "id", .slug, "il nome stabile", "the stable name").asName,
    ])
  }

  package var id = Sourced("", at: .unread)
  /// What its folder alone would call it, where another of the edition would be called so too, and the
  /// folder above.
  package var shared: (name: String, above: String)?
  package var number = Sourced("", at: .unread)
  package var title = Sourced("", at: .unread)
  package var premise = Premise(EmbeddedText("", at: .unread))
  package var expectedResult: Sourced<String>?
  package var beneficiaries: [Sourced<String>] = []
  package var owner: Sourced<String>?
  package var assessment: Sourced<Assessment>?
  package var rationale: EmbeddedText?
  package var indicators: [Sourced<String>] = []
  package var continues: Continuation?
  package var concludes: Sourced<Bool>?
  package var updatedOn = Sourced(CalendarDate.unread, at: .unread)
  package var draft: Sourced<Bool>?
  /// The id of the area in the folder above.
  package var area: String?
  /// The number that the name of its folder begins with.
  package var numberInName: Int?
  package var achievements: [Achievement] = []

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Objective>([
    .optional(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(
      \.number, "numero", "number", .label, "il numero in questa edizione", "the printed number"),
    .required(
      \.title, "titolo", "title", .text, "che cosa si voleva ottenere", "what was promised"),
    .required(
      \.premise, "premessa", "premise", .premise, "perché (testo principale)", "why (main text)"
    ).unpublished,
    .optional(
      \.expectedResult, "risultato_atteso", "expected_result", .text(maximum: 300),
      "che cosa doveva cambiare", "what should change"),
    .optional(\.beneficiaries, "beneficiari", "beneficiaries", .list(.text), "per chi", "for whom"),
    .optional(
      \.owner, "responsabile", "owner", .reference(.office), "l'ufficio che ne risponde",
      "the office"),
    .optional(
      \.assessment, "valutazione", "assessment", .choice(CodeLists.assessment), "a che punto è",
      "how far it got"),
    .optional(
      \.rationale, "motivazione", "rationale", .markdown, "perché questa valutazione",
      "why this assessment"
    ).needed("se la valutazione non è `raggiunto`", "where the assessment is not `reached`"),
    .optional(
      \.indicators, "indicatori", "indicators", .list(.reference(.indicator)),
      "gli indicatori che lo misurano", "the indicators that measure it"),
    .optional(
      \.continues, "prosegue", "continues", .record, "l'obiettivo di un'altra edizione",
      "the objective of another edition"
    ).unpublished,
    .optional(
      \.concludes, "conclude", "concludes", .flag,
      "finisce con questa edizione: nella prossima non serve",
      "ends with this edition: the next need not have it"),
    .required(
      \.updatedOn, "aggiornato_il", "updated_on", .date, "ultimo aggiornamento", "last update"),
    .draft.unpublished,
  ])

  /// Whether it is at its end, so that no later edition needs to come back to it.
  package var isConcluded: Bool { concludes?.value ?? false }
}

/// Why an objective was set: stored once, shown whole on the objective and folded on its
/// achievements.
package struct Premise: FieldRepresentable {
  package let text: EmbeddedText

  package init(_ text: EmbeddedText) { self.text = text }

  package init?(fieldValue: FieldValue) {
    guard let text = EmbeddedText(fieldValue: fieldValue) else { return nil }
    self.init(text)
  }

  package var fieldValue: FieldValue { text.fieldValue }
}
