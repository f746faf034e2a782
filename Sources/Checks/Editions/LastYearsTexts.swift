import Diagnostics
import SocialReport

/// A page is not, word for word, that of the edition before.
enum LastYearsTexts {
  static let rule = Rule(
    .lastYearsText, .warning, .editions,
    Phrase(
      it: "Una pagina non è parola per parola quella dell'edizione prima.",
      en: "A page is not, word for word, that of the edition before."),
    why: Phrase(
      it:
        "Si comincia dalla copia dell'anno prima, e una pagina rimane com'era: chi legge trova il lavoro "
        + "di un anno raccontato come quello dell'altro.",
      en:
        "One begins with a copy of the year before, and a page stays as it was: readers find the work of "
        + "one year told as that of the other."),
    wrong: [
      EditionExample.works(
        "in_corso",
        newer: "=== 2021/1-scuole/2-palestra.md\n"
          + EditionExample.achievement(
            title: "⟦La palestra di via Po⟧", "in_corso", year: "2021",
            text: "Le gare\nsono state  avviate.")),
      .files(
        EditionExample.older + same("2020", aggiornato: "2020-12-31", titolo: "Il territorio")
          + same("2021", aggiornato: "2021-12-31", titolo: "⟦Il territorio⟧")),
    ],
    right: [
      EditionExample.works(
        "in_corso",
        newer: "=== 2021/1-scuole/2-palestra.md\n"
          + EditionExample.achievement(
            title: "La palestra di via Po", "in_corso", year: "2021",
            text: "Le gare sono concluse e il cantiere è aperto.")),
      // What has not been touched since says so by its date.
      .files(
        EditionExample.older + same("2020", aggiornato: "2020-12-31", titolo: "Il territorio")
          + same("2021", aggiornato: "2020-12-31", titolo: "Il territorio")),
    ], onReport: check)

  private static func same(_ year: String, aggiornato: String, titolo: String) -> String {
    """
    === \(year)/contesto/territorio.md
    ---
    tipo: contesto
    titolo: \(titolo)
    periodo: 2011
    aggiornato_il: \(aggiornato)
    ---

    Il Comune ha tre frazioni e un lago.

    """
  }

  private static func check(_ report: Report) -> [Finding] {
    EditionPair.all(of: report).filter { !$0.isUpdate }.flatMap { pair -> [Finding] in
      let old = Dictionary(
        pages(of: pair.older).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let pages = pages(of: pair.newer).map { page in
        (now: page, before: old[page.id].flatMap { page.isSame(as: $0) ? $0 : nil })
      }
      let same = pages.filter { $0.before != nil }
      let told = same.filter { $0.now.isTold(since: $0.before) }
      if pages.count > 1, same.count == pages.count, same.contains(where: { $0.now.isWork }) {
        return [whole(pair, same.count)]
      }
      return told.map { finding($0.now, $0.before, pair) }
    }
  }

  private static func pages(of edition: Edition) -> [Page] {
    edition.objectives.flatMap { [Page($0)] + $0.achievements.map(Page.init) }
      + edition.contexts.map(Page.init)
  }

  private static func whole(_ pair: EditionPair, _ count: Int) -> Finding {
    Finding(
      Phrase(
        it:
          "tutte e \(count) le pagine di questa edizione sono parola per parola quelle dell'edizione "
          + pair.oldName,
        en: "all \(count) pages of this edition are, word for word, those of the edition of "
          + pair.oldName),
      help: Phrase(
        it: "riscrivi i testi con ciò che è successo nel \(pair.newer.year.value), e i dati",
        en: "write the texts anew with what happened in \(pair.newer.year.value), and the data"),
      at: pair.newer.year.place,
      notes: [
        .init(Phrase(it: "l'altra è questa", en: "the other is this"), at: pair.older.year.place)
      ])
  }

  private static func finding(_ page: Page, _ before: Page?, _ pair: EditionPair) -> Finding {
    Finding(
      Phrase(
        it: "il testo di «\(page.title.value)» è parola per parola quello dell'edizione "
          + pair.oldName,
        en: "the text of “\(page.title.value)” is, word for word, that of the edition of "
          + pair.oldName),
      help: page.isWork
        ? Phrase(
          it:
            "racconta che cosa è successo nel \(pair.newer.year.value); se non è successo nulla, dillo",
          en: "tell what happened in \(pair.newer.year.value); where nothing did, say so")
        : Phrase(
          it: "aggiornalo; se vale ancora com'è, lascia in `aggiornato_il` la data di allora",
          en: "update it; where it still holds, leave the date of then in `updated_on`"),
      at: page.title.place,
      notes: [.init(Phrase(it: "era questo", en: "it was this"), at: before?.title.place)])
  }

  /// What a page tells in words, to be compared with another year's.
  private struct Page {
    let id: String
    let title: Sourced<String>
    /// Whether it tells of work, which is never the same for two years.
    let isWork: Bool
    private let updatedOn: CalendarDate
    /// The story, and all else that is told.
    private let words: [[UInt64]]

    init(_ achievement: Achievement) {
      id = "r/" + achievement.id.value
      title = achievement.title
      isWork = true
      updatedOn = achievement.updatedOn.value
      words = Page.words(
        [achievement.whatWeDid]
          + [achievement.outcome, achievement.whatDidNotWork].compactMap(\.self)
      )
    }

    init(_ objective: Objective) {
      id = "o/" + objective.id.value
      title = objective.title
      isWork = false
      updatedOn = objective.updatedOn.value
      // The premise of an objective that goes on may stay; that nothing is told beside it is no copy.
      words = Page.words([objective.premise.text] + [objective.rationale].compactMap(\.self))
    }

    init(_ context: ContextPage) {
      id = "c/" + context.id.value
      title = context.title
      isWork = false
      updatedOn = context.updatedOn.value
      words = Page.words([context.text])
    }

    private static func words(_ texts: [EmbeddedText]) -> [[UInt64]] {
      texts.map { Word.hashes(of: String($0.text)) }
    }

    func isSame(as other: Page) -> Bool { words == other.words && !(words.first ?? []).isEmpty }

    /// Whether the page by itself is worth a message: work always, the rest where it says that it was
    /// updated since; and never a premise alone.
    func isTold(since before: Page?) -> Bool {
      guard let before else { return false }
      if isWork { return true }
      if id.hasPrefix("o/"), words.count < 2 { return false }
      return updatedOn.lastDay > before.updatedOn.lastDay
    }
  }
}
