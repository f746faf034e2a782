import Content
package import Diagnostics
import SocialReport

/// The first files of a municipality that has none.
package struct Beginning {
  package var municipality: AnsweredText
  package var year: Int
  package var offices: [AnsweredText]
  package var address: String
  /// What the first pages are called; words of the program's own where nobody said.
  package var titles = Titles()
  private let files: RecordFiles

  /// - Parameter files: says in which language they are written, and on which day.
  package init(
    municipality: AnsweredText, year: Int, offices: [AnsweredText], address: String?,
    files: RecordFiles
  ) {
    (self.municipality, self.year, self.offices) = (municipality, year, offices)
    self.address = address ?? Beginning.address
    self.files = files
  }

  /// The language of the files.
  package var language: Language { files.language }

  /// A name that belongs to nobody (RFC 2606).
  package static let address = "https://bilancio.example.it/"

  private func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: files.language)
  }

  /// The year's folder.
  package var folder: String { String(year) }

  /// The file that is to be written in first.
  package var first: String { objective.path }

  /// The file of the first achievement.
  package var achievementPath: String {
    "\(objectiveFolder)/1-\(name(titles.achievement, .achievement)).md"
  }

  /// The file of the first indicator.
  package var indicatorPath: String {
    "\(folder)/\(say("indicatori", "indicators"))/\(name(titles.indicator, .indicator)).yml"
  }

  /// Below the folder of the texts.
  package var all: [ProjectFile] {
    [
      files.site(municipality, address: address),
      files.edition(year: year, id: nil, isDraft: false, in: folder),
      files.register(.offices, entries, in: folder),
      files.register(.sources, [source], in: folder),
      files.register(.acts, [], in: folder), files.register(.glossary, [], in: folder),
      objective, achievement, indicator,
    ]
  }

  private var entries: [RegisterEntry] {
    var taken: Set<String> = []
    return offices.map { name in
      .office(name, id: FreeName.of(name.slug, among: &taken))
    }
  }

  private var firstOffice: String? { entries.first?.id }

  /// The accounts of the year, which every municipality has.
  private var source: RegisterEntry {
    RegisterEntry(
      .sources, id: say("rendiconto-\(year)", "accounts-\(year)"),
      [
        "title": .text(say("Rendiconto della gestione \(year)", "Accounts of \(year)")),
        "organisation": .text(municipality.text), "kind": .word("accounts"),
        "quality": .word("official"),
      ])
  }

  package struct Titles: Sendable {
    package var objective: AnsweredText?
    package var achievement: AnsweredText?
    package var indicator: AnsweredText?

    package init() {}
  }

  private func name(_ title: AnsweredText?, _ first: FirstName) -> String {
    title?.slug ?? first.address.text(in: language)
  }

  private var objectiveFolder: String {
    "\(folder)/1-" + name(titles.objective, .objective)
  }

  private var objective: ProjectFile {
    files.objective(
      titles.objective ?? title(.objective), number: "1", owner: firstOffice,
      indicator: name(titles.indicator, .indicator), in: objectiveFolder)
  }

  private var achievement: ProjectFile {
    files.achievement(
      titles.achievement ?? title(.achievement), number: "1", office: firstOffice,
      on: CalendarDate(year: year, month: 12, day: 31) ?? files.today,
      path: achievementPath)
  }

  private var indicator: ProjectFile {
    files.indicator(
      titles.indicator ?? title(.indicator), year: year, source: source.id, owner: firstOffice,
      path: indicatorPath)
  }

  private func title(_ name: FirstName) -> AnsweredText {
    AnsweredText(fixed: name.title.text(in: language))
  }
}
