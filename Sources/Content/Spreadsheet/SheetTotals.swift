import Diagnostics
import SocialReport

/// A row of sums, which is no observation, against the values that it should be the sum of.
enum SheetTotals {
  /// The sum of the values; nil where they do not add up or one of them is no number.
  static func sum(of values: [DecimalNumber?], _ subject: SheetSubject) -> DecimalNumber? {
    guard subject.addsUp, values.count > 1 else { return nil }
    return values.reduce(DecimalNumber(0)) { sum, value in
      sum.flatMap { sum in value.flatMap(sum.adding) }
    }
  }

  /// - Parameter sum: what the values come to, where they add up.
  static func diagnostic(
    _ cell: CSV.Cell, stated: Sourced<DecimalNumber>?, sum: DecimalNumber?
  ) -> Diagnostic {
    let isChecked = stated != nil && sum != nil
    if let stated, let sum, !(stated.value == sum) {
      return Diagnostic(
        .csvTotal,
        Phrase(
          it: "il totale è \(stated.value.written(in: .italian)), "
            + "ma i valori sommati fanno \(sum.written(in: .italian))",
          en: "the total is \(stated.value.written(in: .english)), "
            + "but the values add up to \(sum.written(in: .english))"),
        help: Phrase(
          it: "correggi il valore sbagliato; la riga `\(cell.text)` non è un periodo e non si "
            + "pubblica: puoi toglierla",
          en: "mend the wrong value; the row `\(cell.text)` is no period and is not published: you "
            + "can take it away"),
        at: stated.place, severity: .warning)
    }
    return Diagnostic(
      .csvTotal,
      Phrase(
        it: "la riga `\(cell.text)` non è un periodo: non si legge"
          + (isChecked ? " (la somma torna)" : ""),
        en: "the row `\(cell.text)` is no period: it is not read"
          + (isChecked ? " (the sum is right)" : "")),
      help: Phrase(it: "puoi toglierla dalla tabella", en: "you can take it out of the table"),
      at: cell.place, severity: .hint)
  }
}
