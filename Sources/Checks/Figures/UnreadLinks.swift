import Diagnostics
import SocialReport

/// What was meant as a link is one.
enum UnreadLinks {
  static let rule = Rule(
    .unreadLink, .error, .figures,
    Phrase(
      it: "Ciò che è scritto come un collegamento si legge come un collegamento.",
      en: "What is written as a link is read as one."),
    why: Phrase(
      it:
        "Con uno spazio o una parentesi di troppo il collegamento esce sulla pagina com'è scritto, e il "
        + "fatto non si confronta. Nei campi brevi (titoli, `in_breve`, note) il Markdown non vale.",
      en:
        "With a space or a bracket too many the link goes out as it is written, and the fact is not "
        + "compared. Short fields (titles, `summary`, notes) hold no Markdown."),
    latitude: .inPlace,
    wrong: [
      .prose("La mensa nasce con la [delibera 10⟦](atto: ⟧dgc-2021-10)."),
      .prose("Gli iscritti sono [352⟦] (dato:⟧iscritti@2021)."),
      .prose("Gli iscritti sono [352⟦](dato:⟧iscritti@2021."),
      .prose("Gli iscritti sono [352⟦(dato:⟧iscritti@2021)."),
      .fields(.achievement, "in_breve: ⟦\"Gli iscritti sono [99](dato:iscritti@2021).\"⟧"),
    ],
    right: [
      .prose("La mensa (atto: la delibera 10; fonte: registro) si scrive `[x] (dato:y)`.")
    ], onReport: checkFields, onText: checkTexts)

  private static func checkTexts(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.headingsAndBlocks.filter { !$0.text.isPlain }.flatMap { text, block -> [Finding] in
      marks(in: block).map { finding(at: context.place(of: $0, in: block, of: text)) }
    }
  }

  private static func checkFields(_ report: Report) -> [Finding] {
    report.plainTexts.filter { text in
      text.value.utf8.contains(UInt8(ascii: "("))
        && TextReading(plain: text).blocks.contains { !marks(in: $0).isEmpty }
    }.map { finding(at: $0.place) }
  }

  private static func finding(at place: SourceRange) -> Finding {
    Finding(
      Phrase(it: "questo collegamento non si legge", en: "this link cannot be read"),
      help: Phrase(
        it:
          "si scrive `[testo](dato:…)`, senza spazi tra `]` e `(` né dopo i due punti, con tutte le "
          + "parentesi; nei campi brevi non ci sono collegamenti",
        en:
          "it is written `[text](figure:…)`, without spaces between `]` and `(` or after the colon, with "
          + "all brackets; short fields hold no links"), at: place)
  }

  private static let schemes = TypedLink.schemes.flatMap { [$0.italian, $0.english] }.map {
    Array($0.utf8)
  }

  /// An opening bracket with the scheme of a fact behind it, where a closing one or the id beside it
  /// says that it is no remark in brackets, `(fonte: Istat)`.
  private static func marks(in block: Block) -> [Range<Int>] {
    let text = block.text
    guard text.contains(UInt8(ascii: "(")) else { return [] }
    return text.indices.compactMap { at in
      guard text[at] == UInt8(ascii: "("),
        let scheme = schemes.first(where: { text[(at + 1)...].starts(with: $0) }),
        at + 1 + scheme.count < text.count, text[at + 1 + scheme.count] == UInt8(ascii: ":"),
        !block.words.contains(where: { $0.isCode && $0.range.contains(at + 1) })
      else { return nil }
      var start = at
      while start > 0, text[start - 1] == 0x20 { start -= 1 }
      let isClosed = start > 0 && text[start - 1] == UInt8(ascii: "]")
      var end = at + 2 + scheme.count
      let isTight = end < text.count && text[end] != 0x20
      guard isClosed || isTight && at > 0 && text[at - 1] != 0x20 else { return nil }
      while end < text.count, text[end] == 0x20 { end += 1 }
      return (isClosed ? start - 1 : at)..<end
    }
  }
}
