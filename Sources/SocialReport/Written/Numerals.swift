import Diagnostics

/// Numbers as people write them, in YAML and in Italian.
package enum Numerals {
  package enum Reading {
    case number(DecimalNumber)
    /// `1.234`: a thousand and more in Italian, one and a bit for YAML.
    case ambiguous
    case none
  }

  /// - Parameter isQuoted: text in quotes is read as Italian; a bare number with one point and
  ///   three digits after it could be both, and is refused.
  package static func read(_ text: String, isQuoted: Bool) -> Reading {
    if let number = plain(text.utf8.span) { return .number(number) }
    let text = String(text.filter { $0 != "\u{A0}" && $0 != "\u{202F}" && $0 != " " })
    if text.contains(",") {
      return DecimalNumber(digits: withoutGroups(text) ?? "", separator: ",").map { .number($0) }
        ?? .none
    }
    let points = text.count { $0 == "." }
    if points == 0 {
      return DecimalNumber(digits: text, separator: ",").map { .number($0) } ?? .none
    }
    let isGrouped = withoutGroups(text) != nil
    if points == 1, isGrouped, !isQuoted { return .ambiguous }
    if isGrouped, let digits = withoutGroups(text) {
      return DecimalNumber(digits: digits, separator: ",").map { .number($0) } ?? .none
    }
    return DecimalNumber(digits: text, separator: ".").map { .number($0) } ?? .none
  }

  /// Digits with a comma at most, or a point that parts no thousands, as nearly all numbers are written;
  /// nil for all others.
  private static func plain(_ text: borrowing Span<UInt8>) -> DecimalNumber? {
    // So many digits are never too large.
    guard !text.isEmpty, text.count <= 12 else { return nil }
    var coefficient: Int64 = 0
    var separator: Int?
    for at in text.indices {
      switch text[at] {
      case 0x30...0x39: coefficient = coefficient * 10 + Int64(text[at] - 0x30)
      case UInt8(ascii: ","), UInt8(ascii: "."):
        guard separator == nil, at > 0, at + 1 < text.count else { return nil }
        separator = at
      default: return nil
      }
    }
    guard let separator else { return DecimalNumber(coefficient) }
    let scale = text.count - 1 - separator
    return scale == 3 && text[separator] == UInt8(ascii: ".")
      ? nil : DecimalNumber(coefficient, scale: scale)
  }

  /// The one number in a text that has more than that: `63,4` of `63,4 %`, but none of `3 mila`.
  package static func number(within text: String) -> Substring? {
    let isPart: (Character) -> Bool = { ("0"..."9").contains($0) || ".,".contains($0) }
    let parts = text.split { !isPart($0) }.filter { $0.contains(where: \.isNumber) }
    guard parts.count == 1, parts[0].count < text.count, !text.lowercased().contains("mil"),
      case .number = read(String(parts[0]), isQuoted: true)
    else { return nil }
    return parts[0]
  }

  /// The number to write instead of a text that is no number as it stands, plain and with a comma:
  /// `1250000` for `1,25 milioni`, `1.250.000,=` and `1,250,000.00`; nil where nobody can tell.
  package static func suggestion(for text: String) -> String? {
    // What a spreadsheet writes where it cannot reckon says nothing of the number.
    if text.hasPrefix("#") { return nil }
    if let number = SheetNumber(text), !number.isShortened {
      let decimal = number.decimal ?? ","
      return number.value(decimal: number.shape == .either(",") ? "." : decimal).map(inItalian)
    }
    let small = text.lowercased()
    if ["mil", "mld", "mln"].contains(where: small.contains) {
      let stated = NumberReader.numbers(in: text, .italian)
      guard stated.count == 1, stated[0].upper == nil, text.contains(where: \.isNumber) else {
        return nil
      }
      return inItalian(stated[0].value)
    }
    return number(within: text).map(String.init)
  }

  private static func inItalian(_ number: DecimalNumber) -> String {
    var number = number
    while number.scale > 0, let shorter = number.rescaled(to: number.scale - 1) { number = shorter }
    return String(number.plain.map { $0 == "." ? "," : $0 })
  }

  /// The text without the points between groups of three digits; nil where points stand elsewhere.
  private static func withoutGroups(_ text: String) -> String? {
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first else { return nil }
    let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first else { return nil }
    let digits = first.drop { $0 == "-" || $0 == "+" || $0 == "\u{2212}" }
    if groups.count > 1 {
      guard (1...3).contains(digits.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    return groups.joined() + (parts.count == 2 ? "," + parts[1] : "")
  }
}
