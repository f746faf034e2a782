import SocialReport

extension DataSchemas {
  static let editionMembers: [DataSchema.Member] = [
    .optional("id", .text, "Il nome dell'edizione negli indirizzi, se non è l'anno."),
    .required("year", .year, "L'anno di cui l'edizione rende conto."),
    .required("title", .text, "Il titolo."),
    .optional("subtitle", .text, "La riga sotto il titolo."),
    .required("url", .url, "La prima pagina dell'edizione."),
    .required("period", .period, "Il periodo di cui si rende conto."),
    .optional("report_type", .word(ReportType.self), "Che genere di bilancio è."),
    .optional("published_on", .date, "Quando è uscita."),
    .optional("updated_on", .date, "Quando è stata aggiornata dopo l'uscita."),
    .optional("approval", .text, "L'`id` dell'atto che la approva."),
    .optional("previous", .year, "L'anno dell'edizione prima."),
    .optional("previous_id", .text, "Il suo nome, se non è l'anno."),
    .optional("notice", .markdown, "L'avviso che sta su ogni pagina, in Markdown."),
    .required("introduction", .markdown, "La presentazione, in Markdown."),
    .required(
      "method",
      .object([
        .optional("criteria", .markdown, "Con quali criteri, in Markdown."),
        .optional("boundary", .markdown, "Che cosa c'è e che cosa no, in Markdown."),
        .optional("limits", .markdown, "Che cosa non si è potuto fare, in Markdown."),
        .optional("changes", .markdown, "Che cosa è cambiato, in Markdown."),
      ]), "Come è fatta l'edizione."),
    .optional(
      "assurance",
      .object([
        .required("kind", .word(AssuranceKind.self), "Il tipo di controllo."),
        .optional("body", .text, "Chi l'ha fatto."),
        .optional("date", .date, "Quando."),
        .optional("scope", .text, "Su che cosa."),
        .optional("document", .url, "L'indirizzo della relazione."),
      ]), "Chi l'ha controllata."),
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
        .object([
          .required("date", .date, "Quando."),
          .required("url", .url, "La pagina corretta."),
          .required("what", .text, "Che cosa è cambiato."),
          .required("before", .text, "Che cosa c'era scritto."),
          .required("after", .text, "Che cosa c'è scritto ora."),
          .required("why", .text, "Perché."),
        ])), "Che cosa è stato corretto dopo la pubblicazione, l'ultima correzione per prima."),
    .required("objectives", .list(.definition("objective")), "Gli obiettivi."),
    .required("indicators", .list(.definition("indicator")), "Gli indicatori con i loro valori."),
  ]

  static let area: [DataSchema.Member] = [
    .required("id", .text, "Il nome stabile."),
    .required("number", .text, "Il numero stampato."),
    .required("title", .text, "Il titolo."),
    .optional("summary", .text, "Di che cosa si occupa."),
    .optional("mission", .form("^[0-9]{2}$"), "La missione di bilancio (D.Lgs. 118/2011)."),
  ]

  static let context: [DataSchema.Member] = [
    .required("id", .text, "Il nome stabile."),
    .required("title", .text, "Il titolo."),
    .required("period", .period, "Gli anni di cui parla."),
    .required("url", .url, "La pagina con il testo."),
    .optional(
      "origin",
      .object([
        .required("work", .text, "Il titolo dell'opera."),
        .optional("url", .url, "Il suo indirizzo."),
        .optional("date", .date, "La sua data."),
        .optional("licence", .text, "La sua licenza."),
      ]), "L'opera da cui il testo è ripreso."),
    .required("updated_on", .date, "L'ultimo aggiornamento."),
  ]

  static let act: [DataSchema.Member] = [
    .required("id", .text, "Il nome stabile."),
    .required("body", .word(ActBody.self), "Chi l'ha adottato."),
    .optional("body_name", .text, "Come si chiama, se `body` è `other`."),
    .optional("powers_of", .word(ActBody.self), "L'organo di cui ha i poteri."),
    .required("kind", .word(ActKind.self), "Che genere di atto."),
    .optional("kind_name", .text, "Come si chiama, se `kind` è `other`."),
    .optional("number", .text, "Il numero, se ne ha uno."),
    .optional("office", .text, "L'`id` dell'ufficio che lo ha adottato."),
    .optional("register", .text, "Il registro in cui è numerato."),
    .required("date", .date, "La data."),
    .required("subject", .text, "Di che cosa parla."),
    .optional("effect", .word(ActEffect.self), "Che cosa fa."),
    .optional("url", .url, "Dove si legge."),
    .optional("file", .url, "La copia su questo sito."),
  ]

  static let source: [DataSchema.Member] = [
    .required("id", .text, "Il nome stabile."),
    .required("title", .text, "Il titolo."),
    .required("organisation", .text, "Di chi è."),
    .required("kind", .word(SourceKind.self), "Che genere di fonte."),
    .required("quality", .word(SourceQuality.self), "Quanto è sicura."),
    .optional("date", .date, "La data."),
    .optional("url", .url, "L'indirizzo."),
    .optional("retrieved_on", .date, "Quando è stata letta."),
    .optional("archived", .url, "La copia su questo sito."),
    .optional("sha256", .text, "L'impronta della copia."),
  ]

  static let office: [DataSchema.Member] = [
    .required("id", .text, "Il nome stabile."),
    .required("name", .text, "Il nome."),
    .optional("kind", .word(OfficeKind.self), "Che genere di ufficio."),
    .optional("kind_name", .text, "Come si chiama, se `kind` è `other`."),
    .optional("parent", .text, "L'`id` dell'ufficio di cui fa parte."),
    .optional("head", .text, "Chi lo dirige."),
    .optional("phones", .texts, "I numeri di telefono."),
    .optional("emails", .texts, "Gli indirizzi di posta elettronica."),
    .optional("url", .url, "La pagina sul sito del Comune."),
    .optional("hours", .text, "Quando è aperto al pubblico."),
  ]

  static let term: [DataSchema.Member] = [
    .required("id", .text, "Il nome stabile."),
    .required("term", .text, "La parola."),
    .optional("acronym", .text, "La sigla."),
    .required("definition", .text, "Che cosa vuol dire."),
    .optional("url", .url, "Per saperne di più."),
  ]

  static let plan: [DataSchema.Member] = [
    .required("id", .text, "Il nome stabile."),
    .required("title", .text, "Il titolo."),
    .required("issuer", .text, "Chi l'ha fatto."),
    .required("period", .period, "Gli anni."),
    .optional("adoption", .text, "L'`id` dell'atto che lo adotta."),
    .required("chapters", .texts, "I titoli dei capitoli."),
  ]
}
