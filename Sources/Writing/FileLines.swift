/// The lines of a file as bytes: every break that the reader of YAML knows in files (CR LF, LF, CR).
struct FileLines {
  let bytes: [UInt8]
  /// The first byte of the first line, behind a byte-order mark.
  let first: Int

  init(_ bytes: [UInt8], from first: Int = 0) { (self.bytes, self.first) = (bytes, first) }

  /// The break that the file has first; that of most systems where it has none.
  var lineBreak: [UInt8] {
    guard let first = bytes.firstIndex(where: FileLines.isBreak) else { return [0x0A] }
    return Array(bytes[first..<next(from: first)])
  }

  func start(of at: Int) -> Int {
    var start = at
    while start > first, !FileLines.isBreak(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// The end of a line, before its break.
  func end(of at: Int) -> Int {
    var end = at
    while end < bytes.count, !FileLines.isBreak(bytes[end]) { end += 1 }
    return end
  }

  /// The first byte behind the break of a line, or the file's end.
  func next(from at: Int) -> Int {
    let end = end(of: at)
    guard end < bytes.count else { return end }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  /// The start of the line above; nil on the first.
  func above(_ start: Int) -> Int? {
    guard start > first else { return nil }
    let isPair = start > first + 1 && bytes[start - 1] == 0x0A && bytes[start - 2] == 0x0D
    return self.start(of: start - (isPair ? 2 : 1))
  }

  /// How many bytes stand before on the line: of what is indented, blanks.
  func column(of at: Int) -> Int { at - start(of: at) }

  func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(FileLines.isWhite) }

  /// Whether only blanks stand before on the line.
  func isFirst(_ at: Int) -> Bool { isBlank(start(of: at)..<at) }

  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isWhite(_ byte: UInt8) -> Bool { isBlank(byte) || isBreak(byte) }

  /// Whether a comment begins on the line, at a column.
  func isComment(_ start: Int, column: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: "#") && at - start == column
  }

  /// The end of what stands below an entry and further in than it: comments, with the empty lines before them.
  func tail(from start: Int, below column: Int, before limit: Int) -> Int {
    var (end, at) = (start, start)
    while at < limit {
      let next = min(next(from: at), limit)
      let line = bytes[at..<next]
      let indent = line.prefix { $0 == 0x20 }.count
      let isComment = line.dropFirst(indent).first == UInt8(ascii: "#")
      if isComment, indent > column {
        end = next
      } else if !line.allSatisfy(FileLines.isWhite) {
        break
      }
      guard next > at else { break }
      at = next
    }
    return end
  }

  /// The first of the comment lines that stand right above something, at its column.
  func own(_ at: Int, notAbove limit: Int) -> Int {
    var start = start(of: at)
    let column = at - start
    while start > limit, let line = above(start), line >= limit, isComment(line, column: column) {
      start = line
    }
    return start
  }
}
