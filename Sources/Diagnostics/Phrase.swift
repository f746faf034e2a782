/// A sentence for people, in both languages of the program.
package struct Phrase: Hashable, Sendable {
  package let italian: String
  package let english: String

  package init(it italian: String, en english: String) {
    self.italian = italian
    self.english = english
  }

  package func text(in language: Language) -> String {
    switch language {
    case .italian: italian
    case .english: english
    }
  }
}

extension [Phrase] {
  package func joined(separator: String) -> Phrase {
    Phrase(
      it: map(\.italian).joined(separator: separator),
      en: map(\.english).joined(separator: separator))
  }
}

/// A language the program speaks to its users.
package enum Language: String, CaseIterable, Sendable {
  case italian = "it"
  case english = "en"
}

/// An error that says for itself what is wrong and what to do about it.
package protocol ExplainedError: Error {
  var message: Phrase { get }
  /// Nil where the message says it.
  var help: Phrase? { get }
}
