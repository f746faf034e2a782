package import Diagnostics

extension Kind {
  /// The key that says what a file is about.
  static let key = Phrase(it: "tipo", en: "kind")

  /// The line by which a file says that it is of this kind: `tipo: edizione`.
  package var statement: Phrase {
    Phrase(
      it: "\(Kind.key.italian): \(italian)", en: "\(Kind.key.english): \(rawValue)")
  }
}
