import Diagnostics

/// libyaml's words for a mistake, in words for someone who has never seen YAML.
struct YAMLExplanation {
  let message: Phrase
  let help: Phrase?

  /// - Parameters:
  ///   - lines: the lines of the problem and of what it is a part of.
  ///   - next: the byte at the problem.
  init(_ problem: String, lines: [Substring], next: UInt8?) {
    let values = lines.map(YAMLExplanation.value)
    if next == 0x09 || problem.contains("tab") {
      message = Phrase(
        it: "qui c'è un tabulatore: il rientro si fa con gli spazi",
        en: "there is a tab here: indentation is made of spaces")
      help = Phrase(it: "sostituiscilo con due spazi", en: "replace it with two spaces")
    } else if let key = lines.compactMap(YAMLExplanation.keyBeforeHardSpace).first {
      message = Phrase(
        it: "dopo `\(key):` c'è uno spazio speciale, che qui non vale",
        en: "after `\(key):` is a special space, which does not count here")
      help = Phrase(it: "riscrivilo con la barra", en: "type it anew")
    } else if let quote = values.compactMap(YAMLExplanation.brokenQuote).first {
      message = Phrase(
        it: "dentro un testo tra `\(quote)` c'è un altro `\(quote)`",
        en: "inside a text between `\(quote)` there is another `\(quote)`")
      help =
        quote == "'"
        ? Phrase(
          it: "racchiudi il testo tra virgolette doppie: \"l'anagrafe\"",
          en: "enclose the text in double quotes: \"l'anagrafe\"")
        : Phrase(
          it: "racchiudi il testo tra apici: 'Ufficio \"scuola\"'",
          en: "enclose the text in single quotes: 'Ufficio \"scuola\"'")
    } else if let sign = values.compactMap(YAMLExplanation.openingSign).first {
      message = Phrase(
        it: "un testo non può cominciare con `\(sign)`", en: "a text cannot begin with `\(sign)`")
      help = Phrase(it: "metti il testo tra virgolette", en: "put the text in quotes")
    } else if let key = lines.compactMap(YAMLExplanation.keyWithoutSpace).first {
      message = Phrase(
        it: "dopo `\(key):` serve uno spazio", en: "after `\(key):` a space is needed")
      help = nil
    } else if problem.contains("mapping values are not allowed"),
      lines.last.map(YAMLExplanation.isField) == true
    {
      message = Phrase(
        it: "questa riga è più a destra di quella sopra",
        en: "this line stands further right than the one above")
      help = YAMLExplanation.sameSpaces
    } else if problem.contains("mapping values are not allowed") {
      message = Phrase(
        it: "qui i due punti non possono stare così",
        en: "a colon cannot stand here like this")
      help = Phrase(
        it: "un testo che contiene `: ` va tra virgolette",
        en: "a text that contains `: ` goes in quotes")
    } else if problem.contains("unexpected end of stream") {
      message = Phrase(
        it: "una virgoletta o una parentesi è aperta e non è chiusa",
        en: "a quote or a bracket is opened and not closed")
      help = Phrase(it: "chiudila", en: "close it")
    } else if problem.contains(YAMLExplanation.noColon) {
      // Names of fields are in small letters; a line that begins otherwise goes on with a text.
      let word =
        lines.first.map { $0.drop { $0 == " " }.prefix { $0.isLetter || $0 == "_" } } ?? ""
      let isName = !word.isEmpty && word == word.lowercased()
      message = Phrase(
        it: "in questa riga manca il nome di un campo seguito da `:`",
        en: "the name of a field followed by `:` is missing on this line")
      help = Phrase(
        it: (!isName ? "" : "se `\(word)` è un campo, scrivi `\(word): …`; ")
          + "un testo lungo più righe va rientrato sotto il suo campo, dopo `|`",
        en: (!isName ? "" : "if `\(word)` is a field, write `\(word): …`; ")
          + "a text of several lines goes indented below its field, after `|`")
    } else if problem.contains("did not find expected '-' indicator") {
      message = Phrase(
        it: "questa riga sta in un elenco e non comincia con `- `",
        en: "this line stands in a list and does not begin with `- `")
      help = Phrase(
        it: "metti `- ` davanti a ogni voce; gli altri campi della voce stanno sotto il suo primo",
        en: "put `- ` before every entry; its other fields go below its first one")
    } else if problem.contains("did not find expected key")
      || problem.contains("did not find expected <block end>")
      || problem.contains("block sequence entries are not allowed")
    {
      message = Phrase(
        it: "il rientro di questa riga non va d'accordo con quelle sopra",
        en: "this line's indentation does not agree with those above")
      help = YAMLExplanation.sameSpaces
    } else if problem.contains("did not find expected ',' or") {
      message = Phrase(
        it: "in un elenco tra parentesi manca una virgola o la parentesi di chiusura",
        en: "a list in brackets lacks a comma or its closing bracket")
      help = nil
    } else if problem.contains("cannot start any token") {
      message = Phrase(
        it: "un testo non può cominciare con questo carattere",
        en: "a text cannot begin with this character")
      help = Phrase(it: "metti il testo tra virgolette", en: "put the text in quotes")
    } else if problem.contains("unknown escape character") {
      message = Phrase(
        it: "tra virgolette doppie `\\` ha un significato speciale",
        en: "between double quotes `\\` has a special meaning")
      help = Phrase(it: "usa gli apici: '…'", en: "use single quotes: '…'")
    } else if problem.contains("undefined alias") {
      message = Phrase(
        it: "un testo che comincia con `*` va tra virgolette",
        en: "a text that begins with `*` goes in quotes")
      help = nil
    } else if problem.contains("another document") {
      message = Phrase(
        it: "dopo `---` comincia un secondo documento: in un file ce ne sta uno solo",
        en: "a second document begins after `---`: a file holds only one")
      help = nil
    } else {
      message = Phrase(
        it: "questo YAML non si legge (\(problem))", en: "this YAML cannot be read (\(problem))")
      help = nil
    }
  }

  private static let noColon = "could not find expected ':'"

  /// Whether the mistake is best told where what it is part of begins, not where its end is missed: at
  /// the opening quote or bracket, or on the line without a colon.
  static func isToldAtBeginning(_ problem: String) -> Bool {
    ["unexpected end of stream", "did not find expected ',' or", noColon]
      .contains { problem.contains($0) }
  }

  private static let sameSpaces = Phrase(
    it: "metti i campi dello stesso livello uno sotto l'altro, con gli stessi spazi davanti",
    en: "put fields of one level below one another, with the same spaces in front")

  /// What stands after the key, or after the hyphen, of a line.
  private static func value(_ line: Substring) -> Substring {
    var rest = line.drop { $0 == " " }
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2) }
    if let colon = rest.firstRange(of: ": ") { rest = rest[colon.upperBound...] }
    return rest.drop { $0 == " " }
  }

  /// The quote that a text begins with and that comes again before its end.
  private static func brokenQuote(_ value: Substring) -> Character? {
    guard let quote = value.first, quote == "'" || quote == "\"" else { return nil }
    var inner = value.dropFirst()
    while inner.last?.isWhitespace == true { inner = inner.dropLast() }
    guard inner.last == quote else { return inner.contains(quote) ? quote : nil }
    return inner.dropLast().contains(quote) ? quote : nil
  }

  /// A sign with a meaning in YAML, before what was meant as text.
  private static func openingSign(_ value: Substring) -> Character? {
    guard let sign = value.first, "*&!%@`".contains(sign) || value.contains("](") && sign == "["
    else { return nil }
    return sign
  }

  private static func keyWithoutSpace(_ line: Substring) -> String? {
    guard let (key, after) = field(line), let next = after.first else { return nil }
    return !next.isWhitespace && next != "/" ? String(key) : nil
  }

  private static func keyBeforeHardSpace(_ line: Substring) -> String? {
    guard let (key, after) = field(line), after.first == "\u{A0}" else { return nil }
    return String(key)
  }

  /// Whether a line has one field and nothing else with a colon.
  private static func isField(_ line: Substring) -> Bool {
    guard let (_, after) = field(line) else { return false }
    return !after.contains(": ")
  }

  /// A line's key, and what stands after its colon.
  private static func field(_ line: Substring) -> (key: Substring, after: Substring)? {
    let rest = line.drop { $0 == " " || $0 == "-" }
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let key = rest[..<colon]
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0 == "_" }) else { return nil }
    return (key, rest[rest.index(after: colon)...])
  }
}
