import Content
package import Diagnostics
import Files
package import SocialReport

/// Where a record goes.
package struct RecordPlace {
  /// The folder of the texts, as the user knows it.
  package let root: String
  package let outline: ProjectOutline
  package let edition: Edition
  package let files: RecordFiles

  /// - Parameters:
  ///   - edition: its year or its id; the newest where it is not said.
  ///   - today: the day that a file of a year says that it is of.
  package init(
    root: String, outline: ProjectOutline, edition: String?, language: Language,
    today: (Int) -> CalendarDate
  ) throws(ProjectOutline.Refusal) {
    (self.root, self.outline) = (root, outline)
    self.edition = try outline.edition(named: edition)
    files = RecordFiles(language, today: today(self.edition.year.value))
  }

  /// The same place in other texts.
  init(_ other: RecordPlace, _ outline: ProjectOutline) throws(ProjectOutline.Refusal) {
    (root, files, self.outline) = (other.root, other.files, outline)
    edition = try outline.edition(named: other.edition.id.value)
  }

  package var language: Language { files.language }

  /// The edition's folder.
  package var home: String { outline.folder(of: edition) }

  package func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  /// The ids that something new must not have: all of the edition's.
  package var takenIDs: Set<String> {
    var taken = Set(edition.objectives.map(\.id.value))
    taken.formUnion(edition.contexts.map(\.id.value))
    taken.formUnion(edition.areas.map(\.id.value))
    taken.formUnion(edition.indicators.map(\.id.value))
    taken.formUnion(edition.sources.map(\.id.value))
    taken.formUnion(edition.acts.map(\.id.value))
    taken.formUnion(edition.terms.map(\.id.value))
    taken.formUnion(edition.offices.map(\.id.value))
    taken.formUnion(edition.plans.map(\.id.value))
    return taken
  }

  /// A free id, from words.
  package func id(of text: AnsweredText) -> String {
    var taken = takenIDs
    return FreeName.of(text.slug, among: &taken)
  }

  /// Says what is not as it must be.
  package func refuse(_ italian: String, _ english: String, help: Phrase? = nil)
    -> ProjectOutline.Refusal
  {
    ProjectOutline.Refusal(Phrase(it: italian, en: english), help: help)
  }

  /// Says that something is there already, whatever the letters it is written in.
  package func refuse(
    _ name: AnsweredText, among known: [String]
  ) throws(ProjectOutline.Refusal) {
    guard known.contains(where: { $0.lowercased() == name.text.lowercased() }) else { return }
    throw refuse("`\(name.text)` c'è già", "`\(name.text)` is there already")
  }

  /// Says which areas there are, with their numbers, or how one is made.
  static func known(_ areas: [Area]) -> Phrase {
    guard !areas.isEmpty else {
      return Phrase(
        it: "non ce ne sono ancora: `bilancio nuovo area \"Ambiente\"`",
        en: "there is none yet: `bilancio new area \"Environment\"`")
    }
    let list = areas.map { "\($0.number.value) `\($0.id.value)`" }.joined(separator: ", ")
    return Phrase(it: "ci sono: \(list)", en: "there are: \(list)")
  }

  /// A text that an option may have.
  package func text(_ option: String?) -> AnsweredText? { option.flatMap { AnsweredText($0) } }

  package func date(
    _ text: String, _ option: Phrase
  ) throws(ProjectOutline.Refusal) -> String {
    guard let date = DateText.date(text), date.day != nil else {
      throw refuse(
        "`\(text)` non è un giorno del calendario, per `\(option.italian)`",
        "`\(text)` is no day of the calendar, for `\(option.english)`",
        help: Phrase(it: "scrivi come `2025-06-29` o `29/06/2025`", en: "write it as `2025-06-29`"))
    }
    return date.iso8601
  }

  package func address(_ text: String?) throws(ProjectOutline.Refusal) -> String? {
    guard let text else { return nil }
    do throws(WebAddress.Flaw) {
      _ = try WebAddress(text)
      return text
    } catch {
      throw refuse(
        "`\(text.printable())` non è un indirizzo che si possa scrivere qui",
        "`\(text.printable())` is no address that can be written here",
        help: Phrase(it: "comincia con `https://`", en: "it begins with `https://`"))
    }
  }
}
