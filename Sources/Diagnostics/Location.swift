/// A place as people name it: path, line and column, counted from 1, columns in characters.
package struct Location: Sendable {
  package let path: String
  package let line: Int
  package let column: Int
  package let endLine: Int
  package let endColumn: Int
}

/// The sources of a build, able to name a place in them.
///
/// The line index of a file is made when its first diagnostic is printed; a clean build makes none.
package struct Locator {
  package let sources: [SourceFile]
  private var indexes: [SourceFile.ID: LineIndex] = [:]
  /// The place that was named last: the next one in a long line is counted on from there.
  private var last: (file: SourceFile.ID, line: Int, offset: Int, column: Int)?

  package init(_ sources: [SourceFile]) { self.sources = sources }

  package func file(_ id: SourceFile.ID) -> SourceFile? { sources[id] }

  package mutating func lines(of id: SourceFile.ID) -> LineIndex? {
    if let known = indexes[id] { return known }
    guard let file = file(id) else { return nil }
    let index = LineIndex(file.text)
    indexes[id] = index
    return index
  }

  package mutating func location(of place: SourceRange) -> Location? {
    guard let file = file(place.file), let lines = lines(of: place.file) else { return nil }
    let start = position(place.bytes.lowerBound, in: file, place.file, lines)
    let end = position(place.bytes.upperBound, in: file, place.file, lines)
    return Location(
      path: file.path, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column)
  }

  private mutating func position(
    _ offset: Int, in file: SourceFile, _ id: SourceFile.ID, _ lines: LineIndex
  ) -> (line: Int, column: Int) {
    let line = lines.line(of: offset)
    let begin = lines.starts[line]
    var from = begin
    var columns = 0
    if let last, last.file == id, last.line == line, last.offset <= offset {
      (from, columns) = (last.offset, last.column)
    }
    let before = file.text.slice(utf8: from..<max(offset, from))
    // A byte-order mark is no column of the author's.
    columns += (from == begin ? before.drop { $0 == "\u{FEFF}" } : before).count
    last = (id, line, max(offset, from), columns)
    return (line + 1, columns + 1)
  }
}
