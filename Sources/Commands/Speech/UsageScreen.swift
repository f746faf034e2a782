import Diagnostics

/// The parser's help with its own few words in the user's language; the others are ours already.
enum UsageScreen {
  static func text(_ help: String, in language: Language) -> String {
    var lines = help.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    for index in lines.indices {
      var line = lines[index]
      if let heading = headings.first(where: { line.hasPrefix($0.english) }) {
        line = heading.ours.text(in: language) + line.dropFirst(heading.english.count)
      }
      if let found = line.firstMatch(of: /See 'bilancio help (?:.*)' for detailed help\./) {
        line.replaceSubrange(
          found.range,
          with: Phrase(
            it: "Per saperne di più: `bilancio aiuto COMANDO`.",
            en: "For more: `bilancio help COMMAND`."
          ).text(in: language))
      }
      for sentence in sentences where line.hasSuffix(sentence.english) {
        line = line.dropLast(sentence.english.count) + sentence.ours.text(in: language)
      }
      line = line.replacing("(default: ", with: say("(se non lo dici: ", "(default: ", language))
      line = line.replacing("; default: ", with: say("; se non lo dici: ", "; default: ", language))
      line = line.replacing("(default:", with: say("(se non lo dici:", "(default:", language))
      line = line.replacing("; default:", with: say("; se non lo dici:", "; default:", language))
      line = line.replacing("(values: ", with: say("(uno di: ", "(one of: ", language))
      line = line.replacing("(values:", with: say("(uno di:", "(one of:", language))
      lines[index] = placeholders(line, language)
    }
    return lines.joined(separator: "\n")
  }

  private static func say(_ italian: String, _ english: String, _ language: Language) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  /// The parser's names for what stands for something else.
  static func placeholders(_ text: String, _ language: Language) -> String {
    text.replacing("<subcommand>", with: say("<comando>", "<command>", language))
      .replacing("[<options>]", with: say("[<opzioni>]", "[<options>]", language))
      .replacing("<options>", with: say("<opzioni>", "<options>", language))
  }

  private static let headings: [(english: String, ours: Phrase)] = [
    ("OVERVIEW: ", Phrase(it: "", en: "")),
    ("USAGE: ", Phrase(it: "USO: ", en: "USAGE: ")),
    ("ARGUMENTS:", Phrase(it: "ARGOMENTI:", en: "ARGUMENTS:")),
    ("OPTIONS:", Phrase(it: "OPZIONI:", en: "OPTIONS:")),
    ("SUBCOMMANDS:", Phrase(it: "COMANDI:", en: "COMMANDS:")),
  ]

  private static let sentences: [(english: String, ours: Phrase)] = [
    ("Show the version.", Phrase(it: "Dice la versione.", en: "Tell the version.")),
    ("Show help information.", Phrase(it: "Spiega questo comando.", en: "Explain this command.")),
  ]
}
