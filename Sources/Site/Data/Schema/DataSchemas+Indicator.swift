import SocialReport

extension DataSchemas {
  static let indicator: [DataSchema.Member] = [
    .required("id", .text, "Il nome, stabile da un'edizione all'altra."),
    .required("name", .text, "Il nome per chi legge."),
    .required("definition", .text, "Che cosa misura."),
    .required("measure", .word(IndicatorMeasure.self), "Che genere di misura."),
    .optional("unit", .text, "L'unità."),
    .optional("decimals", .integer, "Quanti decimali si mostrano."),
    .required("direction", .word(Direction.self), "Quando va meglio."),
    .optional("geography", .text, "Dove."),
    .required("source", .text, "L'`id` della fonte."),
    .required("owner", .text, "L'`id` dell'ufficio che ne risponde."),
    .required("method", .markdown, "Come si calcola, in Markdown."),
    .required("url", .url, "La pagina dell'indicatore."),
    .required("csv", .url, "I valori in una tabella."),
    .required("breaks", .list(.definition("break")), "I cambi di metodo."),
    .required("targets", .list(.definition("target")), "I traguardi."),
    .required("observations", .list(.definition("observation")), "I valori in ordine di tempo."),
  ]

  static let methodBreak: [DataSchema.Member] = [
    .required("from", .year, "L'ultimo anno con il metodo di prima."),
    .required("to", .year, "Il primo anno con il metodo nuovo."),
    .required("reason", .text, "Che cosa è cambiato; i due anni non si confrontano."),
  ]

  static let target: [DataSchema.Member] = [
    .required("value", .number, "Il valore a cui si vuole arrivare."),
    .required("year", .year, "Entro quale anno."),
    .required("kind", .word(TargetKind.self), "Che genere di traguardo."),
    .optional(
      "baseline",
      .object([
        .required("year", .year, "L'anno."), .required("value", .number, "Il valore."),
        .optional("source", .text, "L'`id` della fonte, per un anno che la serie non ha."),
      ]), "Da dove si parte."),
  ]

  static let observation: [DataSchema.Member] = [
    .required("period", .period, "Il periodo: un anno, un mese, un giorno, o due con `/`."),
    .required(
      "value", .observedValue,
      "Il valore: un numero, una parola per le misure qualitative, o `null` se manca."),
    .optional("missing_reason", .text, "Perché il valore manca."),
    .optional("out_of", .integer, "Per una posizione, su quanti."),
    .optional("tied", .integer, "Per una posizione, in quanti a pari merito."),
    .required("status", .form("^[A-Z]$"), "La lettera di SDMX (CL_OBS_STATUS); `A` è normale."),
    .optional("note", .text, "Una nota."),
    .optional("source", .text, "L'`id` della fonte, se non è quella dell'indicatore."),
  ]
}
