import ArgumentParser
import Diagnostics
import Files

/// `bilancio manual`: the pages of the manual, which came with the program.
struct ManualCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "manual", "manuale",
      abstract: Speech.say(
        "Dice che pagine ha il manuale e dove sono, o ne mostra una.",
        "Tells the pages of the manual and where they are, or shows one."),
      discussion: Speech.say(
        """
        Il manuale è arrivato con il programma e si legge anche senza rete. Esempio:

          bilancio manuale scrivere
        """,
        """
        The manual came with the program and is read without a network too. It is in Italian. Example:

          bilancio manual scrivere
        """))
  }

  @Argument(
    help: .words(
      "La pagina da mostrare.", "The page to show.", value: ("pagina", "page")))
  var page: String?

  @OptionGroup var speech: LanguageOption

  func run() async throws {
    guard let manual = Installation.own?.manual, FileSystem.status(manual)?.kind == .folder else {
      throw Failure(
        Phrase(
          it: "il manuale non è accanto al programma", en: "the manual is not beside the program"),
        help: Phrase(it: "installa di nuovo il programma", en: "install the program again"),
        Speech.language)
    }
    let pages = try ManualCommand.pages(in: manual)
    guard let page else {
      return Terminal.output(try ManualCommand.list(pages, in: manual))
    }
    let name = Path.ending(of: page) == "md" ? Path.withoutEnding(page) : page
    guard pages.contains(name) else {
      throw Failure(
        Phrase(
          it: "il manuale non ha la pagina `\(name)`", en: "the manual has no page `\(name)`"),
        help: NearMiss.help(for: name, among: pages)
          ?? Phrase(
            it: "le pagine sono: \(pages.joined(separator: ", "))",
            en: "the pages are: \(pages.joined(separator: ", "))"), Speech.language)
    }
    Terminal.output(try ManualCommand.text(name, in: manual))
  }

  private static func pages(in folder: String) throws(FileError) -> [String] {
    try FileSystem.names(in: folder).filter { Path.ending(of: $0) == "md" }
      .map(Path.withoutEnding)
  }

  private static func text(_ page: String, in folder: String) throws(FileError) -> String {
    String(decoding: try FileSystem.read(Path.join(folder, page + ".md")), as: UTF8.self)
  }

  /// Each page with its title.
  private static func list(_ pages: [String], in folder: String) throws(FileError) -> String {
    let width = (pages.map(\.count).max() ?? 0) + 2
    var lines = [Speech.say("Il manuale è in \(folder):", "The manual is in \(folder):"), ""]
    for page in pages {
      let title = try text(page, in: folder).prefix { !$0.isNewline }.drop { "# ".contains($0) }
      lines.append("  " + page + String(repeating: " ", count: width - page.count) + title)
    }
    lines += [
      "",
      Speech.say(
        "Per leggere una pagina: `bilancio manuale scrivere`.",
        "To read a page: `bilancio manual scrivere`. The manual is in Italian."),
    ]
    return lines.joined(separator: "\n")
  }
}
