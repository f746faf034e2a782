import Writing

/// One change of a record, as a person asks for it; fields are named as in `DeskField`.
package enum RecordEdit: Sendable {
  case set(String, to: String)
  /// Takes the mark away that says that a value is still to be confirmed.
  case confirm(String)
  /// All entries of a list of texts.
  case setList(String, to: [String])
  /// A record in the record that is not there yet, with its fields.
  case begin(String, with: [(name: String, value: String)])
  /// - Parameter at: the place, from 0; the end where there is none.
  case add(String, NewEntry, at: Int?)
  case remove(String)
  case move(String, from: Int, to: Int)

  /// As the journal tells it.
  package var note: ChangeNote {
    switch self {
    case .set(let name, _), .setList(let name, _), .begin(let name, _), .confirm(let name):
      ChangeNote(.value, field: name)
    case .add(let name, _, _), .move(let name, _, _): ChangeNote(.entry, field: name)
    case .remove(let name):
      ChangeNote(FieldPath(name)?.endsInEntry == true ? .entry : .value, field: name)
    }
  }

  /// An entry of a list that is not there yet.
  package enum NewEntry: Sendable {
    case text(String)
    case fields([(name: String, value: String)])
  }
}

/// A file of the texts, before and after.
package struct FileChange: Sendable, Equatable {
  /// Relative to the content's folder.
  package let path: String
  package let old: [UInt8]
  package let new: [UInt8]
  /// The path that it is to have; the same, where it stays where it is.
  package let newPath: String

  package init(path: String, old: [UInt8], new: [UInt8], newPath: String? = nil) {
    (self.path, self.old, self.new, self.newPath) = (path, old, new, newPath ?? path)
  }

  package var isMove: Bool { newPath != path }

  /// What takes it back.
  package var undone: FileChange { FileChange(path: newPath, old: new, new: old, newPath: path) }
}
