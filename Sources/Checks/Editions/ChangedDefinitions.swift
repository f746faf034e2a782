import Diagnostics
import SocialReport

/// What an indicator measures does not change between editions without a break of its series.
enum ChangedDefinitions {
  static let rule = Rule(
    .changedDefinition, .warning, .editions,
    Phrase(
      it:
        "Nome, misura, unità e verso di un indicatore sono quelli dell'edizione prima, o c'è una rottura.",
      en:
        "Name, measure, unit and direction of an indicator are those of the edition before, or there is "
        + "a break."
    ),
    why: Phrase(
      it:
        "Con un'altra unità i numeri di due anni non si confrontano più; con l'altro verso ciò che era un "
        + "peggioramento diventa un successo.",
      en:
        "With another unit the figures of two years can no longer be compared; with the other direction "
        + "what was a decline becomes a success."),
    wrong: [
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}", new: "  - {periodo: 2021, valore: 352}",
        head: "misura: conteggio\nunita: ⟦famiglie⟧"),
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}", new: "  - {periodo: 2021, valore: 52}",
        head: "misura: ⟦percentuale⟧\nunita: bambini ogni cento"),
    ],
    right: [
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}", new: "  - {periodo: 2021, valore: 352}",
        head: "misura: conteggio\nunita: Bambini"),
      EditionExample.indicators(
        old: "  - {periodo: 2020, valore: 310}",
        new: """
            - {periodo: 2021, valore: 352}
          rotture:
            - {tra: [2020, 2021], motivo: Dal 2021 si contano le famiglie.}
          """, head: "misura: conteggio\nunita: famiglie"),
    ], onReport: check)

  /// Whether measure or unit are others, so that no value can be compared with the one before.
  static func isMeasuredAnew(_ old: Indicator, _ new: Indicator) -> Bool {
    old.measure.value != new.measure.value || plain(old.unit) != plain(new.unit)
  }

  private static func check(_ report: Report) -> [Finding] {
    EditionPair.all(of: report).flatMap { pair in
      pair.indicators(report).filter { !isExplained($0.new, since: pair.older) }
        .compactMap { old, new in finding(old, new, pair) }
    }
  }

  private static func isExplained(_ indicator: Indicator, since older: Edition) -> Bool {
    indicator.breaks.contains { $0.years.value.upperBound >= older.period.value.start.year }
  }

  private static func finding(_ old: Indicator, _ new: Indicator, _ pair: EditionPair) -> Finding? {
    let change: (field: Phrase, before: SourceRange?, now: SourceRange?)
    if old.measure.value != new.measure.value {
      change = (Phrase(it: "misura", en: "measure"), old.measure.place, new.measure.place)
    } else if plain(old.unit) != plain(new.unit) {
      change = (
        Phrase(it: "unita", en: "unit"), (old.unit?.place ?? old.measure.place),
        (new.unit?.place ?? new.measure.place)
      )
    } else if old.direction.value != new.direction.value {
      change = (Phrase(it: "verso", en: "direction"), old.direction.place, new.direction.place)
    } else if Word.hashes(of: old.name.value) != Word.hashes(of: new.name.value) {
      change = (Phrase(it: "nome", en: "name"), old.name.place, new.name.place)
    } else {
      return nil
    }
    let id = new.id.value
    return Finding(
      Phrase(
        it: "`\(id)`: il campo `\(change.field.italian)` non è più quello dell'edizione "
          + "\(pair.oldName)",
        en: "`\(id)`: the field `\(change.field.english)` is not what it was in the edition of "
          + "\(pair.oldName)"),
      help: Phrase(
        it:
          "rimetti quello di prima; se si misura davvero altro, aggiungi `rotture:` con i due anni e "
          + "il motivo, oppure cambia `id`",
        en:
          "put it back; where something else is measured indeed, add `breaks:` with the two years and "
          + "the reason, or change `id`"),
      at: change.now, notes: [.init(Phrase(it: "era questo", en: "it was this"), at: change.before)]
    )
  }

  /// Capitals and spaces make no other unit.
  private static func plain(_ unit: Sourced<String>?) -> [UInt64] {
    Word.hashes(of: unit?.value ?? "")
  }
}
