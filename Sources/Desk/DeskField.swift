import Content
import Diagnostics
import Files
package import SocialReport
package import Writing

/// A field of a record in its file, by either of its names.
package struct DeskField {
  /// Where its value is written.
  package enum Place {
    case value(FieldPath)
    /// The body of a Markdown file.
    case body
    /// A table of its own beside the file.
    case table(SheetSpot)
  }

  package let place: Place
  package let type: FieldType
  package let isRequired: Bool
  /// Whether something is written there; else its record is.
  package let isThere: Bool
  /// The names of the fields of its record, in their order.
  package let order: [String]

  /// - Parameters:
  ///   - name: as people write it: `titolo`, `azioni.2.titolo`, `osservazioni.2024.valore`.
  ///   - read: gives the bytes of a file by its path.
  package init(
    _ name: String, of record: DeskRecord, in file: YAMLFile,
    _ read: (String) throws(DeskError) -> [UInt8]
  ) throws(DeskError) {
    guard let asked = FieldPath(name) else { throw .noField(name, record.kind.table.listing) }
    var walk = FieldWalk(record, file)
    for (depth, step) in asked.steps.enumerated() {
      if case .observations(let table) = walk.type, let csv = file.text(walk.path), !csv.isEmpty {
        let spot = try SheetSpot(
          Array(asked.steps[depth...]), table, record, walk.path, named: csv, in: file, read)
        (place, type, isRequired) = (.table(spot), spot.type, spot.isRequired)
        (isThere, order) = (spot.isThere, [])
        return
      }
      try walk.go(step, isLast: depth == asked.steps.count - 1, name)
    }
    if case .observations(let table) = walk.type, let csv = file.text(walk.path), !csv.isEmpty {
      place = .table(try SheetSpot([], table, record, walk.path, named: csv, in: file, read))
    } else {
      place = walk.isBody ? .body : .value(walk.path)
    }
    (type, isRequired) = (walk.type, walk.isRequired)
    (isThere, order) = (walk.isThere, walk.order)
  }

  /// Whether it is an entry of a list.
  package var isEntry: Bool {
    switch place {
    case .value(let path): path.endsInEntry
    case .body: false
    case .table(let spot): spot.field == nil && spot.entry != nil
    }
  }

  /// Whether it holds several values, or a record.
  package var isList: Bool {
    switch type {
    case .list, .record, .observations, .choices: true
    default: false
    }
  }

  /// The fields of its entries, where they have some.
  package var entryTable: FieldTable? {
    switch type {
    case .list(.record(let table)), .observations(let table): table
    default: nil
    }
  }

  /// Whether its value is Markdown.
  package var isText: Bool { if case .markdown = type { true } else { false } }
}

/// The way through a record to one of its fields.
private struct FieldWalk {
  private let record: DeskRecord
  private let file: YAMLFile
  private(set) var path: FieldPath
  private(set) var type: FieldType
  private(set) var (isRequired, isBody, isThere) = (false, false, true)
  private(set) var order: [String] = []
  private var depth = 0

  init(_ record: DeskRecord, _ file: YAMLFile) {
    (self.record, self.file) = (record, file)
    (path, type) = (record.place, .record(record.kind.table))
  }

  /// - Parameter name: all of what was asked for.
  mutating func go(_ step: FieldPath.Step, isLast: Bool, _ name: String) throws(DeskError) {
    defer { depth += 1 }
    switch (step, type) {
    case (.field(let word), .record(let table)):
      try go(toField: word, of: table, isLast: isLast, name)
    case (.field(let word), .choices(let words)):
      // Its names are the author's own.
      path = path.appending(.field(word))
      (type, isRequired, order) = (.choice(words), false, [])
      isThere = file.holds(path)
    case (.field(let word), .period):
      guard let index = FieldWalk.ends.firstIndex(where: { $0.0 == word || $0.1 == word }) else {
        throw .noField(
          word, Phrase(it: "un periodo ha `da` e `a`", en: "a period has `from` and `to`"))
      }
      let names = FieldWalk.ends[index]
      let written = [names.0, names.1].first { file.holds(path.appending(.field($0))) }
      path = path.appending(.field(written ?? names.0))
      (type, isRequired, isThere) = (.date, true, written != nil)
      order = FieldWalk.ends.map(\.0)
    case (let step, .list(let element)):
      try enter(step, element, name)
    case (let step, .observations(let table)):
      try enter(step, .record(table), name)
    default: throw .refused(.notFields(path.text), file: record.path)
    }
  }

  private static let ends = [("da", "from"), ("a", "to")]

  private mutating func enter(
    _ step: FieldPath.Step, _ element: FieldType, _ name: String
  ) throws(DeskError) {
    guard let number = EntryName(step).find(in: file, path) else {
      throw .refused(.notFound(name), file: record.path)
    }
    path = path.appending(.entry(number))
    (type, isRequired) = (element, true)
    isThere = file.holds(path)
  }

  private mutating func go(
    toField word: String, of table: FieldTable, isLast: Bool, _ name: String
  ) throws(DeskError) {
    let isEnglish = file.keys(path).contains { table.isEnglishAlone($0) }
    guard let index = table.index(of: word) else {
      throw .noField(word, FieldWalk.help(for: word, table, isEnglish: isEnglish))
    }
    let field = table.fields[index]
    let written = [field.italian, field.english].filter { file.holds(path.appending(.field($0))) }
    if written.count > 1, field.italian != field.english {
      throw .twice(field.italian, field.english, record.path)
    }
    if written.isEmpty, isLast, depth == 0, record.isMarkdown, field.english == record.kind.mainText
    {
      isBody = true
    } else if written.isEmpty, !isLast {
      throw .refused(.notFound(name), file: record.path)
    }
    isThere = !written.isEmpty
    isRequired = field.isRequired
    let kind = depth == 0 ? [EntityKind.key.italian, EntityKind.key.english] : []
    order =
      kind
      + table.fields.map { one in
        file.keys(path).first { $0 == one.italian || $0 == one.english }
          ?? (isEnglish ? one.english : one.italian)
      }
    path = path.appending(.field(written.first ?? (isEnglish ? field.english : field.italian)))
    type = field.type
  }

  /// The near name in the language that the record is written in.
  private static func help(for word: String, _ table: FieldTable, isEnglish: Bool) -> Phrase {
    let names = [table.fields.map(\.italian), table.fields.map(\.english)]
    let near = (isEnglish ? names.reversed() : names).lazy
      .compactMap { NearMiss.candidates(for: word, among: Set($0)).first }.first
    guard let near else { return table.listing }
    return Phrase(it: "forse `\(near)`?", en: "perhaps `\(near)`?")
  }
}

/// Which entry of a list is meant: by its number, its `id`, or its period.
struct EntryName {
  private let number: Int?
  private let word: String

  init(_ step: FieldPath.Step) {
    switch step {
    case .entry(let number): (self.number, word) = (number, String(number + 1))
    case .field(let name): (number, word) = (nil, name)
    }
  }

  func find(in file: YAMLFile, _ list: FieldPath) -> Int? {
    let count = file.count(list)
    if let number, number < count { return number }
    let period = DateText.period(word)
    return (0..<count).first { index in
      let entry = list.appending(.entry(index))
      if file.text(entry.appending(.field("id"))) == word { return true }
      guard let period else { return false }
      return ["periodo", "period"].contains { name in
        file.text(entry.appending(.field(name))).flatMap(DateText.period) == period
      }
    }
  }

  func find(among entries: [SheetPlaces.Entry]) -> Int? {
    if let number, number < entries.count { return number }
    return DateText.period(word).flatMap { period in
      entries.firstIndex { $0.period == period }
    }
  }
}

extension FieldTable {
  /// Whether a key is the English name of a field that has another in Italian.
  func isEnglishAlone(_ key: String) -> Bool {
    index(of: key).map { fields[$0].english == key && fields[$0].italian != key } ?? false
  }
}
