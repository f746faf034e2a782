/// Numbers as letters that a text between quotes can hold: six bits to a letter, those of base64url.
enum Digits {
  /// One letter for a number below 64.
  static func append(_ value: Int, to text: inout [UInt8]) {
    let value = UInt8(truncatingIfNeeded: value & 63)
    switch value {
    case ..<26: text.append(UInt8(ascii: "A") + value)
    case ..<52: text.append(UInt8(ascii: "a") + value - 26)
    case ..<62: text.append(UInt8(ascii: "0") + value - 52)
    default: text.append(value == 62 ? UInt8(ascii: "-") : UInt8(ascii: "_"))
    }
  }

  /// As many letters as the number needs, five bits in each, the lowest first; all but the last have the sixth.
  static func append(any value: Int, to text: inout [UInt8]) {
    var rest = max(0, value)
    repeat {
      let digit = rest & 31
      rest >>= 5
      append(rest > 0 ? digit | 32 : digit, to: &text)
    } while rest > 0
  }

  static func text(_ values: some Sequence<Int>) -> [UInt8] {
    var text: [UInt8] = []
    for value in values { append(any: value, to: &text) }
    return text
  }
}
