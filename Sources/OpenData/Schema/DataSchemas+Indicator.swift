import SocialReport

extension DataSchemas {
  static let indicator: [DataSchema.Member] =
    .fields(of: Indicator.self) + [
      .required("url", .url, "La pagina dell'indicatore."),
      .required("csv", .url, "I valori in una tabella."),
      .required("breaks", .list(.definition("break")), "I cambi di metodo."),
      .required("targets", .list(.definition("target")), "I traguardi."),
      .required("observations", .list(.definition("observation")), "I valori in ordine di tempo."),
    ]

  static let methodBreak: [DataSchema.Member] =
    [
      .required("from", .year, "L'ultimo anno con il metodo di prima."),
      .required("to", .year, "Il primo anno con il metodo nuovo."),
    ] + .fields(of: Indicator.Break.self)

  static let target: [DataSchema.Member] =
    .fields(of: Target.self) + [
      .required("kind", .word(TargetKind.self), "Che genere di traguardo.")
    ]

  static let observation: [DataSchema.Member] =
    [
      .required("period", .period, "Il periodo: un anno, un mese, un giorno, o due con `/`."),
      .required(
        "value", .observedValue,
        "Il valore: un numero, una parola per le misure qualitative, o `null` se manca."),
      .required("status", .form("^[A-Z]$"), "La lettera di SDMX (CL_OBS_STATUS); `A` è normale."),
    ] + .fields(of: Observation.self)
}
