/// A path with backslashes between double quotes, of which YAML would make other characters.
enum EscapedPath {
  /// The first backslash of such a path, and the letter behind it.
  ///
  /// `"C:\nuovo"`, `"immagini\nuova.jpg"`; but `"una riga\nun'altra"` is what somebody meant.
  static func first(in bytes: [UInt8]) -> Range<Int>? {
    var word = 0
    while word < bytes.count {
      var end = word
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      if let slash = bytes[word..<end].firstIndex(of: UInt8(ascii: "\\")), slash + 1 < end,
        isPath(bytes[word..<end], slash)
      {
        return slash..<slash + 2
      }
      word = end + 1
    }
    return nil
  }

  private static func isPath(_ word: ArraySlice<UInt8>, _ slash: Int) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    let drive = slash - word.startIndex == 2 && word[slash - 1] == UInt8(ascii: ":")
    if drive, isLetter(word[word.startIndex]) { return true }
    guard slash > word.startIndex, let dot = word.lastIndex(of: UInt8(ascii: ".")), dot > slash
    else { return false }
    let ending = word[(dot + 1)...]
    return (2...4).contains(ending.count)
      && ending.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "3") }
  }
}
