import Content
import Diagnostics
import Files
import SocialReport
package import Writing

/// Changes of the author's files that are not on the disk yet, made one after another.
package struct Revision {
  private let desk: Desk
  private var files: [String: (old: [UInt8], new: [UInt8])] = [:]
  private var moves: [String: String] = [:]

  package init(_ desk: Desk) { self.desk = desk }

  /// The files that are to be written, in the order of their paths.
  package var changes: [FileChange] {
    files.filter { $0.value.old != $0.value.new || moves[$0.key] != nil }
      .sorted { $0.key < $1.key }
      .map { path, bytes in
        FileChange(path: path, old: bytes.old, new: bytes.new, newPath: moves[path])
      }
  }

  /// A file as it is to be, read from the disk where nothing of it changes.
  package func bytes(of path: String) throws(DeskError) -> [UInt8] {
    if let file = files[path] { return file.new }
    return try desk.read(path)
  }

  func file(of record: DeskRecord) throws(DeskError) -> YAMLFile {
    let bytes = try bytes(of: record.path)
    do throws(WritingRefusal) {
      return try YAMLFile(bytes, isMarkdown: record.isMarkdown)
    } catch { throw .refused(error, file: record.path) }
  }

  /// What is written in a field that holds one text; empty where there is none.
  package func text(of name: String, in record: DeskRecord) throws(DeskError) -> String {
    switch try field(name, of: record).place {
    case .value(let path): try file(of: record).text(path) ?? ""
    case .body: try file(of: record).body ?? ""
    case .table: ""
    }
  }

  package func field(_ name: String, of record: DeskRecord) throws(DeskError) -> DeskField {
    try DeskField(name, of: record, in: try file(of: record)) { path throws(DeskError) in
      try bytes(of: path)
    }
  }

  /// Other bytes for a file that has those that are given.
  package mutating func put(_ new: [UInt8], at path: String, insteadOf bytes: [UInt8]) {
    guard new != bytes else { return }
    files[path] = (files[path]?.old ?? bytes, new)
  }

  /// A file that is not there yet.
  package mutating func begin(_ path: String, _ bytes: [UInt8]) { files[path] = ([], bytes) }

  /// Another path for a file.
  mutating func move(_ path: String, to newPath: String) throws(DeskError) {
    let bytes = try bytes(of: path)
    files[path] = (files[path]?.old ?? bytes, bytes)
    moves[path] = newPath
  }

  /// - Throws: why the record cannot be so; nothing is changed then.
  package mutating func apply(_ edit: RecordEdit, to record: DeskRecord) throws(DeskError) {
    switch edit {
    case .set(let name, let value): try set(name, to: value, of: record)
    case .confirm(let name):
      let field = try field(name, of: record)
      guard case .value(let path) = field.place, field.isThere else { return }
      try write(to: record) { file throws(WritingRefusal) in
        file.isToBeConfirmed(path) ? try file.removingRemark(behind: path) : file.bytes
      }
    case .setList(let name, let values): try setList(name, to: values, of: record)
    case .begin(let name, let fields): try begin(name, fields, of: record)
    case .add(let name, let entry, let place): try add(entry, to: name, at: place, of: record)
    case .remove(let name): try remove(name, of: record)
    case .move(let name, let from, let to):
      let path = try list(name, of: record)
      try write(to: record) { file throws(WritingRefusal) in
        try file.moving(path, from: from, to: to)
      }
    }
  }

  private mutating func set(
    _ name: String, to given: String, of record: DeskRecord
  ) throws(DeskError) {
    let field = try field(name, of: record)
    try DeskText.check(given)
    let isEmpty = given.allSatisfy(\.isWhitespace)
    guard !isEmpty || !field.isRequired else { throw .needed(name) }
    switch field.place {
    case .table(let spot):
      guard let entry = spot.entry else {
        return try write(to: record) { file throws(WritingRefusal) in
          try file.setting(spot.owner, to: given)
        }
      }
      guard let column = spot.field else { throw .isList(name) }
      try DeskText.checkNumber(given, column)
      let value = isEmpty ? "" : given
      try write(spot) { sheet throws(WritingRefusal) in
        try sheet.setting(entry, column, to: value)
      }
    case .body:
      let value = DeskText.value(given, insteadOf: nil, isText: true)
      try write(to: record) { file throws(WritingRefusal) in try file.settingBody(to: value) }
    case .value(let path):
      if field.isList { throw .isList(name) }
      let old = field.isThere ? try file(of: record).text(path) : nil
      let value = DeskText.value(given, insteadOf: old, isText: field.isText)
      try write(to: record) { file throws(WritingRefusal) in
        guard field.isThere else {
          guard !isEmpty, case .field(let key)? = path.steps.last else { return file.bytes }
          // A text of one line goes on as one.
          let isText = field.isText && (old ?? "").isEmpty
          return try file.inserting(
            key, value, into: path.parent, order: field.order, isText: isText)
        }
        return isEmpty
          ? try file.removing(path) : try file.setting(path, to: value, isText: field.isText)
      }
    }
  }

  private mutating func remove(_ name: String, of record: DeskRecord) throws(DeskError) {
    let field = try field(name, of: record)
    guard !field.isRequired || field.isEntry else { throw .needed(name) }
    switch field.place {
    case .body:
      try write(to: record) { file throws(WritingRefusal) in try file.settingBody(to: "") }
    case .value(let path):
      try write(to: record) { file throws(WritingRefusal) in try file.removing(path) }
    case .table(let spot):
      guard let entry = spot.entry else {
        return try write(to: record) { file throws(WritingRefusal) in
          try file.removing(spot.owner)
        }
      }
      try write(spot) { sheet throws(WritingRefusal) in
        guard let column = spot.field else { return try sheet.removing(entry) }
        return try sheet.setting(entry, column, to: "")
      }
    }
  }

  private func list(_ name: String, of record: DeskRecord) throws(DeskError) -> FieldPath {
    switch try field(name, of: record).place {
    case .value(let path): return path
    case .body: throw .refused(.notList(name), file: record.path)
    // Its rows stand in the order of their periods.
    case .table(let spot): throw .refused(.form, file: spot.path)
    }
  }
}

extension Revision {
  private mutating func add(
    _ entry: RecordEdit.NewEntry, to name: String, at place: Int?, of record: DeskRecord
  ) throws(DeskError) {
    let field = try field(name, of: record)
    switch (entry, field.entryTable) {
    case (.text, .some): throw .fieldsWanted(name)
    case (.fields, nil): throw .noFieldsWanted(name)
    case (.text(let text), nil): try add(text, to: field, name, at: place, of: record)
    case (.fields(let fields), .some(let table)):
      try add(fields, table, to: field, at: place, of: record)
    }
  }

  private mutating func add(
    _ text: String, to field: DeskField, _ name: String, at place: Int?, of record: DeskRecord
  ) throws(DeskError) {
    try DeskText.check(text)
    guard !text.allSatisfy(\.isWhitespace) else { throw .needed(name) }
    guard case .value(let path) = field.place else {
      throw .refused(.notList(name), file: record.path)
    }
    guard !(try file(of: record)).texts(path).contains(text) else { throw .hasEntry(name, text) }
    let value = DeskText.value(text, insteadOf: nil, isText: false)
    try write(to: record) { file throws(WritingRefusal) in
      guard field.isThere else {
        guard case .field(let key)? = path.steps.last else { throw .notList(path.text) }
        return try file.inserting(key, list: [value], into: path.parent, order: field.order)
      }
      if file.text(path)?.isEmpty == false { return try file.listing(path, with: value) }
      return try file.inserting(.text(value), into: path, at: place ?? file.count(path))
    }
  }

  private mutating func add(
    _ given: [(name: String, value: String)], _ table: FieldTable, to field: DeskField,
    at place: Int?, of record: DeskRecord
  ) throws(DeskError) {
    let names = try named(given, table)
    if case .table(let spot) = field.place {
      for (field, text) in names { try DeskText.checkNumber(text, field.english) }
      return try write(spot) { sheet throws(WritingRefusal) in
        try sheet.inserting(names.map { ($0.field.english, $0.text) })
      }
    }
    guard case .value(let path) = field.place else {
      throw .refused(.notList(field.order.first ?? ""), file: record.path)
    }
    let isEnglish = given.contains { table.isEnglishAlone($0.name) }
    let entry = YAMLFile.Entry.fields(
      names.map { field, text in
        (isEnglish ? field.english : field.italian, text)
      })
    try write(to: record) { file throws(WritingRefusal) in
      guard field.isThere else {
        guard case .field(let key)? = path.steps.last else { throw .notList(path.text) }
        let begun = try file.inserting(key, "", into: path.parent, order: field.order)
        let file = try YAMLFile(begun, isMarkdown: record.isMarkdown)
        return try file.inserting(entry, into: path, at: 0)
      }
      let period = names.first { $0.field.english == "period" }?.text
      let usual = period.map { file.place(ofPeriod: $0, in: path) } ?? file.count(path)
      return try file.inserting(entry, into: path, at: place ?? usual)
    }
  }

  /// The fields of a new entry, in the order of their table.
  func named(
    _ given: [(name: String, value: String)], _ table: FieldTable
  ) throws(DeskError) -> [(field: Field, text: String)] {
    var texts: [Int: String] = [:]
    for (name, value) in given {
      guard let index = table.index(of: name) else { throw .noField(name, table.listing) }
      guard texts[index] == nil else {
        throw .twice(table.fields[index].italian, name, name)
      }
      try DeskText.check(value)
      let isText = if case .markdown = table.fields[index].type { true } else { false }
      let text = DeskText.value(value, insteadOf: nil, isText: isText)
      if !text.allSatisfy(\.isWhitespace) { texts[index] = text }
    }
    guard !texts.isEmpty else { throw .needed(table.fields.first?.italian ?? "") }
    return texts.sorted { $0.key < $1.key }.map { (table.fields[$0.key], $0.value) }
  }

  // Means

  mutating func write(
    to record: DeskRecord, _ work: (YAMLFile) throws(WritingRefusal) -> [UInt8]
  ) throws(DeskError) {
    let file = try file(of: record)
    do throws(WritingRefusal) {
      files[record.path] = (files[record.path]?.old ?? file.bytes, try work(file))
    } catch { throw .refused(error, file: record.path) }
  }

  private mutating func write(
    _ spot: SheetSpot, _ work: (SheetFile) throws(WritingRefusal) -> [UInt8]
  ) throws(DeskError) {
    do throws(WritingRefusal) {
      files[spot.path] = (files[spot.path]?.old ?? spot.sheet.bytes, try work(spot.sheet))
    } catch { throw .refused(error, file: spot.path) }
  }
}

extension YAMLFile {
  /// Whether a value was taken over from before, and nobody has said yet that it still holds.
  package func isToBeConfirmed(_ path: FieldPath) -> Bool {
    remark(behind: path).map { PendingField.isMark(Substring($0)) } ?? false
  }

  /// Where the entry of a period goes among those of others: in their order, at the end where it has none.
  fileprivate func place(ofPeriod text: String, in list: FieldPath) -> Int {
    let count = count(list)
    guard let period = DateText.period(text) else { return count }
    let known = (0..<count).map { number in
      ["periodo", "period"].lazy.compactMap { name in
        self.text(list.appending(.entry(number)).appending(.field(name)))
      }.first.flatMap(DateText.period)
    }
    guard let first = known.first ?? nil, let last = known.last ?? nil else { return count }
    let isRising = first <= last
    return known.firstIndex { other in
      other.map { isRising ? $0 > period : $0 < period } ?? false
    } ?? count
  }
}
