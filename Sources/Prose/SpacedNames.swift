import Diagnostics
import Facts
import Markdown

/// Names of files with blanks, as they stand on the disk: `[bando](documenti/bando 2024.pdf)`.
///
/// Markdown takes no address with a blank in it. Where the file is there, each blank is parsed as a
/// control character, which no text may hold, so that every place in the text stays the same.
enum SpacedNames {
  private static let blank: UInt8 = 0x1F
  private static let space = UInt8(ascii: " ")
  /// Longer than any path that an author writes.
  private static let longest = 600

  /// The text with the names of files joined; nil where it names none with blanks.
  static func joined(_ field: EmbeddedText, _ context: SiteContext) -> Substring? {
    guard field.text.offset(of: "](") != nil else { return nil }
    var bytes = Array(field.text.utf8)
    var isChanged = false
    var at = 0
    while at + 1 < bytes.count {
      defer { at += 1 }
      guard bytes[at] == UInt8(ascii: "]"), bytes[at + 1] == UInt8(ascii: "("),
        let name = name(in: bytes, from: at + 2), isFile(bytes[name], field, context)
      else { continue }
      for place in name where bytes[place] == space { bytes[place] = blank }
      isChanged = true
      at = name.upperBound
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self)[...] : nil
  }

  /// Gives the blanks back to all that was parsed.
  static func restore(_ root: Node) {
    for (node, _) in root.preorder() {
      switch node.kind {
      case .link, .image:
        if node.addressContains(blank) { node.address = restored(node.address) }
      case .text, .code, .codeBlock, .htmlInline, .htmlBlock:
        if node.literalContains(blank) { node.literal = restored(node.literal) }
      default: break
      }
    }
  }

  private static func restored(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == blank ? space : $0 }, as: UTF8.self)
  }

  /// The name between the brackets of a link on one line, without a title; nil without a blank in it.
  private static func name(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var depth = 1
    var end = start
    while end < min(bytes.count, start + longest), bytes[end] != 0x0A, bytes[end] != 0x0D {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      end += 1
    }
    guard depth == 0 else { return nil }
    var first = start
    while first < end, bytes[first] == space { first += 1 }
    guard first < end, bytes[first] != UInt8(ascii: "<") else { return nil }
    var last = end
    if bytes[last - 1] == UInt8(ascii: "\""),
      let quote = bytes[first..<last - 1].lastIndex(of: UInt8(ascii: "\"")), quote > first,
      bytes[quote - 1] == space
    {
      last = quote
    }
    while last > first, bytes[last - 1] == space { last -= 1 }
    return bytes[first..<last].contains(space) ? first..<last : nil
  }

  private static func isFile(
    _ name: ArraySlice<UInt8>, _ field: EmbeddedText, _ context: SiteContext
  ) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    return LocalFile.find(name, of: field.place, context) != nil
  }
}
