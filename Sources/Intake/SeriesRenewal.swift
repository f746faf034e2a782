import Content
import Desk
import Diagnostics
import SocialReport

/// A series that comes again, into the indicator that it made before: what is new comes in, and what was changed here
/// meanwhile stays.
struct SeriesRenewal {
  private let record: DeskRecord
  private let known: [String: String]
  private let keepsOwn: Bool
  /// `2021: 63,4`, `2020: 60,0 → 60,4`.
  private(set) var news: [String] = []
  private(set) var remarks: [Phrase] = []
  private var conflicts: [ImportConflict.Field] = []

  init(_ record: DeskRecord, known: ImportedTexts, keepsOwn: Bool) {
    (self.record, self.keepsOwn) = (record, keepsOwn)
    self.known = SeriesRenewal.values(known.fields[SeriesRenewal.field] ?? "")
  }

  /// The field of an indicator that its values stand in.
  static let field = "osservazioni"

  /// Values as they are kept to be known the next time, a line for each.
  static func text(_ values: [(period: String, value: String)]) -> String {
    values.map { "\($0.period)=\($0.value)" }.joined(separator: "\n")
  }

  private static func values(_ text: String) -> [String: String] {
    let pairs = text.split(whereSeparator: \.isNewline).map { line -> (String, String) in
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: `ImportConflict` where a value was changed in the sheet and here.
  mutating func take(
    _ values: [(period: String, value: String)], into revision: inout Revision
  ) throws {
    let text = String(decoding: try revision.bytes(of: record.path), as: UTF8.self)
    let here = ObservationTexts(text, at: record.place).pairs
    for (period, new) in values {
      let number = here.firstIndex { $0.period == period }
      // The rows of a table beside the file are named by their periods.
      let place = number.map { String($0 + 1) } ?? period
      let name = "\(SeriesRenewal.field).\(place).valore"
      let isTable = here.isEmpty
      let now =
        number.map { here[$0].value } ?? (isTable ? try? revision.text(of: name, in: record) : nil)
      try take(new, of: period, now: now, name, into: &revision)
    }
    let gone = known.keys.filter { period in !values.contains { $0.period == period } }
    if !gone.isEmpty {
      let list = gone.sorted().joined(separator: ", ")
      remarks.append(
        Phrase(
          it: "`\(record.path)`: il foglio non ha più \(list); qui il valore resta",
          en: "`\(record.path)`: the sheet has \(list) no more; its value stays here"))
    }
    if !conflicts.isEmpty { throw ImportConflict(page: record.path, fields: conflicts) }
  }

  private mutating func take(
    _ new: String, of period: String, now: String?, _ name: String, into revision: inout Revision
  ) throws {
    let before = known[period]
    func same(_ one: String?, _ other: String) -> Bool {
      guard let one else { return false }
      let numbers = [one, other].map { DecimalNumber(digits: $0, separator: ",") }
      return one == other || numbers[0] != nil && numbers[0] == numbers[1]
    }
    guard let now, !now.isEmpty else {
      guard before == nil else { return tellKept(period, "", new) }
      news.append("\(period): \(new)")
      guard now == nil else { return try revision.apply(.set(name, to: new), to: record) }
      return try revision.apply(
        .add(SeriesRenewal.field, .fields([("periodo", period), ("valore", new)]), at: nil),
        to: record)
    }
    if same(now, new) { return }
    if same(before, now) {
      news.append("\(period): \(now) → \(new)")
      try revision.apply(.set(name, to: new), to: record)
    } else if same(before, new) || keepsOwn {
      tellKept(period, now, new)
    } else {
      conflicts.append((Phrase(it: period, en: period), now, new))
    }
  }

  private mutating func tellKept(_ period: String, _ here: String, _ there: String) {
    let words = here.isEmpty ? Phrase(it: "niente", en: "nothing") : Phrase(it: here, en: here)
    remarks.append(
      Phrase(
        it:
          "`\(record.path)`, \(period): era stato cambiato qui, è rimasto \(words.italian) (nel foglio \(there))",
        en:
          "`\(record.path)`, \(period): it had been changed here, \(words.english) stayed (in the sheet \(there))"
      ))
  }
}
