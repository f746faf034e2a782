import ArgumentParser
import Diagnostics

/// What a report is made of, for every command that reads one.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .named("content", "testi"),
    help: .words(
      "La cartella dei testi; se non la dici, `content` qui o in una cartella più su.",
      "The folder of the texts; where it is not said, `content` here or in a folder above.",
      value: ("cartella", "folder")))
  var statedContent: String?

  @Option(
    name: .named("theme", "tema"),
    help: .words(
      "Il tema: un nome in `themes/`, uno di quelli del programma, o una cartella.",
      "The theme: a name in `themes/`, one of the program's, or a folder.",
      value: ("tema", "theme")))
  var theme: String?

  @Option(
    name: .named("language", "lingua"),
    help: .words(
      "La lingua dei messaggi: it o en.", "The language of messages: it or en.",
      value: ("lingua", "language")))
  var language: Language?

  /// The language that was asked for, else the locale's, if it is one of ours.
  var statedLanguage: Language? { language ?? Speech.locale }

  /// Where the texts are looked for, and what is made of them goes.
  var project: ProjectFolder { statedContent == nil ? .around() : .here }
}

/// The language, for commands that read no report.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .named("language", "lingua"),
    help: .words(
      "La lingua di messaggi e file: it o en.", "The language of messages and files: it or en.",
      value: ("lingua", "language")))
  var language: Language?
}

/// One edition out of several, for commands that may leave the others out.
struct EditionOptions: ParsableArguments {
  @Option(
    name: .named("edition", "edizione"),
    help: .words(
      "Solo l'edizione di quest'anno, o con questo `id`; le altre non saranno nel sito.",
      "Only the edition of this year, or with this `id`; the others will not be on the site.",
      value: ("anno", "year")))
  var edition: String?
}

extension NameSpecification {
  /// The names of an option in both languages, the user's first: usage lines and errors show that one.
  static func named(_ english: String, _ italian: String, short: Character? = nil)
    -> NameSpecification
  {
    let pair =
      english == italian ? [english] : [Speech.say(italian, english), Speech.say(english, italian)]
    var names = pair.map { Element.customLong($0) }
    if let short { names.insert(.customShort(short), at: 0) }
    return NameSpecification(names)
  }
}

extension ArgumentHelp {
  /// What an option is for, and what stands for its value, in both languages.
  static func words(
    _ italian: String, _ english: String, value: (italian: String, english: String)? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(
      Speech.say(italian, english),
      valueName: value.map { Speech.say($0.italian, $0.english) })
  }
}

extension CommandConfiguration {
  /// A command by its names in both languages, the user's first.
  init(
    named english: String, _ italian: String, abstract: String, discussion: String,
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: Speech.say(italian, english), abstract: abstract, discussion: discussion,
      subcommands: subcommands, defaultSubcommand: defaultSubcommand,
      aliases: english == italian ? [] : [Speech.say(english, italian)])
  }
}

extension Language: ExpressibleByArgument {}
