import SocialReport

extension DataSchemas {
  static let objective: [DataSchema.Member] =
    .fields(of: Objective.self) + [
      .required("url", .url, "La pagina, con la premessa."),
      .optional("area", .text, "L'`id` dell'area."),
      .optional(
        "continues",
        .object([
          .optional("edition", .year, "L'anno dell'edizione."),
          .optional("edition_id", .text, "Il suo nome, se non è l'anno."),
          .required("id", .text, "L'`id` dell'obiettivo in quell'edizione."),
        ]), "L'obiettivo di un'altra edizione che questo prosegue."),
      .required("achievements", .list(.definition("achievement")), "Le realizzazioni."),
    ]

  static let achievement: [DataSchema.Member] =
    .fields(of: Achievement.self) + [
      .required("url", .url, "La pagina, con il racconto."),
      .required("resources", .list(.definition("resource")), "Il denaro."),
      .required("attachments", .list(.definition("attachment")), "I documenti."),
    ]

  static let resource: [DataSchema.Member] =
    .fields(of: Resource.self) + [
      .optional("measure", .text, "La misura del PNRR, come `M1C1I1.4.1`."),
      .optional("measures", .texts, "Le misure, se sono più d'una."),
      .optional("cup", .text, "Il codice unico di progetto."),
      .optional("cups", .texts, "I codici di progetto, se sono più d'uno."),
      .optional("cig", .text, "Il codice della gara."),
      .optional("cigs", .texts, "I codici di gara, se sono più d'uno."),
    ]

  static let attachment: [DataSchema.Member] =
    .fields(of: Attachment.self) + [.optional("url", .url, "Dove si scarica o si legge.")]
}
