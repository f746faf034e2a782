import Diagnostics
import SocialReport

/// A link has words.
enum EmptyLinks {
  static let rule = Rule(
    .emptyLink, .error, .marks,
    Phrase(
      it: "Un collegamento ha delle parole tra `[` e `]`.",
      en: "A link has words between `[` and `]`."),
    why: Phrase(
      it:
        "Senza parole non si vede e non si può toccare; un lettore di schermo ne legge l'indirizzo. "
        + "Solo i fatti (`[](dato:…)`) si scrivono da sé.",
      en:
        "Without words it cannot be seen or tapped; a screen reader spells its address. Only facts "
        + "(`[](figure:…)`) write themselves."),
    source: "WCAG 2.2, 2.4.4",
    overridability: .inPlace,
    wrong: [
      .prose("Il modulo è in rete [](⟦https://www.example.it/modulo⟧)."),
      .prose("Il modulo è in rete [ ](⟦https://www.example.it/modulo⟧)."),
      .prose("Il modulo è in rete [⟦»⟧](https://www.example.it/modulo)."),
      .prose("Il modulo è in rete [**⟦…⟧**](https://www.example.it/modulo)."),
    ],
    right: [
      .prose("Gli iscritti sono [](dato:iscritti@2021), nel [2021](https://www.example.it/a).")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.links.compactMap { text, block, link in
      guard !hasWords(block.text[link.range]), !link.address.isEmpty else { return nil }
      // A fact writes itself where nothing is written; a passage in another language is told as that.
      if link.range.isEmpty, TypedLink.parse(link.address) != nil { return nil }
      if ["lingua:", "language:"].contains(where: link.address.hasPrefix) { return nil }
      let isBlank = block.text[link.range].allSatisfy { $0 <= 0x20 }
      return Finding(
        Phrase(
          it: "questo collegamento non ha un testo", en: "this link has no text"),
        help: Phrase(
          it: "scrivi `[che cosa si trova](\(link.address))`",
          en: "write `[what is found there](\(link.address))`"),
        at: isBlank
          ? context.place(ofAddress: link, in: block, of: text)
          : context.place(of: link.range, in: block, of: text))
    }
  }

  /// Whether there is anything to read: a letter, a number, a sign that is no punctuation, a picture.
  private static func hasWords(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        false
      default: true
      }
    }
  }
}
