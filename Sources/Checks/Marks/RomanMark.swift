/// A Roman number of several letters that numbers the entries of a list: `ii` to `xx`.
struct RomanMark {
  let value: Int
  let end: Int

  /// The places in the alphabet of those of one letter: `i`, `v`, `x`.
  static let letters = [1: 9, 5: 22, 10: 24]

  private static let numbers: [String: Int] = [
    "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12,
    "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
  ]

  /// - Parameter bytes: the text that holds the line, in UTF-8.
  init?(_ line: Range<Int>, _ bytes: [UInt8]) {
    // Most words end here.
    guard line.count > 1, RomanMark.isDigit(bytes[line.lowerBound]),
      RomanMark.isDigit(bytes[line.lowerBound + 1])
    else { return nil }
    let word = bytes[line].prefix(6).prefix(while: RomanMark.isDigit)
    guard
      let value = RomanMark.numbers[String(decoding: word, as: UTF8.self).lowercased()]
    else { return nil }
    (self.value, end) = (value, word.endIndex)
  }
  private static func isDigit(_ letter: UInt8) -> Bool {
    switch letter | 0x20 {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"): true
    default: false
    }
  }
}
