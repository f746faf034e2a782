package import Diagnostics

/// Where a fact comes from (`tipo: fonti`).
package struct InformationSource: Entity {
  package struct ArchivedCopy: Entity {
    package var file = Sourced("", at: .unread)
    package var sha256: Sourced<String>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<ArchivedCopy>([
      .required(\.file, "file", "file", .file, "il file", "the file"),
      .optional(
        \.sha256, "sha256", "sha256", .text(minimum: 64, maximum: 64), "l'impronta", "the hash"
      ).going("nei dati aperti", "into the open data"),
    ])
  }

  package var id = Sourced("", at: .unread)
  package var title = Sourced("", at: .unread)
  package var organisation = Sourced("", at: .unread)
  package var kind = Sourced(SourceKind.document, at: .unread)
  package var date: Sourced<CalendarDate>?
  package var url: Sourced<String>?
  package var retrievedOn: Sourced<CalendarDate>?
  package var archived: ArchivedCopy?
  package var quality = Sourced(SourceQuality.unverified, at: .unread)

  package init(place: SourceRange) {}

  package static let declaration = Declaration<InformationSource>([
    .required(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(\.title, "titolo", "title", .text, "il titolo", "the title"),
    .required(\.organisation, "organizzazione", "organisation", .text, "di chi è", "whose it is"),
    .required(
      \.kind, "tipo", "kind", .choice(CodeLists.sourceKind), "che genere di fonte",
      "what kind of source"),
    .optional(\.date, "data", "date", .date, "la data", "the date"),
    .optional(\.url, "url", "url", .url, "l'indirizzo", "the address"),
    .optional(
      \.retrievedOn, "consultata_il", "retrieved_on", .date, "quando l'abbiamo letta",
      "when we read it"),
    .optional(\.archived, "copia", "archived", .record, "la copia", "the archived copy")
      .unpublished,
    .required(
      \.quality, "qualita", "quality", .choice(CodeLists.quality), "quanto è sicura",
      "how sure it is"),
  ])

  /// Whether readers can get at it, there or in a copy.
  package var canBeOpened: Bool { url != nil || archived != nil }
}

/// A decision with a number and a date (`tipo: atti`).
package struct LegalAct: Entity {
  package var id = Sourced("", at: .unread)
  package var statedBody = OpenWord(word: Sourced(ActBody.other, at: .unread), name: nil)
  package var statedKind = OpenWord(word: Sourced(ActKind.other, at: .unread), name: nil)
  /// Nil for acts without one, as agreements are.
  package var number: Sourced<String>?
  /// The body whose powers a commissioner has.
  package var powers: Sourced<ActBody>?
  /// The id of the office that adopted it.
  package var office: Sourced<String>?
  /// The register that numbers it.
  package var register: Sourced<String>?
  package var date = Sourced(CalendarDate.unread, at: .unread)
  package var subject = Sourced("", at: .unread)
  package var effect: Sourced<ActEffect>?
  package var url: Sourced<String>?
  package var file: Sourced<String>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<LegalAct>([
    .required(\.id, "id", "id", .slug, "nome stabile, come `dgc-2020-149`", "stable name").asName,
    .required(
      \.statedBody, "organo", "body", .openChoice(CodeLists.actBody), "chi l'ha adottato",
      "who adopted it"),
    .required(
      \.statedKind, "tipo", "kind", .openChoice(CodeLists.actKind), "che genere di atto",
      "what kind of act"),
    .optional(\.number, "numero", "number", .label, "il numero", "the number").needed(
      "per deliberazioni, determinazioni, ordinanze, decreti, leggi e simili",
      "for resolutions, determinations, ordinances, decrees, laws and the like"),
    .optional(
      \.powers, "poteri_di", "powers_of", .choice(CodeLists.actPowers),
      "per un commissario: gli organi di cui ha i poteri",
      "for a commissioner: the body whose powers he has"),
    .optional(
      \.office, "ufficio", "office", .reference(.office),
      "l'ufficio che lo ha adottato e che lo numera", "the office that adopted and numbers it"),
    .optional(
      \.register, "registro", "register", .text, "il registro in cui è numerato, come `generale`",
      "the register that numbers it, as `general`"),
    .required(\.date, "data", "date", .date, "la data", "the date"),
    .required(\.subject, "oggetto", "subject", .text, "di che cosa parla", "what it is about"),
    .optional(
      \.effect, "effetto", "effect", .choice(CodeLists.actEffect), "che cosa fa", "what it does"),
    .optional(\.url, "url", "url", .url, "dove si legge", "where it can be read").unpublished,
    .optional(\.file, "file", "file", .file, "il file", "the file"),
  ])

  package var body: Sourced<ActBody> { statedBody.word }
  package var kind: Sourced<ActKind> { statedKind.word }
  /// What a body or a kind that is none of the known is called.
  package var bodyName: Sourced<String>? { statedBody.name }
  package var kindName: Sourced<String>? { statedKind.name }
}

extension LegalAct {
  /// What numbers of acts are told apart by; nil where nothing says which register an act is in.
  ///
  /// The acts of the Giunta, of the Consiglio and of the Sindaco are numbered in one register each;
  /// those of managers by each office, or in a general register.
  package var numbering: String? {
    let isByOffice = kind.value == .determination || body.value.isOneOfMany
    let scope =
      register.map { "register " + $0.value.lowercased() }
      ?? (isByOffice ? office.map { "office " + $0.value } : "")
    return scope.map { scope in
      let body = bodyName?.value.lowercased() ?? body.value.rawValue
      return
        "\(scope) \(body) \(kindName?.value.lowercased() ?? kind.value.rawValue) \(date.value.year)"
    }
  }
}

/// A word that readers may not know (`tipo: glossario`).
package struct GlossaryTerm: Entity {
  package var id = Sourced("", at: .unread)
  package var term = Sourced("", at: .unread)
  package var acronym: Sourced<String>?
  package var definition = Sourced("", at: .unread)
  package var link: Sourced<String>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<GlossaryTerm>([
    .required(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(\.term, "termine", "term", .text, "la parola", "the word"),
    .optional(\.acronym, "sigla", "acronym", .text, "la sigla", "the acronym"),
    .required(
      \.definition, "definizione", "definition", .text(maximum: 300), "che cosa vuol dire",
      "what it means"),
    .optional(\.link, "link", "link", .url, "per saperne di più", "to know more").published(
      as: "url"),
  ])
}

/// A part of the municipality that answers for something (`tipo: uffici`).
package struct Office: Entity {
  package var id = Sourced("", at: .unread)
  package var name = Sourced("", at: .unread)
  package var statedKind: OpenWord<OfficeKind>?
  package var parent: Sourced<String>?
  /// Who heads it, by role or by name.
  package var head: Sourced<String>?
  package var phones: [Sourced<String>] = []
  package var emails: [Sourced<String>] = []
  package var url: Sourced<String>?
  package var hours: Sourced<String>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Office>([
    .required(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(\.name, "nome", "name", .text, "il nome", "its name"),
    .optional(
      \.statedKind, "tipo", "kind", .openChoice(CodeLists.officeKind), "che genere di ufficio",
      "what kind of office"),
    .optional(
      \.parent, "padre", "parent", .reference(.office), "l'ufficio di cui fa parte",
      "the office above"),
    .optional(
      \.head, "responsabile", "head", .text, "chi lo dirige: il ruolo, o il nome se è pubblico",
      "who heads it: the role, or the name where it is public"),
    .optional(
      \.phones, "telefono", "phone", .list(.text), "i numeri da chiamare", "the numbers to call"
    ).published(as: "phones"),
    .optional(
      \.emails, "email", "email", .list(.email), "la posta elettronica", "the e-mail address"
    ).published(as: "emails"),
    .optional(
      \.url, "url", "url", .url, "la sua pagina sul sito del Comune", "its page on the site"),
    .optional(\.hours, "orari", "hours", .text, "quando è aperto al pubblico", "when it is open"),
  ])

  package var kind: OfficeKind? { statedKind?.word.value }
  /// What a kind that is none of the known is called.
  package var kindName: Sourced<String>? { statedKind?.name }
}

/// A plan that achievements carry out (`tipo: piani`).
package struct Plan: Entity {
  package var id = Sourced("", at: .unread)
  package var title = Sourced("", at: .unread)
  package var issuer = Sourced("", at: .unread)
  package var period = Sourced(Period(CalendarDate.unread), at: .unread)
  package var adoption: Sourced<String>?
  package var chapters: [Sourced<String>] = []

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Plan>([
    .required(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(\.title, "titolo", "title", .text, "il titolo", "the title"),
    .required(\.issuer, "emanante", "issuer", .text, "chi l'ha fatto", "who issued it"),
    .required(\.period, "periodo", "period", .period, "gli anni", "the years"),
    .optional(
      \.adoption, "adozione", "adoption", .reference(.act), "l'atto che lo adotta",
      "the adopting act"),
    .optional(\.chapters, "capitoli", "chapters", .list(.text), "i capitoli", "the chapters"),
  ])
}

/// A narrative page beside the objectives (`tipo: contesto`).
package struct ContextPage: Draftable {
  /// What a reused text was taken from.
  package struct Origin: Entity {
    package var work = Sourced("", at: .unread)
    package var url: Sourced<String>?
    package var date: Sourced<CalendarDate>?
    package var licence: Sourced<String>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Origin>([
      .required(\.work, "opera", "work", .text, "il titolo dell'opera", "the title of the work"),
      .optional(\.url, "url", "url", .url, "il suo indirizzo", "its address"),
      .optional(\.date, "data", "date", .date, "la sua data", "its date"),
      .optional(\.licence, "licenza", "licence", .text, "la sua licenza", "its licence"),
    ])
  }

  package var id = Sourced("", at: .unread)
  package var title = Sourced("", at: .unread)
  package var text = EmbeddedText("", at: .unread)
  package var period = Sourced(Period(CalendarDate.unread), at: .unread)
  package var origin: Origin?
  package var updatedOn = Sourced(CalendarDate.unread, at: .unread)
  package var draft: Sourced<Bool>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<ContextPage>([
    .optional(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(\.title, "titolo", "title", .text, "il titolo", "the title"),
    .required(
      \.text, "testo", "text", .markdown, "il racconto (testo principale)", "the story (main text)"
    ).unpublished,
    .required(
      \.period, "periodo", "period", .period, "gli anni di cui parla", "the years it is about"),
    .optional(
      \.origin, "origine", "origin", .record, "l'opera da cui è ripreso",
      "the work it was taken from"),
    .required(
      \.updatedOn, "aggiornato_il", "updated_on", .date, "ultimo aggiornamento", "last update"),
    .draft.unpublished,
  ])
}
