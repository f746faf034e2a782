import Diagnostics

/// Footnotes of Word are written anew as footnotes.
enum PastedNotes {
  static let rule = Rule(
    .pastedNote, .warning, .marks,
    Phrase(
      it: "Le note copiate da Word si riscrivono come note: `[^1]`.",
      en: "Footnotes copied from Word are written anew as footnotes: `[^1]`."),
    why: Phrase(
      it:
        "Incollata, una nota diventa una cifra attaccata alla parola («nel 2024.1») e un paragrafo che "
        + "comincia con un numero.",
      en:
        "Pasted, a footnote becomes a digit glued to a word (“in 2024.1”) and a paragraph that begins "
        + "with a number."),
    source: "WCAG 2.2, 1.3.1",
    wrong: [
      .prose("La mensa apre nel 2021.⟦1⟧\n\n1 Dato aggiornato a dicembre."),
      .prose("La mensa⟦1⟧ apre.\n\nAltro testo.\n\n1 Dato aggiornato a dicembre."),
      .prose("La mensa⟦¹⟧ apre.\n\n¹ Dato aggiornato a dicembre."),
      .prose("La mensa⟦[1]⟧ apre.\n\n[1] Dato aggiornato a dicembre."),
    ],
    right: [
      .prose(
        "La mensa di 90 m² emette CO2.\n\n2 Euro costa il pasto.\n\n1 bambino su 3 mangia qui."),
      .prose("La mensa[^1] apre nel 2021.\n\n[^1]: Dato aggiornato.\n\n10 Scuole hanno una mensa."),
    ], onText: check)

  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      // A number is looked for once, however many paragraphs begin with it.
      var known: Set<String> = []
      return text.paragraphs.dropFirst().compactMap { paragraph in
        guard let line = paragraph.lines.first?.range, !line.isEmpty, let mark = mark(line, text),
          known.insert(mark.written).inserted,
          let call = call(mark.written, before: line.lowerBound, text.bytes)
        else { return nil }
        let words = text.string(mark.end..<line.upperBound).drop { $0.isWhitespace }.prefix(60)
        return Finding(
          Phrase(
            it: "`\(mark.written)` sembra il richiamo di una nota di Word",
            en: "`\(mark.written)` seems to be the call of a footnote of Word"),
          help: Phrase(
            it:
              "scrivi qui `[^\(mark.number)]`, e la nota su una riga sua: `[^\(mark.number)]: \(words)`",
            en: "write `[^\(mark.number)]` here, and the note on a line of its own: "
              + "`[^\(mark.number)]: \(words)`"),
          at: context.place(ofSource: call, of: text.text))
      }
    }
  }

  /// The number that a paragraph begins with, before a capital.
  private static func mark(_ line: Range<Int>, _ text: WrittenText) -> (
    written: String, number: Int, end: Int
  )? {
    var at = line.lowerBound
    var number = 0
    let isBracketed = text.bytes[at] == UInt8(ascii: "[")
    if isBracketed { at += 1 }
    let start = at
    while at < line.upperBound, let (scalar, width) = text.scalar(at: at) {
      let digit =
        Alphabet.isDigit(text.bytes[at])
        ? Int(text.bytes[at] - 0x30) : isBracketed ? nil : raised.firstIndex(of: scalar)
      guard let digit, number < 100 else { break }
      number = number * 10 + digit
      at += width
    }
    guard at > start, number > 0, number < 100 else { return nil }
    if isBracketed {
      guard at < line.upperBound, text.bytes[at] == UInt8(ascii: "]") else { return nil }
      at += 1
    }
    guard at + 1 < line.upperBound, text.bytes[at] <= 0x20,
      let next = text.string(at..<line.upperBound).first(where: { !$0.isWhitespace }),
      next.isUppercase
    else { return nil }
    return (text.string(line.lowerBound..<at), number, at)
  }

  /// Where the number stands glued to a word, or to the stop behind it.
  private static func call(_ mark: String, before end: Int, _ bytes: [UInt8]) -> Range<Int>? {
    let needle = Array(mark.utf8)
    var at = 1
    while at + needle.count <= end {
      defer { at += 1 }
      guard bytes[at] == needle[0], bytes[at..<at + needle.count].elementsEqual(needle),
        isGlued(at, bytes)
      else { continue }
      let after = at + needle.count
      let next = after < bytes.count ? bytes[after] : 0x20
      if next <= 0x20 || ",.;:)".utf8.contains(next) { return at..<after }
    }
    return nil
  }

  /// Whether a word of more than two letters, with a small one, stands right before.
  private static func isGlued(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    var at = offset
    if ".,;:)\"".utf8.contains(bytes[at - 1]) {
      at -= 1
      // Behind a stop a year may stand as well.
      if at > 3, (at - 4..<at).allSatisfy({ Alphabet.isDigit(bytes[$0]) }) { return true }
    }
    guard at > 2 else { return false }
    return (at - 3..<at).allSatisfy { (0x61...0x7A).contains(bytes[$0]) || bytes[$0] >= 0x80 }
  }
}
