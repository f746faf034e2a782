import Diagnostics
package import SocialReport
package import Theme

/// Dates and numbers as the language of the site writes them.
package struct Formats: Sendable {
  package let strings: Strings

  package init(strings: Strings) { self.strings = strings }

  package func date(_ date: CalendarDate) -> String {
    guard let month = date.month else { return String(date.year) }
    let name = strings["months.\(month)"]
    guard let day = date.day else { return "\(name) \(date.year)" }
    // Italian writes the first of a month as an ordinal.
    let number =
      day == 1 && strings.language == "it"
      ? strings.format("number.ordinal", ["n": "1"]) : String(day)
    return "\(number) \(name) \(date.year)"
  }

  /// A phrase of the theme's about a day: «al 31 dicembre 2021», «entro l'8 marzo».
  package func dated(_ name: String, _ date: CalendarDate) -> String {
    strings.format(name, ["date": self.date(date)])
  }

  /// With a capital letter, as a heading begins.
  package static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// An author's words as a sentence: with a capital letter, and a full stop where none ends it.
  package static func sentence(_ text: String) -> String {
    let isEnded = text.last.map { ".!?…»”".contains($0) } ?? true
    return capitalized(text) + (isEnded ? "" : ".")
  }

  /// A text in which no number is torn from the word behind it.
  package static func unbroken(_ text: String) -> String {
    var result = ""
    var last: Character?
    for letter in text {
      result.append(letter == " " && last?.isNumber == true ? "\u{A0}" : letter)
      last = letter
    }
    return result
  }

  package func period(_ period: Period) -> String {
    guard period.start != period.end else { return date(period.start) }
    if let year = period.schoolYear { return Period.written(schoolYear: year) }
    if let part = period.partOfYear {
      return strings.format(
        part.months == 3 ? "date.quarter" : "date.half",
        ["n": ordinal(part.number), "year": String(period.start.year)])
    }
    if period.start.month == nil, period.end.month == nil {
      return "\(period.start.year)–\(period.end.year)"
    }
    return strings.format("date.range", ["from": date(period.start), "to": date(period.end)])
  }

  /// A number with the language's separators; `decimals` pads or keeps what is there.
  package func number(_ number: DecimalNumber, decimals: Int? = nil) -> String {
    let shown = decimals.flatMap { number.rescaled(to: max($0, 0)) } ?? number
    return shown.written(decimal: strings["number.decimal"], group: strings["number.group"])
  }

  func ordinal(_ value: Int) -> String {
    let isTeen = (11...13).contains(value % 100)
    let name = "number.ordinal-\(value % 10)"
    let key = !isTeen && !strings[name].isEmpty ? name : "number.ordinal"
    return strings.format(key, ["n": number(DecimalNumber(Int64(value)))])
  }

  package func euro(_ amount: DecimalNumber) -> String {
    let decimals = amount.isWhole ? 0 : 2
    return strings.format("number.euro", ["n": number(amount, decimals: decimals)])
  }

  /// `su 107`: how many were ranked.
  package func outOf(_ count: Int) -> String {
    strings.format("number.of", ["n": number(DecimalNumber(Int64(count)))])
  }

  /// The value of an observation with what belongs to it: `13°`, `12,5 %`, `4.325.000 euro`.
  package func value(_ value: Observation.Value, of indicator: Indicator) -> String {
    switch value {
    case .text(let text): return text
    case .number(let number):
      switch indicator.measure.value {
      case .position:
        if let whole = number.rescaled(to: 0), let rank = Int(exactly: whole.coefficient) {
          return ordinal(rank)
        }
      case .percentage:
        return strings.format(
          "number.percent", ["n": self.number(number, decimals: indicator.decimals)])
      case .amount: return amount(number, of: indicator)
      default: break
      }
      return self.number(number, decimals: indicator.decimals)
    }
  }

  /// A difference with its sign.
  package func change(_ difference: DecimalNumber, of indicator: Indicator) -> String {
    let text = number(difference, decimals: indicator.decimals)
    let signed = difference.coefficient > 0 ? "+" + text : text
    switch indicator.measure.value {
    case .percentage:
      let isOne = difference.magnitude == DecimalNumber(1)
      return strings.format("number.points.\(isOne ? "one" : "many")", ["n": signed])
    case .amount where indicator.magnitude != nil:
      return great(signed, isOne: difference.magnitude == DecimalNumber(1), of: indicator) ?? signed
    default: return signed
    }
  }

  /// The size of a file: `800 B`, `12 kB`, `1,5 MB`.
  package func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
    let tenths = bytes / 100_000 + (bytes % 100_000 < 50_000 ? 0 : 1)
    return number(DecimalNumber(Int64(tenths), scale: 1)) + " MB"
  }

  /// `deliberazione n. 149 del 29 giugno 2020`, with whose it is.
  package func act(_ act: LegalAct) -> String {
    let values: KeyValuePairs = [
      "kind": act.kindName?.value ?? strings["act.\(act.kind.value.rawValue)"],
      "body": body(of: act), "number": act.number?.value ?? "", "date": date(act.date.value),
    ]
    let name = strings.format(act.number == nil ? "act.name-only" : "act.name", values)
    return act.bodyName.map { strings.format("act.by", ["name": name, "body": $0.value]) } ?? name
  }

  /// With a preposition, as it stands behind the kind; nothing for a body of another name.
  private func body(of act: LegalAct) -> String {
    let text = act.bodyName == nil ? strings["body.\(act.body.value.rawValue)"] : ""
    let powers = act.powers.map {
      strings.format("act.powers", ["body": strings["body.\($0.value.rawValue)"]])
    }
    return [text, powers ?? ""].filter { !$0.isEmpty }.map { " " + $0 }.joined()
  }
}
