import Diagnostics
import SocialReport

/// A figure that was published does not change in the next edition without a word.
enum ChangedValues {
  static let rule = Rule(
    .changedValue, .warning, .editions,
    Phrase(
      it:
        "Il valore di un periodo è lo stesso che nell'edizione prima, oppure una `nota` dice perché no.",
      en: "The value of a period is the same as in the edition before, or a `note` says why not."),
    why: Phrase(
      it:
        "Chi confronta i due bilanci trova due numeri per lo stesso anno: senza una spiegazione uno dei "
        + "due è sbagliato. Un valore che era provvisorio, stimato o previsto (`stato: P`, `E`, `F`) può "
        + "cambiare.",
      en:
        "Whoever compares the two reports finds two figures for one year: without an explanation one of "
        + "them is wrong. A value that was provisional, estimated or forecast (`status: P`, `E`, `F`) may "
        + "change."),
    wrong: [
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}",
        new: "  - {periodo: 2020, valore: ⟦305⟧}\n  - {periodo: 2021, valore: 352}"),
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}",
        new: """
            - periodo: {da: 2020-01-01, a: 2020-12-31}
              valore: ⟦305⟧
            - {periodo: 2021, valore: 352}
          """),
    ],
    right: [
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}",
        new: "  - {periodo: 2020, valore: \"310,0\"}\n  - {periodo: 2021, valore: 352}"),
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310, stato: P}",
        new: "  - {periodo: 2020, valore: 305}\n  - {periodo: 2021, valore: 352}"),
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}",
        new: "  - {periodo: 2020, valore: 305, nota: Cinque iscritti erano contati due volte.}"
          + "\n  - {periodo: 2021, valore: 352}"),
    ], onReport: check)

  /// Letters of SDMX's list for values that are expected to change: estimated, forecast, imputed, not
  /// yet significant, provisional, unreliable, not validated.
  private static let unsettled: Set<String> = ["E", "F", "I", "N", "P", "U", "V"]

  private static func check(_ report: Report) -> [Finding] {
    EditionPair.all(of: report).flatMap { pair in
      pair.indicators(report).filter { !ChangedDefinitions.isMeasuredAnew($0.old, $0.new) }
        .compactMap { old, new in finding(changes(old, new), of: new, pair) }
    }
  }

  private typealias Change = (old: Observation, new: Observation)

  private static func changes(_ old: Indicator, _ new: Indicator) -> [Change] {
    var before: [Period: Observation] = [:]
    for observation in old.observations where !unsettled.contains(observation.status) {
      before[observation.period.value.inDays] = observation
    }
    return new.observations.compactMap { observation in
      guard let known = before[observation.period.value.inDays],
        let was = known.value?.value, let now = observation.value?.value, !was.isSame(as: now),
        observation.note == nil || observation.note?.value == known.note?.value
      else { return nil }
      return (known, observation)
    }
  }

  /// One message for all values of a series that changed.
  private static func finding(
    _ changes: [Change], of indicator: Indicator, _ pair: EditionPair
  ) -> Finding? {
    guard let first = changes.first, let was = first.old.value, let now = first.new.value else {
      return nil
    }
    let (id, period) = (indicator.id.value, first.new.period.value.written)
    let others = changes.count - 1
    return Finding(
      Phrase(
        it: "`\(id)` (\(period)) è \(now.value.written(in: .italian)), ma nell'edizione "
          + "\(pair.oldName) era \(was.value.written(in: .italian))"
          + (others == 0 ? "" : ", e non è il solo a cambiare: in tutto sono \(changes.count)"),
        en: "`\(id)` (\(period)) is \(now.value.written(in: .english)), but in the edition of "
          + "\(pair.oldName) it was \(was.value.written(in: .english))"
          + (others == 0
            ? "" : ", and it is not the only one to change: there are \(changes.count)")),
      help: Phrase(
        it: "correggi quello sbagliato; se è stato rivisto, dillo accanto al valore con `nota: …`",
        en: "mend the one that is wrong; where it was revised, say so beside the value by `note: …`"
      ),
      at: now.place,
      notes: [.init(Phrase(it: "era questo", en: "it was this"), at: was.place)]
        + changes.dropFirst().prefix(3).map {
          .init(
            Phrase(
              it: "nell'edizione \(pair.oldName) era \($0.old.written(in: .italian))",
              en: "in the edition of \(pair.oldName) it was \($0.old.written(in: .english))"),
            at: $0.new.value?.place)
        })
  }
}

extension Observation.Value {
  fileprivate func isSame(as other: Observation.Value) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): a == b
    case (.text(let a), .text(let b)): a.lowercased() == b.lowercased()
    default: false
    }
  }
}
