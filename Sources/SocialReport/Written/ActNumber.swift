/// The number of an act as registers have it: `10`, `10-bis`, `10/2021`.
package enum ActNumber {
  private static let words = ["numero", "num.", "nr.", "nr", "n.", "n°", "nº", "n "]

  /// The number without the word before it and the date behind it; the same where it has neither.
  package static func bare(_ number: String) -> String {
    let small = number.lowercased()
    var rest = number[...]
    if let word = words.first(where: small.hasPrefix) {
      let behind = rest.dropFirst(word.count).drop { $0 == " " || $0 == "." }
      if behind.first?.isNumber == true { rest = behind }
    }
    // A date behind it is the act's own field.
    if let found = rest.firstRange(of: " del "), rest[..<found.lowerBound].last?.isNumber == true,
      DateText.date(String(rest[found.upperBound...])) != nil
    {
      rest = rest[..<found.lowerBound]
    }
    return String(rest)
  }
}
