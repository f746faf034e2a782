package import Diagnostics
package import SocialReport

/// An entry of a register: the fields that it states, by their English names.
package struct RegisterEntry: Sendable {
  package enum Value: Sendable {
    case text(String)
    /// A word of the field's list, by the English one.
    case word(String)
  }

  package let kind: EntityKind
  package let id: String
  private let fields: [(name: String, value: Value)]

  package init(_ kind: EntityKind, id: String, _ fields: KeyValuePairs<String, Value?>) {
    self.init(kind, id: id, fields.compactMap { name, value in value.map { (name, $0) } })
  }

  package init(_ kind: EntityKind, id: String, _ fields: [(name: String, value: Value)]) {
    (self.kind, self.id, self.fields) = (kind, id, fields)
  }

  /// Its fields in order, by their names in a language, with words in it too.
  package func written(_ language: Language) -> [(key: String, value: String)] {
    let lines = RecordLines(kind.table, language)
    return [(lines.name("id"), id)]
      + fields.map { field in
        switch field.value {
        case .text(let text): (lines.name(field.name), text)
        case .word(let word): (lines.name(field.name), lines.word(word, of: field.name))
        }
      }
  }

  /// With a hyphen before the first.
  package func lines(_ language: Language) -> [String] {
    var lines = RecordLines(kind.table, language)
    lines.write("id", id)
    for field in fields {
      switch field.value {
      case .text(let text): lines.write(field.name, text)
      case .word(let word): lines.write(field.name, word: word)
      }
    }
    return lines.entry
  }
}

extension RegisterEntry {
  package static func office(_ name: AnsweredText, id: String) -> RegisterEntry {
    RegisterEntry(.offices, id: id, ["name": .text(name.text)])
  }

  package static func term(
    _ term: AnsweredText, acronym: AnsweredText?, definition: AnsweredText, id: String
  ) -> RegisterEntry {
    RegisterEntry(
      .glossary, id: id,
      [
        "term": .text(term.text), "acronym": acronym.map { .text($0.text) },
        "definition": .text(definition.text),
      ])
  }
}
