import Diagnostics
import SocialReport

/// The number in a link's text is the value of the observation that it names.
enum StatedFigure {
  static let rule = Rule(
    .statedFigure, .error, .figures,
    Phrase(
      it: "Il numero scritto nel testo di `dato:` è quello dell'osservazione.",
      en: "The number in the text of `figure:` is that of the observation."),
    why: Phrase(
      it: "Una cifra sta in un posto solo. Se il testo ne dice un'altra, uno dei due è sbagliato.",
      en: "A figure lives in one place. Where the text states another, one of the two is wrong."),
    overridability: .inPlace,
    wrong: [
      .prose("Gli iscritti sono [⟦325⟧](dato:iscritti@2021)."),
      .prose("Gli iscritti sono [⟦oltre 400⟧](dato:iscritti@2021)."),
      .prose("Gli iscritti sono [⟦352⟧](dato:iscritti@2021) mila."),
      .files(FigureExample.share("[⟦oltre l'80 %⟧](dato:quota@2021)", "79")),
      .files(FigureExample.share("[⟦la metà⟧](dato:quota@2021)", "82,35")),
      .files(FigureExample.share("[⟦la metà⟧](dato:quota@2021)", "30")),
      .files(FigureExample.share("[⟦nove famiglie su dieci⟧](dato:quota@2021)", "82,35")),
      .files(FigureExample.amount("[⟦45,38 euro⟧](dato:spesa@2021)", unit: "milioni di euro")),
    ],
    right: [
      .prose("Gli iscritti sono [352](dato:iscritti@2021), [circa 350](dato:iscritti@2021)."),
      .prose("[Gli iscritti del 2021](dato:iscritti@2021) sono [](dato:iscritti@2021)."),
      .prose(
        "Sono più dei [310](dato:iscritti@2020) di prima, [352](dato:iscritti@2021) in tutto."),
      .prose("Sono oltre i [350](dato:iscritti@2021)."),
      .files(
        FigureExample.share(
          "[oltre l'80 %](dato:quota@2021), [più dell'80 %](dato:quota@2021), oltre "
            + "l'[80 %](dato:quota@2021), [quasi l'83 %](dato:quota@2021), "
            + "[quattro famiglie su cinque](dato:quota@2021)", "82,35")),
      .files(
        FigureExample.amount(
          "[45,38 milioni](dato:spesa@2021), [45,38](dato:spesa@2021) milioni, "
            + "[45 milioni](dato:spesa@2021), [45.380.000 euro](dato:spesa@2021)",
          unit: "milioni di euro")),
      .files(
        FigureExample.amount(
          "[45,4](dato:spesa@2021) a [45,38 milioni](dato:spesa@2021)", unit: "euro",
          value: "45.380.000")),
    ], onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    guard case .figure(let indicator, let observation) = fact, let value = observation.number,
      let place = observation.value?.place
    else { return [] }
    let share = indicator.share(of: value)
    let proportions = share == nil ? [] : text.stated.proportions
    let numbers = text.numbers.filter {
      !isOther($0, than: observation) && !(share != nil && $0.isOfShare)
    }
    if let share, proportions.contains(where: { $0.agrees(with: share) }) { return [] }
    guard let said = numbers.first.map(Said.init) ?? proportions.first.map(Said.init),
      !numbers.contains(where: { indicator.agrees($0, with: value) })
    else { return [] }
    let period = observation.period.value.written
    // The magnitude is what may be wrong.
    let unit = indicator.magnitude == nil ? "" : " " + (indicator.measureUnit?.text ?? "")
    return [
      Finding(
        Phrase(
          it: "\(indicator.id.value) (\(period)) = \(value.written(in: .italian))\(unit), "
            + "il testo dice \(said.text(.italian))",
          en: "\(indicator.id.value) (\(period)) = \(value.written(in: .english))\(unit), "
            + "the text says \(said.text(.english))"),
        help: Phrase(
          it:
            "correggi il testo o il dato; con il testo vuoto, `[](dato:…)`, il numero si scrive da sé",
          en:
            "mend the text or the figure; with an empty text, `[](figure:…)`, the number writes itself"
        ),
        at: text.place,
        notes: [.init(Phrase(it: "il dato è qui", en: "the figure is here"), at: place)])
    ]
  }

  /// The year of the observation and how many were ranked may stand beside the value.
  private static func isOther(_ number: StatedNumber, than observation: Observation) -> Bool {
    guard number.form == .cardinal, number.value != observation.number else { return false }
    let others = [
      observation.period.value.start.year, observation.period.value.end.year,
      observation.outOf?.value, observation.tied?.value,
    ]
    return others.contains { $0.map { number.value == DecimalNumber(Int64($0)) } == true }
  }
}

/// What a text says in place of a fact, for a message.
struct Said {
  private let value: DecimalNumber
  private let ending: Phrase

  init(_ number: StatedNumber) { self.init(number, nil) }

  /// - Parameter direction: where the words say that a change goes.
  init(_ number: StatedNumber, _ direction: StatedProportion.Direction?) {
    value = number.value.plainest
    let sign =
      switch number.form {
      case .percent: " %"
      case .euro: " euro"
      case .cardinal, .ordinal, .points: ""
      }
    ending =
      switch direction {
      case .more: Phrase(it: sign + " in più", en: sign + " more")
      case .less: Phrase(it: sign + " in meno", en: sign + " less")
      case nil: Phrase(it: sign, en: sign)
      }
  }

  init(_ proportion: StatedProportion) {
    let isMultiple = proportion.kind == .multiple
    value =
      isMultiple
      ? (DecimalNumber(nearest: proportion.value, scale: 1) ?? DecimalNumber(.max)).plainest
      : proportion.percent
    ending = isMultiple ? Phrase(it: " volte", en: " times") : Phrase(it: " %", en: " %")
  }

  func text(_ language: Language) -> String {
    value.written(in: language) + ending.text(in: language)
  }
}

extension Indicator {
  /// Whether a number that a text states is a value of the indicator, in its unit or written out.
  func agrees(_ number: StatedNumber, with value: DecimalNumber) -> Bool {
    guard let power = magnitude else { return number.agrees(with: value) }
    if let whole = value.divided(byPowerOfTen: -power), number.agrees(with: whole) { return true }
    // `45,38 euro` are not 45,38 milioni.
    return number.magnitude == nil && number.form != .euro && number.agrees(with: value)
  }
}

/// The content that the rules on stated figures are shown with.
enum FigureExample {
  /// An achievement whose text states a percentage.
  static func share(_ text: String, _ value: String) -> String {
    indicator("quota", "percentuale", "famiglie ogni cento", "\"\(value)\"")
      + achievement("Rispondono \(text).")
  }

  /// One whose text states an amount.
  static func amount(_ text: String, unit: String, value: String = "45,38") -> String {
    indicator("spesa", "importo", unit, "\"\(value)\"") + achievement("Si spendono \(text).")
  }

  private static func indicator(
    _ id: String, _ measure: String, _ unit: String, _ value: String
  ) -> String {
    """
    === 2021/\(id).yml
    tipo: indicatore
    nome: Un dato
    definizione: Un dato di cui il testo parla.
    misura: \(measure)
    unita: \(unit)
    verso: neutro
    fonte: registro-iscritti
    responsabile: scuola
    metodo: Si conta.
    osservazioni:
      - periodo: 2021
        valore: \(value)

    """
  }

  private static func achievement(_ text: String) -> String {
    """
    === 2021/1-scuole/1-nuova-mensa.md
    ---
    tipo: realizzazione
    numero: 1
    titolo: Nuova mensa
    in_breve: La mensa è aperta.
    ufficio: scuola
    stato: in_corso
    stato_al: 2021-12-31
    aggiornato_il: 2021-12-31
    ---

    \(text)
    """
  }
}
