import SocialReport

/// The schemas of the documents that the program writes; the documents name them in `$schema`.
package enum DataSchemas {
  /// Of `edizione.json`.
  package static var edition: [UInt8] {
    DataSchema.file(
      title: "Un'edizione del bilancio sociale", opening + editionMembers,
      definitions: [
        "area": .fields(of: Area.self), "context": context, "act": act, "source": source,
        "office": .fields(of: Office.self),
        "term": .fields(of: GlossaryTerm.self), "plan": .fields(of: Plan.self),
        "objective": objective, "achievement": achievement,
        "resource": resource, "attachment": attachment,
        "indicator": indicator, "break": methodBreak, "target": target, "observation": observation,
      ])
  }

  /// Of the file of an indicator.
  package static var indicatorFile: [UInt8] {
    DataSchema.file(
      title: "Un indicatore del bilancio sociale",
      opening + [
        .required(
          "edition",
          .object([
            .required("year", .year, "L'anno di cui l'edizione rende conto."),
            .required("title", .text, "Il titolo dell'edizione."),
            .required("url", .url, "La prima pagina dell'edizione."),
          ]), "L'edizione a cui il dato appartiene.")
      ] + indicator + [
        .required(
          "sources", .list(.definition("source")), "Le fonti nominate nel documento, per `id`."),
        .required(
          "offices", .list(.definition("office")), "Gli uffici nominati nel documento, per `id`."),
      ],
      definitions: [
        "break": methodBreak, "target": target, "observation": observation, "source": source,
        "office": .fields(of: Office.self),
      ])
  }

  private static let opening: [DataSchema.Member] = [
    .required("$schema", .url, "L'indirizzo di questo schema."),
    .required(
      "version", .constant(OpenData.version),
      "La versione del formato; cresce quando un campo sparisce o cambia significato."),
    .required("language", .form("^[a-z]{2}$"), "La lingua dei testi."),
    .required(
      "entity",
      .object([
        .required("name", .text, "Il nome dell'ente."),
        .optional("ipa_code", .text, "Il codice nell'Indice delle pubbliche amministrazioni."),
        .optional("istat_code", .form("^[0-9]{6}$"), "Il codice Istat del Comune."),
      ]), "L'ente che rende conto."),
    .required("licence", .text, "La licenza con cui si riusano i dati."),
    .optional("licence_url", .url, "L'indirizzo della licenza."),
  ]
}
