import Diagnostics
import Markdown

/// Where the nodes of a text stand in its file.
///
/// A class, so that what it takes to say so is made when the first place is asked for, and once.
final class NodePlaces {
  private let field: EmbeddedText
  private let sources: [SourceFile]
  private lazy var lines = LineIndex(field.text)
  private lazy var defined = NodePlaces.definitions(in: field.text, lines)
  private lazy var map = field.map(in: sources)

  init(_ field: EmbeddedText, _ sources: [SourceFile]) {
    (self.field, self.sources) = (field, sources)
  }

  /// The first byte of a line (from 1), or of the nearest that there is.
  func start(ofLine line: Int) -> Int { lines.starts[max(0, min(line, lines.starts.count) - 1)] }

  /// The place of a node, narrowed to a text inside it where that is found.
  func place(of node: Node, around needle: String) -> SourceRange {
    // Inlines of some kinds have no position of their own; the block they stand in has.
    var known: Node? = node
    while let candidate = known, candidate.lines.lowerBound == 0 { known = candidate.parent }
    guard let known, known.lines.lowerBound >= 1, known.lines.lowerBound <= lines.starts.count
    else {
      return field.place
    }
    let size = field.text.utf8.count
    let start = min(size, lines.starts[known.lines.lowerBound - 1] + max(0, known.startColumn - 1))
    let lastLine = min(known.lines.upperBound, lines.starts.count)
    var end = min(size, lines.starts[lastLine - 1] + max(1, known.endColumn))
    if end <= start { end = min(size, lines.bytes(ofLine: known.lines.lowerBound - 1).upperBound) }
    let bytes = Array(needle.utf8)
    if start < end, let found = field.text.offset(of: bytes, in: start..<end) {
      return map.place(of: found..<found + bytes.count)
    }
    // What a link only refers to is written where it is defined, and mended there.
    if let place = defined[needle] { return map.place(of: place) }
    return map.place(of: start..<max(start + 1, end))
  }

  /// The addresses of `[name]: address`, each where it stands first.
  private static func definitions(in text: Substring, _ lines: LineIndex) -> [String: Range<Int>] {
    var found: [String: Range<Int>] = [:]
    let bytes = Array(text.utf8)
    for line in lines.starts.indices {
      let range = lines.bytes(ofLine: line)
      let start = bytes[range].firstIndex { $0 != 0x20 } ?? range.upperBound
      guard start < range.upperBound, bytes[start] == UInt8(ascii: "["),
        let end = bytes[start..<range.upperBound].firstRange(of: Array("]:".utf8))
      else { continue }
      let rest = bytes[end.upperBound..<range.upperBound].drop { $0 == 0x20 || $0 == 0x3C }
      let address = rest.prefix { $0 > 0x20 && $0 != 0x3E }
      guard !address.isEmpty else { continue }
      let name = String(decoding: address, as: UTF8.self)
      if found[name] == nil { found[name] = address.startIndex..<address.endIndex }
    }
    return found
  }
}
