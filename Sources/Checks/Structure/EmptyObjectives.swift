import Diagnostics
import SocialReport

/// An objective without a result is a promise nobody can check.
enum EmptyObjectives {
  static let rule = Rule(
    .emptyObjective, .error, .structure,
    Phrase(
      it: "Ogni obiettivo ha almeno una realizzazione.",
      en: "Every objective has an achievement at least."),
    why: Phrase(
      it: "Un obiettivo senza risultati è una promessa che nessuno può controllare.",
      en: "An objective without a result is a promise that nobody can check."),
    source:
      "Dipartimento della Funzione pubblica, direttiva 17 febbraio 2006 sulla rendicontazione sociale",
    overridability: .inPlace,
    wrong: [
      .files(
        """
        === 2021/2-strade/obiettivo.yml
        tipo: obiettivo
        numero: 2
        titolo: ⟦Strade più sicure⟧
        premessa: Le strade vanno rifatte.
        aggiornato_il: 2021-12-31
        """)
    ],
    right: [
      .fields(.objective, "titolo: Più bambini a mensa")
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.objectives).filter {
      $0.achievements.isEmpty && !report.gaps.explain($0.id.value)
    }.map { objective in
      Finding(
        Phrase(
          it: "l'obiettivo «\(objective.title.value)» non ha nessuna realizzazione",
          en: "the objective “\(objective.title.value)” has no achievement"),
        help: Phrase(
          it: "aggiungi nella sua cartella un file con `tipo: realizzazione`, anche `pianificata`",
          en: "add to its folder a file with `kind: achievement`, be it `planned`"),
        at: objective.title.place)
    }
  }
}
