import Diagnostics

/// What the argument parser says of a wrong call, in words of ours.
///
/// The parser makes English sentences of errors that nobody outside can see; so its sentences are read
/// here, the only place that knows them, and a test has one call for each.
struct UsageError {
  /// The commands that were understood, `bilancio check`.
  private let command: String
  private let names: [String]
  private let innerNames: [String]
  private let stray: (option: String, near: String?)?
  private let kinds: Bool

  /// - Parameters:
  ///   - command: the command that was called, as far as it was understood.
  ///   - names: those of all commands, for near misses.
  ///   - innerNames: those of the commands within that one.
  ///   - stray: an option that the command has not, and the one that may have been meant.
  ///   - kinds: whether the commands within it are kinds of records, which people call by many words.
  init(
    command: String, names: [String], innerNames: [String],
    stray: (option: String, near: String?)? = nil, kinds: Bool = false
  ) {
    self.kinds = kinds
    self.command = command
    self.names = names
    self.innerNames = innerNames
    self.stray = stray
  }

  /// The whole of what is printed, from what the parser would print.
  func text(_ message: String, in language: Language) -> String {
    let lines = message.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map(String.init)
    let first = lines.first ?? ""
    var words = first.hasPrefix("Error: ") ? String(first.dropFirst(7)) : first
    // A message of several lines is the parser's only where it says "or".
    var rest = lines.dropFirst()
    while let line = rest.first, !line.hasPrefix("Help:"), !line.hasPrefix("Usage:") {
      words += "\n" + line
      rest = rest.dropFirst()
    }
    while words.last?.isWhitespace == true { words.removeLast() }
    let (phrase, help) = sentence(words)
    let failure = Failure(phrase, help: help, language)
    let usage = rest.first { $0.hasPrefix("Usage: ") }.map { String($0.dropFirst(7)) }
    let closing = Phrase(
      it: usage.map { "  uso: \($0)\n" } ?? "", en: usage.map { "  usage: \($0)\n" } ?? "")
    return failure.text + "\n" + UsageScreen.placeholders(closing.text(in: language), language)
      + Phrase(it: "  di più: \(command) --help", en: "  more: \(command) --help").text(
        in: language)
  }

  /// The names in the user's language, which stand first.
  private var own: ArraySlice<String> { names.prefix(names.count / 2) }

  private var isRoot: Bool { !command.contains(" ") }

  private func sentence(_ words: String) -> (message: Phrase, help: Phrase?) {
    if let found = words.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return unexpected(String(found.1))
    }
    if let found = words.wholeMatch(of: /(\d+) unexpected arguments: '(.*)'/) {
      let first = found.2.firstRange(of: "', '").map { found.2[..<$0.lowerBound] } ?? found.2
      return unexpected(String(first))
    }
    if let found = words.prefixMatch(of: /Unknown option '([^']*)'(?:\. Did you mean '([^']*)'\?)?/)
    {
      return unknown(String(found.1), near: found.2.map(String.init))
    }
    if let found = words.wholeMatch(of: /Missing value for '(.*)'/) {
      return (
        Phrase(it: "dopo `\(found.1)` manca il valore", en: "the value of `\(found.1)` is missing"),
        nil
      )
    }
    if let found = words.wholeMatch(
      of: /The option '(.*)' does not take any value, but '(.*)' was specified\./)
    {
      return (
        Phrase(
          it: "`\(found.1)` non vuole un valore, e qui c'è `\(found.2)`",
          en: "`\(found.1)` takes no value, and here is `\(found.2)`"), nil
      )
    }
    if let found = words.wholeMatch(of: /Missing expected argument '(.*)'/) {
      if let stray { return unknown(stray.option, near: stray.near) }
      return (
        Phrase(
          it: "manca `\(UsageScreen.placeholders(String(found.1), .italian))`",
          en: "`\(UsageScreen.placeholders(String(found.1), .english))` is missing"), nil
      )
    }
    if let found = words.prefixMatch(of: /The value '(.*)' is invalid for '([^']*)'/) {
      return invalid(String(found.1), String(found.2), rest: words[found.range.upperBound...])
    }
    if let found = words.wholeMatch(
      of: /Value to be set with flag '(.*)' had already been set with flag '(.*)'/)
    {
      return (
        Phrase(
          it: "`\(found.1)` e `\(found.2)` non stanno insieme",
          en: "`\(found.1)` and `\(found.2)` do not go together"), nil
      )
    }
    if let found = words.wholeMatch(of: /Invalid option: (.*)/) {
      return unknown(String(found.1), near: nil)
    }
    if words.contains("completion scripts") || words.contains("supported shell") {
      return (
        Phrase(
          it: "per quale programma di comandi servono i completamenti?",
          en: "for which shell are the completions?"),
        Phrase(it: "`zsh`, `bash` o `fish`", en: "`zsh`, `bash` or `fish`")
      )
    }
    // What is left are sentences of ours.
    return (Phrase(it: words, en: words), nil)
  }

  private func unexpected(_ word: String) -> (Phrase, Phrase?) {
    if !isRoot, !innerNames.isEmpty {
      return (
        Phrase(
          it: "`\(command)` non sa che cosa è `\(word)`",
          en: "`\(command)` does not know what `\(word)` is"),
        (kinds ? SpokenKind.help(for: word) : nil) ?? NearMiss.help(for: word, among: innerNames)
          ?? Phrase(
            it: "dopo può venire: \(innerNames.joined(separator: ", "))",
            en: "what may follow: \(innerNames.joined(separator: ", "))")
      )
    }
    guard isRoot else {
      return (
        Phrase(it: "`\(word)` è di troppo", en: "`\(word)` is one word too many"),
        Phrase(
          it: "un nome con spazi va tra virgolette", en: "a name with spaces goes in quotes")
      )
    }
    return (
      Phrase(it: "non c'è un comando `\(word)`", en: "there is no command `\(word)`"),
      NearMiss.help(for: word, among: names)
        ?? Phrase(
          it: "i comandi sono: \(own.joined(separator: ", "))",
          en: "the commands are: \(own.joined(separator: ", "))")
    )
  }

  private func unknown(_ option: String, near: String?) -> (Phrase, Phrase?) {
    if [" publish", " pubblica", " close", " chiudi"].contains(where: { command.hasSuffix($0) }),
      ["--edition", "--edizione"].contains(option)
    {
      return (
        Phrase(
          it:
            "`\(option)` qui non c'è: si pubblica tutto il sito, se no le altre edizioni sparirebbero",
          en:
            "there is no `\(option)` here: the whole site is published, or other editions would vanish"
        ),
        nil
      )
    }
    return (
      Phrase(
        it: "`\(command)` non ha l'opzione `\(option)`",
        en: "`\(command)` has no option `\(option)`"),
      near.map { Phrase(it: "forse intendevi `\($0)`", en: "did you mean `\($0)`") }
    )
  }

  /// A value that its option cannot take, and those it can.
  private func invalid(_ value: String, _ option: String, rest: Substring) -> (Phrase, Phrase?) {
    let name = UsageScreen.placeholders(option, .italian)
    let choices = rest.matches(of: /'([^']*)'/).map { "`\($0.1)`" }
    let list =
      rest.contains("one of the following")
      ? rest.split(whereSeparator: \.isNewline).dropFirst().map {
        "`\($0.drop { " -".contains($0) })`"
      }
      : choices
    return (
      Phrase(
        it: "`\(value)` non va bene per `\(name)`",
        en: "`\(value)` will not do for `\(UsageScreen.placeholders(option, .english))`"),
      list.isEmpty
        ? nil
        : Phrase(
          it: "può essere: \(list.joined(separator: ", "))",
          en: "it can be: \(list.joined(separator: ", "))")
    )
  }
}
