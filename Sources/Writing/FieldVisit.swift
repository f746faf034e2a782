import Content
import Diagnostics
package import SocialReport
import YAMLTree

/// All texts of a file by the fields that they stand in, as the declarations of its kind say.
package struct FieldVisit {
  /// A text, and what it is of.
  package struct Text {
    package let path: FieldPath
    package let type: FieldType
    package let value: String
    /// The texts of the record that it stands in, by the English names of their fields.
    package let record: [String: String]
    /// The English names of the fields on the way to it.
    package let names: [String]

    package init(
      path: FieldPath, type: FieldType, value: String, record: [String: String], names: [String]
    ) {
      (self.path, self.type, self.value) = (path, type, value)
      (self.record, self.names) = (record, names)
    }
  }

  package private(set) var texts: [Text] = []

  package init(_ file: YAMLFile) {
    let root = file.pairs(FieldPath([]))
    let words = root.first {
      [EntityKind.key.italian, EntityKind.key.english].contains($0.key.text)
    }
    guard case .scalar(let word)? = words?.value, let kind = EntityKind(word: word.text) else {
      return
    }
    guard kind.isList else {
      visit(root, kind.table, FieldPath([]), [])
      return
    }
    for pair in root
    where [EntityKind.entries.italian, EntityKind.entries.english].contains(pair.key.text) {
      let list = FieldPath([.field(pair.key.text)])
      visit(pair.value, .list(.record(kind.table)), list, [], [:])
    }
  }

  private mutating func visit(
    _ pairs: [YAMLPair], _ table: FieldTable, _ path: FieldPath, _ names: [String]
  ) {
    var record: [String: String] = [:]
    for pair in pairs {
      guard case .scalar(let scalar) = pair.value, let index = table.index(of: pair.key.text)
      else { continue }
      record[table.fields[index].english] = scalar.text
    }
    for pair in pairs {
      guard let index = table.index(of: pair.key.text) else { continue }
      let field = table.fields[index]
      visit(
        pair.value, field.type, path.appending(.field(pair.key.text)), names + [field.english],
        record)
    }
  }

  private mutating func visit(
    _ node: YAMLNode, _ type: FieldType, _ path: FieldPath, _ names: [String],
    _ record: [String: String]
  ) {
    switch (node, type) {
    case (.sequence(let nodes, _), .list(let element)):
      for (number, node) in nodes.enumerated() {
        visit(node, element, path.appending(.entry(number)), names, record)
      }
    case (.sequence(let nodes, _), .observations(let table)):
      for (number, node) in nodes.enumerated() {
        visit(node, .record(table), path.appending(.entry(number)), names, record)
      }
    case (.mapping(let pairs, _), .record(let table)),
      (.mapping(let pairs, _), .list(.record(let table))):
      visit(pairs, table, path, names)
    case (.scalar(let scalar), _):
      texts.append(
        Text(path: path, type: type, value: scalar.text, record: record, names: names))
    default: break
    }
  }
}
