extension Tables {
  static let objective = Table([
    .optional("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("numero", "number", .label, "il numero in questa edizione", "the printed number"),
    .required("titolo", "title", .text(), "che cosa si voleva ottenere", "what was promised"),
    .required("premessa", "premise", .markdown, "perché (testo principale)", "why (main text)"),
    .optional(
      "risultato_atteso", "expected_result", .text(maximum: 300), "che cosa doveva cambiare",
      "what should change"),
    .optional("beneficiari", "beneficiaries", .list(.text()), "per chi", "for whom"),
    .optional("responsabile", "owner", .reference, "l'ufficio che ne risponde", "the office"),
    .optional(
      "valutazione", "assessment",
      assessment, "a che punto è", "how far it got"),
    .optional(
      "motivazione", "rationale", .markdown, "perché questa valutazione", "why this assessment"
    ).needed("se la valutazione non è `raggiunto`", "where the assessment is not `reached`"),
    .optional(
      "indicatori", "indicators", .list(.reference), "gli indicatori che lo misurano",
      "the indicators that measure it"),
    .optional(
      "prosegue", "continues", .record(continuation), "l'obiettivo di un'altra edizione",
      "the objective of another edition"),
    .optional(
      "conclude", "concludes", .flag, "finisce con questa edizione: nella prossima non serve",
      "ends with this edition: the next need not have it"),
    .required("aggiornato_il", "updated_on", .date, "ultimo aggiornamento", "last update"),
  ])

  static let continuation = Table([
    .required("edizione", "edition", .edition, "l'anno, o l'`id`", "the year, or the `id`"),
    .required("id", "id", .slug, "il nome stabile", "the stable name").asName,
  ])

  static let achievement = Table([
    .optional("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("numero", "number", .label, "il numero in questa edizione", "the printed number"),
    .required("titolo", "title", .text(), "che cosa è stato fatto", "what was done"),
    .required("in_breve", "summary", .text(maximum: 280), "in due frasi", "in two sentences"),
    .required("ufficio", "office", .reference, "chi l'ha fatto", "who did it"),
    .required("stato", "status", status, "a che punto è", "how far it is"),
    .required("stato_al", "status_on", .date, "a quale data", "on which date"),
    .required(
      "cosa_abbiamo_fatto", "what_we_did", .markdown, "il racconto (testo principale)",
      "the story (main text)"),
    .optional("perche", "why", .markdown, "perché", "why"),
    .optional("cosa_e_cambiato", "outcome", .markdown, "che cosa è cambiato", "what changed"),
    .optional(
      "cosa_non_ha_funzionato", "what_did_not_work", .markdown, "che cosa non ha funzionato",
      "what did not work"),
    .optional("prossimi_passi", "next_steps", .markdown, "che cosa viene dopo", "what comes next"),
    .optional("azioni", "actions", .list(.record(action)), "i passi del lavoro", "the steps"),
    .optional("tappe", "milestones", .list(.record(milestone)), "le date", "the dates"),
    .optional("risorse", "resources", .list(.record(resource)), "il denaro", "the money"),
    .optional(
      "indicatori", "indicators", .list(.reference), "gli indicatori", "the indicators"),
    .optional("atti", "acts", .list(.reference), "gli atti", "the acts"),
    .optional(
      "allegati", "attachments", .list(.record(attachment)), "i documenti", "the documents"),
    .optional("beneficiari", "beneficiaries", .list(.text()), "per chi", "for whom"),
    .required("aggiornato_il", "updated_on", .date, "ultimo aggiornamento", "last update"),
    .optional("bozza", "draft", .flag, "non ancora da pubblicare", "not to be published yet")
      .going("nella scelta di che cosa si pubblica", "into the choice of what is published"),
  ])

  static let action = Table([
    .optional("numero", "number", .label, "il numero", "the number"),
    .required("titolo", "title", .text(), "che cosa", "what"),
    .optional("responsabile", "owner", .reference, "l'ufficio", "the office"),
    .required("stato", "status", status, "a che punto è", "how far it is"),
    .optional("scadenza", "due", .date, "entro quando", "by when"),
    .optional("avanzamento", "progress", .integer(0...100), "in percento", "in percent"),
    .optional("criticita", "issue", .markdown, "che cosa la frena", "what holds it up"),
    .optional("evidenza", "evidence", .reference, "l'atto o la fonte che lo prova", "the proof"),
  ])

  static let milestone = Table([
    .optional(
      "tipo", "kind",
      milestoneKind, "che genere di tappa", "what kind of milestone"),
    .required("oggetto", "subject", .text(), "che cosa è successo", "what happened"),
    .required(
      "data", "date", .dateOrUnknown, "giorno, mese, anno, intervallo o `sconosciuta`",
      "day, month, year, range or `unknown`"),
    .optional("atto", "act", .reference, "l'atto", "the act"),
    .optional("fonte", "source", .reference, "la fonte", "the source"),
  ])

  static let resource = Table([
    .optional(
      "id", "id", .slug, "il nome per i collegamenti, `risorsa:ID`",
      "the name for links, `resource:ID`"
    ).asName,
    .required("descrizione", "description", .text(), "per che cosa", "for what"),
    .optional("anno", "year", .integer(1990...2200), "l'anno", "the year"),
    .required(
      "fase", "stage",
      stage, "la fase della spesa", "the stage of the spending"),
    .required("importo", "amount", .money, "in euro", "in euro"),
    .optional(
      "finanziamento", "funding",
      funding, "da dove viene", "where it comes from"),
    .optional(
      "gestione", "basis", basis,
      "di quali conti è l'importo; solo importi della stessa gestione si confrontano",
      "of which accounts the amount is; only amounts of one basis are compared"),
    .optional(
      "misura", "measure", .list(.pnrrMeasure), "la misura del PNRR, come `M1C1I1.4.1` o `M1C1`",
      "the PNRR measure"
    ).needed("con `finanziamento: PNRR`", "with `funding: PNRR`"),
    .optional(
      "quote", "shares", .list(.record(share)),
      "le parti, se i finanziatori sono più d'uno: insieme danno l'importo",
      "the shares, where there is more than one funder: together they are the amount"),
    .optional("cup", "cup", .list(.code(15)), "codice unico di progetto", "CUP code").withoutWords,
    .optional("cig", "cig", .list(.code(10)), "codice della gara", "CIG code").withoutWords,
    .required(
      "fonte", "source", .reference, "dove sta scritto: una fonte o un atto",
      "where it is written: a source or an act"
    ).orElse("act", "se non c'è `atto`", "where there is no `act`"),
    .optional("atto", "act", .reference, "l'atto che lo decide", "the act that decides it"),
  ])

  static let share = Table([
    .required("fonte", "source", .text(), "chi paga", "who pays"),
    .required("importo", "amount", .money, "in euro", "in euro"),
  ])

  static let attachment = Table([
    .required("titolo", "title", .text(), "il titolo", "the title"),
    .optional("file", "file", .file, "il file", "the file").needed(
      "oppure `url`", "or `url`"),
    .optional("url", "url", .url, "oppure l'indirizzo", "or the address"),
    .optional("lingua", "language", .text(), "la lingua, come `it`", "the language, as `it`")
      .going("nel collegamento, per i browser", "into the link, for browsers"),
    .optional("data", "date", .date, "la data", "the date"),
    .required("accessibile", "accessible", .flag, "si legge con ogni mezzo", "is it accessible"),
    .optional("nota", "note", .text(), "che cosa manca", "what is missing").needed(
      "se non è accessibile", "where it is not accessible"),
    .optional("copia", "archived", .file, "la copia che conserviamo", "the copy that we keep")
      .needed("se c'è solo `url`", "where there is a `url` only"),
  ])
}
