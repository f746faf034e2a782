import Diagnostics

/// A text is no block of code that nobody meant.
enum UnmeantCode {
  static let rule = Rule(
    .unmeantCode, .warning, .marks,
    Phrase(
      it:
        "Una riga di testo non comincia con quattro spazi o un tabulatore; un blocco di codice si "
        + "chiude.",
      en: "A line of text does not begin with four blanks or a tab; a block of code is closed."),
    why: Phrase(
      it: "Quattro spazi fanno un blocco di codice, grigio e senza a capo, e un ``` non chiuso "
        + "prende tutto ciò che segue: collegamenti e titoli non si leggono più.",
      en:
        "Four blanks make a block of code, grey and without line breaks, and a ``` that is not closed "
        + "takes all that follows: links and headings are no longer read."),
    source: "CommonMark 0.31.2, 4.4 e 4.5",
    wrong: [
      .prose("Testo.\n\n    ⟦La mensa è aperta da marzo.⟧\n\nAltro."),
      .prose("Testo.\n\n\t⟦La mensa è aperta da marzo.⟧"),
      .prose("- voce\n\n      ⟦La mensa è aperta.⟧"),
      .prose("Testo.\n\n⟦```⟧\nLa mensa è aperta da marzo.\n\n## Gli orari"),
    ],
    right: [
      .prose(
        "Testo che va\n    a capo.\n\n```\ncodice\n```\n\n- voce\n\n  Seconda riga della voce."),
      .prose("~~~~ txt\ncodice\n```\n~~~~\n\nTesto."),
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      text.parts.compactMap { part in
        guard part.kind == .code else { return nil }
        let first = text.trimmed(part.lines.lowerBound)
        guard let fence = fence(text.bytes[text.withoutItemMarks(first)]) else {
          return finding(
            Phrase(
              it:
                "questo testo diventa un blocco di codice: davanti ha quattro spazi o un tabulatore",
              en: "this text becomes a block of code: it has four blanks or a tab in front"),
            Phrase(
              it: "togli gli spazi davanti alla riga",
              en: "take the blanks in front of the line away"),
            first, text, context)
        }
        guard !isClosed(part, by: fence, text) else { return nil }
        return finding(
          Phrase(
            it: "questo blocco di codice non è chiuso, e prende tutto il testo che segue",
            en: "this block of code is not closed, and takes all the text that follows"),
          Phrase(
            it: "chiudilo con una riga uguale a questa, o togli questa",
            en: "close it with a line like this one, or take this one away"), first, text, context)
      }
    }
  }

  private static func finding(
    _ message: Phrase, _ help: Phrase, _ range: Range<Int>, _ text: WrittenText,
    _ context: TextContext
  ) -> Finding {
    Finding(message, help: help, at: context.place(ofSource: range, of: text.text))
  }

  private static func fence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let fence = line.prefix { $0 == first }
    return fence.count >= 3 ? fence : nil
  }

  private static func isClosed(
    _ part: Outline.Part, by fence: ArraySlice<UInt8>, _ text: WrittenText
  ) -> Bool {
    // cmark tells the end of a block a line too late, or not.
    let last = min(part.lines.upperBound + 1, text.lineCount)
    guard last > part.lines.lowerBound else { return false }
    return (part.lines.lowerBound + 1...last).contains { number in
      let line = text.bytes[text.withoutItemMarks(text.trimmed(number))]
      return line.count >= fence.count && line.allSatisfy { $0 == fence.first }
    }
  }
}

extension WrittenText {
  /// A line without the marks of the quotes and entries that it begins.
  func withoutItemMarks(_ range: Range<Int>) -> Range<Int> {
    let marks = bytes[range].prefix { byte in
      byte == UInt8(ascii: ">") || byte == UInt8(ascii: "-") || byte <= 0x20
    }
    return range.lowerBound + marks.count..<range.upperBound
  }
}
