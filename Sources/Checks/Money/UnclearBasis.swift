import Diagnostics
import SocialReport

/// Where more is paid than was committed, readers are told of which accounts the amounts are.
enum UnclearBasis {
  static let rule = Rule(
    .unclearBasis, .hint, .money,
    Phrase(
      it: "Se un importo supera quello della fase prima, `gestione` dice perché.",
      en: "Where an amount exceeds that of the stage before, `basis` says why."),
    why: Phrase(
      it:
        "Si può pagare più di quanto si è impegnato nell'anno, se ci sono residui; chi legge deve saperlo.",
      en:
        "More may be paid than was committed in a year, where something is left of years before; readers "
        + "must know."),
    source: "D.Lgs. 118/2011, allegato 1",
    wrong: [
      .fields(.achievement, StageExample.fields("⟦1200⟧", nil, nil)),
      .fields(.achievement, StageExample.fields("⟦1200⟧", "competenza", nil)),
    ],
    right: [
      .fields(.achievement, StageExample.fields("1000", nil, nil)),
      .fields(.achievement, StageExample.fields("1200", "competenza", "cassa")),
      .fields(.achievement, StageExample.fields("1200", nil, "cassa")),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap { achievement -> [Finding] in
      let groups = Dictionary(grouping: achievement.resources, by: \.item)
      return groups.keys.sorted().flatMap { key -> [Finding] in
        SpendingStages.excesses(in: groups[key] ?? []).filter { before, after in
          // Cash and what is left of years before may be more than the year's.
          after.basis.map { $0.value == .competence && before.basis == nil } ?? true
        }.map { before, after in
          let (less, more) = (before.amount.value, after.amount.value)
          return Finding(
            Phrase(
              it:
                "qui sono \(more.written(in: .italian)) euro, più dei \(less.written(in: .italian)) "
                + "della fase prima, e non si dice perché",
              en: "here are \(more.written(in: .english)) euro, more than the "
                + "\(less.written(in: .english)) of the stage before, and nothing says why"),
            help: Phrase(
              it:
                "se c'è dentro ciò che restava degli anni prima, scrivi `gestione: cassa`; se no correggi "
                + "un importo",
              en:
                "where something of years before is in it, write `basis: cash`; else mend an amount"
            ),
            at: after.amount.place,
            notes: [
              .init(
                Phrase(it: "la fase prima è qui", en: "the stage before is here"),
                at: before.amount.place)
            ])
        }
      }
    }
  }
}
