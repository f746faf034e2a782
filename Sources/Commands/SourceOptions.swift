import ArgumentParser
import Diagnostics

/// What a report is made of, for every command that reads one.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .named("content", "testi"),
    help: ArgumentHelp(
      Speech.say(
        "La cartella dei testi; se non la dici, `content` qui o in una cartella più su.",
        "The folder of the texts; where it is not said, `content` here or in a folder above."),
      valueName: Speech.say("cartella", "folder")))
  var statedContent: String?

  @Option(
    name: .named("theme", "tema"),
    help: ArgumentHelp(
      Speech.say(
        "Il tema: un nome in `themes/`, uno di quelli del programma, o una cartella.",
        "The theme: a name in `themes/`, one of the program's, or a folder."),
      valueName: Speech.say("tema", "theme")))
  var theme: String?

  @Option(
    name: .named("language", "lingua"),
    help: ArgumentHelp(
      Speech.say("La lingua dei messaggi: it o en.", "The language of messages: it or en."),
      valueName: Speech.say("lingua", "language")))
  var language: Language?

  /// The language that was asked for, else the locale's, if it is one of ours.
  var statedLanguage: Language? { language ?? Speech.locale }

  /// Where the texts are looked for, and what is made of them goes.
  var project: ProjectFolder { statedContent == nil ? .around() : .here }
}

/// One edition out of several, for commands that may leave the others out.
struct EditionOptions: ParsableArguments {
  @Option(
    name: .named("edition", "edizione"),
    help: ArgumentHelp(
      Speech.say(
        "Solo l'edizione di quest'anno, o con questo `id`; le altre non saranno nel sito.",
        "Only the edition of this year, or with this `id`; the others will not be on the site."),
      valueName: Speech.say("anno", "year")))
  var edition: String?
}

extension NameSpecification {
  /// The names of an option in both languages.
  static func named(_ english: String, _ italian: String, short: Character? = nil)
    -> NameSpecification
  {
    var names: [Element] = [.customLong(english), .customLong(italian)]
    if let short { names.insert(.customShort(short), at: 0) }
    return NameSpecification(names)
  }
}

extension Language: ExpressibleByArgument {}
