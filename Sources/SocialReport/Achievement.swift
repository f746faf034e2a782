package import Diagnostics

/// What was done about an objective (`tipo: realizzazione`).
package struct Achievement: Draftable {
  package var id = Sourced("", at: .unread)
  package var number = Sourced("", at: .unread)
  package var title = Sourced("", at: .unread)
  package var summary = Sourced("", at: .unread)
  package var office = Sourced("", at: .unread)
  package var status = Sourced(AchievementStatus.planned, at: .unread)
  package var statusOn = Sourced(CalendarDate.unread, at: .unread)
  package var whatWeDid = EmbeddedText("", at: .unread)
  package var why: EmbeddedText?
  package var outcome: EmbeddedText?
  package var whatDidNotWork: EmbeddedText?
  package var nextSteps: EmbeddedText?
  package var actions: [Action] = []
  package var milestones: [Milestone] = []
  package var resources: [Resource] = []
  package var indicators: [Sourced<String>] = []
  package var acts: [Sourced<String>] = []
  package var attachments: [Attachment] = []
  package var beneficiaries: [Sourced<String>] = []
  package var updatedOn = Sourced(CalendarDate.unread, at: .unread)
  package var draft: Sourced<Bool>?
  /// The number that the name of its file begins with.
  package var numberInName: Int?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Achievement>([
    .optional(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(
      \.number, "numero", "number", .label, "il numero in questa edizione", "the printed number"),
    .required(\.title, "titolo", "title", .text, "che cosa è stato fatto", "what was done"),
    .required(
      \.summary, "in_breve", "summary", .text(maximum: 280), "in due frasi", "in two sentences"),
    .required(\.office, "ufficio", "office", .reference(.office), "chi l'ha fatto", "who did it"),
    .required(
      \.status, "stato", "status", .choice(CodeLists.status), "a che punto è", "how far it is"),
    .required(\.statusOn, "stato_al", "status_on", .date, "a quale data", "on which date"),
    .required(
      \.whatWeDid, "cosa_abbiamo_fatto", "what_we_did", .markdown, "il racconto (testo principale)",
      "the story (main text)"
    ).unpublished,
    .optional(\.why, "perche", "why", .markdown, "perché", "why").unpublished,
    .optional(
      \.outcome, "cosa_e_cambiato", "outcome", .markdown, "che cosa è cambiato", "what changed"
    ).unpublished,
    .optional(
      \.whatDidNotWork, "cosa_non_ha_funzionato", "what_did_not_work", .markdown,
      "che cosa non ha funzionato", "what did not work"
    ).unpublished,
    .optional(
      \.nextSteps, "prossimi_passi", "next_steps", .markdown, "che cosa viene dopo",
      "what comes next"
    ).unpublished,
    .optional(\.actions, "azioni", "actions", .list(.record), "i passi del lavoro", "the steps"),
    .optional(\.milestones, "tappe", "milestones", .list(.record), "le date", "the dates"),
    .optional(\.resources, "risorse", "resources", .list(.record), "il denaro", "the money")
      .unpublished,
    .optional(
      \.indicators, "indicatori", "indicators", .list(.reference(.indicator)), "gli indicatori",
      "the indicators"),
    .optional(\.acts, "atti", "acts", .list(.reference(.act)), "gli atti", "the acts"),
    .optional(
      \.attachments, "allegati", "attachments", .list(.record), "i documenti", "the documents"
    ).unpublished,
    .optional(\.beneficiaries, "beneficiari", "beneficiaries", .list(.text), "per chi", "for whom"),
    .required(
      \.updatedOn, "aggiornato_il", "updated_on", .date, "ultimo aggiornamento", "last update"),
    .draft,
  ])
}

extension Achievement {
  /// The ids in its fields that may be acts; some of them are sources.
  package var namedActs: [Sourced<String>] {
    references.filter { [.act, .evidence].contains($0.register) }.map(\.id)
  }
}

/// One step of the work of an achievement.
package struct Action: Entity {
  package var number: Sourced<String>?
  package var title = Sourced("", at: .unread)
  package var status = Sourced(AchievementStatus.planned, at: .unread)
  package var owner: Sourced<String>?
  package var due: Sourced<CalendarDate>?
  /// Percent, 0 to 100.
  package var progress: Sourced<Int>?
  package var issue: EmbeddedText?
  package var evidence: Sourced<String>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Action>([
    .optional(\.number, "numero", "number", .label, "il numero", "the number"),
    .required(\.title, "titolo", "title", .text, "che cosa", "what"),
    .optional(\.owner, "responsabile", "owner", .reference(.office), "l'ufficio", "the office"),
    .required(
      \.status, "stato", "status", .choice(CodeLists.status), "a che punto è", "how far it is"),
    .optional(\.due, "scadenza", "due", .date, "entro quando", "by when"),
    .optional(
      \.progress, "avanzamento", "progress", .integer(0...100), "in percento", "in percent"),
    .optional(\.issue, "criticita", "issue", .markdown, "che cosa la frena", "what holds it up"),
    .optional(
      \.evidence, "evidenza", "evidence", .reference(.evidence), "l'atto o la fonte che lo prova",
      "the proof"),
  ])
}

/// Something that happened on a date.
package struct Milestone: Entity {
  package var kind: Sourced<MilestoneKind>?
  package var subject = Sourced("", at: .unread)
  /// Nothing where it is stated to be unknown (`sconosciuta`).
  package var date = Sourced<Period?>(nil, at: .unread)
  package var act: Sourced<String>?
  package var source: Sourced<String>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Milestone>([
    .optional(
      \.kind, "tipo", "kind", .choice(CodeLists.milestoneKind), "che genere di tappa",
      "what kind of milestone"),
    .required(\.subject, "oggetto", "subject", .text, "che cosa è successo", "what happened"),
    .required(
      \.date, "data", "date", .dateOrUnknown, "giorno, mese, anno, intervallo o `sconosciuta`",
      "day, month, year, range or `unknown`"),
    .optional(\.act, "atto", "act", .reference(.act), "l'atto", "the act"),
    .optional(\.source, "fonte", "source", .reference(.source), "la fonte", "the source"),
  ])

  package var period: Period? { date.value }
}

/// Money, at one stage of its spending.
package struct Resource: Entity {
  /// What one of several funders pays.
  package struct Share: Entity {
    package var source = Sourced("", at: .unread)
    package var amount = Sourced(DecimalNumber(0), at: .unread)

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Share>([
      .required(\.source, "fonte", "source", .text, "chi paga", "who pays"),
      .required(\.amount, "importo", "amount", .money, "in euro", "in euro"),
    ])
  }

  package let place: SourceRange
  /// What links name it by; it is unique in its achievement.
  package var id: Sourced<String>?
  package var description = Sourced("", at: .unread)
  package var year: Sourced<Int>?
  package var stage = Sourced(SpendingStage.committed, at: .unread)
  /// Euro, exact to the cent.
  package var amount = Sourced(DecimalNumber(0), at: .unread)
  package var statedFunding: OpenWord<Funding>?
  package var basis: Sourced<AmountBasis>?
  /// Measures of the PNRR as they are written (`PNRRMeasure` reads them).
  package var measures: [Sourced<String>] = []
  package var shares: [Share] = []
  package var cups: [Sourced<String>] = []
  package var cigs: [Sourced<String>] = []
  /// The id of the source or of the act that it is written in.
  package var source = Sourced("", at: .unread)
  /// The id of an act beside it.
  package var act: Sourced<String>?

  package init(place: SourceRange) { self.place = place }

  package static let declaration = Declaration<Resource>([
    .optional(
      \.id, "id", "id", .slug, "il nome per i collegamenti, `risorsa:ID`",
      "the name for links, `resource:ID`"
    ).asName,
    .required(\.description, "descrizione", "description", .text, "per che cosa", "for what"),
    .optional(\.year, "anno", "year", .year, "l'anno", "the year"),
    .required(
      \.stage, "fase", "stage", .choice(CodeLists.stage), "la fase della spesa",
      "the stage of the spending"),
    .required(\.amount, "importo", "amount", .money, "in euro", "in euro"),
    .optional(
      \.statedFunding, "finanziamento", "funding", .openChoice(CodeLists.funding), "da dove viene",
      "where it comes from"),
    .optional(
      \.basis, "gestione", "basis", .choice(CodeLists.basis),
      "di quali conti è l'importo; solo importi della stessa gestione si confrontano",
      "of which accounts the amount is; only amounts of one basis are compared"),
    .optional(
      \.measures, "misura", "measure", .list(.pnrrMeasure),
      "la misura del PNRR, come `M1C1I1.4.1` o `M1C1`", "the PNRR measure"
    ).needed("con `finanziamento: PNRR`", "with `funding: PNRR`").unpublished,
    .optional(
      \.shares, "quote", "shares", .list(.record),
      "le parti, se i finanziatori sono più d'uno: insieme danno l'importo",
      "the shares, where there is more than one funder: together they are the amount"),
    .optional(\.cups, "cup", "cup", .list(.code(15)), "codice unico di progetto", "CUP code")
      .withoutWords.unpublished,
    .optional(\.cigs, "cig", "cig", .list(.code(10)), "codice della gara", "CIG code").withoutWords
      .unpublished,
    .required(
      \.source, "fonte", "source", .reference(.evidence), "dove sta scritto: una fonte o un atto",
      "where it is written: a source or an act"
    ).orElse("act", "se non c'è `atto`", "where there is no `act`"),
    .optional(
      \.act, "atto", "act", .reference(.act), "l'atto che lo decide", "the act that decides it"),
  ])

  /// An act that stands alone is what the amount is written in.
  package mutating func settle(_ values: FieldValues) -> Bool {
    if source.place == .unread, let act { (source, self.act) = (act, nil) }
    return source.place != .unread
  }

  package var funding: Sourced<Funding>? { statedFunding?.word }
  /// What a funding that is none of the known is called.
  package var fundingName: Sourced<String>? { statedFunding?.name }
}

/// A document that goes with an achievement.
package struct Attachment: Entity {
  package var title = Sourced("", at: .unread)
  package var file: Sourced<String>?
  package var url: Sourced<String>?
  package var language: Sourced<String>?
  package var date: Sourced<CalendarDate>?
  package var accessible = Sourced(false, at: .unread)
  package var note: Sourced<String>?
  package var archived: Sourced<String>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Attachment>([
    .required(\.title, "titolo", "title", .text, "il titolo", "the title"),
    .optional(\.file, "file", "file", .file, "il file", "the file").needed(
      "oppure `url`", "or `url`"
    ).unpublished,
    .optional(\.url, "url", "url", .url, "oppure l'indirizzo", "or the address").unpublished,
    .optional(
      \.language, "lingua", "language", .text, "la lingua, come `it`", "the language, as `it`"
    ).going("nel collegamento, per i browser", "into the link, for browsers"),
    .optional(\.date, "data", "date", .date, "la data", "the date"),
    .required(
      \.accessible, "accessibile", "accessible", .flag, "si legge con ogni mezzo",
      "is it accessible"),
    .optional(\.note, "nota", "note", .text, "che cosa manca", "what is missing").needed(
      "se non è accessibile", "where it is not accessible"),
    .optional(
      \.archived, "copia", "archived", .file, "la copia che conserviamo", "the copy that we keep"
    ).needed("se c'è solo `url`", "where there is a `url` only"),
  ])

  package var place: SourceRange { title.place }
  package var isAccessible: Bool { accessible.value }
}
