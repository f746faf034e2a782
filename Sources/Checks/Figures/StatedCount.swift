import Diagnostics
import SocialReport

/// The number in a link's text is the length of the list that it names.
enum StatedCount {
  static let rule = Rule(
    .statedCount, .error, .figures,
    Phrase(
      it: "Il numero scritto nel testo di `conteggio:` è la lunghezza dell'elenco.",
      en: "The number in the text of `count:` is the length of the list."),
    why: Phrase(
      it: "Un conteggio invecchia quando l'elenco cambia e la frase no.",
      en: "A count grows old when the list changes and the sentence does not."),
    overridability: .inPlace,
    wrong: [.prose("Gli atti sono [⟦due⟧](conteggio:scuole/nuova-mensa.atti).")],
    right: [.prose("C'è [un atto](conteggio:scuole/nuova-mensa.atti).")], onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    guard case .count(let count, let list) = fact else { return [] }
    let numbers = text.numbers
    guard let first = numbers.first,
      !numbers.contains(where: { $0.agrees(with: DecimalNumber(Int64(count))) })
    else { return [] }
    return [
      Finding(
        Phrase(
          it: "`\(list)` ha \(count) voci, il testo dice \(first.value.written(in: .italian))",
          en: "`\(list)` has \(count) entries, the text says \(first.value.written(in: .english))"),
        help: Phrase(it: "correggi il testo o l'elenco", en: "mend the text or the list"),
        at: text.place)
    ]
  }
}
