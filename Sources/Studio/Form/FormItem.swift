import Desk
import Diagnostics
import SocialReport

/// One value of a record as a form shows it.
struct FormItem: Sendable {
  /// As `DeskField` reads it, in Italian: `titolo`, `tappe.2.data`.
  let name: String
  let label: Phrase
  let meaning: Phrase
  /// In which case it is needed.
  let condition: Phrase?
  let type: FieldType
  let isRequired: Bool
  /// As it stands in the form, and comes back where nobody changes it; lists have a line for each entry.
  let value: String
  /// The entries of a list of texts as they are in the file.
  var texts: [String] = []
  /// Whether something is written in the file.
  let isThere: Bool
  /// Whether it was taken over from before, and is still to be confirmed.
  var isUnconfirmed = false

  init(_ field: Field, name: String, value: String, isThere: Bool) {
    (self.name, self.isThere) = (name, isThere)
    self.value = FormValue.received(value, field.type)
    (label, meaning, condition) = (field.label, field.meaning, field.condition)
    (type, isRequired) = (field.type, field.isRequired)
  }

  /// The entries that lines say; one that nobody changed is as it is in the file, though it has several lines there.
  func entries(_ value: String) -> [String] {
    let known = Dictionary(
      texts.map { (FormValue.line($0), $0) }, uniquingKeysWith: { one, _ in one })
    return FormValue.entries(value).map { known[$0] ?? $0 }
  }

  /// What makes its value another.
  func edits(to value: String) -> [RecordEdit] {
    switch type {
    case .list, .yearPair: [.setList(name, to: entries(value))]
    case .choices: choiceEdits(to: value)
    default: [.set(name, to: value)]
    }
  }

  /// Names with a word each, a line for each.
  private func choiceEdits(to value: String) -> [RecordEdit] {
    func pairs(_ text: String) -> [String: String] {
      let pairs = FormValue.entries(text).map { line -> (String, String) in
        let name = line.prefix { $0 != ":" }
        return (String(name), String(line.dropFirst(name.count + 1).drop(while: \.isWhitespace)))
      }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
    let (old, new) = (pairs(self.value), pairs(value))
    let gone = old.keys.sorted().filter { new[$0] == nil }
    return gone.map { .remove(name + "." + $0) }
      + new.sorted { $0.key < $1.key }.filter { old[$0.key] != $0.value }
      .map { .set(name + "." + $0.key, to: $0.value) }
  }

  /// The name of its control.
  var control: String { "f." + name }

  /// Whether it can be left out without being missed, and is.
  var isFurther: Bool { !isRequired && !isThere }
}

/// A part of a form.
indirect enum FormNode: Sendable {
  case item(FormItem)
  /// A record in the record.
  case group(FormItem, [FormNode])
  /// A list of records.
  case records(FormItem, [FormEntry])
  /// A series: a row for each period, a column for each field.
  case grid(FormItem, columns: [Field], rows: [FormRow])

  var head: FormItem {
    switch self {
    case .item(let item), .group(let item, _), .records(let item, _), .grid(let item, _, _): item
    }
  }
}

/// An entry of a list of records: a line, or its own form where it is open.
struct FormEntry: Sendable {
  /// `tappe.2`.
  let name: String
  /// Which one it is, when entries have come and gone meanwhile.
  let identity: String
  let summary: String
  /// Nil where it is closed.
  let nodes: [FormNode]?
}

struct FormRow: Sendable {
  let name: String
  let identity: String
  let cells: [FormItem]
}
