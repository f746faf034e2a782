/// The content that the rules on assessments are shown with.
enum AssessmentExample {
  /// An indicator with a target for the edition's year, and the objective that it measures.
  static func files(
    value: String, target: String = "400", direction: String = "alto_meglio",
    kind: String = "raggiungere", objective: String
  ) -> Example {
    .files(
      """
      === 2021/iscritti.yml
      \(indicator(direction))
        - periodo: 2021
          valore: \(value)
      traguardi:
        - valore: \(target)
          anno: 2021
          base: {anno: 2020, valore: 310}
          tipo: \(kind)
      \(self.objective(objective))
      """)
  }

  /// The same without a target.
  static func series(
    _ value: String, direction: String = "alto_meglio", rest: String = "", objective: String
  ) -> Example {
    .files(
      """
      === 2021/iscritti.yml
      \(indicator(direction))
        - periodo: 2021
          valore: \(value)
      \(rest)
      \(self.objective(objective))
      """)
  }

  private static func indicator(_ direction: String) -> String {
    """
    tipo: indicatore
    nome: Bambini iscritti alla mensa
    definizione: Quanti bambini si sono iscritti alla mensa scolastica.
    misura: conteggio
    unita: bambini
    verso: \(direction)
    fonte: registro-iscritti
    responsabile: scuola
    metodo: Si contano gli iscritti.
    osservazioni:
      - periodo: 2020
        valore: 310
    """
  }

  /// The title carries the mark where no other field does.
  private static func objective(_ fields: String) -> String {
    """
    === 2021/1-scuole/obiettivo.yml
    tipo: obiettivo
    numero: 1
    titolo: \(fields.contains("⟦") ? "Più bambini a mensa" : "⟦Più bambini a mensa⟧")
    premessa: Gli iscritti crescono.
    indicatori: [iscritti]
    aggiornato_il: 2021-12-31
    \(fields)
    """
  }
}
