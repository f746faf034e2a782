/// A text that stands inside a source file, perhaps unindented, unfolded or unescaped on its way out.
package struct EmbeddedText: Sendable {
  package let text: Substring
  /// Where the text stands in its file: the scalar with its indicators, or the body of a `.md`.
  package let place: SourceRange

  package init(_ text: Substring, at place: SourceRange) {
    self.text = text
    self.place = place
  }

  package var isEmpty: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  /// The places of all bytes of the text; it takes a pass over them, so it is made for diagnostics only.
  package func map(in sources: [SourceFile]) -> SourceMap {
    sources[place.file].map { map(inFile: $0.text) } ?? SourceMap(place, .whole)
  }

  /// The same, where the text of the file is at hand.
  package func map(inFile file: String) -> SourceMap {
    let written = file.slice(utf8: place.bytes)
    // Most texts stand in their files as they are, but for characters that were read as blanks; only an
    // escape may be shorter than what it stands for.
    if written.utf8.count == text.utf8.count,
      written.utf8.first != UInt8(ascii: "\"") || written.utf8.elementsEqual(text.utf8)
    {
      return SourceMap(place, .same)
    }
    return SourceMap(
      place,
      TextOrigins.origins(
        of: text.copiedBytes, in: written.copiedBytes,
        breakBehind: LineBreak.length(at: place.bytes.upperBound, in: file.utf8.span)))
  }

  /// The bytes of the file that a stretch of the text came from.
  package func range(of local: Range<Int>, in sources: [SourceFile]) -> SourceRange {
    map(in: sources).place(of: local)
  }
}
