import Diagnostics
import SocialReport

/// Pages and editions are told apart by their titles.
enum DuplicateTitles {
  static let rule = Rule(
    .duplicateTitle, .warning, .structure,
    Phrase(
      it: "Due pagine di un'edizione non hanno lo stesso titolo, e nemmeno due edizioni.",
      en: "No two pages of an edition have one title, nor two editions."),
    why: Phrase(
      it:
        "Nei risultati di un motore di ricerca e in un elenco di collegamenti si vede solo il titolo. A "
        + "edizioni con lo stesso titolo senza anno il programma aggiunge l'anno; se il titolo ne ha già uno "
        + "è rimasto quello dell'altra.",
      en:
        "In the results of a search and in a list of links only the title is seen. To editions with one "
        + "title and no year in it the program adds the year; where the title has one, it is the other's."
    ),
    source: "WCAG 2.2, 2.4.2 e 2.4.4",
    wrong: [
      .files(
        """
        === 2021/1-scuole/2-altra-mensa.md
        ---
        tipo: realizzazione
        numero: 2
        titolo: ⟦Una nuova mensa in via Roma⟧
        in_breve: La mensa di via Milano apre a settembre.
        ufficio: scuola
        stato: in_corso
        stato_al: 2021-12-31
        aggiornato_il: 2021-12-31
        ---

        Apre a settembre.
        """),
      .files(
        EditionExample.older.replacing("Bilancio Sociale 2020", with: "⟦Bilancio Sociale 2021⟧")),
    ],
    right: [
      .files(
        EditionExample.older.replacing("Bilancio Sociale 2020", with: "Bilancio Sociale")
          + """
          === 2021/edizione.yml
          tipo: edizione
          anno: 2021
          titolo: Bilancio Sociale
          periodo: 2021
          presentazione: Che cosa ha fatto il Comune di Prova.
          """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    let editions = repeated(named(report.editions)).map { title, first in
      Finding(
        Phrase(
          it: "due edizioni hanno lo stesso titolo, «\(title.value)»",
          en: "two editions have one title, “\(title.value)”"),
        help: Phrase(
          it: "metti nel titolo l'anno dell'edizione", en: "put the edition's year into the title"),
        at: title.place, notes: note(first))
    }
    return editions
      + report.editions.flatMap { edition -> [Finding] in
        let works = edition.objectives.flatMap(\.achievements)
        let pages =
          edition.objectives.map(\.title) + withoutCopies(works).map(\.title)
          + edition.contexts.map(\.title)
        let lists = [pages, firstOfEachID(edition.indicators).map(\.name)].map { list in
          list.sorted { $0.place < $1.place }
        }
        return lists.flatMap { list in repeated(list.map { ($0.value, $0) }) }.map { title, first in
          Finding(
            Phrase(
              it: "due pagine hanno lo stesso titolo, «\(title.value)»",
              en: "two pages have one title, “\(title.value)”"),
            help: Phrase(
              it: "di' in ciascun titolo che cosa la distingue, per esempio il luogo",
              en: "say in each title what tells it apart, for example the place"),
            at: title.place, notes: note(first))
        }
      }
  }

  /// Editions whose titles say their own year come first: the year of another is what is wrong.
  private static func named(_ editions: [Edition]) -> [(name: String, title: Sourced<String>)] {
    // Two editions of one id are told as such.
    let single = Dictionary(grouping: editions, by: \.id.value).values.compactMap(\.first)
    let inOrder = single.sorted { $0.place < $1.place }
    let isOwn = { (edition: Edition) in
      edition.title.value.statedYears.contains(edition.year.value)
    }
    return (inOrder.filter(isOwn) + inOrder.filter { !isOwn($0) }).map { ($0.name, $0.title) }
  }

  /// The titles that stand twice, with the first of each; capitals and commas make no other title.
  private static func repeated(_ titles: [(name: String, title: Sourced<String>)])
    -> [(Sourced<String>, Sourced<String>)]
  {
    var first: [[UInt64]: Sourced<String>] = [:]
    return titles.compactMap { name, title in
      let words = Word.hashes(of: name)
      guard let other = first[words], !words.isEmpty else {
        first[words] = title
        return nil
      }
      return (title, other)
    }
  }

  /// Of pages with one address, or of a page and its copy, other rules speak.
  private static func withoutCopies(_ works: [Achievement]) -> [Achievement] {
    var seen: Set<[String]> = []
    var uses: [String: Int] = [:]
    for work in works { uses[work.title.value, default: 0] += 1 }
    return works.filter { work in
      // Only pages of one title can be copies, and texts take long to compare.
      guard uses[work.title.value] != 1 else { return true }
      let isFirst = seen.insert([work.title.value, work.id.value]).inserted
      let isOriginal = seen.insert([work.title.value, "", String(work.whatWeDid.text)]).inserted
      return isFirst && isOriginal
    }
  }

  private static func firstOfEachID(_ indicators: [Indicator]) -> [Indicator] {
    var seen: Set<String> = []
    return indicators.filter { seen.insert($0.id.value).inserted }
  }

  private static func note(_ first: Sourced<String>) -> [Diagnostic.Note] {
    [.init(Phrase(it: "l'altra è questa", en: "the other is this"), at: first.place)]
  }
}
