import Diagnostics

/// A line of hyphens under a text is no heading that nobody meant.
enum UnderlinedTexts {
  static let rule = Rule(
    .underlinedText, .warning, .marks,
    Phrase(
      it: "Una riga di trattini o di `=` ha una riga vuota sopra.",
      en: "A line of hyphens or of `=` has an empty line above."),
    why: Phrase(
      it: "Senza la riga vuota il testo sopra i trattini diventa un titolo, grande e nell'indice.",
      en:
        "Without the empty line the text above the hyphens becomes a heading, large and in the contents."
    ),
    source: "CommonMark 0.31.2, 4.3",
    wrong: [
      .prose("La mensa è aperta da marzo.\n⟦-----⟧\n\nAltro testo."),
      .prose("La mensa è aperta\nnelle due sale\n⟦===⟧\n\nAltro testo."),
      .prose("Totale dei posti: 352\n⟦---⟧\n\nAltro testo."),
    ],
    right: [
      .prose("Gli orari\n---------\n\nTesto.\n\n-----\n\nAltro testo."),
      .prose("Testo.\n\n***\n\nAltro testo."),
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      text.parts.compactMap { part in
        guard case .heading = part.kind, let underline = underline(of: part, text) else {
          return nil
        }
        let mark = text.bytes[underline.lowerBound] == UInt8(ascii: "=") ? "=====" : "-----"
        return Finding(
          Phrase(
            it: "questa riga fa un titolo del testo che le sta sopra",
            en: "this line makes a heading of the text above it"),
          help: Phrase(
            it: "lascia una riga vuota sopra `\(mark)`; un titolo si scrive `## Titolo`",
            en: "leave an empty line above `\(mark)`; a heading is written `## Heading`"),
          at: context.place(ofSource: underline, of: text.text))
      }
    }
  }

  /// The line below a heading that makes it one, where it was hardly meant to.
  private static func underline(of part: Outline.Part, _ text: WrittenText) -> Range<Int>? {
    let first = text.trimmed(part.lines.lowerBound)
    guard !first.isEmpty, text.bytes[first.lowerBound] != UInt8(ascii: "#") else { return nil }
    // cmark tells the end of a heading a line too late, or not.
    var number = min(part.lines.upperBound, text.lineCount)
    while number > part.lines.lowerBound, !isRule(text.bytes[text.trimmed(number)]) { number -= 1 }
    guard number > part.lines.lowerBound else { return nil }
    let underline = text.trimmed(number)
    let words = text.string(text.trimmed(number - 1))
    // Who wrote a heading so made the line about as long as it, and ended it as no sentence.
    let isMeant =
      number == part.lines.lowerBound + 1 && abs(words.count - underline.count) <= 2
      && words.last.map { !".;:,!?".contains($0) } == true
    guard !isMeant, !PastedFields.begins(text, at: part.lines.lowerBound) else { return nil }
    return underline
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "=") else {
      return false
    }
    return line.allSatisfy { $0 == first || $0 == 0x20 || $0 == UInt8(ascii: ">") }
  }
}
