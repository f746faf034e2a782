import Diagnostics
package import Files

/// What happened, a line for each, in a table that any spreadsheet opens; lines are only added.
package struct EventTable: Sendable {
  private let path: String
  private let heading: [String]

  package init(_ path: String, heading: [String]) { (self.path, self.heading) = (path, heading) }

  package func add(_ cells: [String]) throws(FileError) {
    var bytes: [UInt8] = []
    if try FileSystem.found(path, followingLinks: false) == nil {
      try FileSystem.makeFolder(Path.parent(of: path) ?? ".")
      var writer = CSVWriter()
      writer.line(heading)
      bytes = writer.bytes
    }
    var writer = CSVWriter()
    for cell in cells { writer.text(cell) }
    writer.endLine()
    try FileSystem.append(bytes + writer.bytes, to: path)
  }

  /// The lines that have as many cells as the heading, oldest first.
  package func lines() throws(FileError) -> [[String]] {
    guard try FileSystem.found(path, followingLinks: false) != nil else { return [] }
    let text = String(decoding: try ReadableFile(path).bytes(), as: UTF8.self)
    let rows = CSV(text, of: SourceFile.ID(0), separator: UInt8(ascii: ",")).rows.dropFirst()
    return rows.map { $0.map(\.text) }.filter { $0.count == heading.count }
  }
}

/// Who read a page and said yes to it, or asked for changes.
package struct Approvals: Sendable {
  package struct Line: Sendable, Equatable {
    package let time: String
    package let author: String
    /// The record's name.
    package let record: String
    /// SHA-256 of its file then.
    package let fingerprint: String
    package let isApproved: Bool
    /// What is asked for.
    package let text: String
  }

  private let table: EventTable

  package init(of root: String) {
    table = EventTable(
      Path.join(root, "_redazione/approvazioni.csv"),
      heading: ["ora", "chi", "pagina", "impronta", "esito", "testo"])
  }

  package func add(_ line: Line) throws(FileError) {
    try table.add([
      line.time, line.author, line.record, line.fingerprint,
      line.isApproved ? "approvata" : "modifiche chieste", line.text,
    ])
  }

  /// What was said last of each record.
  package func newest() throws(FileError) -> [String: Line] {
    var newest: [String: Line] = [:]
    for line in try table.lines() {
      newest[line[2]] = Line(
        time: line[0], author: line[1], record: line[2], fingerprint: line[3],
        isApproved: line[4] == "approvata", text: line[5])
    }
    return newest
  }
}

extension Approvals.Line {
  package init(
    time: String, author: String, record: String, fingerprint: String, approves: Bool, text: String
  ) {
    (self.time, self.author, self.record) = (time, author, record)
    (self.fingerprint, isApproved, self.text) = (fingerprint, approves, text)
  }
}

/// What people remark on a page, until it is dealt with.
package struct PageNotes: Sendable {
  package struct Note: Sendable, Equatable {
    package let id: String
    package let time: String
    package let author: String
    package let record: String
    package let text: String
    package fileprivate(set) var isResolved: Bool
  }

  private let table: EventTable

  package init(of root: String) {
    table = EventTable(
      Path.join(root, "_redazione/note.csv"),
      heading: ["nota", "ora", "chi", "pagina", "che cosa", "testo"])
  }

  package func add(_ text: String, to record: String, by author: String, at time: String)
    throws(FileError)
  {
    let number = try table.lines().count + 1
    try table.add([String(number), time, author, record, "nota", text])
  }

  package func resolve(_ id: String, of record: String, by author: String, at time: String)
    throws(FileError)
  {
    try table.add([id, time, author, record, "risolta", ""])
  }

  /// The notes of each record, oldest first.
  package func all() throws(FileError) -> [String: [Note]] {
    var notes: [Note] = []
    for line in try table.lines() {
      if line[4] == "risolta" {
        if let place = notes.firstIndex(where: { $0.id == line[0] && $0.record == line[3] }) {
          notes[place].isResolved = true
        }
      } else {
        notes.append(
          Note(
            id: line[0], time: line[1], author: line[2], record: line[3], text: line[5],
            isResolved: false))
      }
    }
    return Dictionary(grouping: notes, by: \.record)
  }
}
