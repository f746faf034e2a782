extension Tables {
  static let indicator = Table([
    .optional("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("nome", "name", .text(), "il nome", "its name"),
    .required(
      "definizione", "definition", .text(maximum: 500), "che cosa misura", "what it measures"),
    .required(
      "misura", "measure",
      measure, "che genere di misura", "what kind of measure"),
    .optional("unita", "unit", .text(), "l'unità", "the unit").needed(
      "salvo che per `si_no` e `qualitativa`", "but for `yes_no` and `qualitative`"),
    .optional("decimali", "decimals", .integer(0...4), "quanti decimali", "how many decimals")
      .going("nel modo in cui si scrivono i valori", "into how values are written"),
    .required(
      "verso", "direction",
      direction, "quando va meglio", "which way is better"),
    .optional("territorio", "geography", .text(), "dove", "where"),
    .required("fonte", "source", .reference, "la fonte", "the source"),
    .required(
      "metodo", "method", .markdown, "come si calcola (testo principale)", "how (main text)"),
    .required("responsabile", "owner", .reference, "l'ufficio", "the office"),
    .optional(
      "rotture", "breaks", .list(.record(methodBreak)), "i cambi di metodo", "changes of method"),
    .required(
      "osservazioni", "observations", .observations(observation), "i valori, o un file CSV",
      "the values, or a CSV file"),
    .optional("traguardi", "targets", .list(.record(target)), "dove si vuole arrivare", "targets"),
    .optional("grafico", "chart", .record(chart), "il grafico", "the chart"),
  ])

  static let methodBreak = Table([
    .required("tra", "between", .yearPair, "i due anni, come `[2019, 2020]`", "the two years"),
    .required("motivo", "reason", .text(), "che cosa è cambiato", "what changed"),
  ])

  static let observation = Table([
    .required(
      "periodo", "period", .period,
      "l'anno (`2021`), l'anno scolastico (`2020/21`), il trimestre (`2021-T1`), il semestre "
        + "(`2021-S1`), il mese (`2021-06`), il giorno o due date",
      "the year (`2021`), school year (`2020/21`), quarter (`2021-Q1`), half (`2021-H1`), month "
        + "(`2021-06`), day, or two dates"),
    .optional("valore", "value", .observedValue, "il valore; vuoto se manca", "the value"),
    .optional(
      "motivo_mancante", "missing_reason", .text(), "perché manca", "why it is missing"
    ).needed("se il valore manca", "where the value is missing"),
    .optional("su", "out_of", .integer(1...10_000_000), "su quanti", "out of how many").needed(
      "per una posizione, oppure una `nota`", "for a position, or a `note`"),
    .optional(
      "ex_aequo", "tied", .integer(2...10_000), "in quanti a pari merito, noi compresi",
      "how many tied, ourselves among them"),
    .optional(
      "stato", "status",
      observationStatus, "lettera SDMX (CL_OBS_STATUS)", "SDMX letter (CL_OBS_STATUS)"),
    .optional("nota", "note", .text(), "una nota", "a note"),
    .optional("fonte", "source", .reference, "se diversa", "where another"),
  ])

  static let target = Table([
    .required("valore", "value", .decimal, "il valore", "the value"),
    .required("anno", "year", .integer(1990...2200), "entro l'anno", "by the year"),
    .required("base", "baseline", .record(baseline), "da dove si parte", "the baseline"),
    .optional(
      "tipo", "kind",
      targetKind,
      "che genere di traguardo (`raggiungere` se manca)", "what kind of target (`reach` by default)"
    ),
  ])

  static let baseline = Table([
    .required("anno", "year", .integer(1990...2200), "l'anno", "the year"),
    .required("valore", "value", .decimal, "il valore", "the value"),
    .optional(
      "fonte", "source", .reference, "da dove viene, se è di un anno che la serie non ha",
      "where it comes from, for a year that the series does not hold"),
  ])

  static let chart = Table([
    .required("titolo", "title", .text(), "che cosa si vede, in 12 parole", "the finding"),
    .required(
      "descrizione", "description", .text(minimum: 40), "per chi non lo vede",
      "for those who do not see it"),
    .optional(
      "tipo", "kind",
      .words(
        ["linea": "line", "barre": "bars"],
        also: ["line": "linee, a linee", "bars": "barra, a barre, istogramma, colonne"]),
      "linea o barre", "line or bars"
    ).going("nel disegno del grafico", "into the drawing of the chart"),
  ])
}
