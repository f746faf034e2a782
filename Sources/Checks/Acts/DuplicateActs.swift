import Diagnostics
import SocialReport

/// An act stands in the register once.
enum DuplicateActs {
  static let rule = Rule(
    .duplicateAct, .error, .acts,
    Phrase(
      it: "Un atto è unico per organo, tipo, numero e anno.",
      en: "An act is unique by body, kind, number and year."),
    why: Phrase(
      it: "Lo stesso atto con due id è contato due volte, e i rimandi si dividono.",
      en: "One act by two ids is counted twice, and what refers to it is split."),
    wrong: [.files(ActExample.acts("2021-03-02", second("⟦10⟧")))],
    right: [.files(ActExample.acts("2021-03-02", second("11")))], onReport: check)

  private static func second(_ number: String) -> String {
    """
      - id: altra
        organo: giunta
        tipo: deliberazione
        numero: \(number)
        data: 2021-03-09
        oggetto: Orari della mensa
        url: https://albo.example.it/2021/11
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      var first: [String: LegalAct] = [:]
      return edition.acts.compactMap { act in
        let key =
          "\(act.body.value.rawValue) \(act.kind.value.rawValue) \(act.number.value) \(act.date.value.year)"
        guard let other = first[key] else {
          first[key] = act
          return nil
        }
        // The same id is told as such.
        guard other.id.value != act.id.value else { return nil }
        return Finding(
          Phrase(
            it: "questo atto c'è già, come `\(other.id.value)`",
            en: "this act is there already, as `\(other.id.value)`"),
          help: Phrase(
            it: "tienine uno e usa il suo id", en: "keep one of them and use its id"),
          at: act.number.place,
          notes: [
            .init(Phrase(it: "l'altro è qui", en: "the other is here"), at: other.number.place)
          ])
      }
    }
  }
}
