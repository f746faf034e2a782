import Diagnostics
import SocialReport
import YAMLTree

extension Decoder {
  /// One text as the type of its field reads it; nil, and a diagnostic, where it cannot.
  mutating func scalarValue(_ scalar: YAMLScalar, _ type: FieldType, _ key: Field) -> FieldValue? {
    let place = scalar.place
    let text = scalar.text
    switch type {
    case .text(let minimum, let maximum):
      return checkedText(scalar, minimum, maximum, key).map { .text($0) }
    case .markdown:
      reportComment(behind: scalar)
      return .markdown(EmbeddedText(text[...], at: place))
    case .slug:
      guard Slug.isValid(text) else {
        report(
          Diagnostic(
            .wrongType,
            Phrase(
              it:
                "`\(text)` non va bene come `\(key.italian)`: servono minuscole, cifre e trattini",
              en: "`\(text)` will not do as `\(key.english)`: lower case, digits and hyphens"),
            help: Phrase(
              it: "per esempio `\(Slug.make(text))`", en: "for example `\(Slug.make(text))`"),
            at: place))
        return nil
      }
      return .text(Sourced(text, at: place))
    case .reference, .edition, .label, .file:
      return .text(Sourced(trimmed(text), at: place))
    case .digits(let count):
      guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        wrong(key, "di \(count) cifre", "of \(count) digits", at: place)
        return nil
      }
      return .text(Sourced(text, at: place))
    case .integer(let range):
      guard case .number(let number) = Numerals.read(text, isQuoted: scalar.isQuoted),
        let whole = number.rescaled(to: 0), let value = Int(exactly: whole.coefficient),
        range.contains(value)
      else {
        wrong(
          key, "un numero intero tra \(range.lowerBound) e \(range.upperBound)",
          "a whole number between \(range.lowerBound) and \(range.upperBound)", at: place)
        return nil
      }
      return .integer(Sourced(value, at: place))
    case .decimal, .money, .observedValue:
      return number(scalar, type, key)
    case .flag:
      guard let value = flag(text) else {
        wrong(key, "`sì` oppure `no`", "`yes` or `no`", at: place)
        return nil
      }
      return .flag(Sourced(value, at: place))
    case .date:
      guard let date = DateText.date(text) else {
        wrongDate(text, key, at: place)
        return nil
      }
      return .date(Sourced(date, at: place))
    case .dateOrUnknown:
      if ["sconosciuta", "unknown"].contains(text.lowercased()) {
        return .period(Sourced(nil, at: place))
      }
      return period(text, key, at: place)
    case .period:
      return period(text, key, at: place)
    case .url:
      return url(text, key, at: place)
    case .siteAddress:
      do throws(SiteAddress.Flaws) {
        return .text(Sourced(try SiteAddress(text).text, at: place))
      } catch {
        report(
          Diagnostic(
            error.all.contains(.credentials) ? .credentials : .wrongType,
            error.message("`\(key.italian)`", "`\(key.english)`"), help: error.help, at: place))
        // Read as what was probably meant, so that nothing else is told for want of it.
        return error.corrected.map { .text(Sourced($0.text, at: place)) }
      }
    case .choice(let words):
      return choice(text, words, key, at: place)
    case .openChoice(let words):
      guard ChoiceWords.find(text, in: words) == nil, ChoiceWords.near(text, in: words).isEmpty
      else { return choice(text, words, key, at: place) }
      return checkedText(scalar, nil, nil, key).map { .text($0) }
    case .code:
      return .text(Sourced(text.uppercased().filter { !$0.isWhitespace }, at: place))
    case .email:
      return email(trimmed(text), key, at: place)
    case .pnrrMeasure:
      return checkedText(scalar, nil, nil, key).map { .text($0) }
    case .budgetMission:
      guard let number = BudgetMission.number(in: text) else {
        wrong(
          key, "il numero di una missione di bilancio, come `04`",
          "the number of a budget mission, as `04`", at: place)
        return nil
      }
      return .text(Sourced(number, at: place))
    case .list, .record, .observations, .yearPair, .choices:
      wrong(key, "un elenco o un gruppo di campi", "a list or a group of fields", at: place)
      return nil
    }
  }

  private func trimmed(_ text: String) -> String {
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

  private mutating func checkedText(
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

  private mutating func number(_ scalar: YAMLScalar, _ type: FieldType, _ key: Field) -> FieldValue?
  {
    switch Numerals.read(scalar.text, isQuoted: scalar.isQuoted) {
    case .number(let number):
      switch type {
      case .observedValue: return .observed(Sourced(.number(number), at: scalar.place))
      case .money where number.rescaled(to: 2) == nil:
        wrong(
          key, "un importo in euro, con al massimo due decimali",
          "an amount in euro, with at most two decimals", at: scalar.place)
        return nil
      default: return .decimal(Sourced(number, at: scalar.place))
      }
    case .ambiguous:
      let digits = scalar.text.filter { $0 != "." }
      let isMoney = if case .money = type { true } else { false }
      let comma = String(scalar.text.map { $0 == "." ? "," : $0 })
      report(
        Diagnostic(
          .wrongType,
          Phrase(
            it: "`\(scalar.text)` si può leggere in due modi",
            en: "`\(scalar.text)` can be read in two ways"),
          help: isMoney
            ? Phrase(it: "scrivi `\(digits)`", en: "write `\(digits)`")
            : Phrase(
              it: "scrivi `\(digits)` oppure `\"\(comma)\"`",
              en: "write `\(digits)` or `\"\(comma)\"`"),
          at: scalar.place))
      return nil
    case .none:
      if case .observedValue = type {
        return .observed(Sourced(.text(trimmed(scalar.text)), at: scalar.place))
      }
      wrong(
        key, "un numero, come `1234,5`", "a number, as `1234.5`",
        help: Numerals.suggestion(for: scalar.text).map {
          Phrase(it: "scrivi solo `\($0)`", en: "write only `\($0)`")
        }, at: scalar.place)
      return nil
    }
  }

  private func flag(_ text: String) -> Bool? {
    let word = text.lowercased().filter { !$0.isWhitespace && !"«»“”\"'’`´.".contains($0) }
    return switch word {
    case "sì", "si", "sí", "s", "x", "✓", "✔", "☑", "1", "vero", "true", "yes", "y", "on": true
    case "no", "n", "0", "☐", "falso", "false", "off": false
    default: nil
    }
  }

  private mutating func email(_ text: String, _ key: Field, at place: SourceRange) -> FieldValue? {
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

  private mutating func period(_ text: String, _ key: Field, at place: SourceRange) -> FieldValue? {
    guard let period = DateText.period(text) else {
      if DateText.flaw(of: text) == nil {
        wrongPeriod(text, key, at: place)
      } else {
        wrongDate(text, key, at: place)
      }
      return nil
    }
    return .period(Sourced(period, at: place))
  }

  private mutating func wrongPeriod(_ text: String, _ key: Field, at place: SourceRange) {
    report(
      Diagnostic(
        .wrongType,
        Phrase(
          it: "`\(key.italian)` non è una data né un periodo",
          en: "`\(key.english)` is no date and no period"),
        help: Phrase(
          it:
            "scrivi un anno `2020`, un anno scolastico `2020/21`, un trimestre `2020-T1`, un semestre "
            + "`2020-S1`, un mese `2020-06`, un giorno `29/06/2020` o due date `2020-01..2020-05`",
          en:
            "write a year `2020`, a school year `2020/21`, a quarter `2020-Q1`, a half `2020-H1`, a "
            + "month `2020-06`, a day `29/06/2020` or two dates `2020-01..2020-05`"), at: place))
  }

  private mutating func wrongDate(_ text: String, _ key: Field, at place: SourceRange) {
    let help =
      switch DateText.flaw(of: text) {
      case .otherWeekday(let day):
        Phrase(
          it: "quel giorno era \(day.italian): correggi il giorno o la data",
          en: "that day was a \(day.english): mend the day or the date")
      case .yearOfTwoDigits:
        Phrase(it: "scrivi l'anno con quattro cifre", en: "write the year with four digits")
      case .noSuchMonth:
        Phrase(
          it: "i mesi sono dodici: scrivi `29/06/2020` o `2020-06-29`",
          en: "there are twelve months: write `29/06/2020` or `2020-06-29`")
      case .noSuchDay(let days):
        Phrase(it: "quel mese ha \(days) giorni", en: "that month has \(days) days")
      case nil:
        Phrase(
          it: "scrivi `2020-06-29`, `29/06/2020` o `29 giugno 2020`",
          en: "write `2020-06-29`, `29/06/2020` or `29 giugno 2020`")
      }
    report(
      Diagnostic(
        .wrongType,
        Phrase(
          it: "`\(key.italian)` non è una data del calendario",
          en: "`\(key.english)` is no date of the calendar"), help: help, at: place))
  }

  private mutating func url(_ text: String, _ key: Field, at place: SourceRange) -> FieldValue? {
    do throws(WebAddress.Flaw) {
      _ = try WebAddress(text)
      return .text(Sourced(text, at: place))
    } catch {
      report(error.diagnostic("`\(key.italian)`", "`\(key.english)`", at: place))
      return nil
    }
  }

  private mutating func choice(
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
        at: place))
    return nil
  }
}
