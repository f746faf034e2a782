import Diagnostics

/// A quotation ends where its marks do.
enum SwallowedLines {
  static let rule = Rule(
    .swallowedLine, .warning, .marks,
    Phrase(
      it: "Dopo una citazione (`> `) c'è una riga vuota.",
      en: "After a quotation (`> `) there is an empty line."),
    why: Phrase(
      it:
        "Una riga senza `>` attaccata a una citazione ne fa parte: ciò che dici tu diventa parola "
        + "d'altri.",
      en:
        "A line without `>` right below a quotation is a part of it: what you say becomes somebody "
        + "else's words."),
    source: "CommonMark 0.31.2, 5.1",
    wrong: [.prose("> La mensa è bella.\n⟦Lo dice la preside.⟧\n\nAltro testo.")],
    right: [
      .prose("> La mensa è bella,\n> e grande.\n\nLo dice la preside.\n\n> Sì.\n>\n> - No.")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      text.paragraphs.compactMap { paragraph in
        guard paragraph.isQuoted,
          let line = paragraph.lines.dropFirst().first(where: { line in
            let start = text.trimmed(line.number).lowerBound
            return start < text.bytes.count && text.bytes[start] != UInt8(ascii: ">")
          })
        else { return nil }
        return Finding(
          Phrase(
            it: "questa riga entra nella citazione che le sta sopra",
            en: "this line becomes a part of the quotation above it"),
          help: Phrase(
            it: "lascia una riga vuota sopra; se ne fa parte, comincia la riga con `> `",
            en: "leave an empty line above; where it is a part of it, begin the line with `> `"),
          at: context.place(ofSource: line.range, of: text.text))
      }
    }
  }
}
