extension UInt8 {
  /// What CSS and HTML call whitespace.
  var isBlank: Bool {
    switch self {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: true
    default: false
    }
  }

  /// What ends a line, and with it a string that has no end.
  var isNewline: Bool {
    self == 0x0A || self == 0x0C || self == 0x0D
  }

  /// What a name is made of, escapes apart.
  var isName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  var isDigit: Bool {
    self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
  }

  /// The letter in lower case; any other byte as it is.
  var lowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// The value of a hexadecimal digit.
  var hexadecimal: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// Whether a place has a byte and it is this one.
  func has(_ byte: UInt8, at place: Int) -> Bool {
    place < count && self[place] == byte
  }

  /// Whether the text goes on at a place with these bytes.
  func has(_ bytes: [UInt8], at place: Int) -> Bool {
    guard place >= 0, place + bytes.count <= count else { return false }
    for offset in bytes.indices where self[place + offset] != bytes[offset] { return false }
    return true
  }

  /// Whether a part of the text is this word of ASCII letters, in whatever case.
  func reads(_ word: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<letters.count
      where unsafe self[range.lowerBound + offset].lowercased != letters[offset] {
        return false
      }
      return true
    }
  }

  /// The end of a part of the text without the blanks after it.
  func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isBlank {
      // A blank after a backslash is part of a name.
      if end - 1 > range.lowerBound, self[end - 2] == UInt8(ascii: "\\") { break }
      end -= 1
    }
    return end
  }
}
