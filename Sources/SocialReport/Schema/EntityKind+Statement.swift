package import Diagnostics

extension EntityKind {
  /// The key that says what a file is about.
  package static let key = Phrase(it: "tipo", en: "kind")

  /// The key under which a list has its entries.
  package static let entries = Phrase(it: "voci", en: "entries")

  /// What a file of this kind is called.
  package var word: Phrase { Phrase(it: italian, en: rawValue) }

  /// The line by which a file says that it is of this kind: `tipo: edizione`.
  package var statement: Phrase {
    Phrase(
      it: "\(EntityKind.key.italian): \(italian)", en: "\(EntityKind.key.english): \(rawValue)")
  }
}
