import Diagnostics
package import Files

/// Who changed what and when, a line for each change, in a table that any spreadsheet opens.
///
/// Lines are only added. Each has the hash of the one before it, so that it shows where one was taken out or changed.
package struct Journal: Sendable {
  package struct Line: Sendable, Equatable {
    /// ISO 8601, in UTC.
    package let time: String
    /// As they named themselves, which nothing proves.
    package let author: String
    /// Relative to the content's folder.
    package let path: String
    package let field: String
    package let kind: String
    /// SHA-256 of the file.
    package let before: String
    package let after: String

    package init(
      time: String, author: String, path: String, field: String, kind: String, before: String,
      after: String
    ) {
      (self.time, self.author, self.path, self.field) = (time, author, path, field)
      (self.kind, self.before, self.after) = (kind, before, after)
    }

    /// Each on one line.
    fileprivate var cells: [String] {
      [time, author, path, field, kind, before, after].map { cell in
        String(cell.map { $0.isNewline ? " " : $0 })
      }
    }
  }

  private let path: String

  package init(_ path: String) { self.path = path }

  private static let heading = [
    "ora", "chi", "file", "campo", "che cosa", "prima", "dopo", "riga prima",
  ]

  /// Adds lines; the folder is kept for this process.
  func add(_ lines: [Line]) throws(FileError) {
    var bytes = try read()
    let start = bytes.count
    if bytes.isEmpty {
      var writer = CSVWriter()
      writer.line(Journal.heading)
      bytes = writer.bytes
    } else if bytes.last != 0x0A {
      // Cut short when it was last written: the line is not lost, and shows as what it is.
      bytes += [0x0D, 0x0A]
    }
    var last = Journal.rows(bytes).last ?? []
    for line in lines {
      var writer = CSVWriter()
      for cell in line.cells { writer.text(cell) }
      writer.value(FileHash.digest(of: last))
      last = writer.bytes
      bytes += last + [0x0D, 0x0A]
    }
    try FileSystem.append(Array(bytes[start...]), to: path)
  }

  package func lines() throws(FileError) -> [Line] { Journal.lines(try read()[...]) }

  /// The lines at the end of a long one.
  func lastLines() throws(FileError) -> [Line] {
    let bytes = try read()
    guard bytes.count > Journal.lastBytes else { return Journal.lines(bytes[...]) }
    // What stands before the first line end is part of a line, as the heading is none of them.
    return Journal.lines(bytes.suffix(Journal.lastBytes))
  }

  private static let lastBytes = 1 << 16

  /// Of what stands behind the first line.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> [Line] {
    let rest = bytes.drop { $0 != 0x0A }.dropFirst()
    let rows = CSV(
      String(decoding: rest, as: UTF8.self), of: SourceFile.ID(0), separator: UInt8(ascii: ",")
    ).rows
    return rows.compactMap { row in
      guard row.count == Journal.heading.count else { return nil }
      return Line(
        time: row[0].text, author: row[1].text, path: row[2].text, field: row[3].text,
        kind: row[4].text, before: row[5].text, after: row[6].text)
    }
  }

  /// The field of a line that tells of a file with another name: `mensa → nuova-mensa (era 2021/mensa.md)`.
  static func field(_ field: String, movedFrom path: String) -> String { "\(field) (era \(path))" }

  /// What a line says that its file was called before; nil where it had the same name.
  static func formerPath(in field: String) -> String? {
    guard field.hasSuffix(")"), let mark = field.ranges(of: " (era ").last else { return nil }
    return String(field[mark.upperBound...].dropLast())
  }

  /// The numbers of lines, from 1, before which one was taken out or changed.
  package func breaks() throws(FileError) -> [Int] {
    let rows = Journal.rows(try read())
    return zip(rows, rows.dropFirst()).enumerated().compactMap { index, pair in
      let stated = pair.1.suffix(64)
      return stated.elementsEqual(FileHash.digest(of: Array(pair.0)).utf8) ? nil : index + 2
    }
  }

  private func read() throws(FileError) -> [UInt8] {
    guard try FileSystem.found(path, followingLinks: false) != nil else { return [] }
    return try ReadableFile(path).bytes()
  }

  /// The lines as they are written: a cell of ours has no line break.
  private static func rows(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
  }
}
