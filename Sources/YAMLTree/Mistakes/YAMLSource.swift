/// The bytes of a document, for reading it as its author wrote it.
struct YAMLSource {
  let bytes: [UInt8]

  init(_ text: borrowing Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for at in text.indices { bytes.append(text[at]) }
    self.bytes = bytes
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  /// Whether words end at a place: there is a space, a tab or the end of the line.
  func isGap(_ at: Int) -> Bool { at >= bytes.count || bytes[at] <= 0x20 }

  func isBlank(_ at: Int) -> Bool { at < bytes.count && (bytes[at] == 0x20 || bytes[at] == 0x09) }

  func isEnding(_ at: Int) -> Bool { at < bytes.count && (bytes[at] == 0x0A || bytes[at] == 0x0D) }

  func skipBlanks(_ start: Int, to end: Int) -> Int {
    var at = start
    while at < end, isBlank(at) { at += 1 }
    return at
  }

  /// The place after the quote that closes a text between quotes, on this line or a later one.
  func closing(_ start: Int, before end: Int) -> Int? {
    let quote = bytes[start]
    var at = start + 1
    while at < end {
      if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 2
      } else if bytes[at] == quote {
        // Two single quotes stand for one.
        guard quote == UInt8(ascii: "'"), at + 1 < end, bytes[at + 1] == quote else {
          return at + 1
        }
        at += 2
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Where a line begins that holds a byte.
  func lineStart(_ at: Int) -> Int {
    var start = min(at, bytes.count)
    while start > 0, !isEnding(start - 1) { start -= 1 }
    return start
  }
}
