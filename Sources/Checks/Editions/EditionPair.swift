import Diagnostics
import SocialReport

/// An edition and the one before it, for what should not change between them unsaid.
struct EditionPair {
  let older: Edition
  let newer: Edition

  /// The pairs of a report, the newest first.
  static func all(of report: Report) -> [EditionPair] {
    report.editions.compactMap { edition in
      (report.previous(of: edition) ?? nearest(before: edition, in: report)).map {
        EditionPair(older: $0, newer: edition)
      }
    }
  }

  /// What a copy names as its previous edition is often the one before that, and no longer there.
  private static func nearest(before edition: Edition, in report: Report) -> Edition? {
    guard edition.previous != nil else { return nil }
    return report.editions.first { $0.year.value < edition.year.value }
  }

  /// The indicators that both have, by their ids.
  func indicators(_ report: Report) -> [(old: Indicator, new: Indicator)] {
    let known = Dictionary(
      older.indicators.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    return newer.indicators.filter { !report.gaps.ids.contains($0.id.value) }.compactMap { new in
      known[new.id.value].map { (old: $0, new: new) }
    }
  }

  /// The objective of the newer edition that goes on with one of the older.
  func successor(of objective: Objective) -> Objective? {
    newer.objectives.first { $0.id.value == objective.id.value }
      ?? newer.objectives.first { candidate in
        guard let named = candidate.continues else { return false }
        return [older.id.value, String(older.year.value)].contains(named.edition.value)
          && named.id.value == objective.id.value
      }
  }

  /// What the older edition is called in messages.
  var oldName: String { older.id.value }

  /// Whether the newer one tells what is new only, so that it need not come back to the rest.
  var isUpdate: Bool { newer.reportType?.value == .update }
}
