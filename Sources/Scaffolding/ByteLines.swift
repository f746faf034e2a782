/// The lines of a file, as bytes.
struct ByteLines {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the line ends on which a byte stands, before its break.
  func end(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// The break that the file has; that of most systems where it has none.
  var lineBreak: [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
    guard bytes[first] == 0x0D else { return [0x0A] }
    return bytes[(first + 1)...].first == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }

  /// The hyphen that stands alone before an entry on its line: what is before it, and where the line begins.
  func dash(before start: Int) -> (indent: String, line: Int)? {
    var at = start
    while at > 0, bytes[at - 1] == 0x20 { at -= 1 }
    guard at > 0, at < start, bytes[at - 1] == UInt8(ascii: "-") else { return nil }
    let line = bytes[..<(at - 1)].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    let before = bytes[line..<(at - 1)]
    return before.allSatisfy { $0 == 0x20 } ? (String(decoding: before, as: UTF8.self), line) : nil
  }
}
