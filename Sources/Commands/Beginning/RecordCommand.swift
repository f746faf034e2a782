import ArgumentParser
import Content
import Desk
import Diagnostics
import Files
import Pipeline
import Scaffolding
import SocialReport

/// A command that adds one record to a report that is there.
protocol RecordCommand: ProjectCommand {
  /// What is added, and where.
  func addition(to place: RecordPlace) throws -> RecordAddition
}

extension RecordCommand {
  func run() async throws {
    let language = Speech.language
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    let outline = try await outline(below: root)
    let place = try RecordPlace(
      root: root, outline: outline, edition: selection,
      language: source.language ?? outline.language, today: Today.date)
    let addition = try addition(to: place)
    do {
      let paths = try place.write(addition, with: Desk(root: root, author: Author.name))
      for path in paths { Terminal.output(Path.join(root, path)) }
    } catch let error as any ExplainedError {
      throw Failure(error, language)
    }
    if case .entry(let entry) = addition {
      Terminal.error(
        Speech.say(
          "Nei testi e nei campi si richiama con `\(entry.id)`.",
          "Texts and fields refer to it by `\(entry.id)`."))
    } else {
      Terminal.error(
        Speech.say(
          "Adesso riempi i campi vuoti: la riga sopra ciascuno dice che cosa ci va.",
          "Now fill the empty fields: the line above each tells what goes there."))
    }
  }

  private var selection: String? { (self as? any EditionSelecting)?.selection.edition }

  static func help(_ italian: String, _ english: String, _ example: Phrase) -> (String, String) {
    let words = Phrase(it: "Esempio:\n\n  ", en: "Example:\n\n  ")
    return (
      Speech.say(italian, english),
      words.text(in: Speech.language) + example.text(in: Speech.language)
    )
  }
}

/// A record command that lets its edition be chosen.
protocol EditionSelecting {
  var selection: TargetEditionOptions { get }
}

/// Into which edition something goes.
struct TargetEditionOptions: ParsableArguments {
  @Option(
    name: .named("edition", "edizione"),
    help: .words(
      "L'edizione: l'anno, o il suo `id`; se non la dici, la più recente.",
      "The edition: the year, or its `id`; the newest where it is not said.",
      value: ("anno", "year")))
  var edition: String?
}

/// The words that name a record; without quotes they are several.
struct TitleArgument: ParsableArguments {
  @Argument(
    help: .words(
      "Il titolo, o il nome: tra virgolette se ha segni come ' e &.",
      "The title, or the name: in quotes where it has signs as ' and &.",
      value: ("titolo", "title")))
  var words: [String]

  func text() throws -> AnsweredText {
    guard let text = AnsweredText(words.joined(separator: " ")) else {
      throw Failure(
        Phrase(it: "il titolo è vuoto", en: "the title is empty"), Speech.language)
    }
    return text
  }
}
