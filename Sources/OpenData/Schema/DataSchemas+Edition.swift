import SocialReport

extension DataSchemas {
  static let editionMembers: [DataSchema.Member] =
    .fields(of: Edition.self) + [
      .optional("id", .text, "Il nome dell'edizione negli indirizzi, se non è l'anno."),
      .required("url", .url, "La prima pagina dell'edizione."),
      .optional("previous", .year, "L'anno dell'edizione prima."),
      .optional("previous_id", .text, "Il suo nome, se non è l'anno."),
      .required("method", .object(.fields(of: Edition.Method.self)), "Come è fatta l'edizione."),
      .required("areas", .list(.definition("area")), "Le aree che raccolgono gli obiettivi."),
      .required("contexts", .list(.definition("context")), "Le pagine di contesto."),
      .required("acts", .list(.definition("act")), "Gli atti citati."),
      .required("sources", .list(.definition("source")), "Le fonti."),
      .required("offices", .list(.definition("office")), "Gli uffici."),
      .required("glossary", .list(.definition("term")), "Le parole spiegate."),
      .required("plans", .list(.definition("plan")), "I piani citati."),
      .optional(
        "corrections",
        .list(
          .object(
            .fields(of: Edition.Correction.self) + [
              .required("url", .url, "La pagina corretta.")
            ])), "Che cosa è stato corretto dopo la pubblicazione, l'ultima correzione per prima."),
      .required("objectives", .list(.definition("objective")), "Gli obiettivi."),
      .required("indicators", .list(.definition("indicator")), "Gli indicatori con i loro valori."),
    ]

  static let context: [DataSchema.Member] =
    .fields(of: ContextPage.self) + [.required("url", .url, "La pagina con il testo.")]

  static let act: [DataSchema.Member] =
    .fields(of: LegalAct.self) + [.optional("url", .url, "Dove si legge.")]

  static let source: [DataSchema.Member] =
    .fields(of: InformationSource.self) + [
      .optional("archived", .url, "La copia su questo sito."),
      .optional("sha256", .text, "L'impronta della copia."),
    ]
}
