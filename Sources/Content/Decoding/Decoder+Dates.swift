import Diagnostics
import SocialReport

/// Dates and periods, and what is wrong with those that are none.
extension Decoder {
  mutating func period(_ text: String, _ key: Field, at place: SourceRange) -> FieldValue? {
    guard let period = DateText.period(text) else {
      if DateText.flaw(of: text) == nil {
        wrongPeriod(text, key, at: place)
      } else {
        wrongDate(text, key, at: place)
      }
      return nil
    }
    return .period(Sourced(period, at: place))
  }

  private mutating func wrongPeriod(_ text: String, _ key: Field, at place: SourceRange) {
    report(
      Diagnostic(
        .wrongType,
        Phrase(
          it: "`\(key.italian)` non è una data né un periodo",
          en: "`\(key.english)` is no date and no period"),
        help: Phrase(
          it:
            "scrivi un anno `2020`, un anno scolastico `2020/21`, un trimestre `2020-T1`, un semestre "
            + "`2020-S1`, un mese `2020-06`, un giorno `29/06/2020` o due date `2020-01..2020-05`",
          en:
            "write a year `2020`, a school year `2020/21`, a quarter `2020-Q1`, a half `2020-H1`, a "
            + "month `2020-06`, a day `29/06/2020` or two dates `2020-01..2020-05`"), at: place))
  }

  mutating func wrongDate(_ text: String, _ key: Field, at place: SourceRange) {
    let meant = DateText.meant(by: text).map { date in
      text.first?.isNumber == true && text.prefix(4).allSatisfy(\.isNumber)
        ? date.iso8601 : date.inFigures
    }
    let help =
      switch DateText.flaw(of: text) {
      case .otherWeekday(let day):
        Phrase(
          it: "quel giorno era \(day.italian): correggi il giorno o la data",
          en: "that day was a \(day.english): mend the day or the date")
      case .yearOfTwoDigits:
        Phrase(it: "scrivi l'anno con quattro cifre", en: "write the year with four digits")
      case .noSuchMonth:
        Phrase(
          it: "i mesi sono dodici: scrivi `29/06/2020` o `2020-06-29`",
          en: "there are twelve months: write `29/06/2020` or `2020-06-29`")
      case .noSuchDay(let days):
        Phrase(it: "quel mese ha \(days) giorni", en: "that month has \(days) days")
      case nil where meant != nil:
        Phrase(it: "scrivi `\(meant ?? "")`", en: "write `\(meant ?? "")`")
      case nil:
        Phrase(
          it: "scrivi `2020-06-29`, `29/06/2020` o `29 giugno 2020`",
          en: "write `2020-06-29`, `29/06/2020` or `29 giugno 2020`")
      }
    report(
      Diagnostic(
        .wrongType,
        Phrase(
          it: "`\(key.italian)` non è una data del calendario",
          en: "`\(key.english)` is no date of the calendar"), help: help, at: place,
        correction: meant.map { Correction(text, $0) }))
  }
}
