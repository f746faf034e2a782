import Diagnostics
import SocialReport
import Writing

extension Revision {
  /// All entries of a list of texts, with as few of them touched as can be.
  mutating func setList(
    _ name: String, to given: [String], of record: DeskRecord
  ) throws(DeskError) {
    let field = try field(name, of: record)
    guard case .value(let path) = field.place else {
      throw .refused(.notList(name), file: record.path)
    }
    guard given.count <= Revision.mostEntries else {
      throw .unfitText(
        Phrase(
          it: "un elenco ha al massimo \(Revision.mostEntries) voci",
          en: "a list has \(Revision.mostEntries) entries at most"))
    }
    for text in given { try DeskText.check(text) }
    // An entry that is there stays as it is, whatever its form.
    let known = Set(field.isThere ? try file(of: record).texts(path) : [])
    let values = given.map {
      known.contains($0) ? $0 : DeskText.value($0, insteadOf: nil, isText: false)
    }
    guard !values.isEmpty else {
      if field.isRequired { throw .needed(name) }
      guard field.isThere else { return }
      return try write(to: record) { file throws(WritingRefusal) in try file.removing(path) }
    }
    try write(to: record) { file throws(WritingRefusal) in
      guard field.isThere else {
        guard case .field(let key)? = path.steps.last else { throw .notList(path.text) }
        return try file.inserting(key, list: values, into: path.parent, order: field.order)
      }
      guard file.isList(path) else { return try Revision.scalar(file, path, values) }
      return try Revision.entries(of: file, path, values, isMarkdown: record.isMarkdown)
    }
  }

  /// Each entry that changes is written and read again by itself.
  private static let mostEntries = 500

  /// A text that stands for a list: one entry, or several with commas between.
  private static func scalar(
    _ file: YAMLFile, _ path: FieldPath, _ values: [String]
  ) throws(WritingRefusal) -> [UInt8] {
    if values.count == 1 || !values.contains(where: { $0.contains(",") }) {
      return try file.setting(path, to: values.joined(separator: ", "))
    }
    guard values.count == 2, values[0] == file.text(path) else { throw .form }
    return try file.listing(path, with: values[1])
  }

  private static func entries(
    of file: YAMLFile, _ path: FieldPath, _ values: [String], isMarkdown: Bool
  ) throws(WritingRefusal) -> [UInt8] {
    var file = file
    func read(_ bytes: [UInt8]) throws(WritingRefusal) -> YAMLFile {
      try YAMLFile(bytes, isMarkdown: isMarkdown)
    }
    for (place, value) in values.enumerated() {
      let now = file.texts(path)
      if place < now.count, now[place] == value { continue }
      if let found = now.indices.first(where: { $0 > place && now[$0] == value }) {
        file = try read(file.moving(path, from: found, to: place))
      } else if place < now.count, !values[place...].contains(now[place]) {
        // The same entry in other words: its comments stay with it.
        file = try read(file.setting(path.appending(.entry(place)), to: value))
      } else {
        file = try read(file.inserting(.text(value), into: path, at: place))
      }
    }
    for place in (values.count..<max(values.count, file.count(path))).reversed() {
      file = try read(file.removing(path, entry: place))
    }
    return file.bytes
  }

  /// A record in the record, which is not there yet.
  mutating func begin(
    _ name: String, _ given: [(name: String, value: String)], of record: DeskRecord
  ) throws(DeskError) {
    let field = try field(name, of: record)
    guard case .record(let table) = field.type, case .value(let path) = field.place,
      !field.isThere, case .field(let key)? = path.steps.last
    else { throw .refused(.thereAlready(name), file: record.path) }
    let fields = try named(given, table)
    let isEnglish = table.isEnglishAlone(field.order.first ?? "")
    let written = fields.map {
      (key: isEnglish ? $0.field.english : $0.field.italian, text: $0.text)
    }
    try write(to: record) { file throws(WritingRefusal) in
      try file.inserting(key, record: written, into: path.parent, order: field.order)
    }
  }
}
