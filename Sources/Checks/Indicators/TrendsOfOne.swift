import Diagnostics
import SocialReport

/// One observation is no trend.
enum TrendsOfOne {
  static let rule = Rule(
    .trendOfOne, .warning, .indicators,
    Phrase(
      it: "Con una sola osservazione non si parla di tendenza.",
      en: "With one observation there is no talk of a trend."),
    why: Phrase(
      it:
        "Per dire che qualcosa cresce o cala servono almeno due valori misurati allo stesso modo.",
      en: "To say that something rises or falls takes two values at least, measured alike."),
    wrong: [.fields(.indicator, fields("⟦Gli iscritti sono in crescita⟧"))],
    right: [.fields(.indicator, fields("Gli iscritti del 2021 sono 352"))], onReport: check
  )

  private static func fields(_ title: String) -> String {
    """
    osservazioni:
      - periodo: 2021
        valore: 352
    grafico:
      titolo: \(title)
      descrizione: Una barra mostra quanti sono gli iscritti alla mensa nel 2021.
      tipo: barre
    """
  }

  private static let stems = [
    "tendenz", "trend", "andament", "crescit", "cresc", "aument", "diminu", "cala", "calo",
    "miglior", "peggior", "increment", "in salita", "in discesa", "growth", "grow", "increas",
    "decreas", "improv", "worsen",
  ]

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).filter {
      $0.observations.count { $0.value != nil } == 1
    }.flatMap { indicator -> [Finding] in
      guard let chart = indicator.chart else { return [] }
      return [chart.title, chart.description].compactMap { text in
        let words = text.value.lowercased()
        guard let stem = stems.first(where: words.contains) else { return nil }
        return Finding(
          Phrase(
            it: "c'è un valore solo, e il testo parla di tendenza («\(stem)…»)",
            en: "there is one value only, and the text speaks of a trend (“\(stem)…”)"),
          help: Phrase(
            it: "di' quanto vale, oppure aggiungi i valori degli anni prima",
            en: "tell the value, or add the values of the years before"), at: text.place)
      }
    }
  }
}
