/// The definitions of footnotes in a text as they are written, `[^1]: …`.
struct NoteMarks {
  struct Definition {
    let label: String
    let line: Int
    /// The mark with its colon, in bytes of the field.
    let range: Range<Int>
  }

  /// Those that Markdown took for no definition that anything calls.
  let lost: [Definition]
  /// The labels of the others.
  let kept: Set<String>

  init(_ text: WrittenText) {
    guard text.bytes.contains(UInt8(ascii: "^")) else {
      (lost, kept) = ([], [])
      return
    }
    var notes: Set<Int> = []
    var hidden: Set<Int> = []
    for part in text.parts {
      switch part.kind {
      case .note: notes.insert(part.lines.lowerBound)
      case .code, .html: hidden.formUnion(part.lines)
      default: break
      }
    }
    var lost: [Definition] = []
    var kept: Set<String> = []
    for number in 1...text.lineCount where !hidden.contains(number) {
      guard let found = NoteMarks.definition(on: number, text) else { continue }
      if notes.contains(number) {
        kept.insert(found.label.lowercased())
      } else if !found.label.contains(where: \.isWhitespace) {
        lost.append(found)
      }
    }
    (self.lost, self.kept) = (lost, kept)
  }

  private static func definition(on line: Int, _ text: WrittenText) -> Definition? {
    let range = text.trimmed(line)
    let bytes = text.bytes[range]
    guard bytes.starts(with: "[^".utf8), let close = bytes.firstIndex(of: UInt8(ascii: "]")),
      close > range.lowerBound + 2, close + 1 < range.upperBound,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return Definition(
      label: text.string(range.lowerBound + 2..<close), line: line,
      range: range.lowerBound..<close + 2)
  }
}
