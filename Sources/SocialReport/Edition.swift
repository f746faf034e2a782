package import Diagnostics

/// One social report (`tipo: edizione`), of a year as a rule, with all that stands below its folder.
package struct Edition: Draftable {
  /// How the edition was made.
  package struct Method: Entity {
    package var criteria: EmbeddedText?
    package var boundary: EmbeddedText?
    package var limits: EmbeddedText?
    package var changes: EmbeddedText?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Method>([
      .optional(
        \.criteria, "criteri", "criteria", .markdown, "con quali criteri", "by which criteria"),
      .optional(
        \.boundary, "perimetro", "boundary", .markdown, "che cosa c'è e che cosa no",
        "what is in it"),
      .optional(
        \.limits, "limiti", "limits", .markdown, "che cosa non si è potuto fare", "its limits"),
      .optional(
        \.changes, "modifiche", "changes", .markdown, "che cosa è cambiato", "what changed"),
    ])
  }

  package struct Assurance: Entity {
    package var statedKind = Sourced(AssuranceKind.none, at: .unread)
    package var body: Sourced<String>?
    package var date: Sourced<CalendarDate>?
    package var scope: Sourced<String>?
    package var document: Sourced<String>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Assurance>([
      .required(
        \.statedKind, "tipo", "kind", .choice(CodeLists.assuranceKind), "il tipo di controllo",
        "the kind of assurance"),
      .optional(\.body, "soggetto", "body", .text, "chi l'ha fatto", "who gave it"),
      .optional(\.date, "data", "date", .date, "quando", "when"),
      .optional(\.scope, "ambito", "scope", .text, "su che cosa", "on what"),
      .optional(\.document, "documento", "document", .file, "la relazione", "the statement"),
    ])

    package var kind: AssuranceKind { statedKind.value }
  }

  /// A page that had another address (`spostati:`).
  package struct Move: Entity {
    /// Within the edition, as it was written.
    package var from = Sourced("", at: .unread)
    /// As a `pagina:` link names it.
    package var to = Sourced("", at: .unread)

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Move>([
      .required(
        \.from, "da", "from", .text, "l'indirizzo di prima, dentro l'edizione: `scuole/mensa`",
        "the address before, within the edition: `schools/canteen`"),
      .required(
        \.to, "a", "to", .text,
        "la pagina, come in un collegamento `pagina:`: `scuole/nuova-mensa`",
        "the page, as in a `page:` link: `schools/new-canteen`"),
    ]).going("negli indirizzi delle pagine", "into the addresses of the pages")
  }

  /// A change to what was published and closed (`tipo: rettifiche`).
  package struct Correction: Entity {
    package var date = Sourced(CalendarDate.unread, at: .unread)
    /// As a `pagina:` link names it; `/` for the edition's first page.
    package var page = Sourced("", at: .unread)
    package var what = Sourced("", at: .unread)
    package var before = Sourced("", at: .unread)
    package var after = Sourced("", at: .unread)
    package var why = Sourced("", at: .unread)

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Correction>([
      .required(\.date, "data", "date", .date, "quando", "when"),
      .required(
        \.page, "pagina", "page", .text,
        "la pagina, come in un collegamento `pagina:`; `/` è la prima dell'edizione",
        "the page, as in a `page:` link; `/` is the edition's first"
      ).unpublished,
      .required(\.what, "che_cosa", "what", .text, "che cosa è cambiato", "what changed"),
      .required(\.before, "prima", "before", .text, "che cosa c'era scritto", "what it said"),
      .required(\.after, "dopo", "after", .text, "che cosa c'è scritto ora", "what it says now"),
      .required(\.why, "perche", "why", .text, "perché", "why"),
    ])
  }

  package let place: SourceRange
  /// The language of the site, in whose words the edition's pages have their addresses.
  package internal(set) var language = Language.italian
  /// What it is called in addresses and references: the year, unless two share it.
  package var id = Sourced("", at: .unread)
  package var year = Sourced(0, at: .unread)
  package var title = Sourced("", at: .unread)
  package var period = Sourced(Period(CalendarDate.unread), at: .unread)
  package var introduction = EmbeddedText("", at: .unread)
  package var subtitle: Sourced<String>?
  package var method: Method?
  package var reportType: Sourced<ReportType>?
  package var publishedOn: Sourced<CalendarDate>?
  /// When it was last brought up to date after it came out.
  package var updatedOn: Sourced<CalendarDate>?
  package var approval: Sourced<String>?
  package var assurance: Assurance?
  /// The id or the year of the edition before.
  package var previous: Sourced<String>?
  package var notice: EmbeddedText?
  package var closed: Sourced<Bool>?
  /// SHA-256 of the list of the files that a closed edition is published with.
  package var fingerprint: Sourced<String>?
  package var moves: [Move] = []
  package var draft: Sourced<Bool>?

  /// Its title, with the year where another edition has the same one.
  package internal(set) var name = ""
  package var areas: [Area] = []
  package var objectives: [Objective] = []
  package var contexts: [ContextPage] = []
  package var indicators: [Indicator] = []
  package var sources: [InformationSource] = []
  package var acts: [LegalAct] = []
  package var terms: [GlossaryTerm] = []
  package var offices: [Office] = []
  package var plans: [Plan] = []
  /// In the order in which they were written.
  package var corrections: [Correction] = []
  /// All that is printed of its files without being Markdown, by the declarations of fields.
  package var plainTexts: [Sourced<String>] = []
  /// The texts of entities that lack a required field: on no page, but checked as the others.
  package var unplacedTexts: [EmbeddedText] = []
  /// The files of entries that other editions read as well.
  package var sharedFiles: Set<SourceFile.ID> = []

  package init(place: SourceRange) { self.place = place }

  package static let declaration = Declaration<Edition>([
    .optional(
      \.id, "id", "id", .slug, "il nome negli indirizzi, se non è l'anno: come `2021-giugno`",
      "the name in addresses, where it is not the year: as `2021-june`"
    ).asName.unpublished,
    .required(\.year, "anno", "year", .year, "l'anno di cui si rende conto", "the year").going(
      "negli indirizzi delle pagine", "into the addresses of the pages"),
    .required(\.title, "titolo", "title", .text(maximum: 120), "il titolo", "the title"),
    .required(\.period, "periodo", "period", .period, "da quando a quando", "from when to when"),
    .required(
      \.introduction, "presentazione", "introduction", .markdown,
      "che cosa si trova qui (testo principale)", "what is to be found here (main text)"),
    .optional(
      \.subtitle, "sottotitolo", "subtitle", .text, "una riga sotto il titolo", "a line below it"),
    .optional(
      \.method, "nota_metodologica", "method", .record, "come è fatta l'edizione",
      "how the edition was made"
    ).unpublished,
    .optional(
      \.reportType, "genere", "report_type", .choice(CodeLists.reportType),
      "che genere di bilancio è (`annuale` se manca)",
      "what kind of report it is (`annual` by default)"),
    .optional(
      \.publishedOn, "pubblicata_il", "published_on", .date, "quando è uscita", "when it came out"),
    .optional(
      \.updatedOn, "aggiornata_il", "updated_on", .date, "quando è stata aggiornata dopo l'uscita",
      "when it was updated after it came out"),
    .optional(
      \.approval, "atto_approvazione", "approval", .reference(.act), "l'atto che la approva",
      "the act that approves"),
    .optional(
      \.assurance, "assicurazione", "assurance", .record, "chi l'ha controllata", "who checked it"),
    .optional(
      \.previous, "edizione_precedente", "previous", .edition,
      "l'anno, o l'`id`, dell'edizione prima; se manca è quella dell'anno prima",
      "the year, or the `id`, of the edition before; that of the year before by default"
    ).going("nei dati aperti e nei controlli", "into the open data and the checks").unpublished,
    .optional(
      \.notice, "avviso", "notice", .markdown, "mostrato su ogni pagina", "shown on every page"),
    .optional(
      \.closed, "chiusa", "closed", .flag,
      "se è chiusa: si pubblica così com'era, e per cambiarla serve una rettifica",
      "whether it is closed: it is published as it was, and only a correction changes it"
    ).going("nel modo in cui si fa il sito", "into how the site is made").unpublished,
    .optional(
      \.fingerprint, "impronta", "fingerprint", .slug,
      "quale copia è l'edizione chiusa; la scrive `bilancio chiudi`",
      "which copy is the closed edition; `bilancio close` writes it"
    ).going("nel confronto con la copia pubblicata", "into the comparison with what was published")
      .unpublished,
    .optional(
      \.moves, "spostati", "moved", .list(.record),
      "le pagine che avevano un altro indirizzo: chi arriva là è portato qui",
      "pages that had another address: who comes there is led here"
    ).going("negli indirizzi delle pagine", "into the addresses of the pages").unpublished,
    .draft.unpublished,
  ])

  package mutating func settle(_ values: FieldValues) -> Bool {
    if id.place == .unread { id = year.map(String.init) }
    name = title.value
    return true
  }

  package var criteria: EmbeddedText? { method?.criteria }
  package var boundary: EmbeddedText? { method?.boundary }
  package var limits: EmbeddedText? { method?.limits }
  package var changes: EmbeddedText? { method?.changes }
  /// Whether nothing of it changes any more, but by a correction.
  package var isClosed: Bool { closed?.value ?? false }

  /// Itself and all that stands in its folder.
  package var entities: [any Entity] {
    let parts: [[any Entity]] = [
      [self], areas, objectives, objectives.flatMap(\.achievements), contexts, indicators, sources,
      acts, terms, offices, plans, corrections,
    ]
    return parts.flatMap(\.self)
  }

  /// All achievements in the order of their objectives.
  package var achievements: some Sequence<Achievement> {
    objectives.lazy.flatMap(\.achievements)
  }
}
