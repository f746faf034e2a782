/// The encoding in which Windows saved texts before UTF-8 (https://encoding.spec.whatwg.org/#windows-1252).
package enum Windows1252 {
  /// What the bytes 0x80 to 0x9F stand for; 0 for the five that stand for nothing.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The character of a byte; nil for a byte that has none.
  package static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The byte of a character that the encoding has.
  package static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if let plain = UInt8(exactly: scalar.value), !(0x80...0x9F).contains(plain) { return plain }
    guard let value = UInt16(exactly: scalar.value), value != 0 else { return nil }
    return upper.firstIndex(of: value).map { UInt8(0x80 + $0) }
  }
}
