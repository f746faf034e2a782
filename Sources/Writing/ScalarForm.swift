/// The forms in which YAML holds a text, each where it can hold it.
enum ScalarForm {
  /// Controls and what is no character of a text (YAML 1.2, 5.1).
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x84, 0x86...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// What is a break to some readers and none to others.
  private static func isOddBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !isUnprintable($0) && !isOddBreak($0) }
  }

  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]
  private static let marks = Set(",[]{}#&*!|>'\"%@`".unicodeScalars)
  private static let brackets = Set(",[]{}:".unicodeScalars)

  /// Whether a text may stand without quotes.
  static func isPlainSafe(_ text: String, inBrackets: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard !nulls.contains(text), let first = scalars.first, let last = scalars.last,
      isPrintable(text), first != " ", last != " ", last != ":", !marks.contains(first)
    else { return false }
    if scalars.contains("\n") || scalars.contains("\t") { return false }
    let second = scalars.count > 1 ? scalars[1] : " "
    if first == "-" || first == "?" || first == ":", second == " " || inBrackets { return false }
    if text.hasPrefix("---") || text.hasPrefix("...") { return false }
    for (one, two) in zip(scalars, scalars.dropFirst()) {
      if one == ":" && two == " " || one == " " && two == "#" { return false }
    }
    return !inBrackets || !scalars.contains(where: brackets.contains)
  }

  // Quotes

  static func single(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  static func double(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        let isSeen = !isUnprintable(scalar) && !isOddBreak(scalar)
        if isSeen { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    let (sign, width) =
      scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + sign + String(repeating: "0", count: width - hex.utf8.count) + hex
  }

  /// The quotes that need the fewest escapes.
  static func quoted(_ text: String) -> String {
    let needsEscapes = !isPrintable(text) || text.contains("\n") || text.contains("\t")
    let hasSigns = text.contains("\"") || text.contains("\\")
    return needsEscapes || !hasSigns ? double(text) : single(text)
  }

  // Blocks

  struct Block {
    /// `|`, `>-` and the like.
    let header: String
    /// Without their indentation; an empty line has none.
    var lines: [String]
  }

  /// - Parameter indicator: how far the lines stand in from what holds them, where that has to be said.
  /// - Returns: nil where a block cannot hold the text.
  static func literal(_ text: String, indicator: Int) -> Block? {
    guard isPrintable(text) else { return nil }
    let core = withoutLastBreaks(text)
    let breaks = text.unicodeScalars.count - core.unicodeScalars.count
    guard !core.isEmpty, breaks < 2 else { return nil }
    var lines = core.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    let first = lines.first { !$0.isEmpty } ?? ""
    // A line of blanks alone would end the indentation, or be it.
    if lines.last?.allSatisfy({ $0 == " " || $0 == "\t" }) == true { return nil }
    let isIndented = first.hasPrefix(" ") || first.hasPrefix("\t")
    for index in lines.indices where lines[index].isEmpty { lines[index] = "" }
    return Block(
      header: "|" + (isIndented ? "\(indicator)" : "") + (breaks == 0 ? "-" : ""), lines: lines)
  }

  /// - Returns: nil where a folded block would read as another text.
  static func folded(_ text: String, width: Int) -> Block? {
    let core = withoutLastBreaks(text)
    let breaks = text.unicodeScalars.count - core.unicodeScalars.count
    guard breaks < 2, let lines = foldedLines(core, width: width) else { return nil }
    return Block(header: breaks == 0 ? ">-" : ">", lines: lines)
  }

  /// The lines of paragraphs, with an empty one between two.
  static func foldedLines(_ text: String, width: Int) -> [String]? {
    guard isPrintable(text), !text.contains("\t"), !text.isEmpty else { return nil }
    var lines: [String] = []
    let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, paragraph) in paragraphs.enumerated() {
      guard !paragraph.isEmpty, paragraph.first != " ", paragraph.last != " ",
        !paragraph.contains("  ")
      else { return nil }
      if index > 0 { lines.append("") }
      lines += filled(paragraph.split(separator: " ").map(String.init), width: width)
    }
    return lines
  }

  /// Words in lines of so many characters at most, but for words that are longer.
  static func filled(_ words: [String], width: Int) -> [String] {
    var lines: [String] = []
    var length = 0
    for word in words {
      let letters = word.unicodeScalars.count
      if let last = lines.last, length + 1 + letters <= width {
        lines[lines.count - 1] = last + " " + word
        length += 1 + letters
      } else {
        lines.append(word)
        length = letters
      }
    }
    return lines
  }

  static func withoutLastBreaks(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while scalars.last?.value == 0x0A { scalars.removeLast() }
    return String(scalars)
  }
}
