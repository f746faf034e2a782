extension Tables {
  static let site = Table([
    .required(
      "ente", "entity", .record(entity), "il Comune che rende conto", "the municipality"),
    .required(
      "indirizzo", "base_url", .siteAddress, "l'indirizzo del sito; può finire con un percorso",
      "the address of the site; it may end in a path"
    ).going("negli indirizzi delle pagine", "into the addresses of the pages"),
    .optional(
      "lingua", "language", .text(minimum: 2, maximum: 2), "la lingua delle pagine (`it` se manca)",
      "the language of the pages (`it` by default)"
    ).going("nelle parole del sito", "into the words of the site"),
    .optional("tema", "theme", .text(), "il tema delle pagine", "the theme of the pages")
      .going("nell'aspetto delle pagine", "into the looks of the pages"),
    .optional(
      "menu", "menu", .record(menu), "indirizzi del sito del Comune, per il menu",
      "addresses of the municipal site, for the menu"),
    .optional(
      "piede", "footer", .record(footer), "indirizzi per il piè di pagina",
      "addresses for the footer"),
    .optional(
      "feedback", "feedback", .record(feedback), "il modulo in fondo alle pagine",
      "the form at the end of the pages"),
    .optional(
      "controlli", "checks",
      .choices(severity), "quanto pesa ciò che un controllo trova, per nome del controllo",
      "how grave it is what a check finds, by the name of the check"
    ).going("nei controlli", "into the checks"),
    .optional(
      "soglie", "thresholds", .record(thresholds), "da dove i controlli dei testi trovano qualcosa",
      "from where on the checks of texts find something"),
    .optional(
      "pubblicazione", "publishing", .list(.record(publishingTarget)),
      "dove si pubblica il sito; può stare anche in un file suo, con `tipo: pubblicazione`",
      "where the site is published; may also be in a file of its own, with `kind: publishing`"
    ).withoutWords,
    .optional(
      "licenza", "licence", .text(), "la licenza dei contenuti (CC-BY-4.0 se manca)",
      "the licence of the contents (CC-BY-4.0 by default)"
    ).withoutWords,
  ])

  static let entity = Table([
    .required("nome", "name", .text(), "per esempio «Comune di Palermo»", "its name"),
    .optional("codice_ipa", "ipa_code", .text(), "codice nell'Indice PA", "code in the IPA index")
      .going("nei dati aperti", "into the open data"),
    .optional(
      "codice_istat", "istat_code", .digits(6), "sei cifre, come `082053`",
      "six digits, as `082053`"
    ).going("nei dati aperti", "into the open data"),
    .optional("indirizzo", "address", .text(), "via, CAP e città", "street and town"),
    .optional("telefono", "phone", .text(), "il centralino", "the switchboard"),
    .optional("email", "email", .text(), "la posta elettronica", "the e-mail address"),
    .optional("pec", "pec", .text(), "la posta certificata", "the certified e-mail address"),
    .optional("partita_iva", "vat", .digits(11), "undici cifre", "eleven digits"),
    .optional("regione", "region", .record(region), "la regione", "the region"),
    .optional("logo", "logo", .file, "lo stemma", "the coat of arms"),
  ])

  static let region = Table([
    .required("nome", "name", .text(), "il nome", "its name"),
    .optional("url", "url", .url, "il suo sito", "its site"),
  ])

  static let menu = Table([
    .optional("amministrazione", "management", .url, "Amministrazione", "Administration"),
    .optional("novita", "news", .url, "Novità", "News"),
    .optional("servizi", "services", .url, "Servizi", "Services"),
    .optional("vivere", "live", .url, "Vivere il Comune", "Living here"),
  ]).refusingEmpty

  static let footer = Table([
    .optional("faq", "faq", .url, "domande frequenti", "frequent questions"),
    .optional("disservizio", "report", .url, "segnalazione di un disservizio", "report a fault"),
    .optional("privacy", "privacy", .url, "informativa sulla privacy", "privacy notice"),
    .optional("note_legali", "legal_notes", .url, "note legali del Comune", "legal notes"),
    .optional(
      "accessibilita", "accessibility", .url, "dichiarazione di accessibilità (form.agid.gov.it)",
      "accessibility statement"),
    .optional(
      "trasparenza", "transparency", .url, "amministrazione trasparente", "transparency pages"),
  ]).refusingEmpty

  static let thresholds = Table([
    .optional(
      "leggibilita", "readability", .integer(0...100), "l'indice Gulpease minimo (40 se manca)",
      "the least Gulpease index (40 by default)"),
    .optional(
      "parole_per_frase", "words_per_sentence", .integer(10...200),
      "le parole di una frase (40 se manca)", "the words of a sentence (40 by default)"),
  ]).going("nei controlli", "into the checks")

  static let publishingTarget = Table([
    .required(
      "nome", "name", .slug, "come si chiama: `bilancio publish NOME`",
      "what it is called: `bilancio publish NAME`"),
    .required(
      "tipo", "kind",
      .words(["cartella": "folder", "sftp": "sftp", "rsync": "rsync", "rclone": "rclone"]),
      "come ci si arriva", "how it is reached"),
    .required(
      "dove", "location", .text(),
      "una cartella, oppure `utente@server:cartella` (sftp, rsync) o `nome:cartella` (rclone)",
      "a folder, or `user@server:folder` (sftp, rsync) or `name:folder` (rclone)"
    ).withoutWords,
    .optional(
      "indirizzo", "address", .siteAddress,
      "l'indirizzo delle pagine, se non è quello del sito; da qui si rileggono dopo la pubblicazione",
      "the address of the pages, where it is not the site's; they are fetched from here afterwards"),
    .optional(
      "conserva", "kept", .integer(2...100), "quante versioni si tengono (5 se manca)",
      "how many releases are kept (5 by default)"),
  ]).going("nel programma che pubblica", "into the program that publishes")

  static let feedback = Table([
    .required(
      "modo", "mode",
      .words(
        ["chiarezza": "clarity", "utile": "useful", "entrambi": "both", "nessuno": "none"],
        also: [
          "clarity": "chiara", "useful": "utilità", "both": "tutti e due, tutte e due",
          "none": "no, niente",
        ]),
      "che cosa si chiede", "what is asked"
    ).going("nelle domande del modulo", "into the questions of the form"),
    .optional("azione", "action", .url, "dove va il modulo", "where the form is sent"),
    .optional(
      "accesso", "access",
      .words(
        ["libero": "open", "registrati": "registered"],
        also: ["open": "aperto, tutti", "registered": "utenti registrati, solo registrati"]),
      "chi può rispondere", "who may answer"
    ).going("nella forma del modulo", "into the shape of the form"),
    .optional("accedi", "login", .url, "la pagina per entrare", "the page to log in")
      .going(
        "nel collegamento «Accedi», con `accesso: registrati`",
        "into the link to log in, with `access: registered`"),
    .optional(
      "conservazione", "retention", .integer(1...120), "per quanti mesi si tengono le risposte",
      "for how many months answers are kept"),
    .optional(
      "caratteri", "max_characters", .integer(200...1250), "lunghezza massima del testo libero",
      "greatest length of the free text"),
  ])
}
