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

  /// The text with tabs as spaces and control characters as pictures, and its width in columns.
  static func expanded(_ text: Substring, from column: Int = 0) -> (text: String, columns: Int) {
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
