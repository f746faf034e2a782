import Diagnostics
import SocialReport

/// No figure rests on the press alone.
enum PressOnly {
  static let rule = Rule(
    .pressOnly, .warning, .indicators,
    Phrase(
      it: "Un dato non poggia solo sulla stampa.", en: "No figure rests on the press alone."),
    why: Phrase(
      it: "Un articolo riporta una fonte: chi controlla vuole quella.",
      en: "An article reports a source: whoever checks wants that one."),
    wrong: [.files(sources("⟦registro-iscritti⟧", "stampa"))],
    right: [.files(sources("registro-iscritti", "sistema"))], onReport: check)

  private static func sources(_ source: String, _ kind: String) -> String {
    IndicatorExample.file(source: source) + """
      === 2021/fonti.yml
      tipo: fonti
      voci:
        - id: registro-iscritti
          titolo: Articoli sulle mense
          organizzazione: Un giornale
          tipo: \(kind)
          qualita: non_verificata
      """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let sources = edition.sourcesByID
      return edition.indicators.flatMap { indicator -> [Finding] in
        // The indicator's own source is told once, however many values rest on it.
        let own = indicator.observations.contains { $0.source == nil && $0.value != nil }
        let named =
          (own ? [indicator.source] : []) + indicator.observations.compactMap(\.source)
        return named.filter { sources[$0.value]?.kind.value == .press }.map {
          Finding(
            Phrase(
              it: "questo dato poggia solo sulla stampa", en: "this figure rests on the press alone"
            ),
            help: Phrase(
              it: "indica la fonte da cui la stampa lo ha preso",
              en: "name the source that the press has it from"), at: $0.place)
        }
      }
    }
  }
}
