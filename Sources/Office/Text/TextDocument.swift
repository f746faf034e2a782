/// A text document with the account of what became of all that is in it.
package struct TextDocument: Sendable {
  package let package: OfficePackage
  package private(set) var text: OfficeText
  package private(set) var ledger: Ledger
  package let sources: SourceTexts

  /// - Throws: `OfficeFlaw` for what cannot be read.
  package init(_ document: OfficePackage) throws(OfficeFlaw) {
    package = document
    switch document.kind {
    case .openText:
      let reader = try OpenTextReader(document)
      (text, ledger) = (reader.text, reader.ledger)
    case .hypertext:
      let reader = try HTMLTextReader(document)
      (text, ledger) = (reader.text, reader.ledger)
    default:
      let reader = try WordReader(document)
      (text, ledger) = (reader.text, reader.ledger)
    }
    sources = SourceTexts(document, ledger)
    text.doubtTypedLists()
  }

  /// Leaves a paragraph that was read: a label of a form, a picture that nobody can be shown.
  package mutating func leave(_ source: OfficeText.Source, _ reason: LeftReason) {
    ledger.release(source, reason)
  }

  package mutating func leave(part name: String, _ reason: LeftReason) {
    if let part = package.place(of: name) {
      ledger.release(OfficeText.Source(part: part, node: -1), reason)
    }
  }
}
