import Diagnostics
import SocialReport

/// Links of one text lead to one place.
enum SameLinkTexts {
  static let rule = Rule(
    .sameLinkText, .warning, .text,
    Phrase(
      it: "Su una pagina lo stesso testo non porta in due posti.",
      en: "On one page the same text does not lead to two places."),
    why: Phrase(
      it: "Letti in elenco, due collegamenti uguali sembrano uno.",
      en: "Read as a list, two equal links look like one."),
    source: "WCAG 2.2, 2.4.4 e 2.4.9",
    wrong: [
      .prose("La [mensa](https://www.example.it/a) e l'altra [⟦mensa⟧](https://www.example.it/b).")
    ],
    right: [
      .prose("La [mensa](https://www.example.it/a) e ancora la [mensa](https://www.example.it/a).")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    var first: [UInt64: String] = [:]
    return page.links.compactMap { text, block, link in
      // The number of a figure may well be that of another.
      guard !TypedLink.isFigure(link.address), !link.address.hasPrefix("lingua:"),
        !link.range.isEmpty
      else { return nil }
      let key = block.words(in: link.range)
        .reduce(0) { $0 &* 31 &+ $1.hash }
      guard let other = first[key] else {
        first[key] = link.address
        return nil
      }
      guard other != link.address else { return nil }
      let words = block.string(link.range).lowercased()
      return Finding(
        Phrase(
          it: "«\(words)» porta anche a `\(other)`", en: "“\(words)” leads to `\(other)` as well"),
        help: Phrase(
          it: "di' nel testo in che cosa sono diversi", en: "say in the text how they differ"),
        at: context.place(of: link.range, in: block, of: text))
    }
  }
}
