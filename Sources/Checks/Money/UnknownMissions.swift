import Diagnostics
import SocialReport

/// A mission of the municipal budget is one of those that there are.
enum UnknownMissions {
  static let rule = Rule(
    .unknownMission, .error, .money,
    Phrase(
      it: "La missione di bilancio è una di quelle del D.Lgs. 118/2011.",
      en: "The budget mission is one of those of decree 118/2011."),
    why: Phrase(
      it: "Con il numero giusto chi legge ritrova la missione nel rendiconto.",
      en: "By the right number readers find the mission in the accounts."),
    source: "D.Lgs. 118/2011, allegato 14, parte prima",
    overridability: .none, wrong: [example("⟦21⟧"), example("⟦00⟧"), example("⟦Missione 51⟧")],
    right: [
      example("04"), example("4"), example("Missione 12"), example("99"),
      example("04 – Istruzione e diritto allo studio"),
    ], onReport: check)

  private static func example(_ mission: String) -> Example {
    .files(
      """
      === 2021/area.yml
      tipo: area
      numero: 1
      titolo: La scuola
      missione: \(mission)
      """)
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.areas).compactMap(\.mission).filter {
      BudgetMission.name(of: $0.value) == nil
    }.map { mission in
      Finding(
        Phrase(
          it: "la missione di bilancio \(mission.value) non c'è",
          en: "there is no budget mission \(mission.value)"),
        help: Phrase(
          it:
            "vanno da 01 a 20; poi ci sono 50, debito pubblico, 60, anticipazioni finanziarie, e 99, "
            + "servizi per conto terzi",
          en:
            "they go from 01 to 20; then there are 50, public debt, 60, financial advances, and 99, "
            + "services for others"), at: mission.place)
    }
  }
}
