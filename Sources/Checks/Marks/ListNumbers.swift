import Diagnostics

/// The number that an entry of a list shows is the one that its author wrote.
enum ListNumbers {
  static let rule = Rule(
    .listNumber, .warning, .marks,
    Phrase(
      it: "Una voce di elenco mostra il numero che hai scritto.",
      en: "An entry of a list shows the number that you wrote."),
    why: Phrase(
      it: "Di un elenco conta solo il primo numero: «3.» e «7.» si leggono 3 e 4.",
      en: "Only the first number of a list counts: “3.” and “7.” read 3 and 4."),
    source: "CommonMark 0.31.2, 5.3",
    wrong: [
      .prose("3. La mensa\n⟦7.⟧ La sala"), .prose("1. La mensa\n2. La sala\n⟦2.⟧ Il cortile"),
      .prose("2022. La mensa\n⟦2024.⟧ La sala"),
    ],
    right: [
      .prose(
        "1. La mensa\n1. La sala\n1. Il cortile\n\ne poi\n\n4. La mensa\n5. La sala\n6. Il cortile")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      text.parts.indices.compactMap { index in
        guard case .list(let start?) = text.parts[index].kind else { return nil }
        return first(wrongIn: index, from: start, text, context)
      }
    }
  }

  private static func first(
    wrongIn list: Int, from start: Int, _ text: WrittenText, _ context: TextContext
  ) -> Finding? {
    let depth = text.parts[list].depth
    let entries = text.parts[(list + 1)...].prefix { $0.depth > depth }
      .filter { $0.depth == depth + 1 }
    let marks = entries.map { number(of: $0, text) }
    // A list whose entries all have one number leaves counting to the program.
    if Set(marks.map(\.?.value)).count == 1 { return nil }
    for (place, mark) in marks.enumerated() {
      guard let mark, mark.value != start + place else { continue }
      return Finding(
        Phrase(
          it: "questa voce esce con il numero \(start + place), non \(mark.value)",
          en: "this entry goes out with the number \(start + place), not \(mark.value)"),
        help: Phrase(
          it: "scrivi i numeri uno dopo l'altro; se contano, scrivi `- \(mark.value): …`",
          en: "write the numbers one after the other; where they matter, write `- \(mark.value): …`"
        ),
        at: context.place(ofSource: mark.range, of: text.text))
    }
    return nil
  }

  private static func number(of entry: Outline.Part, _ text: WrittenText) -> (
    value: Int, range: Range<Int>
  )? {
    let line = text.line(entry.lines.lowerBound)
    let start = min(line.upperBound, line.lowerBound + max(0, entry.column - 1))
    let digits = text.bytes[start..<line.upperBound].drop { $0 <= 0x20 }
      .prefix { Alphabet.isDigit($0) }
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (value, digits.startIndex..<min(line.upperBound, digits.endIndex + 1))
  }
}
