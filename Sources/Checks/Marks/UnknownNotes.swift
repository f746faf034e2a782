import Diagnostics

/// A footnote that a text calls is there.
enum UnknownNotes {
  static let rule = Rule(
    .unknownFootnote, .error, .marks,
    Phrase(
      it: "Una nota si richiama con `[^1]`, e il suo testo comincia con `[^1]:`.",
      en: "A footnote is called with `[^1]`, and its text begins with `[^1]:`."),
    why: Phrase(
      it: "Ogni altra forma resta sulla pagina com'è scritta: `^[…]`, o un nome con gli spazi.",
      en: "Any other form stays on the page as it is written: `^[…]`, or a name with blanks."),
    overridability: .inPlace,
    wrong: [
      .prose("La mensa⟦[^1]⟧ apre."),
      .prose("La mensa[^nota-lunga] apre.\n\n[^nota-lunga]: Sì.\n\n⟦[^nota breve]⟧: No, mai."),
      .prose("La mensa⟦[^nota lunga]⟧ apre."),
      .prose("La mensa⟦^[dal mese di marzo]⟧ apre."),
    ],
    right: [.prose("La mensa[^1] apre. Né `[^2]` né \\[^3] né 2^10.\n\n[^1]: Dal 2021.")],
    onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.texts.flatMap { text -> [Finding] in
      guard !text.isPlain else { return [] }
      let next = text.outline.parts.count { $0.kind == .note } + 1
      return text.blocks.flatMap { check($0, of: text, next, context) }
    }
  }

  /// - Parameter next: the number that another note of the text could have.
  private static func check(
    _ block: Block, of text: TextReading, _ next: Int, _ context: TextContext
  ) -> [Finding] {
    guard block.signs.contains(UInt8(ascii: "^")) else { return [] }
    let literal = LiteralText(block)
    return marks(in: literal).compactMap { range in
      guard !context.isEscaped(range.lowerBound, in: block, of: text) else { return nil }
      let mark = literal.string(range)
      let (message, help) =
        mark.hasPrefix("^") ? inline(mark, next) : named(mark, isDefinition(range, in: block))
      return Finding(message, help: help, at: context.place(of: range, in: block, of: text))
    }
  }

  /// `[^x]` and `^[x]`, where they stayed words.
  private static func marks(in text: LiteralText) -> [Range<Int>] {
    let bytes = text.bytes
    var found: [Range<Int>] = []
    var at = 0
    while at + 2 < bytes.count {
      let (first, second) = (bytes[at], bytes[at + 1])
      let isCall = first == UInt8(ascii: "[") && second == UInt8(ascii: "^")
      let isInline = first == UInt8(ascii: "^") && second == UInt8(ascii: "[")
      if isCall || isInline,
        let end = text.end(of: isCall ? at : at + 1, by: UInt8(ascii: "]")), end - at > 3
      {
        found.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private static func isDefinition(_ range: Range<Int>, in block: Block) -> Bool {
    range.upperBound < block.text.count && block.text[range.upperBound] == UInt8(ascii: ":")
  }

  private static func inline(_ mark: String, _ next: Int) -> (Phrase, Phrase) {
    let words = mark.dropFirst(2).dropLast()
    return (
      Phrase(it: "`^[…]` non è una nota", en: "`^[…]` is no footnote"),
      Phrase(
        it: "scrivi qui `[^\(next)]` e, in fondo a questo testo, una riga `[^\(next)]: \(words)`",
        en: "write `[^\(next)]` here and, at the end of this text, a line `[^\(next)]: \(words)`")
    )
  }

  private static func named(_ mark: String, _ isDefinition: Bool) -> (Phrase, Phrase) {
    guard mark.contains(where: \.isWhitespace) else {
      return (
        Phrase(it: "la nota `\(mark)` non c'è", en: "there is no note `\(mark)`"),
        Phrase(
          it: "aggiungi, in questo stesso testo, una riga `\(mark): …`",
          en: "add, in this same text, a line `\(mark): …`")
      )
    }
    let joined = mark.split(separator: " ").joined(separator: "-")
    let wanted = joined + (isDefinition ? ": …" : "")
    return (
      Phrase(
        it: "questa nota non si legge: nel suo nome c'è uno spazio",
        en: "this note cannot be read: there is a space in its name"),
      Phrase(
        it: "scrivi `\(wanted)`, qui e dove si richiama o si spiega",
        en: "write `\(wanted)`, here and where it is called or explained")
    )
  }
}
