import Diagnostics
import SocialReport
import YAMLTree

/// Texts, and those of a form or from a list: addresses, choices.
extension Decoder {
  func trimmed(_ text: String) -> String {
    let isPrinted = 0x21...0x7E as ClosedRange<UInt8>
    if let first = text.utf8.first, let last = text.utf8.last, isPrinted.contains(first),
      isPrinted.contains(last)
    {
      return text
    }
    guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
    var rest = text.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  mutating func checkedText(
    _ scalar: YAMLScalar, _ minimum: Int?, _ maximum: Int?, _ key: Field
  ) -> Sourced<String>? {
    let text = trimmed(scalar.text)
    reportComment(behind: scalar)
    reportCurlyQuotes(around: scalar)
    if text.isEmpty {
      report(
        Diagnostic(
          .missingKey,
          Phrase(
            it: "il campo `\(key.italian)` è vuoto", en: "the field `\(key.english)` is empty"),
          help: Phrase(
            it: "`\(key.italian)`: \(key.meaning.italian)",
            en: "`\(key.english)`: \(key.meaning.english)"), at: scalar.place))
      return nil
    }
    // Bytes are never fewer than characters, so a short text needs no counting.
    if let maximum, text.utf8.count > maximum, text.count > maximum {
      report(
        Diagnostic(
          .tooLong,
          Phrase(
            it: "`\(key.italian)` ha \(text.count) caratteri, al massimo sono \(maximum)",
            en: "`\(key.english)` has \(text.count) characters, at most \(maximum) are allowed"),
          help: Phrase(
            it: "accorcialo di \(text.count - maximum)",
            en: "shorten it by \(text.count - maximum)"), at: scalar.place))
    }
    if let minimum, text.count < minimum {
      report(
        Diagnostic(
          .tooShort,
          Phrase(
            it: "`\(key.italian)` ha \(text.count) caratteri, ne servono almeno \(minimum)",
            en: "`\(key.english)` has \(text.count) characters, at least \(minimum) are needed"),
          help: Phrase(
            it: "`\(key.italian)`: \(key.meaning.italian)",
            en: "`\(key.english)`: \(key.meaning.english)"), at: scalar.place))
    }
    return Sourced(text, at: scalar.place)
  }

  mutating func email(_ text: String, _ key: Field, at place: SourceRange) -> FieldValue? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isAddress =
      parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
      && text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && !"<>\"',;:/\\()".unicodeScalars.contains($0)
      }
    guard isAddress else {
      wrong(
        key, "un indirizzo di posta, come `scuola@comune.esempio.it`",
        "an e-mail address, as `scuola@comune.esempio.it`", at: place)
      return nil
    }
    return .text(Sourced(text, at: place))
  }

  mutating func url(_ text: String, _ key: Field, at place: SourceRange) -> FieldValue? {
    do throws(WebAddress.Flaw) {
      _ = try WebAddress(text)
      return .text(Sourced(text, at: place))
    } catch {
      report(error.diagnostic("`\(key.italian)`", "`\(key.english)`", at: place))
      return nil
    }
  }

  mutating func choice(
    _ text: String, _ words: [FieldType.Word], _ key: Field, at place: SourceRange
  ) -> FieldValue? {
    if let word = ChoiceWords.find(text, in: words) {
      return .choice(Sourced(word.english, at: place))
    }
    let list = Phrase(
      it: "può essere: " + words.map(\.italian).joined(separator: ", "),
      en: "it can be: " + words.map(\.english).joined(separator: ", "))
    report(
      Diagnostic(
        .unknownChoice,
        Phrase(
          it: "`\(key.italian)` non può essere `\(text)`",
          en: "`\(key.english)` cannot be `\(text)`"),
        help: NearMiss.help(for: text, among: words.flatMap { [$0.italian, $0.english] }).map {
          Phrase(it: $0.italian + "; " + list.italian, en: $0.english + "; " + list.english)
        } ?? list,
        at: place, correction: ChoiceWords.correction(of: text, in: words)))
    return nil
  }
}
