extension Tables {
  static let edition = Table([
    .optional(
      "id", "id", .slug, "il nome negli indirizzi, se non è l'anno: come `2021-giugno`",
      "the name in addresses, where it is not the year: as `2021-june`"
    ).asName,
    .required("anno", "year", .integer(1990...2200), "l'anno di cui si rende conto", "the year")
      .going("negli indirizzi delle pagine", "into the addresses of the pages"),
    .required("titolo", "title", .text(maximum: 120), "il titolo", "the title"),
    .required(
      "periodo", "period", .period, "da quando a quando", "from when to when"),
    .required(
      "presentazione", "introduction", .markdown, "che cosa si trova qui (testo principale)",
      "what is to be found here (main text)"),
    .optional("sottotitolo", "subtitle", .text(), "una riga sotto il titolo", "a line below it"),
    .optional(
      "nota_metodologica", "method", .record(method), "come è fatta l'edizione",
      "how the edition was made"),
    .optional(
      "genere", "report_type",
      reportType, "che genere di bilancio è (`annuale` se manca)",
      "what kind of report it is (`annual` by default)"),
    .optional("pubblicata_il", "published_on", .date, "quando è uscita", "when it came out"),
    .optional(
      "aggiornata_il", "updated_on", .date, "quando è stata aggiornata dopo l'uscita",
      "when it was updated after it came out"),
    .optional(
      "atto_approvazione", "approval", .reference, "l'atto che la approva", "the act that approves"),
    .optional(
      "assicurazione", "assurance", .record(assurance), "chi l'ha controllata", "who checked it"),
    .optional(
      "edizione_precedente", "previous", .edition,
      "l'anno, o l'`id`, dell'edizione prima; se manca è quella dell'anno prima",
      "the year, or the `id`, of the edition before; that of the year before by default"
    ).going("nei dati aperti e nei controlli", "into the open data and the checks"),
    .optional(
      "avviso", "notice", .markdown, "mostrato su ogni pagina", "shown on every page"),
    .optional(
      "chiusa", "closed", .flag,
      "se è chiusa: si pubblica così com'era, e per cambiarla serve una rettifica",
      "whether it is closed: it is published as it was, and only a correction changes it"
    ).going("nel modo in cui si fa il sito", "into how the site is made"),
    .optional(
      "impronta", "fingerprint", .slug,
      "quale copia è l'edizione chiusa; la scrive `bilancio close`",
      "which copy is the closed edition; `bilancio close` writes it"
    ).going("nel confronto con la copia pubblicata", "into the comparison with what was published"),
    .optional(
      "spostati", "moved", .list(.record(moved)),
      "le pagine che avevano un altro indirizzo: chi arriva là è portato qui",
      "pages that had another address: who comes there is led here"
    ).going("negli indirizzi delle pagine", "into the addresses of the pages"),
  ])

  static let moved = Table([
    .required(
      "da", "from", .text(), "l'indirizzo di prima, dentro l'edizione: `scuole/mensa`",
      "the address before, within the edition: `schools/canteen`"),
    .required(
      "a", "to", .text(), "la pagina, come in un collegamento `pagina:`: `scuole/nuova-mensa`",
      "the page, as in a `page:` link: `schools/new-canteen`"),
  ]).going("negli indirizzi delle pagine", "into the addresses of the pages")

  static let correction = Table([
    .required("data", "date", .date, "quando", "when"),
    .required(
      "pagina", "page", .text(),
      "la pagina, come in un collegamento `pagina:`; `/` è la prima dell'edizione",
      "the page, as in a `page:` link; `/` is the edition's first"),
    .required("che_cosa", "what", .text(), "che cosa è cambiato", "what changed"),
    .required("prima", "before", .text(), "che cosa c'era scritto", "what it said"),
    .required("dopo", "after", .text(), "che cosa c'è scritto ora", "what it says now"),
    .required("perche", "why", .text(), "perché", "why"),
  ])

  static let method = Table([
    .optional("criteri", "criteria", .markdown, "con quali criteri", "by which criteria"),
    .optional("perimetro", "boundary", .markdown, "che cosa c'è e che cosa no", "what is in it"),
    .optional("limiti", "limits", .markdown, "che cosa non si è potuto fare", "its limits"),
    .optional("modifiche", "changes", .markdown, "che cosa è cambiato", "what changed"),
  ])

  static let assurance = Table([
    .required(
      "tipo", "kind",
      assuranceKind, "il tipo di controllo", "the kind of assurance"),
    .optional("soggetto", "body", .text(), "chi l'ha fatto", "who gave it"),
    .optional("data", "date", .date, "quando", "when"),
    .optional("ambito", "scope", .text(), "su che cosa", "on what"),
    .optional("documento", "document", .file, "la relazione", "the statement"),
  ])

  static let area = Table([
    .optional("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("numero", "number", .label, "il numero stampato", "the printed number"),
    .required("titolo", "title", .text(), "il titolo", "the title"),
    .optional("sintesi", "summary", .text(maximum: 600), "di che cosa si occupa", "what it is"),
    .optional(
      "missione", "mission", .budgetMission, "missione di bilancio (D.Lgs. 118/2011)",
      "budget mission (D.Lgs. 118/2011)"),
  ])

  static let context = Table([
    .optional("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("titolo", "title", .text(), "il titolo", "the title"),
    .required(
      "testo", "text", .markdown, "il racconto (testo principale)", "the story (main text)"),
    .required("periodo", "period", .period, "gli anni di cui parla", "the years it is about"),
    .optional(
      "origine", "origin", .record(origin), "l'opera da cui è ripreso", "the work it was taken from"
    ),
    .required("aggiornato_il", "updated_on", .date, "ultimo aggiornamento", "last update"),
  ])

  static let origin = Table([
    .required("opera", "work", .text(), "il titolo dell'opera", "the title of the work"),
    .optional("url", "url", .url, "il suo indirizzo", "its address"),
    .optional("data", "date", .date, "la sua data", "its date"),
    .optional("licenza", "licence", .text(), "la sua licenza", "its licence"),
  ])
}
