import Content
import Diagnostics
import Office
import SocialReport

/// What is said of a record that came of a document.
struct DocumentTelling {
  private let plan: FieldPlan
  private let writer: RecordWriter
  /// Whether no field is named in it, beside others in which some are.
  private let isUnnamed: Bool
  /// Whether the document tells of nothing else.
  private let isOne: Bool

  init(_ plan: FieldPlan, _ writer: RecordWriter, isUnnamed: Bool, isOne: Bool) {
    (self.plan, self.writer, self.isUnnamed, self.isOne) = (plan, writer, isUnnamed, isOne)
  }

  /// `realizzazione «Una palestra», con «Perché», «Prossimi passi»`; what changed in one that came before.
  var summary: Phrase {
    let table = plan.kind.table
    func list(_ names: [String], _ language: Language) -> String {
      names.compactMap { name in
        table.index(of: name).map { "«\(table.fields[$0].label.text(in: language))»" }
      }.joined(separator: ", ")
    }
    func kind(_ language: Language) -> String {
      let word = language == .italian ? plan.kind.italian : plan.kind.rawValue
      return isOne ? word : "\(word) «\(writer.title)»"
    }
    guard writer.known != nil else {
      return Phrase(
        it: "\(kind(.italian)), con \(list(writer.fields, .italian))",
        en: "\(kind(.english)), with \(list(writer.fields, .english))")
    }
    guard !writer.updated.isEmpty else {
      return isOne
        ? Phrase(
          it: "niente di nuovo per la pagina che ne era nata",
          en: "nothing new for the page that had come of it")
        : Phrase(
          it: "niente di nuovo per «\(writer.title)»", en: "nothing new for «\(writer.title)»")
    }
    return Phrase(
      it: "\(kind(.italian)) aggiornata: \(list(writer.updated, .italian))",
      en: "\(kind(.english)) brought up to date: \(list(writer.updated, .english))")
  }

  /// - Parameter text: the document's.
  func remarks(of text: OfficeText) -> [Phrase] {
    var remarks = writer.remarks
    if let title = plan.boldTitle { remarks.append(taken(title: title)) }
    if let title = plan.otherTitle { remarks.append(left(title: title)) }
    if isUnnamed { remarks.append(unnamed) }
    remarks += plan.movedNotes.map { moved(note: text.notes[$0]) } + repeated + likeHeadings
    guard !isOne else { return remarks }
    let title = writer.title
    return remarks.map { remark in
      Phrase(it: "«\(title)»: \(remark.italian)", en: "«\(title)»: \(remark.english)")
    }
  }

  private var unnamed: Phrase {
    let name = plan.kind.mainText.flatMap { plan.kind.table.index(of: $0) }
    let label = name.map { plan.kind.table.fields[$0].label } ?? Phrase(it: "testo", en: "text")
    return Phrase(
      it: "non ha i titoli dei campi come le altre: tutto il testo è in «\(label.italian)»",
      en:
        "it has no headings of fields as the others have: all of its text is in «\(label.english)»"
    )
  }

  private func taken(title paragraph: OfficeText.Paragraph) -> Phrase {
    let words = Blank.trimmed(paragraph.text)
    return Phrase(
      it: "ho preso come titolo la prima riga, tutta in grassetto: «\(words)»",
      en: "the first line, all bold, was taken for the title: «\(words)»")
  }

  private func left(title paragraph: OfficeText.Paragraph) -> Phrase {
    let words = Blank.trimmed(paragraph.text)
    return Phrase(
      it: "il titolo è quello scritto nel suo campo: «\(words)», che stava sopra, non è entrato",
      en: "the title is the one in its field: «\(words)», which stood above it, was not taken")
  }

  private func moved(note blocks: [OfficeText.Block]) -> Phrase {
    let texts = blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { Blank.trimmed(paragraph.text) } else { nil }
    }
    let words = texts.joined(separator: " ").prefix(60)
    return Phrase(
      it:
        "la nota «\(words)» stava in un titolo, che qui non ne ha: è un paragrafo in fondo al testo",
      en:
        "the note «\(words)» stood in a heading, which has none here: it is a paragraph at the end of the text"
    )
  }

  private var repeated: [Phrase] {
    plan.repeated.map { field in
      Phrase(
        it:
          "il titolo «\(field.label.italian)» c'è più volte, e i testi stanno in un campo solo: se il documento racconta più "
          + "cose, metti sopra ciascuna il suo titolo, con uno stile di titolo più grande",
        en:
          "the heading «\(field.label.english)» is there more than once, and the texts are in one field: where the document "
          + "tells of several things, put above each its title, in the style of a larger heading")
    }
  }

  /// Lines that are all bold or in capitals may be headings, and may not.
  private var likeHeadings: [Phrase] {
    plan.fields.flatMap { field -> [OfficeText.Block] in
      if case .text(let blocks) = field.value { blocks } else { [] }
    }.compactMap { block in
      guard case .paragraph(let paragraph) = block, paragraph.level == nil, !paragraph.isBlank,
        FieldLabels.isHead(paragraph)
      else { return nil }
      let words = Blank.trimmed(paragraph.text)
      return FieldLabels.isBoldLine(paragraph)
        ? Phrase(
          it:
            "riga tutta in grassetto: «\(words)»; se è un titolo, scrivila con `## ` davanti e senza asterischi",
          en:
            "a line all bold: «\(words)»; if it is a heading, write it with `## ` before it and no asterisks"
        )
        : Phrase(
          it:
            "riga tutta in maiuscole: «\(words)»; se è un titolo, scrivila con `## ` davanti, e le maiuscole solo dove servono",
          en:
            "a line all in capitals: «\(words)»; if it is a heading, write it with `## ` before it, and capitals only where they belong"
        )
    }
  }

  // Of the whole document

  /// Words that belong to none of several records.
  static func kept(_ path: String) -> Phrase {
    Phrase(
      it: "quello che non è di nessuna è in un appunto che nessuna pagina mostra: `\(path)`",
      en: "what belongs to none of them is in a note that no page shows: `\(path)`")
  }

  /// `198 pezzi presi, 40 lasciati (12 codici di campo, 4 commenti), 0 persi`.
  static func account(_ ledger: Ledger) -> Phrase {
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

  /// What somebody should look at.
  static func words(_ doubt: OfficeText.Doubt) -> Phrase {
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
