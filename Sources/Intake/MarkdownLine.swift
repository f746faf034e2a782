import Office

/// Words of one line with what is set off in them.
struct MarkdownLine {
  let isPlain: Bool
  let isTable: Bool
  private var pieces: [(text: String, look: OfficeText.Look, isRaw: Bool)] = []

  init(isPlain: Bool, isTable: Bool) { (self.isPlain, self.isTable) = (isPlain, isTable) }

  mutating func add(_ text: String, _ look: OfficeText.Look) {
    let words = Superscript.shown(MarkdownLine.clean(text), look)
    var look = look
    (look.isHighlighted, look.isRaised, look.isLowered, look.isHidden, look.field) = (
      false, false, false, false, nil
    )
    if isPlain { (look.isBold, look.isItalic, look.isStruck) = (false, false, false) }
    if let address = look.address, MarkdownLine.target(address) == nil { look.address = nil }
    if let last = pieces.last, !last.isRaw, last.look == look {
      pieces[pieces.count - 1].text += words
    } else {
      pieces.append((words, look, false))
    }
  }

  mutating func addRaw(_ text: String) { pieces.append((text, OfficeText.Look(), true)) }

  mutating func addBreak() { addRaw("\\\n") }

  var text: String {
    var line = ""
    for piece in pieces {
      guard !piece.isRaw else {
        line += piece.text
        continue
      }
      line += marked(piece.text, piece.look)
    }
    var lines = line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      MarkdownLine.collapsed($0)
    }
    // A break at an end breaks nothing.
    while let last = lines.last, last.isEmpty || last == "\\" { lines.removeLast() }
    // Two are one that is written.
    if let last = lines.last, !last.reversed().prefix(while: { $0 == "\\" }).count.isMultiple(of: 2)
    {
      lines[lines.count - 1].removeLast()
    }
    while let first = lines.first, first == "\\" || first.isEmpty { lines.removeFirst() }
    return lines.map { isTable ? $0 : MarkdownLine.guarded($0) }.joined(separator: "\n")
  }

  /// Signs stand at words, not at the spaces around them.
  private func marked(_ text: String, _ look: OfficeText.Look) -> String {
    let core = text.drop { $0.isWhitespace }
    let start = text[..<core.startIndex]
    var inner = core
    while inner.last?.isWhitespace == true { inner = inner.dropLast() }
    let end = core[inner.endIndex...]
    guard !inner.isEmpty else { return text }
    var words =
      look.address == nil
      ? MarkdownLine.written(String(inner), isTable: isTable)
      : MarkdownLine.escaped(String(inner), isTable: isTable)
    if look.isStruck { words = "~~\(words)~~" }
    if look.isBold, look.isItalic {
      words = "***\(words)***"
    } else if look.isBold {
      words = "**\(words)**"
    } else if look.isItalic {
      words = "*\(words)*"
    }
    if let address = look.address.flatMap({ MarkdownLine.target($0, isTable: isTable) }) {
      words = "[\(words)](\(address))"
    }
    return start + words + end
  }

  /// An address as Markdown names it; nil for what no page may lead to.
  static func target(_ address: String, isTable: Bool = false) -> String? {
    let known = ["http://", "https://", "mailto:", "tel:"]
    guard known.contains(where: { address.lowercased().hasPrefix($0) }),
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    // No sign of a cell can stand in it.
    let address = isTable ? address.replacing("|", with: "%7C") : address
    let needsBrackets = address.contains { "()<>\\".contains($0) }
    guard needsBrackets else { return address }
    return "<"
      + address.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("\\", with: "%5C")
      + ">"
  }

  /// One space where there are several, as on a page.
  private static func collapsed(_ line: Substring) -> String {
    var text = ""
    for character in line {
      if character == " " || character == "\t" {
        if !text.isEmpty, text.last != " " { text.append(" ") }
      } else {
        text.append(character)
      }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Without what nobody sees: soft hyphens, marks of direction, signs of fonts that are not there.
  static func clean(_ text: String) -> String {
    // Most texts have nothing of it.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x202F, 0x2007: scalars.append(scalar.value == 0x202F ? "\u{A0}" : scalar)
      case 0x2011: scalars.append("-")
      case 0x2028, 0x2029, 0x0A, 0x0D: scalars.append(" ")
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFC:
        continue
      case 0..<0x20 where scalar.value != 0x09: continue
      case 0xE000...0xF8FF, 0xE0000...0xE0FFF: scalars.append("\u{25A1}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  // Signs

  /// The same where addresses become links by themselves: one with signs in it is written as a link.
  static func written(_ text: String, isTable: Bool) -> String {
    guard BareAddress.mayStand(in: text) else { return escaped(text, isTable: isTable) }
    var result = ""
    var at = text.startIndex
    while let bare = BareAddress(in: text, from: at) {
      let whole = String(text[bare.range.lowerBound..<bare.end])
      let words = escaped(whole, isTable: isTable)
      result += escaped(String(text[at..<bare.range.lowerBound]), isTable: isTable)
      let isFollowed = bare.end < text.endIndex && text[bare.end] == "<"
      if words == whole, !isFollowed, whole.utf8.count <= BareAddress.longest {
        result += whole
      } else if whole.utf8.count <= BareAddress.longest,
        let target = target(bare.target, isTable: isTable)
      {
        let rest = String(text[bare.range.upperBound..<bare.end])
        result += "[\(escaped(String(text[bare.range]), isTable: isTable))](\(target))"
        result += escaped(rest, isTable: isTable)
      } else {
        // It leads nowhere, and is a text.
        let sign = words.firstIndex { ":.".contains($0) } ?? words.startIndex
        result += words[..<sign] + "\\" + words[sign...]
      }
      at = bare.end
    }
    return result + escaped(String(text[at...]), isTable: isTable)
  }

  /// With a backslash before what would be a sign of Markdown anywhere in a line.
  static func escaped(_ text: String, isTable: Bool) -> String {
    var result = ""
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      let isSign =
        switch character {
        case "\\", "`", "*", "[", "]", "<", ">": true
        // Within a word it is one.
        case "_": !(before.isLetter || before.isNumber) || !(after.isLetter || after.isNumber)
        case "~": before == "~" || after == "~"
        case "&": after.isLetter || after == "#"
        case "|": isTable
        case "!": after == "["
        default: false
        }
      if isSign { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// With a backslash before what would be a sign at the start of a line.
  static func guarded(_ line: String) -> String {
    guard let first = line.first else { return line }
    let rest = line.dropFirst()
    let isAlone = rest.isEmpty || rest.first == " "
    switch first {
    case "#": return rest.drop { $0 == "#" }.first.map { $0 == " " } ?? true ? "\\" + line : line
    case "-", "+":
      return isAlone || line.allSatisfy({ $0 == first || $0 == " " }) ? "\\" + line : line
    case "=": return line.allSatisfy { $0 == "=" } ? "\\" + line : line
    case "~": return line.hasPrefix("~~~") ? "\\" + line : line
    case "|": return "\\" + line
    case "0"..."9":
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      let behind = line.dropFirst(digits.count)
      guard digits.count < 10, let sign = behind.first, sign == "." || sign == ")",
        behind.dropFirst().first.map({ $0 == " " }) ?? true
      else { return line }
      return digits + "\\" + behind
    default: return line
    }
  }
}

/// Digits and letters above the line, which Unicode has.
enum Superscript {
  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺",
    "-": "⁻", "n": "ⁿ", "o": "º", "a": "ª",
  ]
  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉",
  ]
  private static let flat = Dictionary(
    (Array(raised) + Array(lowered)).map { ($0.value, $0.key) }
  ) { first, _ in first }

  static func shown(_ text: String, _ look: OfficeText.Look) -> String {
    let table = look.isRaised ? raised : look.isLowered ? lowered : [:]
    guard !table.isEmpty, text.allSatisfy({ table[$0] != nil }) else { return text }
    return String(text.map { table[$0] ?? $0 })
  }

  /// On the line again, to compare.
  static func flattened(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : String(text.map { flat[$0] ?? $0 })
  }
}
