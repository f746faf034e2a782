import Diagnostics

extension YAMLFault {
  /// A text that begins with a sign that has a meaning in YAML.
  static func sign(_ sign: String, _ line: YAMLLine, at place: Range<Int>? = nil) -> YAMLFault {
    let start = line.value.lowerBound
    let corrected = line.corrected(Quoting.quoted(line.source.text(line.text)))
    return YAMLFault(
      cannotBegin(with: sign),
      help: Phrase(
        it: "metti il testo tra virgolette: `\(corrected)`",
        en: "put the text in quotes: `\(corrected)`"),
      at: place ?? start..<start + sign.utf8.count)
  }

  /// The same at any place of a document, where it may be an entry of a list in brackets.
  static func sign(_ sign: String, in source: YAMLSource, at start: Int) -> YAMLFault {
    let line = YAMLLine(source, from: source.lineStart(start))
    if line.value.lowerBound == start {
      return sign == "!" && line.begins(value: "!!") ? .type(line) : .sign(sign, line)
    }
    return YAMLFault(
      cannotBegin(with: sign),
      help: Phrase(it: "metti il testo tra virgolette", en: "put the text in quotes"),
      at: start..<start + sign.utf8.count)
  }

  private static func cannotBegin(with sign: String) -> Phrase {
    sign == "`"
      ? Phrase(
        it: "un testo non può cominciare con un accento grave",
        en: "a text cannot begin with a grave accent")
      : Phrase(
        it: "un testo non può cominciare con `\(sign)`", en: "a text cannot begin with `\(sign)`")
  }

  /// A line that begins with `%` is a word to the parser itself.
  static func directive(_ line: YAMLLine) -> YAMLFault {
    YAMLFault(
      Phrase(it: "una riga non può cominciare con `%`", en: "a line cannot begin with `%`"),
      help: Phrase(
        it:
          "se continua un testo, rientrala sotto il suo campo; se è una direttiva di YAML, toglila",
        en: "if it goes on with a text, indent it below its field; if it is a directive of YAML, "
          + "remove it"), at: line.content..<line.content + 1)
  }

  /// `<<: *base`, with which YAML would copy fields from elsewhere.
  static func merge(_ line: YAMLLine) -> YAMLFault {
    YAMLFault(
      Phrase(
        it: "ancore e rimandi di YAML (`&nome`, `*nome`) non si usano qui",
        en: "anchors and aliases of YAML (`&name`, `*name`) are not used here"),
      help: Phrase(
        it: "togli `<<:` e scrivi i campi per intero", en: "remove `<<:` and write the fields out"),
      at: line.bytes.lowerBound + line.indent..<line.bytes.upperBound)
  }

  /// `!!str`, a type of YAML's own.
  static func type(_ line: YAMLLine) -> YAMLFault {
    let start = line.value.lowerBound
    let word = line.source.text(line.value).prefix { $0 != " " }
    return YAMLFault(
      Phrase(
        it: "i tipi di YAML (`\(word)`) qui non si usano",
        en: "types of YAML (`\(word)`) are not used here"),
      help: Phrase(
        it: "toglilo: ogni valore è letto come lo vuole il suo campo",
        en: "remove it: every value is read as its field wants it"),
      at: start..<start + word.utf8.count)
  }

  /// `titolo: - Una`, where a list or a text may have been meant, and `valore: -`.
  static func hyphen(_ line: YAMLLine) -> YAMLFault {
    let start = line.value.lowerBound
    let rest = line.source.text(line.text).dropFirst().drop { $0 == " " }
    let name = line.key.map { line.source.text($0) } ?? ""
    guard !rest.isEmpty else {
      return YAMLFault(
        Phrase(it: "un trattino da solo non è un valore", en: "a hyphen alone is no value"),
        help: Phrase(
          it: "se il valore manca, dopo `\(name):` non scrivere niente, oppure togli la riga",
          en: "if there is no value, write nothing after `\(name):`, or remove the line"),
        at: start..<start + 1)
    }
    let corrected = line.corrected(Quoting.quoted(line.source.text(line.text)))
    return YAMLFault(
      Phrase(
        it: "dopo `\(name):` un testo non può cominciare con un trattino",
        en: "after `\(name):` a text cannot begin with a hyphen"),
      help: Phrase(
        it: "metti il testo tra virgolette: `\(corrected)`; se è un elenco, comincia ogni voce "
          + "su una riga sua, sotto `\(name):`",
        en: "put the text in quotes: `\(corrected)`; if it is a list, begin every entry on a line "
          + "of its own, below `\(name):`"),
      at: start..<start + 1)
  }

  /// `titolo: > Una`: after the sign of a long text its words begin on the line below.
  static func blockHeader(_ line: YAMLLine) -> YAMLFault {
    let start = line.value.lowerBound
    let sign = line.source.text(start..<start + 1)
    let name = line.key.map { "`\(line.source.text($0)): |`" } ?? "`|`"
    let corrected = line.corrected(Quoting.quoted(line.source.text(line.text)))
    return YAMLFault(
      Phrase(
        it: "dopo `\(sign)` il testo non può stare sulla stessa riga",
        en: "after `\(sign)` no text can stand on the same line"),
      help: Phrase(
        it:
          "se `\(sign)` fa parte del testo, mettilo tra virgolette: `\(corrected)`; un testo lungo "
          + "comincia sotto \(name), rientrato",
        en:
          "if `\(sign)` is a part of the text, put it in quotes: `\(corrected)`; a long text begins "
          + "below \(name), indented"),
      at: start..<start + 1)
  }

  /// A colon that would make a second field of a part of a text.
  ///
  /// - Parameters:
  ///   - colon: its place.
  ///   - text: what goes between quotes.
  static func colon(_ line: YAMLLine, at colon: Int) -> YAMLFault {
    let text = line.source.text(line.text)
    let isLast = colon + 1 == line.text.upperBound
    if let marks = curlyQuotes(around: text) {
      let corrected = line.corrected(Quoting.quoted(marks.inner))
      let start = line.text.lowerBound
      return YAMLFault(
        Phrase(
          it: "le virgolette `\(marks.open)` `\(marks.close)` qui sono lettere come le altre, e un "
            + "testo con `:` vuole quelle dritte",
          en:
            "the quotes `\(marks.open)` `\(marks.close)` are letters like others here, and a text "
            + "with `:` needs straight ones"),
        help: Phrase(it: "scrivi `\(corrected)`", en: "write `\(corrected)`"),
        at: start..<start + marks.open.utf8.count)
    }
    let corrected = line.corrected(Quoting.quoted(text))
    return YAMLFault(
      isLast
        ? Phrase(
          it: "un testo non può finire con i due punti", en: "a text cannot end with a colon")
        : Phrase(
          it: "qui i due punti non possono stare così", en: "a colon cannot stand here like this"),
      help: isLast
        ? Phrase(
          it: "mettilo tra virgolette: `\(corrected)`", en: "put it in quotes: `\(corrected)`")
        : Phrase(
          it: "un testo che contiene `: ` va tra virgolette: `\(corrected)`",
          en: "a text that contains `: ` goes in quotes: `\(corrected)`"),
      at: colon..<colon + 1)
  }

  /// A colon on a later line of a text that began without quotes.
  static func colon(_ line: YAMLLine, below field: YAMLLine) -> YAMLFault {
    let colon = line.colon
    let name = field.key.map { field.source.text($0) }
    return YAMLFault(
      Phrase(
        it: "qui i due punti non possono stare così", en: "a colon cannot stand here like this"),
      help: name.map {
        Phrase(
          it: "dopo `\($0):` metti `|`, e comincia il testo sulla riga sotto, rientrato",
          en: "put `|` after `\($0):`, and begin the text on the line below, indented")
      }
        ?? Phrase(
          it: "un testo che contiene `: ` va tra virgolette",
          en: "a text that contains `: ` goes in quotes"),
      at: colon..<colon + 1)
  }

  private static let pairs: [(Character, Set<Character>)] = [
    ("“", ["”", "“"]), ("„", ["”", "“"]), ("”", ["”"]), ("‘", ["’"]), ("‚", ["’", "‘"]),
    ("«", ["»"]), ("‹", ["›"]),
  ]

  /// The typographic quotes that a text begins and ends with.
  static func curlyQuotes(around text: String) -> (open: String, close: String, inner: String)? {
    guard let first = text.first, let last = text.last, text.count > 2,
      let pair = pairs.first(where: { $0.0 == first }), pair.1.contains(last)
    else { return nil }
    let inner = text.dropFirst().dropLast()
    // `“Uno” e “due”` is not one text between quotes.
    guard !inner.contains(first), !inner.contains(last) || last == "’" else { return nil }
    return (String(first), String(last), String(inner))
  }
}
