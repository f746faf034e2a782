import Content
package import Desk
package import Diagnostics
import Files
package import Office
import Pictures
package import Scaffolding
package import SocialReport

/// A document of an office as new files of the report, with the proof that nothing of it was lost.
package struct DocumentImport {
  /// What is to be known beside the document.
  package struct Wishes: Sendable {
    /// Nil to see it by the document.
    package var kind: EntityKind?
    package var objective: String?
    package var office: String?
    package var title: String?

    package init() {}
  }

  package let document: TextDocument
  package let kind: EntityKind
  package let fields: [String]
  /// The file of the record, and all that are new with it.
  package let path: String
  package let changes: [FileChange]
  /// What was understood, left or is to be looked at.
  package private(set) var remarks: [Phrase] = []

  /// - Parameters:
  ///   - name: of the document's file.
  ///   - desk: where the files are to be written; nothing is written yet.
  /// - Throws: `OfficeFlaw`, `ProjectOutline.Refusal`, `DeskError` or `Proof.Flaw`.
  package init(
    _ bytes: [UInt8], named name: String, into place: RecordPlace, _ wishes: Wishes, _ desk: Desk
  ) throws {
    var document = try TextDocument(OfficePackage(bytes))
    if let fault = document.ledger.faults.first { throw LostText(fault) }
    let kind = wishes.kind ?? FieldPlan.kind(of: document.text)
    let plan = FieldPlan(document.text, kind: kind)
    var writer = RecordWriter(document, plan, name: name, wishes, place)
    var revision = Revision(desk)
    let path = try writer.write(&revision)
    let left = plan.labels + writer.replaced
    for source in left { document.leave(source, .label) }
    for part in writer.unshown { document.leave(part: part, .drawnPicture) }
    try writer.proof.close(Set(left))
    (self.document, self.kind, self.path) = (document, kind, path)
    fields = writer.fields
    remarks = plan.remarks + writer.remarks + document.text.doubts.map(DocumentImport.words)
    let record = IntakeRecord(document.ledger, named: name)
    revision.begin(record.path(below: place.root), record.bytes)
    changes = revision.changes
  }

  /// A piece of the document of which nobody can say what became.
  package struct LostText: ExplainedError {
    package let message: Phrase
    package var help: Phrase? {
      Phrase(
        it:
          "non ho scritto niente; prova a salvare il documento di nuovo con il suo programma, o copia il testo a mano",
        en:
          "nothing was written; try to save the document again with its program, or copy the text by hand"
      )
    }

    init(_ entry: Ledger.Entry) {
      let place = entry.element.isEmpty ? entry.part : "\(entry.part), \(entry.element)"
      message = Phrase(
        it: "non so dove mettere «\(entry.text.prefix(80))» (\(place))",
        en: "there is no place for «\(entry.text.prefix(80))» (\(place))")
    }
  }

  /// `realizzazione, con titolo, perche`.
  package var summary: Phrase {
    let names = fields.joined(separator: ", ")
    return Phrase(it: "\(kind.italian), con \(names)", en: "\(kind.rawValue), with \(names)")
  }

  /// `198 pezzi presi, 40 lasciati (12 codici di campo, 4 commenti), 0 persi`.
  package var account: Phrase {
    let left = document.ledger.left
    let count = left.reduce(0) { $0 + $1.count }
    func list(_ language: Language) -> String {
      let reasons = left.map { "\($0.count) \($0.reason.words($0.count).text(in: language))" }
      return reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
    }
    return Phrase(
      it: "\(document.ledger.used) pezzi presi, \(count) lasciati\(list(.italian)), 0 persi",
      en: "\(document.ledger.used) pieces taken over, \(count) left\(list(.english)), 0 lost")
  }

  private static func words(_ doubt: OfficeText.Doubt) -> Phrase {
    let place = doubt.place
    return switch doubt.kind {
    case .struckText: Phrase(it: "testo barrato: «\(place)»", en: "struck text: «\(place)»")
    case .highlightedText:
      Phrase(
        it: "testo evidenziato: «\(place)»: era da controllare?",
        en: "highlighted text: «\(place)»: was it to be checked?")
    case .mergedCells:
      Phrase(
        it: "celle unite, che qui stanno nella prima: «\(place)»",
        en: "merged cells, which stand in the first here: «\(place)»")
    case .innerTable:
      Phrase(
        it: "tabella dentro una cella, che qui è una riga: «\(place)»",
        en: "a table in a cell, which is a line here: «\(place)»")
    case .linkedPicture:
      Phrase(
        it: "immagine che il documento non contiene: «\(place)»",
        en: "a picture that the document does not hold: «\(place)»")
    case .textBox:
      Phrase(
        it: "casella di testo, che qui viene dopo il suo paragrafo: «\(place)»",
        en: "a text box, which stands behind its paragraph here: «\(place)»")
    case .equation:
      Phrase(
        it: "formula, scritta su una riga: «\(place)»",
        en: "an equation, written on one line: «\(place)»")
    case .innerDocument:
      Phrase(
        it: "un documento dentro il documento, che non ho aperto: importalo a parte",
        en: "a document in the document, which was not opened: import it by itself")
    }
  }
}
