import Diagnostics
import SocialReport
import YAMLTree

/// A file of indicators with empty places for the values of a year, and every other byte as it was.
struct ReopenedSeries {
  let text: String

  /// - Parameters:
  ///   - indicators: those that the file holds.
  ///   - root: the file's tree, with places in its bytes.
  init(
    _ text: String, _ root: YAMLNode, _ indicators: [Indicator], year: Int, _ language: Language
  ) {
    var insertions: [(at: Int, lines: [String])] = []
    let bytes = Array(text.utf8)
    let source = ByteLines(bytes)
    for (pairs, indicator) in zip(ReopenedSeries.records(in: root), indicators) {
      guard let list = ReopenedSeries.value(of: "observations", in: pairs),
        case .sequence(let entries, _) = list, let last = entries.last,
        let dash = source.dash(before: last.range.bytes.lowerBound)
      else { continue }
      let places = ReopenedSeries.periods(after: indicator, in: year)
      let lines = places.flatMap { period -> [String] in
        var record = RecordLines(Observation.declaration.table, language)
        record.write("period", period)
        record.leave("value")
        // A source of last year's, by its name, is hardly the new value's.
        let source = indicator.source.value
        if source.contains(String(year - 1)) { record.propose("source", source) }
        return record.entry.map { dash.indent + $0 }
      }
      if !lines.isEmpty {
        insertions.append((source.end(from: last.range.bytes.upperBound), lines))
      }
    }
    var result = bytes
    for insertion in insertions.sorted(by: { $0.at > $1.at }) {
      let added = insertion.lines.flatMap { source.lineBreak + Array($0.utf8) }
      result.insert(contentsOf: added, at: insertion.at)
    }
    self.text = String(decoding: result, as: UTF8.self)
  }

  /// The fields of each indicator of a file, in its order.
  private static func records(in root: YAMLNode) -> [[YAMLPair]] {
    guard case .mapping(let pairs, _) = root else { return [] }
    let entries = pairs.first { pair in
      [EntityKind.entries.italian, EntityKind.entries.english].contains(pair.key.text)
    }
    guard case .sequence(let nodes, _) = entries?.value else { return [pairs] }
    return nodes.compactMap { if case .mapping(let pairs, _) = $0 { pairs } else { nil } }
  }

  private static func value(of field: String, in pairs: [YAMLPair]) -> YAMLNode? {
    let table = Indicator.declaration.table
    return pairs.first { pair in
      table.index(of: pair.key.text).map { table.fields[$0].english == field } ?? false
    }?.value
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
