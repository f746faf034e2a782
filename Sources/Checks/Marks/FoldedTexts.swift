import Diagnostics

/// A text whose lines mean something keeps them.
enum FoldedTexts {
  static let rule = Rule(
    .foldedText, .warning, .marks,
    Phrase(
      it: "Un testo con elenchi, tabelle o più paragrafi va dopo `|`, non dopo `>`.",
      en: "A text with lists, tables or several paragraphs goes after `|`, not after `>`."),
    why: Phrase(
      it:
        "Con `>`, tra virgolette o senza segno le righe di un campo si uniscono: le voci di un elenco e "
        + "le righe di una tabella finiscono di seguito.",
      en:
        "With `>`, in quotes or without a sign the lines of a field are joined: the entries of a list and "
        + "the rows of a table run together."),
    source: "YAML 1.2.2, 8.1.3",
    wrong: [
      .fields(
        .objective,
        "premessa: ⟦>⟧\n  I rifiuti sono:\n  - la carta\n  - il vetro\n\n  | Anno | Chili |\n"
          + "  |---|---:|\n  | 2020 | 63 |"),
      .fields(.objective, "premessa: ⟦>-⟧\n  Primo paragrafo.\n  \n  Secondo paragrafo."),
      .fields(.objective, "premessa: ⟦>⟧\n  Le fasi:\n  1. la gara\n  2. i lavori"),
      .fields(.objective, "premessa: ⟦\"⟧I rifiuti sono:\n  - la carta\n  - il vetro\""),
      .fields(.objective, "premessa: ⟦P⟧rimo paragrafo.\n  \n  Secondo paragrafo."),
    ],
    right: [
      .fields(.objective, "premessa: >\n  Un paragrafo solo,\n  su due righe - con un trattino."),
      .fields(.objective, "premessa: |\n  I rifiuti:\n  - la carta\n  - il vetro"),
      .prose("> Una citazione\n> con\n\n- un elenco"),
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.texts.compactMap { text in
      guard !text.isPlain, let sign = sign(text, context) else { return nil }
      let isFolded = sign.hasPrefix(">")
      let start = text.field.place.bytes.lowerBound
      return Finding(
        Phrase(
          it: (isFolded ? "dopo `\(sign)`" : "in un testo così scritto")
            + " le righe si uniscono: elenchi, tabelle e paragrafi finiscono di seguito",
          en: (isFolded ? "after `\(sign)`" : "in a text written so")
            + " lines are joined: lists, tables and paragraphs run together"),
        help: isFolded
          ? Phrase(it: "scrivi `|` al posto di `>`", en: "write `|` instead of `>`")
          : Phrase(
            it: "scrivi `|` dopo i due punti e il testo sotto, rientrato, senza virgolette",
            en: "write `|` behind the colon and the text below, indented, without quotes"),
        at: SourceRange(
          file: text.field.place.file, bytes: start..<start + max(1, sign.utf8.count)))
    }
  }

  /// What a field begins with whose lines were joined though they mean something; nil for all others.
  static func sign(_ text: TextReading, _ context: TextContext) -> String? {
    let (field, place) = (text.field, text.field.place.bytes)
    let length = field.text.utf8.count
    // A text that stands in its file as it is was not folded.
    guard length > 0, let source = context.sources[field.place.file],
      place.count != length, place.upperBound <= source.text.utf8.count
    else { return nil }
    let raw = source.text.slice(utf8: place)
    guard let first = raw.utf8.first, first != UInt8(ascii: "|") else { return nil }
    var lines = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let opening = lines.removeFirst()
    guard !lines.isEmpty else { return nil }
    if first == UInt8(ascii: ">") {
      let sign = opening.prefix { !$0.isWhitespace }
      // A quotation in a text of several lines begins so as well.
      guard sign.dropFirst().allSatisfy({ "+-".contains($0) || $0.isNumber }) else { return nil }
      return loses(lines, after: nil) ? String(sign) : nil
    }
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    return loses(lines, after: opening) ? (isQuoted ? String(opening.prefix(1)) : "") : nil
  }

  /// Whether what some lines mean is lost when they are joined.
  private static func loses(_ lines: [Substring], after opening: Substring?) -> Bool {
    let indentation = lines.lazy.filter { !isBlank($0) }.map(indentation).min() ?? 0
    // Where the text stands that follows its key on one line, no spaces say.
    var before = opening.map { (line: $0, indentation: indentation) }
    var blanks = 0
    for (index, line) in lines.enumerated() {
      if isBlank(line) {
        blanks += 1
        continue
      }
      let isText = self.indentation(line) == indentation
      // One empty line is the break of a line, two are those of a paragraph.
      if blanks == 1, isText, let before, !isBlank(before.line), before.indentation == indentation {
        return true
      }
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      if isText, hasMark(line), blanks == 0 && before != nil || !isBlank(next) && hasMark(next) {
        return true
      }
      (before, blanks) = ((line, self.indentation(line)), 0)
    }
    return false
  }

  private static func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy { $0 <= 0x20 } }

  private static func indentation(_ line: Substring) -> Int {
    line.utf8.prefix { $0 == 0x20 }.count
  }

  /// Whether a line begins as an entry, a row or a heading does.
  private static func hasMark(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " }
    if ["- ", "* ", "+ ", "|", "# ", "## ", "### ", "• "].contains(where: words.hasPrefix) {
      return true
    }
    let rest = words.drop { $0.isNumber }
    return rest.utf8.count < words.utf8.count && words.utf8.count - rest.utf8.count < 3
      && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}

extension TextContext {
  /// The texts of a page whose lines are those that their authors wrote.
  func unfolded(_ page: PageReading) -> [WrittenText] {
    page.written.filter { FoldedTexts.sign($0.text, self) == nil }
  }
}
