/// Paragraphs as texts that a search shows a piece of: long ones in several.
enum SearchedText {
  /// Whoever finds a passage loads the texts around it, so none is long.
  private static let usual = 1_500
  private static let longest = 6_000

  /// The paragraphs one behind the other, in texts of some length; one at least, which may be empty.
  static func divided(_ paragraphs: [String]) -> [String] {
    var texts: [String] = []
    var (open, length): ([String], Int) = ([], 0)
    for paragraph in paragraphs.flatMap(pieces) {
      if length > 0, length + paragraph.utf8.count > usual {
        texts.append(joined(open))
        (open, length) = ([], 0)
      }
      open.append(paragraph)
      length += paragraph.utf8.count
    }
    if !open.isEmpty || texts.isEmpty { texts.append(joined(open)) }
    return texts
  }

  /// A text that ends no sentence is told apart from the next by a dot.
  static func joined(_ texts: [String]) -> String {
    var result = ""
    for text in texts where !text.isEmpty {
      if let last = result.unicodeScalars.last {
        result += ".!?:;…»”".unicodeScalars.contains(last) ? " " : " · "
      }
      result += text
    }
    return result
  }

  /// Cut between words, where it is longer than any.
  private static func pieces(_ paragraph: String) -> [String] {
    var pieces: [String] = []
    var rest = paragraph[...]
    while rest.utf8.count > longest {
      let end = rest.utf8.index(rest.startIndex, offsetBy: longest)
      let head = rest.utf8[..<end]
      // Without a blank it is cut where a letter begins.
      let cut =
        head.lastIndex(of: 0x20)
        ?? head.lastIndex { $0 & 0xC0 != 0x80 } ?? end
      guard cut > rest.startIndex else { break }
      pieces.append(String(rest[..<cut]))
      rest = rest[cut...]
    }
    pieces.append(String(rest))
    return pieces
  }
}
