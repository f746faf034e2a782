package import Diagnostics

// What an entity holds, by its declaration: nothing that is new can be forgotten.
extension Entity {
  /// All that it tells in Markdown, and what is in it.
  package var texts: [EmbeddedText] {
    values { value, _ in if case .markdown(let text) = value { text } else { nil } }
  }

  /// The files that it names.
  package var files: [Sourced<String>] {
    named { if case .file = $0 { true } else { false } }
  }

  /// The web addresses that it names.
  package var addresses: [Sourced<String>] {
    named { if case .url = $0 { true } else { false } }
  }

  /// The ids that it refers to, with what each is one of.
  package var references: [(register: Reference, id: Sourced<String>)] {
    values { value, type in
      guard case .text(let id) = value, case .reference(let register) = type else { return nil }
      return (register, id)
    }
  }

  private func named(_ isWanted: (FieldType) -> Bool) -> [Sourced<String>] {
    values { value, type in
      guard case .text(let text) = value, isWanted(type) else { return nil }
      return text
    }
  }

  private func values<Found>(_ find: (FieldValue, FieldType) -> Found?) -> [Found] {
    var found: [Found] = []
    for (field, value) in stated { value.collect(field.type, find, &found) }
    return found
  }
}

extension FieldValue {
  fileprivate func collect<Found>(
    _ type: FieldType, _ find: (FieldValue, FieldType) -> Found?, _ found: inout [Found]
  ) {
    switch (self, type) {
    case (.list(let values), .list(let element)):
      for value in values { value.collect(element, find, &found) }
    case (.list(let values), .observations(let table)):
      for value in values { value.collect(.record(table), find, &found) }
    case (.record(let values), _):
      for (index, field) in values.table.fields.enumerated() {
        values[index: index]?.collect(field.type, find, &found)
      }
    default:
      if let one = find(self, type) { found.append(one) }
    }
  }
}
