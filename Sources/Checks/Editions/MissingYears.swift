import Diagnostics
import SocialReport

/// The figures of an edition are of its period.
enum MissingYears {
  static let rule = Rule(
    .missingYear, .warning, .editions,
    Phrase(
      it: "I dati di un'edizione arrivano al suo periodo.",
      en: "The figures of an edition come up to its period."),
    why: Phrase(
      it:
        "I «dati principali» del 2025 che si fermano al 2023 raccontano un altro anno. Una statistica che "
        + "esce tardi può mancare dell'ultimo anno; un'osservazione vuota con `motivo_mancante` lo dice.",
      en:
        "“Key figures” of 2025 that end with 2023 tell of another year. Statistics that come out late may "
        + "lack the last year; an empty observation with `missing_reason` says so."),
    wrong: [
      .fields(.indicator, values("2018", "2019", mark: true)),
      .files(
        """
        === 2021/edizione.yml
        tipo: edizione
        anno: 2021
        titolo: Bilancio Sociale 2021
        periodo: ⟦2021⟧
        presentazione: Che cosa ha fatto il Comune di Prova.
        === 2021/iscritti.yml
        tipo: indicatore
        nome: Bambini iscritti alla mensa
        definizione: Quanti bambini si sono iscritti alla mensa scolastica.
        misura: conteggio
        unita: bambini
        verso: alto_meglio
        fonte: registro-iscritti
        responsabile: scuola
        metodo: Si contano gli iscritti.
        \(values("2019", "2020"))
        """),
    ],
    right: [
      .fields(.indicator, values("2020", "2021")),
      .fields(
        .indicator,
        values("2018", "2019")
          + "\n  - {periodo: 2021, motivo_mancante: Il censimento è ogni tre anni.}"),
    ], onReport: check)

  private static func values(_ first: String, _ last: String, mark: Bool = false) -> String {
    let shown = mark ? "⟦\(last)⟧" : last
    return """
      osservazioni:
        - {periodo: \(first), valore: 310}
        - {periodo: \(shown), valore: 352}
      """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let indicators = edition.indicators.filter {
        !report.gaps.ids.contains($0.id.value) && !$0.observations.isEmpty
      }
      let late = indicators.filter { !reaches(edition.period.value, $0) }
      let old = late.filter { isOld($0, edition) }
      if !late.isEmpty, late.count == indicators.count, old.count != late.count || old.count > 1 {
        return [none(of: indicators, edition)]
      }
      let used = Set(
        (edition.objectives.flatMap(\.indicators) + edition.achievements.flatMap(\.indicators))
          .map(\.value))
      return old.filter { used.contains($0.id.value) }.compactMap { finding($0, edition) }
    }
  }

  /// Whether something is said of the period, be it why nothing is known.
  private static func reaches(_ period: Period, _ indicator: Indicator) -> Bool {
    indicator.observations.contains { $0.period.value.end.lastDay >= period.start.firstDay }
  }

  /// Whether not even the year before the period is there.
  private static func isOld(_ indicator: Indicator, _ edition: Edition) -> Bool {
    let last = indicator.observations.last?.period.value.end.year ?? 0
    return last < edition.period.value.start.year - 1
  }

  private static func finding(_ indicator: Indicator, _ edition: Edition) -> Finding? {
    guard let last = indicator.observations.last else { return nil }
    let (year, wanted) = (last.period.value.written, edition.period.value.end.year)
    return Finding(
      Phrase(
        it:
          "l'ultimo valore di `\(indicator.id.value)` è del \(year), e l'edizione rende conto del "
          + "\(wanted)",
        en: "the last value of `\(indicator.id.value)` is of \(year), and the edition accounts for "
          + "\(wanted)"),
      help: Phrase(
        it: "aggiungi il valore, oppure un'osservazione del \(wanted) senza valore con "
          + "`motivo_mancante: …`",
        en: "add the value, or an observation of \(wanted) without a value and with "
          + "`missing_reason: …`"),
      at: last.period.place)
  }

  private static func none(of indicators: [Indicator], _ edition: Edition) -> Finding {
    let last = indicators.compactMap(\.observations.last)
      .max { $0.period.value.end.lastDay < $1.period.value.end.lastDay }
    let year = last?.period.value.written ?? ""
    let wanted = edition.period.value.end.year
    return Finding(
      Phrase(
        it: "nessun indicatore ha un valore del \(wanted): i più recenti sono del \(year)",
        en: "no indicator has a value of \(wanted): the newest are of \(year)"),
      help: Phrase(
        it: "aggiungi i valori; se non ci sono ancora, osservazioni del \(wanted) con "
          + "`motivo_mancante: …`",
        en: "add the values; where there are none yet, observations of \(wanted) with "
          + "`missing_reason: …`"),
      at: edition.period.place,
      notes: [.init(Phrase(it: "il più recente", en: "the newest"), at: last?.period.place)])
  }
}
