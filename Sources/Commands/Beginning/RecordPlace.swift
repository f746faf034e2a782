import Content
import Diagnostics
import Files
import Scaffolding
import SocialReport

/// Where a record goes.
struct RecordPlace {
  /// The folder of the texts, as the user knows it.
  let root: String
  let outline: ProjectOutline
  let edition: Edition
  let files: RecordFiles

  init(
    root: String, outline: ProjectOutline, edition: String?, language: Language
  ) throws {
    (self.root, self.outline) = (root, outline)
    self.edition = try outline.edition(named: edition)
    files = RecordFiles(language, today: Today.date(for: self.edition.year.value))
  }

  var language: Language { files.language }

  /// The edition's folder.
  var home: String { outline.folder(of: edition) }

  func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  /// The ids that something new must not have: all of the edition's.
  var takenIDs: Set<String> {
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
  func id(of text: AnsweredText) -> String {
    var taken = takenIDs
    return FreeName.of(text.slug, among: &taken)
  }

  /// Makes new files, and tells their paths.
  func create(_ new: [ProjectFile]) throws {
    let paths = new.map { Path.join(root, $0.path) }
    do throws(FileError) {
      try FileSystem.create(
        zip(paths, new).map { (path: $0, bytes: Array($1.text.utf8)) })
    } catch { throw Failure(error, Speech.language) }
    for path in paths { Terminal.output(path) }
    Terminal.error(
      Speech.say(
        "Adesso riempi i campi vuoti: la riga sopra ciascuno dice che cosa ci va.",
        "Now fill the empty fields: the line above each tells what goes there."))
  }

  /// Adds an entry to the register that the edition reads, or begins one.
  func add(_ entry: RegisterEntry) throws {
    guard let path = outline.files(of: entry.kind, in: edition).last else {
      return try create([files.register(entry.kind, [entry], in: home)])
    }
    let file = Path.join(root, path)
    do {
      let old = try ReadableFile(file).bytes(atMost: Content.maximumBytes)
      let addition = try RegisterAddition(of: entry, to: old, name: file, language)
      try FileSystem.replace(file, with: addition.bytes)
    } catch let error as any ExplainedError {
      throw Failure(error, Speech.language)
    }
    Terminal.output(file)
    Terminal.error(
      Speech.say(
        "Nei testi e nei campi si richiama con `\(entry.id)`.",
        "Texts and fields refer to it by `\(entry.id)`."))
  }

  /// Says what is not as it must be.
  func refuse(_ italian: String, _ english: String, help: Phrase? = nil) -> Failure {
    Failure(Phrase(it: italian, en: english), help: help, Speech.language)
  }

  /// Says that something is there already, whatever the letters it is written in.
  func refuse(_ name: AnsweredText, among known: [String]) throws {
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
  func text(_ option: String?) -> AnsweredText? { option.flatMap { AnsweredText($0) } }

  func date(_ text: String, _ option: Phrase) throws -> String {
    guard let date = DateText.date(text), date.day != nil else {
      let name = option.text(in: Speech.language)
      throw refuse(
        "`\(text)` non è un giorno del calendario, per `\(name)`",
        "`\(text)` is no day of the calendar, for `\(name)`",
        help: Phrase(it: "scrivi come `2025-06-29` o `29/06/2025`", en: "write it as `2025-06-29`"))
    }
    return date.iso8601
  }

  func address(_ text: String?) throws -> String? {
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
