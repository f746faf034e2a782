import Content
import Diagnostics
package import SocialReport
package import Writing

/// A field of a record in its file, by either of its names.
package struct DeskField {
  package let path: FieldPath
  package let type: FieldType
  package let isRequired: Bool
  /// Whether it is the body of a Markdown file.
  package let isBody: Bool
  /// Whether something is written there; else its record is.
  package let isThere: Bool
  /// The names of the fields of its record, in their order.
  package let order: [String]

  /// - Parameter name: as people write it: `titolo`, `azioni.2.titolo`.
  package init(_ name: String, of record: DeskRecord, in file: YAMLFile) throws(DeskError) {
    guard let asked = FieldPath(name) else { throw .noField(name, record.kind.table.listing) }
    var path = record.place
    var type = FieldType.record(record.kind.table)
    var (isRequired, isBody, isThere) = (false, false, true)
    var order: [String] = []
    for (depth, step) in asked.steps.enumerated() {
      let isLast = depth == asked.steps.count - 1
      switch (step, type) {
      case (.field(let word), .record(let table)):
        let isEnglish = file.keys(path).contains { table.isEnglishAlone($0) }
        guard let index = table.index(of: word) else {
          throw .noField(word, DeskField.help(for: word, table, isEnglish: isEnglish))
        }
        let field = table.fields[index]
        let names = [field.italian, field.english]
        let written = names.first { file.holds(path.appending(.field($0))) }
        if isLast, written == nil, depth == 0, record.isMarkdown,
          field.english == record.kind.mainText
        {
          isBody = true
        } else if written == nil, !isLast {
          throw .refused(.notFound(name), file: record.path)
        }
        isThere = written != nil
        isRequired = field.isRequired
        order = table.fields.map { one in
          file.keys(path).first { $0 == one.italian || $0 == one.english }
            ?? (isEnglish ? one.english : one.italian)
        }
        path = path.appending(.field(written ?? (isEnglish ? field.english : field.italian)))
        type = field.type
      case (.entry(let number), .list(let element)):
        path = path.appending(.entry(number))
        (type, isRequired) = (element, true)
      case (.entry(let number), .observations(let table)):
        path = path.appending(.entry(number))
        (type, isRequired) = (.record(table), true)
      default: throw .refused(.notFields(path.text), file: record.path)
      }
    }
    (self.path, self.type, self.isRequired) = (path, type, isRequired)
    (self.isBody, self.isThere, self.order) = (isBody, isThere, order)
  }

  /// Whether it is an entry of a list.
  package var isEntry: Bool { if case .entry? = path.steps.last { true } else { false } }

  /// Whether it holds several values, or a record.
  package var isList: Bool {
    switch type {
    case .list, .record, .observations, .choices: true
    default: false
    }
  }

  /// Whether its entries have fields.
  package var hasRecords: Bool {
    switch type {
    case .list(.record), .observations: true
    default: false
    }
  }

  /// Whether its value is Markdown.
  package var isText: Bool { if case .markdown = type { true } else { false } }

  /// The near name in the language that the record is written in.
  private static func help(for word: String, _ table: FieldTable, isEnglish: Bool) -> Phrase {
    let names = [table.fields.map(\.italian), table.fields.map(\.english)]
    let near = (isEnglish ? names.reversed() : names).lazy
      .compactMap { NearMiss.candidates(for: word, among: Set($0)).first }.first
    guard let near else { return table.listing }
    return Phrase(it: "forse `\(near)`?", en: "perhaps `\(near)`?")
  }
}

extension FieldTable {
  /// Whether a key is the English name of a field that has another in Italian.
  fileprivate func isEnglishAlone(_ key: String) -> Bool {
    index(of: key).map { fields[$0].english == key && fields[$0].italian != key } ?? false
  }
}
