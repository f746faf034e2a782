import Diagnostics
import SocialReport

/// Series that have no place for the year of an edition in the making.
enum MissingValues {
  static func pending(in report: Report?) -> [PendingField] {
    (report?.editions ?? []).filter(\.isDraft).flatMap { edition in
      edition.indicators.compactMap { indicator -> PendingField? in
        let year = edition.year.value
        let isTold = indicator.observations.contains { $0.period.value.end.year >= year }
        guard !isTold, !indicator.observations.isEmpty else { return nil }
        var field = PendingField(
          .empty, name: Phrase(it: "osservazioni", en: "observations"),
          meaning: Phrase(it: "il valore del \(year)", en: "the value of \(year)"),
          at: indicator.name.place)
        field.office = indicator.owner.value
        return field
      }
    }
  }
}
