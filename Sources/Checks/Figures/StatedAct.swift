import Diagnostics
import SocialReport

/// Number, date, body and kind in a link's text are those of the act that it names.
enum StatedAct {
  static let rule = Rule(
    .statedAct, .error, .figures,
    Phrase(
      it: "Numero, data, organo e tipo scritti nel testo di `atto:` sono quelli dell'atto.",
      en: "Number, date, body and kind in the text of `act:` are those of the act."),
    why: Phrase(
      it: "Chi cerca l'atto nell'albo lo cerca con quel numero e quella data.",
      en: "Whoever looks for the act in the register does so by that number and date."),
    overridability: .inPlace,
    wrong: [
      .prose("La mensa nasce con la [⟦delibera 11 del 2 marzo 2021⟧](atto:dgc-2021-10)."),
      .prose("La mensa nasce con la [⟦delibera 10 del 12 marzo 2021⟧](atto:dgc-2021-10)."),
      .prose("La mensa nasce con la [⟦delibera di Consiglio 10⟧](atto:dgc-2021-10)."),
      .files(
        CommissionerExample.files("La mensa nasce con la [⟦delibera di Giunta 10⟧](atto:com-10).")),
    ],
    right: [
      .prose("La mensa nasce con la [delibera di Giunta 10/2021](atto:dgc-2021-10)."),
      .prose("La mensa nasce con [un atto del marzo 2021](atto:dgc-2021-10)."),
      .files(
        CommissionerExample.files(
          "La mensa nasce con la [delibera del Commissario n. 10, con i poteri della "
            + "Giunta](atto:com-10).")),
    ], onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    guard case .act(let act) = fact else { return [] }
    let words = ActWords(text.text)
    let date = act.date.value
    var wrong: [(Phrase, SourceRange)] = []
    if let number = act.number, !words.numbers.isEmpty,
      !words.numbers.contains(where: { isSame($0, ActNumber.bare(number.value)) }),
      !words.numbers.contains(String(date.year))
    {
      wrong.append(
        (differs(number.value, words.numbers[0], "il numero", "the number"), number.place))
    }
    if let stated = words.dates.first, !words.dates.contains(where: { $0.agrees(with: date) }) {
      wrong.append((differs(date.iso8601, stated.iso8601, "la data", "the date"), act.date.place))
    } else if let year = words.years.first, !words.years.contains(date.year) {
      wrong.append((differs("\(date.year)", "\(year)", "l'anno", "the year"), act.date.place))
    }
    if !words.bodies.isEmpty, !words.bodies.contains(act.body.value), isLocal(act.body.value) {
      wrong.append(
        (
          Phrase(
            it: "il testo nomina un altro organo che l'atto",
            en: "the text names another body than the act"),
          act.body.place
        ))
    }
    if !words.kinds.isEmpty, !words.kinds.contains(act.kind.value) {
      wrong.append(
        (
          Phrase(
            it: "il testo nomina un altro tipo di atto", en: "the text names another kind of act"),
          act.kind.place
        ))
    }
    return wrong.map { message, place in
      Finding(
        Phrase(
          it: "\(act.id.value): \(message.italian)", en: "\(act.id.value): \(message.english)"),
        help: Phrase(it: "correggi il testo o l'atto", en: "mend the text or the act"),
        at: text.place,
        notes: [.init(Phrase(it: "l'atto è qui", en: "the act is here"), at: place)])
    }
  }

  private static func differs(
    _ value: String, _ stated: String, _ italian: String, _ english: String
  ) -> Phrase {
    Phrase(
      it: "\(italian) è \(value), il testo dice \(stated)",
      en: "\(english) is \(value), the text says \(stated)")
  }

  /// Zeros in front are no part of a number.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one == other || Int(one).map { $0 == Int(other) } == true
  }

  private static func isLocal(_ body: ActBody) -> Bool {
    [.executive, .council, .mayor, .manager].contains(body) || body.isCommissioner
  }
}

extension CalendarDate {
  /// Whether this, told less exactly perhaps, is that date.
  func agrees(with other: CalendarDate) -> Bool {
    year == other.year && (month == nil || other.month == nil || month == other.month)
      && (day == nil || other.day == nil || day == other.day)
  }
}
