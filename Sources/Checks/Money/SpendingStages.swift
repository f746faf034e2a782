import Diagnostics
import SocialReport

/// What is paid was verified, what is verified was committed, what is committed was appropriated.
enum SpendingStages {
  static let rule = Rule(
    .spendingStages, .error, .money,
    Phrase(
      it:
        "Stanziato ≥ impegnato ≥ liquidato ≥ pagato, per la stessa voce, lo stesso anno e la stessa "
        + "`gestione`.",
      en: "Appropriated ≥ committed ≥ verified ≥ paid, for one item, one year and one `basis`."),
    why: Phrase(
      it:
        "Le fasi della spesa vengono una dopo l'altra: in competenza non si paga più di quanto si è "
        + "liquidato. Con i residui degli anni prima, invece, può succedere.",
      en:
        "The stages of spending follow one another: of one year's accounts no more is paid than was "
        + "verified. With what is left of the years before it may be."),
    source: "D.Lgs. 267/2000, artt. 182–185",
    wrong: [
      .fields(.achievement, StageExample.fields("⟦1200⟧", "competenza", "competenza")),
      .fields(.achievement, StageExample.fields("⟦1200⟧", "residui", "c/residui")),
    ],
    right: [
      .fields(.achievement, StageExample.fields("900", "competenza", "competenza")),
      .fields(.achievement, StageExample.fields("1200", "competenza", "cassa")),
      .fields(.achievement, StageExample.fields("1200", nil, nil)),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap { achievement -> [Finding] in
      let groups = Dictionary(grouping: achievement.resources.filter { $0.basis != nil }) {
        "\($0.item) \($0.basis?.value.rawValue ?? "")"
      }
      return groups.keys.sorted().flatMap { key -> [Finding] in
        SpendingStages.excesses(in: groups[key] ?? []).map { before, after in
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

  /// Each amount that exceeds that of the stage before, with it.
  static func excesses(in resources: [Resource]) -> [(before: Resource, after: Resource)] {
    let inOrder = SpendingStage.allCases.flatMap { stage in
      resources.filter { $0.stage.value == stage }
    }
    return zip(inOrder, inOrder.dropFirst()).filter {
      $0.stage.value != $1.stage.value && $0.amount.value < $1.amount.value
    }.map { ($0, $1) }
  }
}

extension Resource {
  /// What tells the stages of one item and year from those of others.
  var item: String { "\(description.value.lowercased()) \(year?.value ?? 0)" }
}

/// The content that the rules on stages are shown with.
enum StageExample {
  static func fields(_ paid: String, _ first: String?, _ second: String?) -> String {
    func basis(_ name: String?) -> String { name.map { ", gestione: \($0)" } ?? "" }
    return """
      risorse:
        - {descrizione: Arredi, anno: 2021, fase: impegnato, importo: 1000, fonte: registro-iscritti\(basis(first))}
        - {descrizione: Arredi, anno: 2021, fase: pagato, importo: \(paid), fonte: registro-iscritti\(basis(second))}
      """
  }
}
