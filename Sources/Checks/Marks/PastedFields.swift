import Diagnostics

/// The fields of a file stand at its top, not in its text.
enum PastedFields {
  static let rule = Rule(
    .pastedFields, .error, .marks,
    Phrase(
      it: "I campi stanno in cima al file, tra le due righe `---`, e non nel testo.",
      en: "Fields stand at the top of a file, between the two lines `---`, and not in its text."),
    why: Phrase(
      it: "Un file incollato due volte pubblica i suoi campi come testo: «tipo: realizzazione…».",
      en: "A file that was pasted twice publishes its fields as text: “kind: achievement…”."),
    overridability: .inPlace,
    wrong: [
      .prose(
        "Testo.\n\n---\n⟦tipo: realizzazione⟧\nnumero: 1\ntitolo: La mensa\n---\n\nAltro testo."),
      .prose("Testo.\n\n⟦tipo: obiettivo⟧\nnumero: 1\n"),
      .prose("Testo.\n\n⟦stato: in_corso⟧\nstato_al: 2021-12-31\nufficio: scuola\n"),
    ],
    right: [
      .prose("Il modulo chiede:\ntipo: di scuola; numero: quanti figli."),
      .prose("Ufficio: scuola\n\n`tipo: realizzazione`"),
    ], onText: check)

  private static let kinds: Set<String> = [
    "realizzazione", "obiettivo", "indicatore", "edizione", "contesto", "area", "sito", "atti",
    "fonti", "glossario", "uffici", "piani", "achievement", "objective", "indicator", "edition",
    "context", "site", "acts", "sources", "glossary", "offices", "plans",
  ]
  private static let fields: Set<String> = [
    "tipo", "kind", "numero", "number", "titolo", "title", "in_breve", "summary", "ufficio",
    "office", "stato", "status", "stato_al", "status_at", "aggiornato_il", "updated_on", "premessa",
    "premise", "cosa_abbiamo_fatto", "perche", "prossimi_passi", "cosa_e_cambiato", "indicatori",
    "atti", "beneficiari", "azioni", "risorse", "tappe", "allegati", "responsabile", "bozza",
    "anno", "periodo", "fonte", "metodo", "misura", "unita", "verso",
  ]

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.written.flatMap { text -> [Finding] in
      text.parts.compactMap { part in
        switch part.kind {
        case .paragraph, .heading: break
        default: return nil
        }
        guard part.depth == 1, begins(text, at: part.lines.lowerBound) else { return nil }
        return Finding(
          Phrase(
            it: "questi campi stanno nel testo, e la pagina li mostra",
            en: "these fields stand in the text, and the page shows them"),
          help: Phrase(
            it: "spostali in cima al file, tra le righe `---`; se il file è incollato due volte, "
              + "togli la seconda",
            en:
              "move them to the top of the file, between the lines `---`; where the file was pasted "
              + "twice, take the second copy away"),
          at: context.place(ofSource: text.trimmed(part.lines.lowerBound), of: text.text))
      }
    }
  }

  /// Whether the fields of a file begin at a line: its kind, or three fields one below the other.
  static func begins(_ text: WrittenText, at line: Int) -> Bool {
    guard line >= 1, let (key, value) = field(text, line) else { return false }
    if key == "tipo" || key == "kind" { return kinds.contains(value) }
    return (line...line + 2).allSatisfy { number in
      field(text, number).map { fields.contains($0.key) } == true
    }
  }

  private static func field(_ text: WrittenText, _ line: Int) -> (key: String, value: String)? {
    let bytes = text.bytes[text.line(line)]
    guard let colon = bytes.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = bytes[..<colon]
    guard !key.isEmpty,
      key.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    let value = bytes[(colon + 1)...].drop { $0 == 0x20 }
    return (String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}
