import Diagnostics
import SocialReport

/// The printed number is the one in the name of the file.
enum DifferentNumbers {
  static let rule = Rule(
    .differentNumber, .hint, .structure,
    Phrase(
      it: "Il numero stampato è quello con cui comincia il nome del file o della cartella.",
      en: "The printed number is the one that the name of the file or folder begins with."),
    why: Phrase(
      it:
        "Le pagine vanno in ordine di `numero`: `7` in `1-mensa.md` di solito è rimasto da una copia.",
      en: "Pages go in the order of `number`: `7` in `1-canteen.md` is left from a copy as a rule."),
    wrong: [
      .fields(.achievement, "numero: ⟦7⟧"), .fields(.objective, "numero: ⟦3⟧"),
    ],
    right: [
      .fields(.achievement, "numero: 1"), .fields(.achievement, "numero: \"1.1\""),
      .fields(.achievement, "numero: 01"),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      edition.areas.map { ($0.number, $0.numberInName) }
        + edition.objectives.flatMap { objective in
          [(objective.number, objective.numberInName)]
            + objective.achievements.map { ($0.number, $0.numberInName) }
        }
    }.compactMap { number, named -> Finding? in
      guard let named, !numbers(in: number.value).isEmpty,
        !numbers(in: number.value).contains(named)
      else { return nil }
      return Finding(
        Phrase(
          it: "`numero` è \(number.value), il nome comincia con \(named)",
          en: "`number` is \(number.value), the name begins with \(named)"),
        help: Phrase(
          it: "scrivi `numero: \(named)`, oppure cambia il nome",
          en: "write `number: \(named)`, or change the name"), at: number.place)
    }
  }

  /// The numbers of a label: 2 and 1 of `2.1`.
  private static func numbers(in label: String) -> [Int] {
    label.utf8.split { !Alphabet.isDigit($0) }.compactMap { Int(String(Substring($0))) }
  }
}
