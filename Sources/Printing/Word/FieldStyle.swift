package import Diagnostics
package import Site

/// The style of a paragraph that is a field of an objective or an achievement, so that a text which comes back says by
/// its styles what it is.
package struct FieldStyle: Sendable {
  package let record: DocumentFields.Record
  /// The Italian name of the field, as it is declared.
  package let field: String
  package let id: String
  /// What word processors list it as: the field's name with its accents; an objective's and an achievement's title are
  /// called by what they are the title of.
  package let name: Phrase
  /// The style that it rests on, whose level it has in the contents.
  package let parent: String

  private init(
    _ record: DocumentFields.Record, _ field: String, _ id: String, it: String, en: String,
    on parent: String
  ) {
    (self.record, self.field, self.id, self.parent) = (record, field, id, parent)
    name = Phrase(it: it, en: en)
  }

  package static let all = [
    FieldStyle(
      .objective, "titolo", "CampoObiettivo", it: "Obiettivo", en: "Objective", on: "Heading1"),
    FieldStyle(
      .objective, "premessa", "CampoPremessa", it: "Premessa", en: "Premise", on: "Heading2"),
    FieldStyle(
      .objective, "motivazione", "CampoMotivazione", it: "Motivazione", en: "Rationale",
      on: "Heading2"),
    FieldStyle(
      .achievement, "titolo", "CampoTitoloRealizzazione", it: "Titolo realizzazione",
      en: "Achievement title", on: "Heading2"),
    FieldStyle(
      .achievement, "in_breve", "CampoInBreve", it: "In breve", en: "Summary", on: "Lead"),
    FieldStyle(.achievement, "perche", "CampoPerche", it: "Perché", en: "Why", on: "Heading3"),
    FieldStyle(
      .achievement, "cosa_abbiamo_fatto", "CampoCosaAbbiamoFatto", it: "Cosa abbiamo fatto",
      en: "What we did", on: "Heading3"),
    FieldStyle(
      .achievement, "cosa_e_cambiato", "CampoCosaECambiato", it: "Cosa è cambiato", en: "Outcome",
      on: "Heading3"),
    FieldStyle(
      .achievement, "cosa_non_ha_funzionato", "CampoCosaNonHaFunzionato",
      it: "Cosa non ha funzionato", en: "What did not work", on: "Heading3"),
    FieldStyle(
      .achievement, "prossimi_passi", "CampoProssimiPassi", it: "Prossimi passi", en: "Next steps",
      on: "Heading3"),
  ]

  static func of(_ record: DocumentFields.Record, _ field: String) -> FieldStyle? {
    all.first { $0.record == record && $0.field == field }
  }
}
