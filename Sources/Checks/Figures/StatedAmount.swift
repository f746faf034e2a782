import Diagnostics
import SocialReport

/// The number in a link's text is the amount of the resource that it names.
enum StatedAmount {
  static let rule = Rule(
    .statedAmount, .error, .figures,
    Phrase(
      it: "Il numero scritto nel testo di `risorsa:` è l'importo della risorsa.",
      en: "The number in the text of `resource:` is the amount of the resource."),
    why: Phrase(
      it:
        "Un importo scritto nel testo e uno scritto tra le risorse si allontanano alla prima correzione.",
      en: "An amount in the text and one among the resources part at the first correction."),
    overridability: .inPlace,
    wrong: [
      .fields(
        .achievement,
        AmountExample.fields("Gli arredi costano [⟦12.500 euro⟧](risorsa:arredi)."))
    ],
    right: [
      .fields(
        .achievement,
        AmountExample.fields(
          "Costano [1.250 euro](risorsa:arredi), [circa 1.200 euro](risorsa:arredi) nel 2021, "
            + "[](risorsa:arredi).")),
      .fields(
        .achievement,
        AmountExample.fields(
          "Costano [oltre mille euro nel 2021](risorsa:scuole/nuova-mensa.arredi).")),
    ], onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    guard case .amount(let resource) = fact else { return [] }
    let amount = resource.amount.value
    let year = resource.year.map { DecimalNumber(Int64($0.value)) }
    let numbers = text.numbers.filter {
      $0.value == amount || !($0.form == .cardinal && $0.value == year)
    }
    guard let first = numbers.first, !numbers.contains(where: { $0.agrees(with: amount) }) else {
      return []
    }
    return [
      Finding(
        Phrase(
          it: "l'importo è \(amount.written(in: .italian)) euro, il testo dice "
            + Said(first).text(.italian),
          en: "the amount is \(amount.written(in: .english)) euro, the text says "
            + Said(first).text(.english)),
        help: Phrase(
          it:
            "correggi il testo o l'importo; con il testo vuoto, `[](risorsa:…)`, l'importo si scrive da sé",
          en:
            "mend the text or the amount; with an empty text, `[](resource:…)`, the amount writes itself"
        ), at: text.place,
        notes: [
          .init(Phrase(it: "l'importo è qui", en: "the amount is here"), at: resource.amount.place)
        ])
    ]
  }
}

/// The content that the rule on stated amounts is shown with.
enum AmountExample {
  static func fields(_ text: String) -> String {
    """
    prossimi_passi: "\(text)"
    risorse:
      - id: arredi
        descrizione: Arredi della mensa
        anno: 2021
        fase: impegnato
        importo: 1250
        fonte: registro-iscritti
    """
  }
}
