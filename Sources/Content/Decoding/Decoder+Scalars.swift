import Diagnostics
import SocialReport
import YAMLTree

extension Decoder {
  /// One text as the type of its field reads it; nil, and a diagnostic, where it cannot.
  mutating func scalarValue(_ scalar: YAMLScalar, _ type: FieldType, _ key: Field) -> FieldValue? {
    let place = scalar.place
    let text = scalar.text
    noteMark(behind: scalar, key)
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
      guard let value = FlagWords.value(text) else {
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
}
