/// An address in a text, which the Markdown of pages takes for a link without signs around it (GFM, 6.9).
///
/// No backslash can stand in it: it would be one of its letters.
struct BareAddress {
  /// Where it stands, without the signs at its end that are none of its own.
  let range: Range<String.Index>
  /// Up to the next blank.
  let end: String.Index
  /// Where it leads.
  let target: String

  /// The first in a text, from a place on.
  init?(in text: String, from start: String.Index) {
    var at = start
    while at < text.endIndex {
      if "hfwHFW".contains(text[at]),
        let opening = BareAddress.openings.first(where: { opening in
          BareAddress.begins(opening, text, at)
        }), BareAddress.isFree(text, at, opening)
      {
        let end = text[at...].firstIndex { $0.isWhitespace || $0 == "<" } ?? text.endIndex
        let own = BareAddress.trimmed(text[at..<end])
        if own.count > opening.count {
          (range, self.end) = (at..<own.endIndex, end)
          target = (opening == "www." ? "http://" : "") + own
          return
        }
      }
      at = text.index(after: at)
    }
    return nil
  }

  /// Whether there may be one: most texts have none.
  static func mayStand(in text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ":")) || text.lowercased().contains("www.")
  }

  /// Bytes; what is longer leads nowhere, and takes its reader the square of its brackets.
  static let longest = 2048

  private static let openings = ["https://", "http://", "ftp://", "www."]

  private static func begins(_ opening: String, _ text: String, _ at: String.Index) -> Bool {
    var (place, rest) = (at, opening[...])
    while let wanted = rest.popFirst() {
      guard place < text.endIndex, text[place].lowercased() == String(wanted) else { return false }
      place = text.index(after: place)
    }
    return true
  }

  private static func isFree(_ text: String, _ at: String.Index, _ opening: String) -> Bool {
    guard at > text.startIndex else { return true }
    let before = text[text.index(before: at)]
    return opening == "www."
      ? before.isWhitespace || "*_~(".contains(before) : !(before.isASCII && before.isLetter)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    var unopened = text.count { $0 == ")" } - text.count { $0 == "(" }
    while let last = text.last {
      guard "?!.,:;*_~'\"".contains(last) || last == ")" && unopened > 0 else { break }
      if last == ")" { unopened -= 1 }
      text.removeLast()
    }
    return text
  }
}
