package import Diagnostics

/// What may still be in the making (`bozza`): it is left out of what is published, and all that stands below it.
///
/// What stands below a draft is one by what its own field says: whoever puts the report together writes it there.
package protocol Draftable: Entity {
  var draft: Sourced<Bool>? { get set }
}

extension Draftable {
  package var isDraft: Bool { draft?.value ?? false }
}

extension FieldValues {
  /// The same of fields of which no entity was made yet.
  package var isDraft: Bool { flag("draft") }

  package func flag(_ name: String) -> Bool {
    if case .flag(let value) = self[name] { value.value } else { false }
  }
}

extension FieldOf where Owner: Draftable {
  /// The field that says so.
  static var draft: FieldOf {
    .optional(
      \.draft, "bozza", "draft", .flag, "non ancora da pubblicare", "not to be published yet"
    ).going("nella scelta di che cosa si pubblica", "into the choice of what is published")
  }
}

/// The drafts that are left out of a report.
package struct LeftOutDrafts: Sendable {
  /// Those that say so themselves, with where they stand.
  package private(set) var titles: [Sourced<String>] = []
  /// The names of whole editions: their ids and, where no other edition is of it, their years.
  package var editions: Set<String> = []
  /// All files that are drafts.
  package var files: Set<SourceFile.ID> = []
  /// The folders of whole editions, relative to the content.
  package var folders: [String] = []
  /// Of each edition, by its file; those that all editions share under none.
  private var ids: [SourceFile.ID?: Set<String>] = [:]

  package init() {}

  /// - Parameter home: the file of the edition.
  package mutating func add(_ id: String, in home: SourceFile.ID?) {
    ids[home, default: []].insert(id)
  }

  package mutating func add(title: Sourced<String>) { titles.append(title) }

  package var isEmpty: Bool { files.isEmpty && titles.isEmpty }

  /// Whether parts of editions that are published are among them.
  package var hasParts: Bool { !ids.isEmpty }

  /// Whether an id is that of a draft of an edition.
  package func contains(_ id: some StringProtocol, in edition: Edition) -> Bool {
    guard !ids.isEmpty else { return false }
    let id = String(id)
    return ids[edition.place.file]?.contains(id) == true || ids[nil]?.contains(id) == true
  }

  /// Whether an id is that of a draft of whatever edition.
  package func contains(_ id: String) -> Bool { ids.values.contains { $0.contains(id) } }
}
