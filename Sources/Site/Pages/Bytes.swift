import Glibc

extension [UInt8] {
  /// The next place of a byte, found many bytes at a time.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Where a mark of the form `<!--[name]-->` begins.
  func firstIndex(ofMark mark: [UInt8], from start: Int) -> Int? {
    let haystack = span
    // The bracket stands behind `<!--` and is rarer than any other byte of the marks.
    var bracket = start + 4
    while let found = firstIndex(of: UInt8(ascii: "["), from: bracket) {
      bracket = found + 1
      let at = found - 4
      guard at + mark.count <= haystack.count else { return nil }
      var index = 0
      while index < mark.count, haystack[at + index] == mark[index] { index += 1 }
      if index == mark.count { return at }
    }
    return nil
  }
}
