/// How many columns a terminal gives to a character.
enum DisplayWidth {
  static let tabStop = 4

  /// 0 for combining marks, 2 for East Asian wide characters and emoji, otherwise 1.
  ///
  /// A tab depends on where it stands: see `expanded`.
  static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.isASCII { return first.value < 0x20 || first.value == 0x7F ? 0 : 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if first.properties.isEmojiPresentation { return 2 }
    // A text character followed by the emoji variation selector is drawn as emoji.
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return isWide(first.value) ? 2 : 1
  }

  /// The blocks that Unicode Standard Annex 11 calls wide or full-width.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether a character could make the line look like another, or cannot be seen at all.
  private static func isHidden(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      guard let kind = HiddenCharacter.kind(of: scalar), kind != .lost else { return false }
      // Joiners and the tags of flags are parts of what they join.
      return kind.isForbidden && kind != .tag || character.unicodeScalars.count == 1
    }
  }

  /// The columns of a text whose every scalar is surely one character of one column; nil for any other.
  ///
  /// Nearly all lines are of these: printable ASCII, Latin letters, and the quotes and dashes of Italian
  /// texts. None of them joins its neighbour, so nobody has to look where characters end.
  static func plainColumns(of text: Substring) -> Int? {
    let bytes = text.utf8.span
    var (at, columns) = (0, 0)
    while at < bytes.count {
      switch bytes[at] {
      case 0x20...0x7E: at += 1
      case 0xC2 where [0xAB, 0xB0, 0xBB].contains(bytes[at + 1]): at += 2  // « ° »
      case 0xC3...0xC5: at += 2  // U+00C0 to U+017F
      case 0xE2 where isPlainMark(bytes[at + 1], bytes[at + 2]): at += 3
      default: return nil
      }
      columns += 1
    }
    return columns
  }

  /// – — ‘ ’ “ ” … €, by the bytes behind their first.
  private static func isPlainMark(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x93), (0x80, 0x94), (0x80, 0x98), (0x80, 0x99), (0x80, 0x9C), (0x80, 0x9D),
      (0x80, 0xA6), (0x82, 0xAC):
      true
    default: false
    }
  }

  /// The text with tabs as spaces and control characters as pictures, and its width in columns.
  static func expanded(_ text: Substring, from column: Int = 0) -> (text: String, columns: Int) {
    if let columns = plainColumns(of: text) { return (String(text), columns) }
    return expandedByCharacter(text, from: column)
  }

  static func expandedByCharacter(
    _ text: Substring, from column: Int = 0
  ) -> (text: String, columns: Int) {
    var result = ""
    var at = column
    for character in text {
      if character == "\t" {
        let width = tabStop - at % tabStop
        result += String(repeating: " ", count: width)
        at += width
      } else if let scalar = character.unicodeScalars.first, scalar.value < 0x20,
        let picture = Unicode.Scalar(0x2400 + scalar.value)
      {
        result.unicodeScalars.append(picture)
        at += 1
      } else if isHidden(character) {
        result += "\u{FFFD}"
        at += 1
      } else {
        result.append(character)
        at += columns(of: character)
      }
    }
    return (result, at - column)
  }
}
