import Content
import Desk
import Diagnostics
import Files
import Office
import Scaffolding
import SocialReport

/// A text document as a new record of the report, with the proof that nothing of it was lost.
struct DocumentImport {
  private let name: String
  private let wishes: ImportWishes
  private let desk: Desk
  private var document: TextDocument
  /// SHA-256 of the document.
  private let fingerprint: String

  init(
    _ package: OfficePackage, named name: String, fingerprint: String, _ wishes: ImportWishes,
    _ desk: Desk
  ) throws {
    self.fingerprint = fingerprint
    document = try TextDocument(package)
    if let fault = document.ledger.faults.first { throw LostText(fault) }
    (self.name, self.wishes, self.desk) = (name, wishes, desk)
  }

  func imported(into place: RecordPlace) throws -> Imported {
    let all = ImportedTexts.all(in: place)
    if let known = all.first(where: { $0.fingerprint == fingerprint }),
      wishes.title ?? known.fields["titolo"] == known.fields["titolo"]
    {
      return nothingNew(known)
    }
    var document = document
    let kind = wishes.kind ?? FieldPlan.kind(of: document.text)
    let plan = FieldPlan(document.text, kind: kind)
    var writer = RecordWriter(
      document, plan, name: name, wishes, place, fingerprint: fingerprint, before: all)
    var revision = Revision(desk)
    let path = try writer.write(&revision)
    let left = plan.labels + writer.replaced
    for source in left { document.leave(source, .label) }
    for part in writer.unshown { document.leave(part: part, .drawnPicture) }
    try writer.proof.close(Set(left))
    let record = IntakeFolder.freePath(
      forDocument: name, ending: IntakeRecord.ending, in: revision)
    revision.begin(record, IntakeRecord(document.ledger).bytes)
    let labels = writer.fields.compactMap { name in
      kind.table.index(of: name).map { kind.table.fields[$0].label }
    }
    func list(_ language: Language) -> String {
      labels.map { "«\($0.text(in: language))»" }.joined(separator: ", ")
    }
    let made = Phrase(
      it: "\(kind.italian), con \(list(.italian))", en: "\(kind.rawValue), with \(list(.english))")
    return Imported(
      kind: kind, path: path, changes: revision.changes,
      summary: writer.known == nil ? made : DocumentImport.updated(writer.updated, kind),
      account: DocumentImport.account(document.ledger),
      remarks: writer.remarks + document.text.doubts.map(DocumentImport.words)
        + (plan.boldTitle.map { [DocumentImport.taken(title: $0)] } ?? [])
        + document.text.words(ofNotes: plan.movedNotes).map { words in
          Phrase(
            it:
              "la nota «\(words)» stava in un titolo, che qui non ne ha: è un paragrafo in fondo al testo",
            en:
              "the note «\(words)» stood in a heading, which has none here: it is a paragraph at the end of the text"
          )
        }
        + DocumentImport.repeated(plan) + DocumentImport.boldLines(plan))
  }

  private func nothingNew(_ known: ImportedTexts) -> Imported {
    Imported(
      kind: .achievement, path: known.page, changes: [],
      summary: Phrase(
        it: "niente: è lo stesso documento da cui è nata `\(known.page)`",
        en: "nothing: it is the same document of which `\(known.page)` came"),
      account: DocumentImport.account(document.ledger), remarks: [])
  }

  /// What a document that came again changed.
  private static func updated(_ names: [String], _ kind: EntityKind) -> Phrase {
    let labels = names.compactMap { name in
      kind.table.index(of: name).map { kind.table.fields[$0].label }
    }
    func list(_ language: Language) -> String {
      labels.map { "«\($0.text(in: language))»" }.joined(separator: ", ")
    }
    return labels.isEmpty
      ? Phrase(
        it: "niente di nuovo per la pagina che ne era nata",
        en: "nothing new for the page that had come of it")
      : Phrase(
        it: "\(kind.italian) aggiornata: \(list(.italian))",
        en: "\(kind.rawValue) brought up to date: \(list(.english))")
  }

  private static func account(_ ledger: Ledger) -> Phrase {
    let left = ledger.left
    let count = left.reduce(0) { $0 + $1.count }
    func list(_ language: Language) -> String {
      let reasons = left.map { "\($0.count) \($0.reason.words($0.count).text(in: language))" }
      return reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
    }
    return Phrase(
      it: "\(ledger.used) pezzi presi, \(count) lasciati\(list(.italian)), 0 persi",
      en: "\(ledger.used) pieces taken over, \(count) left\(list(.english)), 0 lost")
  }

  private static func taken(title paragraph: OfficeText.Paragraph) -> Phrase {
    let words = Blank.trimmed(paragraph.text)
    return Phrase(
      it: "ho preso come titolo la prima riga, tutta in grassetto: «\(words)»",
      en: "the first line, all bold, was taken for the title: «\(words)»")
  }

  private static func repeated(_ plan: FieldPlan) -> [Phrase] {
    plan.repeated.map { field in
      Phrase(
        it:
          "il titolo «\(field.label.italian)» c'è più volte, e i testi stanno in un campo solo: se il documento racconta più "
          + "cose, dividilo in un file per ciascuna",
        en:
          "the heading «\(field.label.english)» is there more than once, and the texts are in one field: where the document "
          + "tells of several things, split it into a file for each")
    }
  }

  /// Lines that are all bold may be headings, and may not.
  private static func boldLines(_ plan: FieldPlan) -> [Phrase] {
    plan.fields.flatMap { field -> [OfficeText.Block] in
      if case .text(let blocks) = field.value { blocks } else { [] }
    }.compactMap { block in
      guard case .paragraph(let paragraph) = block, paragraph.level == nil, !paragraph.isBlank,
        FieldPlan.isHead(paragraph)
      else { return nil }
      let words = Blank.trimmed(paragraph.text)
      return Phrase(
        it:
          "riga tutta in grassetto: «\(words)»; se è un titolo, scrivila con `## ` davanti e senza asterischi",
        en:
          "a line all bold: «\(words)»; if it is a heading, write it with `## ` before it and no asterisks"
      )
    }
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
    case .typedList:
      Phrase(
        it:
          "sembra un elenco scritto a mano: «\(place)»; se lo è, comincia ogni riga con `- ` o `1. `",
        en:
          "it looks like a list typed by hand: «\(place)»; if it is one, begin each line with `- ` or `1. `"
      )
    case .innerDocument:
      Phrase(
        it: "un documento dentro il documento, che non ho aperto: importalo a parte",
        en: "a document in the document, which was not opened: import it by itself")
    }
  }
}

extension OfficeText {
  /// What notes begin with.
  fileprivate func words(ofNotes numbers: [Int]) -> [String] {
    numbers.map { number in
      let texts = notes[number].compactMap { block in
        if case .paragraph(let paragraph) = block { Blank.trimmed(paragraph.text) } else { nil }
      }
      return String(texts.joined(separator: " ").prefix(60))
    }
  }
}

/// A piece of a document of which nobody can say what became.
struct LostText: ExplainedError {
  let message: Phrase
  var help: Phrase? {
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
