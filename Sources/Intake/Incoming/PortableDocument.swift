import Desk
import Diagnostics
import Files
import Office

/// A PDF, of which poppler reads the words: with what they are, where it is tagged (ISO 32000-2, 14.8).
struct PortableDocument {
  private let bytes: [UInt8]

  /// Nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else { return nil }
    self.bytes = bytes
  }

  enum Content {
    /// A page of HTML that says the same, and the words that are in none of its parts: of heads and feet, as a rule.
    case tagged(String, outside: [String])
    case words(String)
  }

  func content() async throws -> (content: Content, pages: Int?) {
    let folder = try Workshop().path
    defer { try? FileSystem.removeTree(folder) }
    let source = Path.join(folder, "documento.pdf")
    try FileSystem.write(bytes, to: source)
    let facts = try await said("pdfinfo", [source], folder)
    let lines = facts.split(whereSeparator: \.isNewline)
    func fact(_ name: String) -> String? {
      lines.first { $0.hasPrefix(name + ":") }.map {
        Blank.trimmed(String($0.dropFirst(name.count + 1)))
      }
    }
    let pages = fact("Pages").flatMap { Int($0) }
    let words = try await said("pdftotext", ["-layout", source, "-"], folder)
    if fact("Tagged") == "yes" {
      let tree = try await said("pdfinfo", ["-struct-text", source], folder)
      let all = PortableDocument.words(in: words)
      let outside = PortableDocument.words(all, without: PortableDocument.words(in: tree))
      // One that is tagged in part would lose the rest.
      if outside.count * 5 <= all.count {
        return (.tagged("<html>" + TaggedText(tree).page, outside: outside), pages)
      }
    }
    return (.words(words.replacing("\u{C}", with: "\n")), pages)
  }

  private static func words(in text: String) -> [String] {
    // Words that a line's end parts are there in pieces.
    text.replacing("\u{AD}", with: "").split { !$0.isLetter && !$0.isNumber }.map {
      $0.lowercased()
    }
  }

  private static func words(_ all: [String], without known: [String]) -> [String] {
    var left = Dictionary(known.map { ($0, 1) }, uniquingKeysWith: +)
    return all.filter { word in
      guard let count = left[word], count > 0 else { return true }
      left[word] = count - 1
      return false
    }
  }

  private func said(_ tool: String, _ arguments: [String], _ folder: String) async throws -> String
  {
    let output = Path.join(folder, "detto.txt")
    switch await BoundedTool.run(tool, arguments, output: output) {
    case .missing: throw PortableDocumentFlaw.missingTool
    case .refused: throw PortableDocumentFlaw.refused
    case .done: return String(decoding: try FileSystem.read(output), as: UTF8.self)
    }
  }

  // What is said of it

  static func remarks(outside words: [String]) -> [Phrase] {
    let some = words.prefix(12).joined(separator: " ")
    let told =
      words.isEmpty
      ? []
      : [
        Phrase(
          it:
            "\(words.count) parole del PDF non fanno parte della sua struttura, e non le ho prese: di solito sono "
            + "intestazioni e numeri di pagina («\(some)»)",
          en:
            "\(words.count) words of the PDF are no part of its structure, and were not taken: as a rule those of heads "
            + "and feet («\(some)»)")
      ]
    return [remark(isTagged: true)] + told
  }

  private static func remark(isTagged: Bool) -> Phrase {
    isTagged
      ? Phrase(
        it:
          "dal PDF ho preso le parole e la struttura che il file dichiara: la prova comincia da lì, guarda la pagina "
          + "accanto all'originale; se hai il documento da cui è nato, importa quello",
        en:
          "of the PDF the words and the structure that it declares were taken: the proof begins there, look at the "
          + "page beside the original; where you have the document that it was made of, import that"
      )
      : Phrase(
        it:
          "il PDF non dice che cosa è titolo, elenco o tabella: le parole sono in un appunto, da copiare dove servono; se "
          + "hai il documento da cui è nato, importa quello",
        en:
          "the PDF does not say what is a heading, a list or a table: its words are in a note, to be copied to where "
          + "they belong; where you have the document that it was made of, import that")
  }

  func note(_ words: String, pages: Int?, named name: String, with desk: Desk) throws -> Imported {
    guard words.contains(where: { $0.isLetter }) else { throw PortableDocumentFlaw.noWords }
    return try IntakeNote(name: name, markdown: IntakeNote.verbatim(words)).imported(
      Phrase(
        it: "le parole del PDF, in un appunto che nessuna pagina mostra",
        en: "the words of the PDF, in a note that no page shows"),
      Phrase(
        it: "\(pages ?? 0) pagine, \(words.split(whereSeparator: \.isWhitespace).count) parole",
        en: "\(pages ?? 0) pages, \(words.split(whereSeparator: \.isWhitespace).count) words"),
      [PortableDocument.remark(isTagged: false)], with: desk)
  }
}

/// Why a PDF is not read.
enum PortableDocumentFlaw: ExplainedError {
  case missingTool
  case refused
  case noWords

  var message: Phrase {
    switch self {
    case .missingTool:
      Phrase(
        it: "qui manca il programma che legge i PDF, `pdftotext`",
        en: "the program that reads PDFs is missing here, `pdftotext`")
    case .refused:
      Phrase(
        it: "il PDF non si riesce a leggere: è rovinato, o protetto da una password",
        en: "the PDF cannot be read: it is damaged, or has a password")
    case .noWords:
      Phrase(
        it: "nel PDF non ci sono parole: è la scansione di un foglio, cioè un'immagine",
        en: "there are no words in the PDF: it is the scan of a sheet, which is a picture")
    }
  }

  var help: Phrase? {
    switch self {
    case .missingTool:
      Phrase(
        it: "su Debian: `sudo apt install poppler-utils`",
        en: "on Debian: `sudo apt install poppler-utils`")
    case .refused, .noWords:
      Phrase(
        it: "chiedi a chi l'ha mandato il documento da cui è nato, in Word o LibreOffice",
        en: "ask who sent it for the document that it was made of, in Word or LibreOffice")
    }
  }
}
