import Diagnostics

/// The language of the command line itself: of help, of usage errors, of what no text has a say in.
enum Speech {
  /// The language that was asked for, else the locale's, else Italian.
  static let language = stated(in: CommandLine.arguments) ?? locale ?? .italian

  static func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  /// The locale's language, where it is one of ours.
  static var locale: Language? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = Terminal.environment(name), !value.isEmpty else { continue }
      return Language(rawValue: String(value.prefix(2)))
    }
    return nil
  }

  static let options = ["--language", "--lingua"]

  /// What an option says, which may stand before anything was understood of the rest.
  static func stated(in arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      for option in options {
        if argument == option, index + 1 < arguments.count {
          return Language(rawValue: arguments[index + 1])
        }
        if argument.hasPrefix(option + "=") {
          return Language(rawValue: String(argument.dropFirst(option.count + 1)))
        }
      }
    }
    return nil
  }
}
