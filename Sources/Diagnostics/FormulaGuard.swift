/// Keeps what stands behind a separator in a cell from being a formula of its own.
///
/// Excel in Italian divides lines at `;`, and takes no notice of quotes that do not begin a cell: `x;=A1` would
/// be two cells, of which one is run. A space that does not break stands before the sign; whoever reads the
/// table with this program gets the text without it, since one is put in where there were some already.
enum FormulaGuard {
  private static let space: Unicode.Scalar = "\u{A0}"

  /// The signs that spreadsheets take for the start of a formula, those of full width too.
  static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// The text with a space behind each separator that a formula follows.
  static func guarded(_ text: String) -> String {
    mayHold(text.utf8.span) ? changed(text) { spaces in spaces + 1 } : text
  }

  /// Whether a formula may stand behind a separator: most texts have commas, and none behind them.
  private static func mayHold(_ text: Span<UInt8>) -> Bool {
    var isBehind = false
    for index in text.indices {
      switch text[index] {
      case let byte where separates(byte): isBehind = true
      // A space that does not break, and quotes.
      case 0xC2, 0xA0, UInt8(ascii: "\""), UInt8(ascii: "'"): continue
      // The signs, and what those of full width begin with.
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0xEF:
        if isBehind { return true }
      default: isBehind = false
      }
    }
    return false
  }

  /// A text that was guarded, as it was before.
  static func bare(_ text: String) -> String {
    guard text.utf8.contains(where: separates), text.unicodeScalars.contains(space) else {
      return text
    }
    return changed(text) { spaces in max(0, spaces - 1) }
  }

  /// - Parameter count: how many spaces stand before a formula in place of those that do.
  private static func changed(_ text: String, _ count: (Int) -> Int) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      result.append(scalar)
      guard scalar.isASCII, separates(UInt8(scalar.value)) else { continue }
      let spaces = rest.prefix { $0 == space }
      let behind = rest[spaces.endIndex...]
      // Quotes in front would go, as those of an empty cell.
      guard let first = behind.first(where: { $0 != "\"" && $0 != "'" }), beginsFormula(first)
      else { continue }
      result.append(contentsOf: repeatElement(space, count: count(spaces.count)))
      rest = behind
    }
    return String(result)
  }

  /// What some program divides cells or rows at.
  private static func separates(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
