/// What is written of a telephone, as an address that dials it.
enum TelephoneNumber {
  /// Nil where it is not one number and nothing else.
  static func address(of text: String) -> String? {
    let isNumber = text.unicodeScalars.allSatisfy {
      "0123456789+-./() \u{A0}".unicodeScalars.contains($0)
    }
    let digits = text.filter { ("0"..."9").contains($0) || $0 == "+" }
    return isNumber && (5...16).contains(digits.count) ? "tel:" + digits : nil
  }
}
