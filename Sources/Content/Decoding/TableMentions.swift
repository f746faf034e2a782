import Diagnostics
import Files

/// How often texts name each of some files, counted before any of them is read for it.
struct TableMentions {
  private(set) var counts: [String: Int] = [:]

  /// - Parameter names: the names of the files without their folders.
  init(_ names: some Sequence<String>, in texts: some Sequence<String>) {
    let known = Set(names)
    guard !known.isEmpty else { return }
    for text in texts {
      var start = 0
      while let ending = text[...].offset(of: ".csv", from: start) {
        start = ending + 4
        let name = TableMentions.name(in: text, endingAt: start)
        if known.contains(name) { counts[name, default: 0] += 1 }
      }
    }
  }

  /// What stands before a place, back to the colon, the quote or the folder before it.
  private static func name(in text: String, endingAt end: Int) -> String {
    let bytes = text.utf8.span
    var start = end
    // Of a name the disk takes no more.
    while start > 0, end - start < 256, !"/:\"'\n\r".utf8.contains(bytes[start - 1]) { start -= 1 }
    while start < end, bytes[start] == 0x20 { start += 1 }
    return String(text.slice(utf8: start..<end))
  }
}
