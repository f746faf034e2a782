import Diagnostics

/// What was changed, as the journal tells it.
package struct ChangeNote: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A value, an entry of a list, the name of a record or a file, a whole text.
    case value, entry, name, text
    /// What the program mended by itself.
    case correction
    /// Bytes of before.
    case undo
    case proposal, refusal, approval, publication
    /// A file that is new.
    case creation
    /// A record that was taken out.
    case deletion

    /// As the journal has it, which people open with a spreadsheet.
    package var word: String {
      switch self {
      case .value: "valore"
      case .entry: "voce"
      case .name: "nome"
      case .text: "testo"
      case .correction: "correzione"
      case .undo: "annullamento"
      case .proposal: "proposta accettata"
      case .refusal: "proposta rifiutata"
      case .approval: "approvazione"
      case .publication: "pubblicazione"
      case .creation: "file nuovo"
      case .deletion: "eliminazione"
      }
    }
  }

  package let kind: Kind
  /// As people name it; empty where it is the whole file.
  package let field: String

  package init(_ kind: Kind, field: String = "") { (self.kind, self.field) = (kind, field) }
}
