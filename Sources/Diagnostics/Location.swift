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
  /// The files of diagnostics as they are shown: with signs in place of passwords.
  private var shown: [SourceFile.ID: SourceFile] = [:]
  /// Of the long lines that have a place, by their numbers.
  private var columns: [SourceFile.ID: [Int: ColumnIndex]] = [:]

  /// Shorter lines are counted through each time, in bytes.
  private static let long = 1024

  package init(_ sources: [SourceFile]) { self.sources = sources }

  /// A file whose places are told; its text is of the same length and lines as the file's.
  package mutating func file(_ id: SourceFile.ID) -> SourceFile? {
    if let known = shown[id] { return known }
    guard let file = sources[id] else { return nil }
    let masked = SourceFile(path: file.path, text: Credentials.masked(file.text))
    shown[id] = masked
    return masked
  }

  package mutating func lines(of id: SourceFile.ID) -> LineIndex? {
    if let known = indexes[id] { return known }
    guard let file = file(id) else { return nil }
    let index = LineIndex(file.text[...])
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
    let bytes = lines.bytes(ofLine: line)
    let mark: ColumnIndex.Mark =
      bytes.count > Locator.long
      ? columnIndex(of: line, bytes, file, id).mark(upTo: offset) : (bytes.lowerBound, 0)
    let before = file.text.slice(utf8: mark.offset..<max(offset, mark.offset))
    return (line + 1, mark.column + ColumnIndex.count(before, isBeginning: mark.column == 0) + 1)
  }

  private mutating func columnIndex(
    of line: Int, _ bytes: Range<Int>, _ file: SourceFile, _ id: SourceFile.ID
  ) -> ColumnIndex {
    if let known = columns[id]?[line] { return known }
    let made = ColumnIndex(file.text.slice(utf8: bytes), from: bytes.lowerBound)
    columns[id, default: [:]][line] = made
    return made
  }
}
