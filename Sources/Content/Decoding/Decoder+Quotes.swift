import Diagnostics
import YAMLTree

/// What an author of a text without quotes may not have meant, though YAML reads it.
extension Decoder {
  /// What stands behind a text on its line and is no part of it for YAML.
  mutating func reportComment(behind scalar: YAMLScalar) {
    if let cutOff = scalar.cutOff {
      report(
        Diagnostic(
          .wrongType,
          Phrase(
            it: "da qui in poi il testo non si legge: dopo uno spazio `#` comincia un commento",
            en: "from here on the text is not read: after a space `#` begins a comment"),
          help: Phrase(it: "metti il testo tra virgolette", en: "put the text in quotes"),
          at: cutOff))
    } else if let comment = scalar.comment, !isMarked(scalar) {
      report(
        Diagnostic(
          .commentBeside,
          Phrase(
            it: "da `#` in poi è un commento, e nelle pagine non si vede",
            en: "from `#` on this is a comment, and is not seen on any page"),
          help: Phrase(
            it: "se fa parte del testo, metti tutto tra virgolette; se è una nota per te, "
              + "scrivila su una riga sua",
            en: "if it is a part of the text, put all of it in quotes; if it is a note of yours, "
              + "write it on a line of its own"), at: comment, severity: .hint))
    }
  }

  private static let curly: [Character: Character] = ["“": "”", "„": "”", "‘": "’"]

  /// Quotes that a word processor made of those that enclose a text, and that readers would see.
  mutating func reportCurlyQuotes(around scalar: YAMLScalar) {
    guard scalar.style == .plain, let first = scalar.text.first,
      let last = Decoder.curly[first], scalar.text.last == last, scalar.text.count > 2
    else { return }
    report(
      Diagnostic(
        .curlyQuotes,
        Phrase(
          it: "le virgolette `\(first)` `\(last)` si vedranno nelle pagine: fanno parte del testo",
          en:
            "the quotes `\(first)` `\(last)` will be seen on the pages: they are a part of the text"
        ),
        help: Phrase(
          it: "se non le vuoi, toglile; se le vuoi, racchiudi tutto tra virgolette dritte: "
            + "`\"\(first)…\(last)\"`",
          en:
            "if you do not want them, remove them; if you do, enclose all of it in straight quotes: "
            + "`\"\(first)…\(last)\"`"), at: scalar.place, severity: .hint))
  }

  private static let bullets: Set<Character> = [
    "–", "—", "•", "·", "▪", "❖", "●", "○", "■", "◦", "‣", "-",
  ]

  /// Entries that begin with a bullet of a word processor, or with a hyphen and no space: YAML puts
  /// their lines together to one text.
  ///
  /// - Returns: whether they do.
  mutating func reportBullets(in scalar: YAMLScalar) -> Bool {
    guard scalar.style == .plain, let bullet = scalar.text.first, Decoder.bullets.contains(bullet),
      scalar.text.dropFirst().first(where: { $0 != " " && $0 != "\t" })?.isNumber == false
    else { return false }
    let words = scalar.text.dropFirst().drop { $0 == " " || $0 == "\t" }
    let entry = words.prefix { !Decoder.bullets.contains($0) || $0 == "-" }.prefix(40)
    report(
      Diagnostic(
        .wrongType,
        bullet == "-"
          ? Phrase(
            it: "dopo il trattino di una voce serve uno spazio",
            en: "after the hyphen of an entry a space is needed")
          : Phrase(
            it: "una voce di un elenco comincia con un trattino, non con `\(bullet)`",
            en: "an entry of a list begins with a hyphen, not with `\(bullet)`"),
        help: Phrase(
          it: "scrivi ogni voce su una riga sua, dopo `- `: `- \(Decoder.firstWords(of: entry))`",
          en:
            "write every entry on a line of its own, after `- `: `- \(Decoder.firstWords(of: entry))`"
        ),
        at: scalar.place))
    return true
  }

  private static func firstWords(of entry: Substring.SubSequence) -> String {
    let end = entry.firstRange(of: " -")?.lowerBound ?? entry.endIndex
    var words = entry[..<end]
    while words.last?.isWhitespace == true { words = words.dropLast() }
    return String(words)
  }
}
