import Diagnostics
import SocialReport

/// Work that was under way does not vanish from the next edition without a word.
enum LostAchievements {
  static let rule = Rule(
    .lostAchievement, .warning, .editions,
    Phrase(
      it:
        "Una realizzazione non ancora conclusa ritorna nell'edizione dopo, con il suo id o il suo titolo.",
      en:
        "An achievement that was not concluded returns in the next edition, by its id or its title."
    ),
    why: Phrase(
      it:
        "Chi ha letto che la palestra era in cantiere vuole sapere se è stata aperta, anche quando no.",
      en:
        "Whoever read that the gym was being built wants to know whether it was opened, even if not."
    ),
    wrong: [
      EditionExample.works(
        "in_corso",
        newer: """
          === 2021/1-scuole/obiettivo.yml
          tipo: obiettivo
          numero: 1
          titolo: ⟦Più bambini a mensa⟧
          premessa: Gli iscritti crescono.
          valutazione: raggiunto
          aggiornato_il: 2021-12-31
          """)
    ],
    right: [
      EditionExample.works("completata", newer: ""),
      EditionExample.works("annullata", newer: ""),
      EditionExample.works(
        "in_corso",
        newer: "=== 2021/1-scuole/2-palestra.md\n"
          + EditionExample.achievement(
            title: "Una palestra per due scuole", "completata", year: "2021",
            text: "La palestra è aperta da ottobre.")),
      EditionExample.works(
        "in_corso",
        newer: "=== 2021/1-scuole/2-via-po.md\n"
          + EditionExample.achievement(
            title: "Aperta la palestra di via Po", "completata", year: "2021",
            text: "La palestra è aperta da ottobre.")),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    EditionPair.all(of: report).filter { !$0.isUpdate }.flatMap { pair -> [Finding] in
      let ids = Set(pair.newer.achievements.map(\.id.value))
      let titles = pair.newer.achievements.flatMap { achievement in
        [achievement.title] + achievement.actions.map(\.title)
          + achievement.milestones.map(\.subject)
      }.map { Title($0.value) }
      return pair.older.objectives.flatMap { old -> [Finding] in
        // Of an objective that is gone with all its works another rule speaks.
        guard let objective = pair.successor(of: old) else { return [] }
        return old.achievements.filter { achievement in
          let id = achievement.id.value
          let title = Title(achievement.title.value)
          return ![.completed, .cancelled].contains(achievement.status.value)
            && !ids.contains(id) && !report.gaps.drafts.contains(id, in: pair.newer)
            && !report.gaps.explain(id)
            && !titles.contains(where: title.isAlike)
        }.map { finding($0, objective, pair) }
      }
    }
  }

  private static func finding(
    _ lost: Achievement, _ objective: Objective, _ pair: EditionPair
  ) -> Finding {
    Finding(
      Phrase(
        it:
          "«\(lost.title.value)» nell'edizione \(pair.oldName) non era conclusa, e in questa non c'è",
        en:
          "“\(lost.title.value)” was not concluded in the edition of \(pair.oldName), and is not in "
          + "this one"),
      help: Phrase(
        it: "aggiungi una realizzazione con `id: \(lost.id.value)` e lo stato di oggi, anche "
          + "`annullata` con il perché",
        en: "add an achievement with `id: \(lost.id.value)` and its status of today, be it "
          + "`cancelled` with the reason"),
      at: objective.title.place,
      notes: [.init(Phrase(it: "era questa", en: "it was this one"), at: lost.title.place)])
  }
}

/// The words of a title by which it is known again.
private struct Title {
  private let words: Set<UInt64>

  init(_ title: String) {
    words = Set(
      title.lowercased().split { !$0.isLetter && !$0.isNumber }
        .filter { !Title.small.contains(String($0)) }.flatMap { Word.hashes(of: String($0)) })
  }

  /// Articles and prepositions, which are in all titles.
  private static let small: Set<String> = [
    "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "di", "d", "a", "ad", "da", "in",
    "con", "su", "per", "tra", "fra", "e", "ed", "o", "al", "allo", "alla", "ai", "agli", "alle",
    "del", "dello", "della", "dei", "degli", "delle", "dell", "dal", "dalla", "nel", "nello",
    "nella", "nei", "nelle", "sul", "sulla", "the", "an", "of", "to", "for", "and",
  ]

  /// Whether one has all the words of the other: `Nuova palestra`, `La nuova palestra è aperta`.
  func isAlike(_ other: Title) -> Bool {
    guard min(words.count, other.words.count) > 1 else {
      return !words.isEmpty && words == other.words
    }
    return words.isSubset(of: other.words) || other.words.isSubset(of: words)
  }
}
