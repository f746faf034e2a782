import Diagnostics

/// What is written in the form of an address for links is shown, or is one.
enum LostDefinitions {
  static let rule = Rule(
    .lostDefinition, .warning, .marks,
    Phrase(
      it: "Una riga `[nome]: indirizzo` serve a un collegamento `[testo][nome]`.",
      en: "A line `[name]: address` is for a link `[text][name]`."),
    why: Phrase(
      it: "Una riga in quella forma non esce sulla pagina: se era un testo, è perso.",
      en: "A line in that form is not on the page: where it was a text, it is lost."),
    source: "CommonMark 0.31.2, 4.7",
    wrong: [
      .prose("La mensa apre.\n\n⟦[Nota]: provvisorio⟧\n\nAltro testo."),
      .prose("La mensa apre.\n\n⟦[^nota breve]: provvisorio⟧"),
      .prose("La mensa apre.\n\n⟦[sito]: https://www.example.it/mensa⟧"),
    ],
    right: [
      .prose(
        "La [mensa][sito] apre.\n\n[sito]: https://www.example.it/mensa\n\n[Nota]: il dato è "
          + "provvisorio.\n\n\\[Avviso]: provvisorio\n\n`[x]: y`")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.written.flatMap { text -> [Finding] in
      guard text.signs.contains(UInt8(ascii: "[")) else { return [] }
      return lines(of: text).map { line in
        Finding(
          Phrase(
            it: "questa riga non esce sulla pagina: ha la forma di un indirizzo per i collegamenti",
            en: "this line is not on the page: it has the form of an address for links"),
          help: Phrase(
            it: "se è un testo, comincia con `\\[`; se è un indirizzo, usalo: `[testo][nome]`",
            en:
              "where it is a text, begin it with `\\[`; where it is an address, use it: `[text][name]`"
          ), at: context.place(ofSource: line, of: text.text))
      }
    }
  }

  private static func lines(of text: WrittenText) -> [Range<Int>] {
    let shown = shownLines(of: text)
    let marks = (1...text.lineCount).compactMap { number in
      shown.contains(number) ? nil : mark(number, text).map { (number, $0) }
    }
    guard !marks.isEmpty else { return [] }
    let used = labels(in: text.bytes, besides: Set(marks.map(\.1.lowerBound)))
    return marks.filter { !used.contains(text.string($1.dropLast()).lowercased()) }
      .map { text.trimmed($0.0) }
  }

  /// All that stands in square brackets, but at some places, in small letters.
  private static func labels(in bytes: [UInt8], besides places: Set<Int>) -> Set<String> {
    var found: Set<String> = []
    for at in bytes.indices where bytes[at] == UInt8(ascii: "[") && !places.contains(at) {
      let rest = bytes[at...].prefix(LiteralText.reach)
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { continue }
      found.insert(String(decoding: bytes[at...end], as: UTF8.self).lowercased())
    }
    return found
  }

  /// The name and the colon that a line begins with.
  private static func mark(_ number: Int, _ text: WrittenText) -> Range<Int>? {
    let range = text.trimmed(number)
    let bytes = text.bytes[range]
    guard bytes.first == UInt8(ascii: "["), let close = bytes.firstIndex(of: UInt8(ascii: "]")),
      close + 2 < range.upperBound, bytes[close + 1] == UInt8(ascii: ":"),
      // A note is told as such, but where its name has a blank: then it is no note.
      bytes.dropFirst().first != UInt8(ascii: "^") || bytes[..<close].contains(0x20)
    else { return nil }
    return range.lowerBound..<close + 2
  }

  /// The lines that are code, or a part of a block's words.
  ///
  /// Addresses for links stand before a paragraph's words, and its lines are counted from the first of
  /// them.
  private static func shownLines(of text: WrittenText) -> Set<Int> {
    var shown: Set<Int> = []
    for part in text.parts where part.kind == .code || part.kind == .html {
      shown.formUnion(part.lines)
    }
    for block in text.text.blocks {
      guard let lines = block.lines, lines.lowerBound > 0 else { continue }
      let first =
        lines.first { number in
          mark(number, text).map { block.text.starts(with: text.bytes[$0]) } ?? true
        }
      if let first { shown.formUnion(first...lines.upperBound) }
    }
    return shown
  }
}
