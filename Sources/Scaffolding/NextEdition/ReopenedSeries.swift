import Diagnostics
import SocialReport
import Writing

/// A file of indicators with empty places for the values of a year, and every other byte as it was.
struct ReopenedSeries {
  let text: String

  /// - Parameters:
  ///   - file: a file of indicators.
  ///   - indicators: those that it holds.
  init(_ file: YAMLFile, _ indicators: [Indicator], year: Int, _ language: Language) {
    var insertions: [(at: Int, lines: [String], lineBreak: [UInt8])] = []
    for (series, indicator) in zip(ReopenedSeries.series(in: file), indicators) {
      guard let series, let tail = file.tail(of: series) else { continue }
      let places = ReopenedSeries.periods(after: indicator, in: year)
      let lines = places.flatMap { period -> [String] in
        var record = RecordLines(Observation.declaration.table, language)
        record.write("period", period)
        record.leave("value")
        // A source of last year's, by its name, is hardly the new value's.
        let source = indicator.source.value
        if source.contains(String(year - 1)) { record.propose("source", source) }
        return record.entry.map { String(repeating: " ", count: tail.indent) + $0 }
      }
      if !lines.isEmpty { insertions.append((tail.end, lines, tail.lineBreak)) }
    }
    var result = file.bytes
    for insertion in insertions.sorted(by: { $0.at > $1.at }) {
      let added = insertion.lines.flatMap { insertion.lineBreak + Array($0.utf8) }
      result.insert(contentsOf: added, at: insertion.at)
    }
    self.text = String(decoding: result, as: UTF8.self)
  }

  /// The ways to the observations of each indicator of a file, in its order.
  private static func series(in file: YAMLFile) -> [FieldPath?] {
    let root = FieldPath([])
    let lists = [EntityKind.entries.italian, EntityKind.entries.english]
    let list = lists.map { root.appending(.field($0)) }.first(where: file.holds)
    let records = list.map { list in
      (0..<file.count(list)).map { list.appending(.entry($0)) }
    }
    return (records ?? [root]).map { record in
      ["osservazioni", "observations"].map { record.appending(.field($0)) }.first(where: file.holds)
    }
  }

  /// The periods of a year that a series goes on with; none where it has some of them, or has no such order.
  static func periods(after indicator: Indicator, in year: Int) -> [String] {
    let known = indicator.observations.map(\.period.value)
    guard let last = known.max(), !known.contains(where: { $0.end.year >= year }) else { return [] }
    switch Periodicity(last) {
    case .years(1): return [String(year)]
    case .schoolYear: return ["\(year - 1)/\(year)"]
    case .months(1): return (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
    case .months(3): return (1...4).map { "\(year)-T\($0)" }
    case .months(6): return (1...2).map { "\(year)-S\($0)" }
    default: return []
    }
  }
}
