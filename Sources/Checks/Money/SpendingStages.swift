import Diagnostics
import SocialReport

/// What is paid was verified, what is verified was committed, what is committed was appropriated.
enum SpendingStages {
  static let rule = Rule(
    .spendingStages, .error, .money,
    Phrase(
      it: "Stanziato ≥ impegnato ≥ liquidato ≥ pagato, per la stessa voce e lo stesso anno.",
      en: "Appropriated ≥ committed ≥ verified ≥ paid, for one item and one year."),
    why: Phrase(
      it: "Le fasi della spesa vengono una dopo l'altra: non si paga più di quanto si è liquidato.",
      en: "The stages of spending follow one another: no more is paid than was verified."),
    source: "D.Lgs. 267/2000, artt. 182–185",
    wrong: [.fields(.achievement, fields("⟦1200⟧"))], right: [.fields(.achievement, fields("900"))],
    onReport: check)

  private static func fields(_ paid: String) -> String {
    """
    risorse:
      - {descrizione: Arredi, anno: 2021, fase: impegnato, importo: 1000, fonte: registro-iscritti}
      - {descrizione: Arredi, anno: 2021, fase: pagato, importo: \(paid), fonte: registro-iscritti}
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap { achievement -> [Finding] in
      let groups = Dictionary(grouping: achievement.resources) {
        "\($0.description.value.lowercased()) \($0.year?.value ?? 0)"
      }
      return groups.keys.sorted().flatMap { key -> [Finding] in
        let inOrder = SpendingStage.allCases.flatMap { stage in
          (groups[key] ?? []).filter { $0.stage.value == stage }
        }
        return zip(inOrder, inOrder.dropFirst()).filter {
          $0.stage.value != $1.stage.value && $0.amount.value < $1.amount.value
        }.map { before, after in
          let (less, more) = (before.amount.value, after.amount.value)
          return Finding(
            Phrase(
              it:
                "qui sono \(more.written(in: .italian)) euro, più dei \(less.written(in: .italian)) della "
                + "fase prima",
              en: "here are \(more.written(in: .english)) euro, more than the "
                + "\(less.written(in: .english)) of the stage before"),
            help: Phrase(
              it: "controlla gli importi e le fasi", en: "check the amounts and the stages"),
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
