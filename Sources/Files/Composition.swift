extension String {
  /// The text with each letter and its accent in one code (Unicode Standard Annex 15, NFC), as all
  /// systems but Apple's write them.
  package var composed: String { self[...].composed }
}

extension Substring {
  package var composed: String {
    guard Composition.mayBeNeeded(in: utf8.span) else { return String(self) }
    var result = ""
    result.reserveCapacity(utf8.count)
    for character in self {
      if character.unicodeScalars.count > 1, let whole = Composition.whole[character] {
        result.unicodeScalars.append(whole)
      } else {
        result.append(character)
      }
    }
    return result
  }
}

private enum Composition {
  /// The accents that combine begin with two bytes in UTF-8 that no other character begins with.
  static func mayBeNeeded(in text: borrowing Span<UInt8>) -> Bool {
    for at in text.indices where text[at] == 0xCC || text[at] == 0xCD { return true }
    return false
  }

  /// The letters that have a code with their accents: Latin, Greek and Cyrillic.
  ///
  /// Characters are equal where they are canonically equivalent, so each is found by its parts too.
  static let whole: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for block in [0xC0...0x24F, 0x388...0x3CE, 0x400...0x4FF, 0x1E00...0x1FFF] {
      for scalar in block.compactMap({ Unicode.Scalar(UInt32($0)) })
      where table[Character(scalar)] == nil {
        table[Character(scalar)] = scalar
      }
    }
    return table
  }()
}
