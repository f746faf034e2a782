/// Pieces of typst's language (https://typst.app/docs), in code mode: every text is a string literal, so no value can
/// become code.
enum TypstCode {
  /// A text as a literal; what no font may have a sign for is left out.
  static func literal(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n", "\r", "\t": result += " "
      // Byte order marks and controls are no characters of a text.
      case "\u{FEFF}", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The same, its lines kept.
  static func literal(lines text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      literal(String(line))
    }
    .joined(separator: " + \"\\n\" + ")
  }

  /// A dictionary.
  static func record(_ fields: KeyValuePairs<String, String>) -> String {
    "(" + fields.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + ",)"
  }

  static func call(_ name: String, _ arguments: [String]) -> String {
    "\(name)(\(arguments.joined(separator: ", ")))"
  }
}

/// What stands in a line: texts and elements, blanks in a row as one, as in HTML.
struct TypstLine {
  private var parts: [String] = []
  private var text = ""
  /// Whether a blank would be one too many.
  private var isAfterBlank = true

  var endsWithBlank: Bool { isAfterBlank }

  mutating func add(text more: String) {
    for character in more.unicodeScalars {
      switch character {
      case " ", "\n", "\t", "\r", "\u{C}":
        if !isAfterBlank { text.append(" ") }
        isAfterBlank = true
      default:
        text.unicodeScalars.append(character)
        isAfterBlank = false
      }
    }
  }

  /// - Parameter endsWithBlank: whether what it shows ends with a blank, or begins a line.
  mutating func add(code: String, endsWithBlank: Bool = false) {
    settle()
    parts.append(code)
    isAfterBlank = endsWithBlank
  }

  private mutating func settle() {
    if !text.isEmpty { parts.append(TypstCode.literal(text)) }
    text = ""
  }

  /// Nil where there is nothing in it.
  var content: String? {
    var copy = self
    if copy.text.last == " " { copy.text.removeLast() }
    copy.settle()
    return copy.parts.isEmpty ? nil : "{" + copy.parts.joined(separator: "; ") + "}"
  }

  /// A line for what stands within an element of this one.
  var inner: TypstLine {
    var line = TypstLine()
    line.isAfterBlank = isAfterBlank
    return line
  }

  /// What stands in it, with a blank that it ends with.
  var innerContent: (code: String, endsWithBlank: Bool)? {
    var copy = self
    copy.settle()
    return copy.parts.isEmpty
      ? nil : ("{" + copy.parts.joined(separator: "; ") + "}", isAfterBlank)
  }
}
