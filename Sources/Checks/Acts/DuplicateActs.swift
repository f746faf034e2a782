import Diagnostics
import SocialReport

/// An act stands in the register once.
enum DuplicateActs {
  static let rule = Rule(
    .duplicateAct, .error, .acts,
    Phrase(
      it: "Un atto è unico per registro o ufficio, organo, tipo, numero e anno.",
      en: "An act is unique by register or office, body, kind, number and year."),
    why: Phrase(
      it: "Lo stesso atto con due id è contato due volte, e i rimandi si dividono.",
      en: "One act by two ids is counted twice, and what refers to it is split."),
    wrong: [
      .files(ActExample.acts("2021-03-02", second("⟦10⟧"))),
      .files(ActExample.acts("2021-03-02", second("⟦010⟧"))),
      .files(ActExample.determinations("registro: generale", "registro: generale", number: "⟦12⟧")),
      .files(ActExample.determinations("ufficio: scuola", "ufficio: scuola", number: "⟦12⟧")),
      .files(
        ActExample.determinations("", "", number: "⟦12⟧", date: "2021-03-02", subject: "Arredi")),
    ],
    right: [
      .files(ActExample.acts("2021-03-02", second("11"))),
      .files(ActExample.determinations("", "")),
      .files(ActExample.determinations("registro: scuole", "registro: ambiente")),
      .files(ActExample.determinations("ufficio: scuola", "registro: generale")),
      .files(ActExample.determinations("ufficio: scuola", "")),
    ], onReport: check)

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
        guard let number = act.number, let key = key(of: act, number.value) else { return nil }
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
          help: act.register == nil && act.body.value.isOneOfMany
            ? Phrase(
              it:
                "tienine uno e usa il suo id; se sono di due registri, dillo con `registro:` o `ufficio:`",
              en: "keep one of them and use its id; where they are of two registers, say so by "
                + "`register:` or `office:`")
            : Phrase(
              it: "tienine uno e usa il suo id", en: "keep one of them and use its id"),
          at: number.place,
          notes: other.number.map {
            [.init(Phrase(it: "l'altro è qui", en: "the other is here"), at: $0.place)]
          } ?? [])
      }
    }
  }

  /// What only one act has; where nothing says which register it is in, its day and subject too.
  private static func key(of act: LegalAct, _ number: String) -> String? {
    let plain = number.lowercased().drop { $0 == "0" }
    if let numbering = act.numbering { return "\(numbering) \(plain)" }
    guard act.date.value.day != nil else { return nil }
    return "? \(act.body.value) \(act.kind.value) \(plain) \(act.date.value.iso8601) "
      + act.subject.value.lowercased()
  }
}
