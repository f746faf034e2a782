import Diagnostics
import SocialReport

/// An act's number is written without the word for it, which the page puts before it.
enum WordsInActNumbers {
  static let rule = Rule(
    .wordInActNumber, .warning, .acts,
    Phrase(
      it: "Il numero di un atto si scrive senza «n.» davanti e senza la data dietro.",
      en: "An act's number is written without “n.” before it and without the date behind it."),
    why: Phrase(
      it: "Sulla pagina «n.» e la data si aggiungono da sé, e si leggerebbero due volte.",
      en: "The page adds “n.” and the date by itself, and they would be read twice."),
    wrong: [
      .fields(.acts, number("⟦n. 10⟧")), .fields(.acts, number("⟦N°10⟧")),
      .fields(.acts, number("⟦num. 10/2021⟧")),
      .fields(.acts, number("⟦10 del 2 marzo 2021⟧")),
    ],
    right: [
      .fields(.acts, number("10")), .fields(.acts, number("10/2021")),
      .fields(.acts, number("10-bis")), .fields(.acts, number("N10")),
    ], onReport: check)

  private static func number(_ text: String) -> String {
    """
    voci:
      - id: dgc-2021-10
        organo: giunta
        tipo: deliberazione
        numero: \(text)
        data: 2021-03-02
        oggetto: Apertura di una nuova mensa
        url: https://albo.example.it/2021/10
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.acts).compactMap { act in
      guard let number = act.number, case let bare = ActNumber.bare(number.value),
        bare != number.value
      else {
        return nil
      }
      var finding = Finding(
        Phrase(
          it: "il numero di questo atto è scritto con altre parole: `\(number.value)`",
          en: "the number of this act is written with other words: `\(number.value)`"),
        help: Phrase(
          it: "scrivi solo il numero: `\(bare)`", en: "write the number alone: `\(bare)`"),
        at: number.place)
      finding.correction = Correction(number.value, bare)
      return finding
    }
  }
}
