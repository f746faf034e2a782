import SocialReport

extension DataSchemas {
  static let objective: [DataSchema.Member] = [
    .required("id", .text, "Il nome, stabile da un'edizione all'altra."),
    .required("number", .text, "Il numero in questa edizione."),
    .required("title", .text, "Che cosa si voleva ottenere."),
    .required("url", .url, "La pagina, con la premessa."),
    .optional("area", .text, "L'`id` dell'area."),
    .optional("expected_result", .text, "Che cosa doveva cambiare."),
    .optional("assessment", .word(Assessment.self), "A che punto è."),
    .optional("rationale", .markdown, "Perché questa valutazione, in Markdown."),
    .optional("owner", .text, "L'`id` dell'ufficio che ne risponde."),
    .required("beneficiaries", .texts, "Per chi."),
    .required("indicators", .texts, "Gli `id` degli indicatori che lo misurano."),
    .optional(
      "continues",
      .object([
        .optional("edition", .year, "L'anno dell'edizione."),
        .optional("edition_id", .text, "Il suo nome, se non è l'anno."),
        .required("id", .text, "L'`id` dell'obiettivo in quell'edizione."),
      ]), "L'obiettivo di un'altra edizione che questo prosegue."),
    .optional("concludes", .flag, "Vero se finisce con questa edizione."),
    .required("updated_on", .date, "L'ultimo aggiornamento."),
    .required("achievements", .list(.definition("achievement")), "Le realizzazioni."),
  ]

  static let achievement: [DataSchema.Member] = [
    .required("id", .text, "Il nome, stabile da un'edizione all'altra."),
    .required("number", .text, "Il numero in questa edizione."),
    .required("title", .text, "Che cosa è stato fatto."),
    .required("summary", .text, "In due frasi."),
    .required("url", .url, "La pagina, con il racconto."),
    .optional("draft", .flag, "Vero per una bozza, che sta solo nelle anteprime."),
    .required("office", .text, "L'`id` dell'ufficio che l'ha fatta."),
    .required("status", .word(AchievementStatus.self), "A che punto è."),
    .required("status_on", .date, "A quale data."),
    .required("actions", .list(.definition("action")), "I passi del lavoro."),
    .required("milestones", .list(.definition("milestone")), "Le tappe."),
    .required("resources", .list(.definition("resource")), "Il denaro."),
    .required("attachments", .list(.definition("attachment")), "I documenti."),
    .required("indicators", .texts, "Gli `id` degli indicatori."),
    .required("acts", .texts, "Gli `id` degli atti."),
    .required("beneficiaries", .texts, "Per chi."),
    .required("updated_on", .date, "L'ultimo aggiornamento."),
  ]

  static let action: [DataSchema.Member] = [
    .optional("number", .text, "Il numero."),
    .required("title", .text, "Che cosa."),
    .required("status", .word(AchievementStatus.self), "A che punto è."),
    .optional("owner", .text, "L'`id` dell'ufficio che ne risponde."),
    .optional("due", .date, "Entro quando."),
    .optional("progress", .integer, "L'avanzamento, in percento."),
    .optional("issue", .markdown, "Che cosa la frena, in Markdown."),
    .optional("evidence", .text, "L'`id` dell'atto o della fonte che lo prova."),
  ]

  static let milestone: [DataSchema.Member] = [
    .required("subject", .text, "Che cosa è successo."),
    .optional("kind", .word(MilestoneKind.self), "Che genere di tappa."),
    .optional("date", .period, "Quando; manca se non si sa."),
    .optional("act", .text, "L'`id` dell'atto."),
    .optional("source", .text, "L'`id` della fonte."),
  ]

  static let resource: [DataSchema.Member] = [
    .optional("id", .text, "Il nome, unico nella realizzazione."),
    .required("description", .text, "Per che cosa."),
    .optional("year", .year, "L'anno."),
    .required("stage", .word(SpendingStage.self), "La fase della spesa."),
    .required("amount", .number, "L'importo in euro."),
    .optional("basis", .word(AmountBasis.self), "Di quali conti è l'importo."),
    .optional("funding", .word(Funding.self), "Da dove viene il denaro."),
    .optional("funding_name", .text, "Come si chiama, se `funding` è `other`."),
    .optional("measure", .text, "La misura del PNRR, come `M1C1I1.4.1`."),
    .optional("measures", .texts, "Le misure, se sono più d'una."),
    .required(
      "shares",
      .list(
        .object([
          .required("source", .text, "Chi paga."),
          .required("amount", .number, "L'importo in euro."),
        ])), "Le parti di chi paga."),
    .optional("cup", .text, "Il codice unico di progetto."),
    .optional("cups", .texts, "I codici di progetto, se sono più d'uno."),
    .optional("cig", .text, "Il codice della gara."),
    .optional("cigs", .texts, "I codici di gara, se sono più d'uno."),
    .required("source", .text, "L'`id` della fonte, o dell'atto, in cui sta scritto."),
    .optional("act", .text, "L'`id` di un atto, oltre alla fonte."),
  ]

  static let attachment: [DataSchema.Member] = [
    .required("title", .text, "Il titolo."),
    .optional("url", .url, "Dove si scarica o si legge."),
    .optional("language", .text, "La lingua."),
    .optional("date", .date, "La data."),
    .required("accessible", .flag, "Vero se si legge con ogni mezzo."),
    .optional("note", .text, "Che cosa manca perché lo sia."),
    .optional("archived", .url, "La copia su questo sito."),
  ]
}
