/// Texts as YAML reads them back.
enum YAMLText {
  /// A text on one line: as it is where that means the same, else in double quotes.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Whether nothing in it is a sign of YAML, nor a word or number that other readers take for no text.
  private static func isPlain(_ text: String) -> Bool {
    // Most values of a series are digits, with a comma at most.
    if let first = text.utf8.first, first != UInt8(ascii: ","),
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ",") })
    {
      return true
    }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || ("0"..."9").contains(first), last != ":"
    else { return false }
    if [": ", " #", ", "].contains(where: { text.utf8.firstRange(of: $0.utf8) != nil }) {
      return false
    }
    guard !words.contains(text.lowercased()) else { return false }
    return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !breaks.contains($0.value) }
  }

  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// What ends a line, or is none for libyaml.
  private static let breaks: Set<UInt32> = [0x7F, 0x85, 0xA0, 0x2028, 0x2029, 0xFEFF]

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        let isSeen = scalar.value >= 0x20 && !breaks.contains(scalar.value)
        if isSeen { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }

  /// Lines as comments, whatever is in them.
  static func comment(_ text: some StringProtocol, indent: String = "") -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: isBreak).map { line in
      var words = String(line)
      while words.last?.isWhitespace == true { words.removeLast() }
      return words.isEmpty ? indent + "#" : indent + "# " + words
    }
  }

  /// A sentence in lines of so many characters at most, but for words that are longer.
  static func folded(_ text: String, width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func isBreak(_ sign: Character) -> Bool {
    sign.isNewline || sign.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" }
  }
}
