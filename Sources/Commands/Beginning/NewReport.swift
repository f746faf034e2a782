import ArgumentParser
import Diagnostics
import Files
import Scaffolding
import SocialReport

/// `bilancio new report`, or without its name: the first files of a report.
///
/// Options of `bilancio new` itself would take those of the records away.
struct NewReport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "report", "bilancio",
      abstract: Speech.say(
        "Comincia un bilancio: è quello che `bilancio nuovo` fa da solo.",
        "Begins a report: what `bilancio new` does by itself."),
      discussion: Speech.say(
        """
        In un terminale chiede quello che serve. Con le opzioni non chiede niente:

          bilancio nuovo --comune "Comune di Borgo" --anno 2024 --ufficio Scuola
        """,
        """
        In a terminal it asks for what is needed. With options it asks nothing:

          bilancio new --municipality "Comune di Borgo" --year 2024 --office Schools
        """))
  }

  @Option(
    name: .named("municipality", "comune"),
    help: .words(
      "Il Comune, come «Comune di Borgo».", "The municipality, as «Comune di Borgo».",
      value: ("nome", "name")))
  var municipality: String?

  @Option(
    name: .named("year", "anno"),
    help: .words(
      "L'anno di cui si rende conto.", "The year that the report is about.",
      value: ("anno", "year")))
  var year: Int?

  @Option(
    name: .named("office", "ufficio"),
    help: .words(
      "Un ufficio che scrive; si può ripetere.", "An office that writes; may be repeated.",
      value: ("nome", "name")))
  var offices: [String] = []

  @Option(
    name: .named("address", "indirizzo"),
    help: .words(
      "L'indirizzo che il sito avrà, se si sa già.", "The site's address, where it is known.",
      value: ("url", "url")))
  var address: String?

  @Flag(
    name: .named("example", "esempio"),
    help: .words("Scrive l'esempio già fatto.", "Writes the filled example."))
  var example = false

  @Option(
    name: .named("content", "testi"),
    help: .words(
      "La cartella dei testi.", "The folder of the texts.", value: ("cartella", "folder")))
  var content = ProjectFolder.content

  @OptionGroup var speech: LanguageOption

  func run() async throws {
    let place = try BeginningPlace(content, Speech.language)
    if example {
      guard municipality == nil, year == nil, offices.isEmpty, address == nil else {
        throw Failure(
          Phrase(
            it: "`--esempio` è già scritto: con altre opzioni non sta insieme",
            en: "`--example` is written already: it does not go with other options"),
          Speech.language)
      }
      return try await place.writeExample()
    }
    let hasOptions = municipality != nil || year != nil || !offices.isEmpty || address != nil
    let answers = try hasOptions || !Terminal.isAsked ? stated() : Questions.ask()
    let files = RecordFiles(speech.language ?? .italian, today: Today.date(for: answers.year))
    let beginning = Beginning(
      municipality: answers.municipality, year: answers.year, offices: answers.offices,
      address: try siteAddress(), files: files)
    try place.write(beginning)
  }

  private func siteAddress() throws -> String? {
    guard let address else { return nil }
    do throws(SiteAddress.Flaws) {
      return try SiteAddress(address).text
    } catch {
      throw Failure(error.message("--indirizzo", "--address"), help: error.help, Speech.language)
    }
  }

  /// What the options say, where all of it is there.
  private func stated() throws -> Answers {
    let name = municipality.flatMap { AnsweredText($0) }
    let named = offices.compactMap { AnsweredText($0) }
    let missing = [
      (name == nil, Speech.say("--comune", "--municipality")),
      (year == nil, Speech.say("--anno", "--year")),
      (named.isEmpty, Speech.say("--ufficio", "--office")),
    ].filter(\.0).map { "`\($0.1)`" }
    guard let name, let year, !named.isEmpty else {
      let list = missing.joined(separator: ", ")
      throw Failure(
        Phrase(it: "manca \(list)", en: "\(list) is missing"),
        help: Phrase(
          it:
            "per esempio `bilancio nuovo --comune \"Comune di Borgo\" --anno 2024 --ufficio Scuola`; "
            + "senza opzioni, in un terminale, lo chiede",
          en:
            "for example `bilancio new --municipality \"Comune di Borgo\" --year 2024 --office Schools`; "
            + "without options, in a terminal, it asks"), Speech.language)
    }
    guard Answers.years.contains(year) else {
      throw Failure(
        Phrase(
          it: "l'anno va da \(Answers.years.lowerBound) a \(Answers.years.upperBound)",
          en: "the year is from \(Answers.years.lowerBound) to \(Answers.years.upperBound)"),
        Speech.language)
    }
    return Answers(municipality: name, year: year, offices: named)
  }
}

/// What a beginning must know.
struct Answers {
  let municipality: AnsweredText
  let year: Int
  let offices: [AnsweredText]

  static let years = 1990...2200
}
