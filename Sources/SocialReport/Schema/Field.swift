package import Diagnostics

/// One field of a kind of file: its names, its type and what it means.
///
/// A field is declared once, with the property that takes it (`Declaration`). The decoder, near misses,
/// the manual, schemas, open data and every list of texts, files and references walk the declarations.
package struct Field: Sendable {
  package let italian: String
  package let english: String
  package let type: FieldType
  package let isRequired: Bool
  package let meaning: Phrase
  /// In which case an optional field is required; a rule sees to it.
  package internal(set) var condition: Phrase?
  /// Where a value goes that stands on no page as it was written; nil for what readers see.
  package internal(set) var destination: Phrase?
  /// Whether people read what stands there as words, so that it is looked at as all texts are.
  ///
  /// It is so unless the declaration says otherwise: a field that is new cannot be forgotten.
  package internal(set) var holdsWords = true
  /// The English name of a field that may stand in the place of a required one.
  package internal(set) var alternative: String?
  /// Whether an entity has a value for it even where nothing is written.
  package internal(set) var isAlwaysThere = false
  /// How it stands in the open data.
  package internal(set) var publication = Publication.asNamed

  package init(
    _ italian: String, _ english: String, _ type: FieldType, isRequired: Bool, _ meaning: Phrase
  ) {
    (self.italian, self.english, self.type) = (italian, english, type)
    (self.isRequired, self.meaning) = (isRequired, meaning)
  }
}

extension Field {
  /// What the open data have of a field.
  package enum Publication: Sendable {
    /// Its value, under its English name.
    case asNamed
    /// Its value, under another name; a list only where it has something.
    case under(String)
    /// Nothing: it is told on the page, or another member says it.
    case none
  }

  /// What the open data call it; nil for what they do not have.
  package var dataName: String? {
    switch publication {
    case .asNamed: english
    case .under(let name): name
    case .none: nil
    }
  }
}
