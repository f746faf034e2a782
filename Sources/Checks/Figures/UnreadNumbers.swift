import Diagnostics
import SocialReport

/// A link to a figure that tells a number in a way that cannot be compared says so.
enum UnreadNumbers {
  static let rule = Rule(
    .unreadNumber, .hint, .figures,
    Phrase(
      it: "Una quantità scritta in un collegamento a una cifra si può confrontare con la cifra.",
      en: "A quantity in a link to a figure can be compared with the figure."),
    why: Phrase(
      it:
        "«Centinaia», «la metà» di un conteggio, «il doppio» di un valore solo non si confrontano: chi "
        + "scrive deve saperlo, e guardare da sé.",
      en:
        "“Hundreds”, “half” of a count, “double” of a single value are not compared: the writer must "
        + "know, and look."),
    wrong: [
      .prose("Si iscrive [⟦la metà⟧](dato:iscritti@2021) dei bambini."),
      .prose("Si iscrivono [⟦centinaia di bambini⟧](dato:iscritti@2021)."),
      .prose("Gli iscritti sono [⟦il doppio⟧](dato:iscritti@2021)."),
      .prose("Gli iscritti sono [⟦12.34.56⟧](dato:iscritti@2021)."),
      .prose("C'è [⟦un terzo degli atti⟧](conteggio:scuole/nuova-mensa.atti)."),
    ],
    right: [
      .prose(
        "Si iscrivono [circa 350 bambini](dato:iscritti@2021), [352 su 400](dato:iscritti@2021)."),
      .prose(
        "[I bambini della mensa](dato:iscritti@2021) crescono [del 13,5 %](variazione:iscritti@2020..2021)."
      ),
      .files(FigureExample.share("[un terzo](dato:quota@2021)", "33,3")),
    ], onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    let isRead: Bool
    switch fact {
    case .figure(let indicator, let observation):
      guard let value = observation.number else { return [] }
      isRead = indicator.share(of: value) != nil && !text.stated.proportions.isEmpty
    case .change(let indicator, let from, let to):
      guard from.number != nil, to.number != nil else { return [] }
      isRead = !text.stated.proportions.isEmpty && StatedChange.hasRatio(indicator, from)
    case .count, .amount: isRead = false
    case .act: return []
    }
    guard !isRead, text.isUncounted, text.numbers.isEmpty else { return [] }
    return [
      Finding(
        Phrase(
          it: "questo numero non so leggerlo: non è stato confrontato",
          en: "this number cannot be read here: it was not compared"),
        help: Phrase(
          it: "scrivi la cifra, oppure lascia vuoto il testo e si scrive da sé; se va bene così, "
            + "guarda tu se torna con il dato",
          en:
            "write the figure, or leave the text empty and it writes itself; where it is fine, see "
            + "for yourself that it fits"), at: text.place)
    ]
  }
}
