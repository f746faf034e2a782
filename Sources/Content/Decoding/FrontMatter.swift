/// A text split into its YAML front matter and its Markdown body.
package struct FrontMatter {
  /// The YAML between the two lines of hyphens, and its first byte.
  package let yaml: (text: Substring, offset: Int)
  package let body: (text: Substring, offset: Int)

  package enum Absence: Error {
    case noOpening
    case noClosing
  }

  /// - Parameter start: the byte after a byte-order mark.
  package init(_ text: String, from start: Int) throws(Absence) {
    let bytes = text.utf8.span
    guard let first = FrontMatter.lineEnd(bytes, start),
      FrontMatter.isFence(bytes, start, first.end)
    else { throw .noOpening }
    var line = first.next
    while line < bytes.count {
      let end = FrontMatter.lineEnd(bytes, line) ?? (bytes.count, bytes.count)
      if FrontMatter.isFence(bytes, line, end.end) {
        yaml = (FrontMatter.slice(text, first.next, line), first.next)
        body = (FrontMatter.slice(text, end.next, bytes.count), end.next)
        return
      }
      line = end.next
    }
    throw .noClosing
  }

  private static func slice(_ text: String, _ start: Int, _ end: Int) -> Substring {
    let view = text.utf8
    let from = view.index(view.startIndex, offsetBy: start)
    return text[from..<view.index(from, offsetBy: end - start)]
  }

  /// The end of a line and the start of the next; nil where no line ends any more.
  private static func lineEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> (
    end: Int, next: Int
  )? {
    var at = start
    while at < bytes.count {
      if bytes[at] == 0x0A { return (at, at + 1) }
      if bytes[at] == 0x0D {
        return (at, at + 1 < bytes.count && bytes[at + 1] == 0x0A ? at + 2 : at + 1)
      }
      at += 1
    }
    return nil
  }

  private static func isFence(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var end = end
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard end - start == 3 else { return false }
    for at in start..<end where bytes[at] != UInt8(ascii: "-") { return false }
    return true
  }
}
