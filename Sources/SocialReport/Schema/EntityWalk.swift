package import Diagnostics

// What an entity holds, by its declaration: nothing that is new can be forgotten.
extension Entity {
  /// All that it tells in Markdown, and what is in it.
  package var texts: [EmbeddedText] {
    values(ofFields: \.isMarkdown) { value, _ in
      if case .markdown(let text) = value { text } else { nil }
    }
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
    values(ofFields: \.isReference) { value, type in
      guard case .text(let id) = value, case .reference(let register) = type else { return nil }
      return (register, id)
    }
  }

  private func named(_ isWanted: (FieldType) -> Bool) -> [Sourced<String>] {
    values(ofFields: isWanted) { value, type in
      guard case .text(let text) = value, isWanted(type) else { return nil }
      return text
    }
  }

  /// - Parameter isWanted: whether a type of field may hold what is looked for; no others are read.
  private func values<Found>(
    ofFields isWanted: (FieldType) -> Bool, _ find: (FieldValue, FieldType) -> Found?
  ) -> [Found] {
    var found: [Found] = []
    for field in Self.declaration.fields where field.field.type.holds(isWanted) {
      guard let value = field.value(self), !value.isUnread else { continue }
      value.collect(field.field.type, find, &found)
    }
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

extension FieldType {
  fileprivate var isMarkdown: Bool { if case .markdown = self { true } else { false } }

  fileprivate var isReference: Bool { if case .reference = self { true } else { false } }

  /// Whether it is a type, or holds one.
  fileprivate func holds(_ isWanted: (FieldType) -> Bool) -> Bool {
    if isWanted(self) { return true }
    return switch self {
    case .list(let element): element.holds(isWanted)
    case .record(let table), .observations(let table):
      table.fields.contains { $0.type.holds(isWanted) }
    default: false
    }
  }
}
