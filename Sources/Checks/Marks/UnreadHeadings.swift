import Diagnostics

/// What is written as a heading is one.
enum UnreadHeadings {
  static let rule = Rule(
    .unreadHeading, .warning, .marks,
    Phrase(
      it: "Un titolo si scrive con `## `, lo spazio e poche parole.",
      en: "A heading is written with `## `, the space and a few words."),
    why: Phrase(
      it: "Senza lo spazio sulla pagina si leggono i cancelletti, e il titolo manca dall'indice.",
      en: "Without the space readers see the marks, and the heading is missing from the contents."),
    source: "CommonMark 0.31.2, 4.2; WCAG 2.2, 1.3.1",
    wrong: [
      .prose("Testo.\n\n⟦##Gli orari⟧\n\nAltro testo."),
      .prose("Testo senza riga vuota.\n⟦###Gli orari⟧"),
      .prose("⟦##\u{A0}Gli orari⟧\n\nTesto."),
      .prose("⟦####### Gli orari⟧\n\nTesto."),
      .prose("⟦#Orari di apertura⟧\n\nTesto."),
      .prose("- ⟦##Gli orari⟧"),
    ],
    right: [
      .prose(
        "## Gli orari\n\n#unacittà è la campagna del 2021. Il #1 è la mensa.\n\n#IoMangioASana\n\n"
          + "\\##Gli orari\n\n`##Gli orari`")
    ], onText: check)

  private static let mark = UInt8(ascii: "#")

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      text.paragraphs.flatMap { paragraph in
        paragraph.lines.compactMap { line in
          heading(line, of: paragraph, in: text).map { finding($0, text, context) }
        }
      }
    }
  }

  /// The line, where it begins with the marks of a heading and reads as one.
  private static func heading(
    _ line: WrittenText.Line, of paragraph: WrittenText.Paragraph, in text: WrittenText
  ) -> Range<Int>? {
    let marks = text.bytes[line.range].prefix { $0 == mark }.count
    guard marks > 0, marks < line.range.count else { return nil }
    if marks > 1 { return line.range }
    // One mark begins a word of a social network as well.
    guard paragraph.lines.count == 1 else { return nil }
    let words = text.string(line.range).dropFirst().split(separator: " ")
    guard (2...8).contains(words.count), let first = words.first, let last = words.last?.last,
      first.first?.isUppercase == true, !first.dropFirst().contains(where: \.isUppercase),
      last.isLetter || last.isNumber, !words.contains(where: { $0.hasPrefix("#") })
    else { return nil }
    return line.range
  }

  private static func finding(
    _ range: Range<Int>, _ text: WrittenText, _ context: TextContext
  ) -> Finding {
    let marks = text.bytes[range].prefix { $0 == mark }.count
    let words = text.string(range.lowerBound + marks..<range.upperBound)
      .drop { $0.isWhitespace || $0 == "#" }
    let wanted = String(repeating: "#", count: min(marks, 6)) + " " + words
    return Finding(
      marks > 6
        ? Phrase(
          it: "questo titolo non si legge: i cancelletti sono \(marks), al massimo 6",
          en: "this heading cannot be read: it has \(marks) marks, 6 at most")
        : Phrase(
          it:
            "questo titolo non si legge: dopo `\(String(repeating: "#", count: marks))` manca uno "
            + "spazio",
          en:
            "this heading cannot be read: after `\(String(repeating: "#", count: marks))` a space "
            + "is missing"),
      help: Phrase(
        it: "scrivi `\(wanted)`; se non è un titolo, `\\#`",
        en: "write `\(wanted)`; where it is no heading, `\\#`"),
      at: context.place(ofSource: range, of: text.text))
  }
}
