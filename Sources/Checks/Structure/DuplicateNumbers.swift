import Diagnostics
import SocialReport

/// Printed numbers are unique among siblings.
enum DuplicateNumbers {
  static let rule = Rule(
    .duplicateNumber, .error, .structure,
    Phrase(
      it: "I numeri stampati sono unici tra le voci di uno stesso elenco.",
      en: "Printed numbers are unique among the entries of one list."),
    why: Phrase(
      it: "Chi cita «l'obiettivo 2» deve poterne intendere uno solo.",
      en: "Whoever cites “objective 2” must be able to mean one only."),
    overridability: .none,
    wrong: [
      .files(
        """
        === 2021/1-scuole/2-altra-mensa.md
        ---
        tipo: realizzazione
        numero: ⟦1⟧
        titolo: Un'altra mensa
        in_breve: La mensa di via Milano apre a settembre.
        ufficio: scuola
        stato: pianificata
        stato_al: 2021-12-31
        aggiornato_il: 2021-12-31
        ---

        Apre a settembre.
        """)
    ],
    right: [
      .files(
        """
        === 2021/1-scuole/2-altra-mensa.md
        ---
        tipo: realizzazione
        numero: 2
        titolo: Un'altra mensa
        in_breve: La mensa di via Milano apre a settembre.
        ufficio: scuola
        stato: pianificata
        stato_al: 2021-12-31
        aggiornato_il: 2021-12-31
        ---

        Apre a settembre.
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      let byArea = Dictionary(grouping: edition.objectives) { $0.area ?? "" }
      let lists =
        [edition.areas.map(\.number)]
        + byArea.keys.sorted().map { byArea[$0]?.map(\.number) ?? [] }
        + edition.objectives.map { $0.achievements.map(\.number) }
      return lists.flatMap {
        Repetitions.find(
          $0, "due voci dello stesso elenco hanno lo stesso numero",
          "two entries of one list have the same number")
      }
    }
  }
}
