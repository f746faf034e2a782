import Content
import Files
import SocialReport
import Writing

/// A file of the texts with what a change of a name makes of it.
struct NamingFile {
  private let file: YAMLFile
  private let path: String
  private let change: any NameChange
  /// What becomes of its fields.
  let values: [FieldPath: String]
  /// The tables of observations that it names.
  let tables: [NamingTable]

  /// Nil for what cannot be read, and for tables.
  init?(_ path: String, _ bytes: [UInt8], _ change: any NameChange) {
    let isMarkdown = Path.ending(of: path) == "md"
    guard Path.ending(of: path) != "csv",
      let file = try? YAMLFile(bytes, isMarkdown: isMarkdown)
    else { return nil }
    (self.file, self.path, self.change) = (file, path, change)
    var values: [FieldPath: String] = [:]
    var tables: [NamingTable] = []
    for text in FieldVisit(file).texts {
      let new = change.value(of: text, in: path) ?? NamingFile.words(text.value, path, change)
      if new != text.value { values[text.path] = new }
      if case .observations(let table) = text.type,
        let full = Path.normalised(Path.join(Path.folder(of: path), text.value))
      {
        tables.append(NamingTable(full, table, text.path, file, change))
      }
    }
    (self.values, self.tables) = (values, tables)
  }

  init?(_ text: Folder.Text, _ change: any NameChange) {
    guard text.invalidAt == nil else { return nil }
    self.init(text.path, Array(text.text.utf8), change)
  }

  /// Whether a Markdown text names it in its links.
  var hasOtherBody: Bool {
    file.body.map { NamingFile.words($0, path, change) != $0 } ?? false
  }

  func rewritten() throws(WritingRefusal) -> [UInt8] {
    let fields =
      values.isEmpty ? file : try YAMLFile(file.setting(values), isMarkdown: file.isMarkdown)
    guard fields.isMarkdown else { return fields.bytes }
    return try fields.changingBody { NamingFile.words($0, path, change) }
  }

  private static func words(_ text: String, _ path: String, _ change: any NameChange) -> String {
    LinkAddresses(text).replacing { change.address($0, in: path) }
  }
}

/// A table of observations, whose cells may name sources.
struct NamingTable {
  let path: String
  /// Where the indicator names it.
  let owner: FieldPath
  private let table: FieldTable
  private let file: YAMLFile
  private let change: any NameChange

  fileprivate init(
    _ path: String, _ table: FieldTable, _ owner: FieldPath, _ file: YAMLFile,
    _ change: any NameChange
  ) {
    (self.path, self.table, self.owner) = (path, table, owner)
    (self.file, self.change) = (file, change)
  }

  func isNaming(_ bytes: [UInt8]) -> Bool {
    (try? rewritten(bytes)).map { $0 != bytes } ?? false
  }

  /// The bytes as they are, where they are no table that can be read.
  func rewritten(_ bytes: [UInt8]) throws(WritingRefusal) -> [UInt8] {
    guard let sheet = try? SheetFile(bytes, table, of: file.pairs(owner.parent)) else {
      return bytes
    }
    return try sheet.exchanging { field, text in
      change.value(
        of: FieldVisit.Text(
          path: owner, type: field.type, value: text, record: [:],
          names: owner.steps.isEmpty ? [] : [field.english]), in: path)
    }
  }
}
