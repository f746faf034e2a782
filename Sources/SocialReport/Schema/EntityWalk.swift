package import Diagnostics

// What an entity holds, by its declaration: nothing that is new can be forgotten.
extension Entity {
  /// All that it tells in Markdown, and what is in it.
  package var texts: [EmbeddedText] {
    var found: [EmbeddedText] = []
    visit(.markdown) { value, _ in if case .markdown(let text) = value { found.append(text) } }
    return found
  }

  /// The files that it names.
  package var files: [Sourced<String>] { named(.file) }

  /// The web addresses that it names.
  package var addresses: [Sourced<String>] { named(.url) }

  /// The ids that it refers to, with what each is one of.
  package var references: [(register: Reference, id: Sourced<String>)] {
    var found: [(register: Reference, id: Sourced<String>)] = []
    visit(.reference) { value, type in
      guard case .text(let id) = value, case .reference(let register) = type else { return }
      found.append((register, id))
    }
    return found
  }

  private func named(_ kind: SoughtKind) -> [Sourced<String>] {
    var found: [Sourced<String>] = []
    visit(kind) { value, _ in if case .text(let text) = value { found.append(text) } }
    return found
  }

  private func visit(_ kind: SoughtKind, _ body: (FieldValue, FieldType) -> Void) {
    let fields = Self.declaration.fields(holding: kind)
    for index in fields.indices { fields[index].visit(self, kind, body) }
  }

  /// Only fields that may hold the kind are read.
  package func visit(
    _: FieldType, _ kind: SoughtKind, _ body: (FieldValue, FieldType) -> Void
  ) {
    visit(kind, body)
  }
}

/// What is looked for in all fields alike.
package enum SoughtKind: Int, CaseIterable, Sendable {
  case markdown, file, url, reference

  func includes(_ type: FieldType) -> Bool {
    switch (self, type) {
    case (.markdown, .markdown), (.file, .file), (.url, .url), (.reference, .reference): true
    default: false
    }
  }

  /// Whether a type is of this kind, or holds one that is.
  func isHeld(by type: FieldType) -> Bool {
    if includes(type) { return true }
    return switch type {
    case .list(let element): isHeld(by: element)
    case .record(let table), .observations(let table): table.fields.contains { isHeld(by: $0.type) }
    default: false
    }
  }
}
