import Diagnostics

/// A heading has words.
enum EmptyHeadings {
  static let rule = Rule(
    .emptyHeading, .error, .marks,
    Phrase(it: "Un titolo ha delle parole.", en: "A heading has words."),
    why: Phrase(
      it: "Un titolo vuoto è un posto senza nome nell'indice e per chi usa un lettore di schermo.",
      en: "An empty heading is a place without a name in the contents and for screen readers."),
    source: "WCAG 2.2, 2.4.6",
    overridability: .inPlace,
    wrong: [
      .prose("Prima.\n\n⟦##⟧\n\nDopo."), .prose("Prima.\n\n⟦## ##⟧\n\nDopo."),
      .prose("Prima.\n\n⟦## **⟧\n\nDopo."), .prose("Prima.\n\n⟦## &nbsp;⟧\n\nDopo."),
    ],
    right: [.prose("## 2021\n\nTesto.\n\n## Где\n\nTesto.\n\n## 🎉\n\nTesto.")], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.texts.flatMap { text -> [Finding] in
      guard !text.isPlain else { return [] }
      let named = Set(
        text.blocks.lazy.filter { $0.isHeading && hasWords($0) }.compactMap(\.lines?.lowerBound))
      let lines = text.outline.parts.compactMap { part -> Int? in
        guard case .heading = part.kind, !named.contains(part.lines.lowerBound) else { return nil }
        return part.lines.lowerBound
      }
      guard !lines.isEmpty else { return [] }
      let written = WrittenText(text)
      return lines.map { line in
        Finding(
          Phrase(it: "questo titolo non ha testo", en: "this heading has no text"),
          help: Phrase(
            it: "scrivi il titolo dopo `## `, oppure togli la riga",
            en: "write the heading after `## `, or take the line away"),
          at: context.place(ofSource: written.trimmed(line), of: text))
      }
    }
  }

  /// Anything but blanks and marks: a letter of any alphabet, a number, a sign, a picture.
  private static func hasWords(_ block: Block) -> Bool {
    let signs: Set<Unicode.Scalar> = [
      "*", "_", "#", "-", "=", "~", "`", ".", ":", "|", "\u{A0}", "\u{200B}",
    ]
    return String(decoding: block.text, as: UTF8.self).unicodeScalars.contains {
      !$0.properties.isWhitespace && !signs.contains($0)
    }
  }
}

extension WrittenText {
  /// A line without the blanks around it.
  func trimmed(_ number: Int) -> Range<Int> {
    let range = line(number)
    return range.lowerBound + bytes[range].prefix { $0 <= 0x20 }.count..<range.upperBound
  }
}
