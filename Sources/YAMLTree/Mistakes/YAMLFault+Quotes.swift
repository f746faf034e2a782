import Diagnostics

extension YAMLFault {
  /// A quote inside a text between the same quotes, or words behind the closing one.
  ///
  /// - Parameter close: the place after the quote that closes the text for YAML.
  static func closedEarly(_ line: YAMLLine, at close: Int) -> YAMLFault {
    let whole = line.source.text(line.text.upperBound > close ? line.text : line.value)
    let quote = line.source.text(line.value.lowerBound..<line.value.lowerBound + 1)
    // `"Uno" e "due"` is no text between quotes with others in it.
    let endsQuoted = whole.hasSuffix(quote) && !line.source.isBlank(close)
    let text = endsQuoted ? String(whole.dropFirst().dropLast()) : whole
    let corrected = line.corrected(Quoting.quoted(text))
    let help = Phrase(it: "scrivi `\(corrected)`", en: "write `\(corrected)`")
    guard endsQuoted else {
      let start = line.source.skipBlanks(close, to: line.value.upperBound)
      return YAMLFault(
        Phrase(
          it: "il testo si chiude con `\(quote)`, e qui ci sono altre parole",
          en: "the text is closed by `\(quote)`, and here are more words"),
        help: help, at: start..<line.value.upperBound)
    }
    return YAMLFault(
      Phrase(
        it: "dentro un testo tra `\(quote)` c'è un altro `\(quote)`",
        en: "inside a text between `\(quote)` there is another `\(quote)`"),
      help: help, at: close - 1..<close)
  }

  /// The same in an entry of a list in brackets: `['bambini d'asilo']`.
  ///
  /// - Parameters:
  ///   - entry: from its opening quote to the comma or the bracket that was meant to follow it.
  ///   - close: the place after the quote that closes it for YAML.
  static func closedEarly(_ line: YAMLLine, entry: Range<Int>, at close: Int) -> YAMLFault {
    let whole = line.source.text(entry)
    let quote = String(whole.prefix(1))
    let text =
      whole.count > 1 && whole.hasSuffix(quote) ? String(whole.dropFirst().dropLast()) : whole
    let corrected = Quoting.quoted(text)
    return YAMLFault(
      Phrase(
        it: "dentro un testo tra `\(quote)` c'è un altro `\(quote)`",
        en: "inside a text between `\(quote)` there is another `\(quote)`"),
      help: Phrase(
        it: "scrivi questa voce così: `\(corrected)`",
        en: "write this entry like this: `\(corrected)`"), at: close - 1..<close)
  }

  /// A quote that is never closed, or only in a later field.
  static func openQuote(_ line: YAMLLine) -> YAMLFault {
    let start = line.value.lowerBound
    let quote = line.source.text(start..<start + 1)
    let whole = line.source.text(line.value)
    let rest = String(whole.dropFirst())
    let closed = line.corrected(Quoting.quoted(rest))
    let isApostrophe = quote == "'"
    let asText = line.corrected(Quoting.quoted(whole))
    return YAMLFault(
      Phrase(it: "la virgoletta `\(quote)` non è chiusa", en: "the quote `\(quote)` is not closed"),
      help: isApostrophe
        ? Phrase(
          it: "chiudila: `\(closed)`; se è un apostrofo, scrivi `\(asText)`",
          en: "close it: `\(closed)`; if it is an apostrophe, write `\(asText)`")
        : Phrase(it: "chiudila: `\(closed)`", en: "close it: `\(closed)`"),
      at: start..<start + 1)
  }

  /// `[Una scuola] per tutti`: a text that begins like a list; `[una, due]]`: one bracket too many.
  ///
  /// - Parameter close: the place after the bracket that closes it for YAML.
  static func bracketedText(_ line: YAMLLine, at close: Int) -> YAMLFault {
    let start = line.value.lowerBound
    let rest = line.source.skipBlanks(close, to: line.value.upperBound)..<line.text.upperBound
    guard line.source.bytes[rest].allSatisfy({ "]}),;.".utf8.contains($0) || $0 == 0x20 }) else {
      return sign(line.source.text(start..<start + 1), line)
    }
    let extra = line.source.text(rest)
    return YAMLFault(
      Phrase(
        it: "dopo la parentesi che chiude c'è `\(extra)` di troppo",
        en: "after the closing bracket there is a `\(extra)` too many"),
      help: Phrase(it: "toglilo", en: "remove it"), at: rest)
  }

  /// A bracket that is never closed.
  static func openBracket(_ line: YAMLLine, at place: Int) -> YAMLFault {
    let sign = line.source.text(place..<place + 1)
    let closing = sign == "[" ? "]" : "}"
    let text = line.source.text(line.text)
    let isAlone = text.utf8.count < 2
    let example =
      sign == "["
      ? Phrase(it: "[prima voce, seconda voce]", en: "[first entry, second entry]")
      : Phrase(it: "{campo: valore}", en: "{field: value}")
    let closed = Quoting.shortened(text) + closing
    let (italian, english) = (
      line.corrected(isAlone ? example.italian : closed),
      line.corrected(isAlone ? example.english : closed)
    )
    // A list has commas, or one word; anything else may be a sentence.
    let isText = !isAlone && !text.contains(",") && text.contains(" ")
    let asText = line.corrected(Quoting.quoted(text))
    return YAMLFault(
      Phrase(it: "la parentesi `\(sign)` non è chiusa", en: "the bracket `\(sign)` is not closed"),
      help: Phrase(
        it: "chiudila: `\(italian)`"
          + (isText ? "; se la parentesi fa parte del testo: `\(asText)`" : ""),
        en: "close it: `\(english)`"
          + (isText ? "; if the bracket is a part of the text: `\(asText)`" : "")),
      at: place..<place + 1)
  }

  /// `"C:\nuovo"`: between double quotes a backslash makes another character of the next one.
  ///
  /// - Parameter place: the backslash and the letter behind it.
  static func escape(_ line: YAMLLine, at place: Range<Int>) -> YAMLFault {
    let whole = line.source.text(line.text)
    let isWhole = whole.count > 1 && whole.hasPrefix("\"") && whole.hasSuffix("\"")
    let text = isWhole ? String(whole.dropFirst().dropLast()) : ""
    let corrected =
      isWhole && !text.contains("'") ? line.corrected("'\(Quoting.shortened(text))'") : "'…'"
    return YAMLFault(
      Phrase(
        it: "tra virgolette doppie `\\` ha un significato speciale",
        en: "between double quotes `\\` has a special meaning"),
      help: Phrase(
        it: "usa gli apici: `\(corrected)`, oppure scrivi `\\\\`",
        en: "use single quotes: `\(corrected)`, or write `\\\\`"), at: place)
  }

  /// `"immagini\nuova.jpg"`: the same in the path of a file, which has slashes everywhere.
  static func escapedPath(_ line: YAMLLine, at place: Range<Int>) -> YAMLFault {
    let whole = line.source.text(line.text)
    guard !whole.contains(":\\"), whole.hasPrefix("\""), whole.hasSuffix("\""), whole.count > 1
    else {
      return escape(line, at: place)
    }
    let path = whole.replacing("\\", with: "/")
    let corrected = line.corrected(path)
    return YAMLFault(
      Phrase(
        it: "tra virgolette doppie `\\` ha un significato speciale",
        en: "between double quotes `\\` has a special meaning"),
      help: Phrase(
        it: "nel percorso di un file usa `/`: `\(corrected)`",
        en: "in the path of a file use `/`: `\(corrected)`"), at: place)
  }
}
