package import Diagnostics

/// Who reports, and the site that carries the report (`tipo: sito`).
package struct SiteInfo: Entity {
  package struct Region: Entity {
    package var name = Sourced("", at: .unread)
    package var url: Sourced<String>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Region>([
      .required(\.name, "nome", "name", .text, "il nome", "the name"),
      .optional(\.url, "url", "url", .url, "il suo sito", "its site"),
    ])
  }

  /// The municipality.
  package struct Body: Entity {
    package var name = Sourced("", at: .unread)
    package var ipaCode: Sourced<String>?
    package var istatCode: Sourced<String>?
    package var address: Sourced<String>?
    package var telephone: Sourced<String>?
    package var email: Sourced<String>?
    package var certifiedEmail: Sourced<String>?
    package var vat: Sourced<String>?
    package var region: Region?
    package var logo: Sourced<String>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Body>([
      .required(\.name, "nome", "name", .text, "per esempio «Comune di Palermo»", "its name"),
      .optional(
        \.ipaCode, "codice_ipa", "ipa_code", .text, "codice nell'Indice PA", "code in the IPA index"
      ).going("nei dati aperti", "into the open data"),
      .optional(
        \.istatCode, "codice_istat", "istat_code", .digits(6), "sei cifre, come `082053`",
        "six digits, as `082053`"
      ).going("nei dati aperti", "into the open data"),
      .optional(\.address, "indirizzo", "address", .text, "via, CAP e città", "street and town")
        .unpublished,
      .optional(\.telephone, "telefono", "phone", .text, "il centralino", "the switchboard")
        .unpublished,
      .optional(\.email, "email", "email", .text, "la posta elettronica", "the e-mail address")
        .unpublished,
      .optional(
        \.certifiedEmail, "pec", "pec", .text, "la posta certificata",
        "the certified e-mail address"
      ).unpublished,
      .optional(\.vat, "partita_iva", "vat", .digits(11), "undici cifre", "eleven digits")
        .unpublished,
      .optional(\.region, "regione", "region", .record, "la regione", "the region").unpublished,
      .optional(\.logo, "logo", "logo", .file, "lo stemma", "the coat of arms").unpublished,
    ])
  }

  /// Addresses of the municipal site, for the menu.
  package struct Menu: Entity {
    package var management: Sourced<String>?
    package var news: Sourced<String>?
    package var services: Sourced<String>?
    package var live: Sourced<String>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Menu>([
      .optional(
        \.management, "amministrazione", "management", .url, "Amministrazione", "Administration"),
      .optional(\.news, "novita", "news", .url, "Novità", "News"),
      .optional(\.services, "servizi", "services", .url, "Servizi", "Services"),
      .optional(\.live, "vivere", "live", .url, "Vivere il Comune", "Living here"),
    ]).refusingEmpty
  }

  /// Addresses of the municipal site, for the footer.
  package struct Footer: Entity {
    package var faq: Sourced<String>?
    package var report: Sourced<String>?
    package var privacy: Sourced<String>?
    package var legalNotes: Sourced<String>?
    package var accessibility: Sourced<String>?
    package var transparency: Sourced<String>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Footer>([
      .optional(\.faq, "faq", "faq", .url, "domande frequenti", "frequent questions"),
      .optional(
        \.report, "disservizio", "report", .url, "segnalazione di un disservizio", "report a fault"),
      .optional(
        \.privacy, "privacy", "privacy", .url, "informativa sulla privacy", "privacy notice"),
      .optional(
        \.legalNotes, "note_legali", "legal_notes", .url, "note legali del Comune", "legal notes"),
      .optional(
        \.accessibility, "accessibilita", "accessibility", .url,
        "dichiarazione di accessibilità (form.agid.gov.it)", "accessibility statement"),
      .optional(
        \.transparency, "trasparenza", "transparency", .url, "amministrazione trasparente",
        "transparency pages"),
    ]).refusingEmpty
  }

  package struct Feedback: Entity {
    package var statedMode = Sourced(FeedbackMode.clarity, at: .unread)
    package var action: Sourced<String>?
    package var statedAccess: Sourced<FeedbackAccess>?
    package var login: Sourced<String>?
    package var retentionMonths: Sourced<Int>?
    package var statedCharacters: Sourced<Int>?

    package init(place: SourceRange) { statedMode = Sourced(.clarity, at: place) }

    package static let declaration = Declaration<Feedback>([
      .required(
        \.statedMode, "modo", "mode", .choice(CodeLists.feedbackMode), "che cosa si chiede",
        "what is asked"
      ).going("nelle domande del modulo", "into the questions of the form"),
      .optional(\.action, "azione", "action", .url, "dove va il modulo", "where the form is sent"),
      .optional(
        \.statedAccess, "accesso", "access", .choice(CodeLists.feedbackAccess),
        "chi può rispondere", "who may answer"
      ).going("nella forma del modulo", "into the shape of the form"),
      .optional(\.login, "accedi", "login", .url, "la pagina per entrare", "the page to log in")
        .going(
          "nel collegamento «Accedi», con `accesso: registrati`",
          "into the link to log in, with `access: registered`"),
      .optional(
        \.retentionMonths, "conservazione", "retention", .integer(1...120),
        "per quanti mesi si tengono le risposte", "for how many months answers are kept"),
      .optional(
        \.statedCharacters, "caratteri", "max_characters", .integer(200...1250),
        "lunghezza massima del testo libero", "greatest length of the free text"),
    ])

    package var mode: FeedbackMode { statedMode.value }
    /// Where the mode is written.
    package var place: SourceRange { statedMode.place }
    package var access: FeedbackAccess { statedAccess?.value ?? .open }
    /// Where the access is written, if it is.
    package var accessPlace: SourceRange? { statedAccess?.place }
    package var maximumCharacters: Int { statedCharacters?.value ?? 200 }
  }

  /// From where on rules on texts find something (`soglie:`).
  package struct Thresholds: Entity {
    package var statedReadability: Sourced<Int>?
    package var statedWords: Sourced<Int>?

    package init(place: SourceRange = .unread) {}

    package static let declaration = Declaration<Thresholds>([
      .optional(
        \.statedReadability, "leggibilita", "readability", .integer(0...100),
        "l'indice Gulpease minimo (40 se manca)", "the least Gulpease index (40 by default)"),
      .optional(
        \.statedWords, "parole_per_frase", "words_per_sentence", .integer(10...200),
        "le parole di una frase (40 se manca)", "the words of a sentence (40 by default)"),
    ]).going("nei controlli", "into the checks")

    /// The least Gulpease index of a section, 0 to 100.
    package var readability: Int { statedReadability?.value ?? 40 }
    package var wordsPerSentence: Int { statedWords?.value ?? 40 }
  }

  package let place: SourceRange
  package var entity = Body(place: .unread)
  /// Absolute, and ending in `/`.
  package var baseURL = Sourced("", at: .unread)
  package var statedLanguage: Sourced<String>?
  package var theme: Sourced<String>?
  package var menu: Menu?
  package var footer: Footer?
  package var feedback: Feedback?
  package var statedRules = RuleSettings()
  package var thresholds = Thresholds()
  package var targets: [PublishingTarget] = []
  package var print: Sourced<Bool>?
  package var book: Sourced<Bool>?
  package var word: Sourced<Bool>?
  package var statedLicence: Sourced<String>?
  /// All that is printed of its file without being Markdown.
  package var plainTexts: [Sourced<String>] = []

  package init(place: SourceRange) { self.place = place }

  package static let declaration = Declaration<SiteInfo>([
    .required(\.entity, "ente", "entity", .record, "il Comune che rende conto", "the municipality"),
    .required(
      \.baseURL, "indirizzo", "base_url", .siteAddress,
      "l'indirizzo del sito; può finire con un percorso",
      "the address of the site; it may end in a path"
    ).going("negli indirizzi delle pagine", "into the addresses of the pages"),
    .optional(
      \.statedLanguage, "lingua", "language", .text(minimum: 2, maximum: 2),
      "la lingua delle pagine (`it` se manca)", "the language of the pages (`it` by default)"
    ).going("nelle parole del sito", "into the words of the site"),
    .optional(\.theme, "tema", "theme", .text, "il tema delle pagine", "the theme of the pages")
      .going("nell'aspetto delle pagine", "into the looks of the pages"),
    .optional(
      \.menu, "menu", "menu", .record, "indirizzi del sito del Comune, per il menu",
      "addresses of the municipal site, for the menu"),
    .optional(
      \.footer, "piede", "footer", .record, "indirizzi per il piè di pagina",
      "addresses for the footer"),
    .optional(
      \.feedback, "feedback", "feedback", .record, "il modulo in fondo alle pagine",
      "the form at the end of the pages"),
    .optional(
      \.statedRules, "controlli", "checks", .settings(CodeLists.severity),
      "quanto pesa ciò che un controllo trova, per nome del controllo",
      "how grave it is what a check finds, by the name of the check"
    ).going("nei controlli", "into the checks"),
    .optional(
      \.thresholds, "soglie", "thresholds", .record,
      "da dove i controlli dei testi trovano qualcosa",
      "from where on the checks of texts find something"),
    .optional(
      \.targets, "pubblicazione", "publishing", .list(.record),
      "dove si pubblica il sito; può stare anche in un file suo, con `tipo: pubblicazione`",
      "where the site is published; may also be in a file of its own, with `kind: publishing`"
    ).withoutWords,
    .optional(
      \.statedLicence, "licenza", "licence", .text, "la licenza dei contenuti (CC-BY-4.0 se manca)",
      "the licence of the contents (CC-BY-4.0 by default)"
    ).withoutWords,
    .optional(
      \.print, "pdf", "pdf", .flag,
      "se ogni edizione ha anche un PDF di tutto il documento, da scaricare",
      "whether each edition has a PDF of its whole document as well, to take away"
    ).going("nei file da scaricare", "into the files to take away"),
    .optional(
      \.book, "epub", "epub", .flag,
      "se ogni edizione ha anche un EPUB, per lettori di libri e telefoni",
      "whether each edition has an EPUB as well, for readers of books and phones"
    ).going("nei file da scaricare", "into the files to take away"),
    .optional(
      \.word, "word", "word", .flag,
      "se ogni edizione ha anche un file Word (docx) di tutto il documento, da correggere e riusare",
      "whether each edition has a Word file (docx) of its whole document as well, to correct and use again"
    ).going("nei file da scaricare", "into the files to take away"),
  ])

  /// BCP 47, two letters.
  package var language: String { statedLanguage?.value ?? "it" }
  package var rules: [RuleSettings.Setting] { statedRules.settings }
  package var licence: String { statedLicence?.value ?? "CC-BY-4.0" }
}

/// How grave it is what rules find, as the site wants it (`controlli:`).
package struct RuleSettings: FieldRepresentable {
  package struct Setting: Sendable {
    package let rule: Sourced<String>
    package let severity: Sourced<RuleSeverity>
  }

  package let settings: [Setting]

  init(_ settings: [Setting] = []) { self.settings = settings }

  package init?(fieldValue: FieldValue) {
    guard case .choices(let words) = fieldValue else { return nil }
    self.init(
      words.compactMap { name, word in
        RuleSeverity(rawValue: word.value).map {
          Setting(rule: name, severity: Sourced($0, at: word.place))
        }
      })
  }

  package var fieldValue: FieldValue {
    .choices(settings.map { ($0.rule, $0.severity.map(\.rawValue)) })
  }
}
