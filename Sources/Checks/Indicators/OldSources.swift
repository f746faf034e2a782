import Diagnostics
import SocialReport

/// The last figure of a series rests on a source of the last two years.
enum OldSources {
  static let rule = Rule(
    .oldSource, .warning, .indicators,
    Phrase(
      it: "La fonte dell'ultimo dato non è più vecchia di due anni rispetto all'edizione.",
      en: "The source of the last figure is no more than two years older than the edition."),
    why: Phrase(
      it: "Un dato preso da una fonte vecchia può essere stato corretto o superato.",
      en: "A figure from an old source may have been corrected or overtaken."),
    source: "D.Lgs. 33/2013, art. 6 (qualità delle informazioni)",
    wrong: [.files(IndicatorExample.file(source: "⟦registro-iscritti⟧") + sources("2018-05-01"))],
    right: [.files(IndicatorExample.file(source: "registro-iscritti") + sources("2020-05-01"))],
    onReport: check)

  private static func sources(_ date: String) -> String {
    """
    === 2021/fonti.yml
    tipo: fonti
    voci:
      - id: registro-iscritti
        titolo: Registro degli iscritti
        organizzazione: Comune di Prova
        tipo: sistema
        data: \(date)
        qualita: ufficiale
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let sources = edition.sourcesByID
      let end = edition.period.value.end
      return edition.indicators.compactMap { indicator in
        guard let last = indicator.observations.last(where: { $0.value != nil }) else { return nil }
        let named = indicator.source(of: last)
        guard let date = sources[named.value]?.date,
          date.value.year < end.year - 2
            || date.value.year == end.year - 2 && (date.value.month ?? 12) < (end.month ?? 12)
        else { return nil }
        return Finding(
          Phrase(
            it:
              "la fonte dell'ultimo dato è del \(date.value.iso8601), l'edizione arriva al \(end.iso8601)",
            en:
              "the source of the last figure is of \(date.value.iso8601), the edition goes to \(end.iso8601)"
          ),
          help: Phrase(
            it: "cerca una fonte più recente, oppure correggi la sua `data`",
            en: "look for a newer source, or mend its `date`"), at: named.place,
          notes: [.init(Phrase(it: "la data è qui", en: "the date is here"), at: date.place)])
      }
    }
  }
}

extension Edition {
  var sourcesByID: [String: InformationSource] {
    Dictionary(sources.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
