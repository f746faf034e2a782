/// What stands between the brackets of an attribute selector.
struct AttributeSelector {
  /// How the attribute's value is compared.
  enum Test {
    case equals
    case hasWord
    case beginsWithWord
    case begins
    case ends
    case contains

    /// Whether the attribute can pass if it has this name among its words.
    func accepts(_ name: [UInt8], _ value: [UInt8]) -> Bool {
      switch self {
      case .equals, .hasWord: name == value
      case .beginsWithWord:
        name.starts(with: value)
          && (name.count == value.count || name[value.count] == UInt8(ascii: "-"))
      case .begins: name.starts(with: value)
      case .ends: name.reversed().starts(with: value.reversed())
      case .contains:
        name.indices.contains { name[$0...].starts(with: value) }
      }
    }
  }

  let name: CSSIdentifier
  /// The comparison, or nil if there is none or none that can be judged.
  private(set) var comparison: (test: Test, value: [UInt8])?

  /// Reads it, or nil if it is not one that is understood.
  init?(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    var at = Self.skipBlanks(bytes, range.lowerBound..<range.upperBound)
    name = CSSIdentifier(bytes, at: at)
    guard !name.isEmpty, name.range.upperBound <= range.upperBound else { return nil }
    at = Self.skipBlanks(bytes, name.range.upperBound..<range.upperBound)
    guard at < range.upperBound else { return }
    let test: Test? =
      switch bytes[at] {
      case UInt8(ascii: "="): .equals
      case UInt8(ascii: "~"): .hasWord
      case UInt8(ascii: "|"): .beginsWithWord
      case UInt8(ascii: "^"): .begins
      case UInt8(ascii: "$"): .ends
      case UInt8(ascii: "*"): .contains
      default: nil
      }
    guard let test else { return nil }
    if bytes[at] != UInt8(ascii: "=") { at += 1 }
    guard at < range.upperBound, bytes[at] == UInt8(ascii: "=") else { return nil }
    let start = Self.skipBlanks(bytes, at + 1..<range.upperBound)
    if let value = Self.value(bytes, start..<range.upperBound) { comparison = (test, value) }
  }

  /// A value of one plain word; escapes, blanks and flags are not judged.
  private static func value(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    var value: [UInt8] = []
    var end = bytes.trimmedEnd(range)
    var start = range.lowerBound
    guard start < end else { return nil }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard end - start > 2, bytes[end - 1] == quote else { return nil }
      start += 1
      end -= 1
    }
    for index in start..<end {
      let byte = bytes[index]
      if byte.isBlank || byte == UInt8(ascii: "\\") || byte == quote && start > range.lowerBound {
        return nil
      }
      value.append(byte)
    }
    return value
  }

  private static func skipBlanks(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, bytes[at].isBlank { at += 1 }
    return at
  }
}
