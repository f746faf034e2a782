/// The addresses of the links and pictures of a text, found without parsing it.
///
/// What code shows as an example of a link counts too.
package struct LinkAddresses {
  private let bytes: [UInt8]

  package init(_ text: String) { bytes = Array(text.utf8) }

  package var all: [String] {
    var found: [String] = []
    _ = replacing { address in
      found.append(address)
      return nil
    }
    return found
  }

  /// The text with addresses exchanged.
  ///
  /// - Parameter change: nil for an address that stays.
  func replacing(_ change: (String) -> String?) -> String {
    var result: [UInt8] = []
    var copied = 0
    var at = 0
    while let range = next(from: at) {
      if let new = change(String(decoding: bytes[range], as: UTF8.self)) {
        result += bytes[copied..<range.lowerBound]
        result += new.utf8
        copied = range.upperBound
      }
      at = max(range.upperBound, range.lowerBound + 1)
    }
    guard copied > 0 else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// Behind `](`, behind `]:`, and in angle brackets.
  private func next(from start: Int) -> Range<Int>? {
    var at = start
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<") { return address(from: at + 1, isBracketed: true) }
      if bytes[at] == UInt8(ascii: "]"), at + 1 < bytes.count,
        bytes[at + 1] == UInt8(ascii: "(") || bytes[at + 1] == UInt8(ascii: ":")
      {
        var first = at + 2
        while first < bytes.count, LinkAddresses.isBlank(bytes[first]) { first += 1 }
        let isBracketed = first < bytes.count && bytes[first] == UInt8(ascii: "<")
        return address(from: isBracketed ? first + 1 : first, isBracketed: isBracketed)
      }
      at += 1
    }
    return nil
  }

  private func address(from start: Int, isBracketed: Bool) -> Range<Int> {
    var end = start
    // Brackets in an address come in pairs (CommonMark 6.3).
    var open = 0
    loop: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ">"), UInt8(ascii: "<"), 0x0A, 0x0D: break loop
      case 0x20 where !isBracketed, 0x09 where !isBracketed: break loop
      case UInt8(ascii: "(") where !isBracketed: open += 1
      case UInt8(ascii: ")") where !isBracketed:
        if open == 0 { break loop }
        open -= 1
      default: break
      }
      end += 1
    }
    return min(start, bytes.count)..<max(end, min(start, bytes.count))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
