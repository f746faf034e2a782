import Diagnostics

extension YAMLFault {
  static func mergeMarker(_ line: YAMLLine) -> YAMLFault {
    YAMLFault(
      Phrase(
        it: "qui git ha lasciato un segno di conflitto: il file ha due versioni di una parte",
        en: "git left a mark of a conflict here: the file has two versions of a part"),
      help: Phrase(
        it: "tieni la versione giusta, e togli l'altra e le righe `<<<<<<<`, `=======` e `>>>>>>>`",
        en: "keep the right version, and remove the other and the lines `<<<<<<<`, `=======` and "
          + "`>>>>>>>`"), at: line.bytes)
  }

  static func tab(at place: Range<Int>) -> YAMLFault {
    YAMLFault(
      Phrase(
        it: "qui c'è un tabulatore: il rientro si fa con gli spazi",
        en: "there is a tab here: indentation is made of spaces"),
      help: Phrase(it: "sostituiscilo con due spazi", en: "replace it with two spaces"), at: place)
  }

  /// A key whose colon has no space behind it, or one that does not count.
  static func glued(_ line: YAMLLine, _ key: Range<Int>) -> YAMLFault {
    line.hasHardSpace(after: key) ? hardSpace(line, key) : keyWithoutSpace(line, key)
  }

  private static func hardSpace(_ line: YAMLLine, _ key: Range<Int>) -> YAMLFault {
    let name = line.source.text(key)
    return YAMLFault(
      Phrase(
        it: "dopo `\(name):` c'è uno spazio speciale, che qui non vale",
        en: "after `\(name):` is a special space, which does not count here"),
      help: Phrase(it: "riscrivilo con la barra", en: "type it anew"), at: key)
  }

  private static func keyWithoutSpace(_ line: YAMLLine, _ key: Range<Int>) -> YAMLFault {
    let name = line.source.text(key)
    let rest = line.source.text(key.upperBound + 1..<line.bytes.upperBound)
    let corrected = (line.hyphens.isEmpty ? "" : "- ") + "\(name): \(Quoting.shortened(rest))"
    return YAMLFault(
      Phrase(it: "dopo `\(name):` serve uno spazio", en: "after `\(name):` a space is needed"),
      help: Phrase(it: "scrivi `\(corrected)`", en: "write `\(corrected)`"), at: key)
  }

  /// `-voce`, or a bullet that is no hyphen.
  static func bullet(_ line: YAMLLine, _ bullet: String) -> YAMLFault {
    let rest = line.source.text(line.content + bullet.utf8.count..<line.bytes.upperBound)
    let corrected = "- " + Quoting.shortened(String(rest.drop(while: \.isWhitespace)))
    let isHyphen = bullet == "-"
    return YAMLFault(
      isHyphen
        ? Phrase(
          it: "dopo il trattino di una voce serve uno spazio",
          en: "after the hyphen of an entry a space is needed")
        : Phrase(
          it: "una voce di un elenco comincia con un trattino, non con `\(bullet)`",
          en: "an entry of a list begins with a hyphen, not with `\(bullet)`"),
      help: Phrase(it: "scrivi `\(corrected)`", en: "write `\(corrected)`"),
      at: line.content..<line.content + bullet.utf8.count)
  }

  /// A line that is neither a field nor an entry.
  ///
  /// - Parameter above: the field whose text it may go on with.
  static func missingColon(_ line: YAMLLine, below above: YAMLLine?) -> YAMLFault {
    let words = line.source.text(line.content..<line.bytes.upperBound)
    // Names of fields are in small letters; a line that begins otherwise goes on with a text.
    let name = words.prefix { $0.isLetter || $0 == "_" }
    let isInText = above?.isBlockHeader ?? false
    let isName = !isInText && name.count > 1 && name == name.lowercased()
    let rest = words.dropFirst(name.count).drop { " =;:\t".contains($0) }
    let proposed = "\(name): \(rest.isEmpty ? "…" : Quoting.shortened(String(rest)))"
    let field = above.flatMap { above in above.key.map { above.source.text($0) } }
    let continuing =
      field.map {
        Phrase(
          it: "se continua il testo di `\($0)`, rientrala sotto quel campo",
          en: "if it goes on with the text of `\($0)`, indent it below that field")
      }
      ?? Phrase(
        it: "un testo lungo più righe va rientrato sotto il suo campo, dopo `|`",
        en: "a text of several lines goes indented below its field, after `|`")
    return YAMLFault(
      Phrase(
        it: "in questa riga manca il nome di un campo seguito da `:`",
        en: "the name of a field followed by `:` is missing on this line"),
      help: Phrase(
        it: (isName ? "se `\(name)` è un campo, scrivi `\(proposed)`; " : "") + continuing.italian,
        en: (isName ? "if `\(name)` is a field, write `\(proposed)`; " : "") + continuing.english),
      at: line.content..<line.bytes.upperBound)
  }

  /// A line of a long text that stands further left than the lines above.
  static func outOfText(_ line: YAMLLine, _ field: YAMLLine, missing: Int) -> YAMLFault {
    let name = field.key.map { field.source.text($0) } ?? "-"
    return YAMLFault(
      Phrase(
        it: "questa riga è più a sinistra di quelle sopra, ed esce dal testo di `\(name)`",
        en: "this line stands further left than those above, and is outside the text of `\(name)`"),
      help: Phrase(
        it: "aggiungi \(missing == 1 ? "uno spazio" : "\(missing) spazi") davanti",
        en: "add \(missing == 1 ? "one space" : "\(missing) spaces") in front"),
      at: line.bytes.lowerBound + line.indent..<line.bytes.upperBound)
  }

  /// A field that stands further right than the one above, and would so go on with its text.
  static func deeper(_ line: YAMLLine, than above: YAMLLine) -> YAMLFault {
    let place = line.key ?? line.content..<line.content + 1
    let extra = line.content - line.bytes.lowerBound - above.column
    guard above.key != nil, extra > 0 else {
      return YAMLFault(
        Phrase(
          it: "questo campo sta sotto un testo che non è un campo",
          en: "this field stands below a text that is no field"),
        help: sameSpaces, at: place,
        note: (
          Phrase(it: "il testo è qui", en: "the text is here"),
          above.content..<above.bytes.upperBound
        ))
    }
    let name = above.key.map { above.source.text($0) } ?? ""
    // Three words or more may be a text that goes on.
    let isText = above.source.bytes[above.text].count { $0 == 0x20 } > 2
    return YAMLFault(
      Phrase(
        it: "questa riga è più a destra di quella sopra",
        en: "this line stands further right than the one above"),
      help: Phrase(
        it: "togli \(extra == 1 ? "uno spazio" : "\(extra) spazi") davanti: i campi dello stesso "
          + "livello stanno uno sotto l'altro"
          + (isText ? "; se continua il testo sopra, metti `|` dopo `\(name):` e vai a capo" : ""),
        en: "remove \(extra == 1 ? "one space" : "\(extra) spaces") in front: fields of one level "
          + "stand below one another"
          + (isText
            ? "; if it goes on with the text above, put `|` after `\(name):` and begin a new line"
            : "")), at: place)
  }

  /// A first field that stands further right than those below.
  static func firstTooFarRight(_ level: YAMLWalk.Level) -> YAMLFault {
    YAMLFault(
      Phrase(
        it: "questa riga è più a destra di quelle sotto",
        en: "this line stands further right than those below"),
      help: Phrase(
        it: level.column == 1 ? "togli lo spazio davanti" : "togli i \(level.column) spazi davanti",
        en: level.column == 1
          ? "remove the space in front" : "remove the \(level.column) spaces in front"),
      at: level.place)
  }

  /// A list below a field that has a text on its own line.
  static func listBelowText(_ line: YAMLLine, _ field: YAMLLine) -> YAMLFault {
    let name = field.key.map { field.source.text($0) } ?? ""
    let entry = "- " + Quoting.shortened(field.source.text(field.text))
    return YAMLFault(
      Phrase(
        it: "`\(name):` ha già un testo sulla sua riga, e sotto comincia un elenco",
        en: "`\(name):` has a text on its line already, and below it begins a list"),
      help: Phrase(
        it: "se è la prima voce, spostala sotto: `\(entry)`",
        en: "if it is the first entry, move it below: `\(entry)`"),
      at: (line.hyphens.first ?? line.content)..<(line.hyphens.first ?? line.content) + 1,
      note: (Phrase(it: "il testo è qui", en: "the text is here"), field.text))
  }

  static let sameSpaces = Phrase(
    it: "metti i campi dello stesso livello uno sotto l'altro, con gli stessi spazi davanti",
    en: "put fields of one level below one another, with the same spaces in front")

  /// A line whose spaces agree with none above.
  ///
  /// - Parameter level: the nearest that it may have been meant for.
  static func indentation(_ line: YAMLLine, nearest level: YAMLWalk.Level?) -> YAMLFault {
    let place = line.bytes.lowerBound + line.indent
    let message = Phrase(
      it: "il rientro di questa riga non va d'accordo con quelle sopra",
      en: "this line's indentation does not agree with those above")
    let end = line.key?.upperBound ?? place + 1
    guard let level, level.column != line.indent else {
      return YAMLFault(message, help: sameSpaces, at: place..<end)
    }
    return YAMLFault(
      message,
      help: Phrase(
        it: "spazi davanti: qui \(line.indent), nella riga con cui va allineata \(level.column)",
        en: "spaces in front: \(line.indent) here, \(level.column) on the line to align it with"),
      at: place..<end,
      note: (Phrase(it: "allineala con questa", en: "align it with this"), level.place))
  }
}
