import Diagnostics
package import Files

/// What happened, a line for each, in a table that any spreadsheet opens; lines are only added.
///
/// A line break in a cell stands there as `↵`: a line is one of the table too.
package struct EventTable: Sendable {
  private let path: String
  private let heading: [String]

  package init(_ path: String, heading: [String]) { (self.path, self.heading) = (path, heading) }

  package func add(_ cells: [String]) throws(FileError) {
    let old = try read()
    // Behind a quote that nobody closed a line would be none.
    let rows = try rows(old)
    guard isOurs(old) else {
      // New, or saved by a spreadsheet with its own separators: written anew with every line that it has.
      var writer = CSVWriter()
      writer.line(heading)
      for row in rows + [cells] { EventTable.write(row, &writer) }
      return try FileSystem.put(writer.bytes, at: path)
    }
    var writer = CSVWriter()
    EventTable.write(cells, &writer)
    // Cut short when it was last written: that line is not lost, and the next is none of it.
    try FileSystem.append((old.last == 0x0A ? [] : [0x0D, 0x0A]) + writer.bytes, to: path)
  }

  private static func write(_ cells: [String], _ writer: inout CSVWriter) {
    for cell in cells {
      writer.text(String(cell.map { $0.isNewline ? EventTable.lineBreak : $0 }))
    }
    writer.endLine()
  }

  private static let lineBreak: Character = "↵"

  /// The lines that have as many cells as the heading, oldest first.
  package func lines() throws(FileError) -> [[String]] {
    try rows(try read()).filter { $0.count == heading.count }
  }

  private func read() throws(FileError) -> [UInt8] {
    guard try FileSystem.found(path, followingLinks: false) != nil else { return [] }
    return try ReadableFile(path).bytes()
  }

  private func isOurs(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: heading.joined(separator: ",").utf8)
  }

  /// All below the heading.
  private func rows(_ bytes: [UInt8]) throws(FileError) -> [[String]] {
    guard !bytes.isEmpty else { return [] }
    let table = CSV(
      TextEncoding.read(bytes).text, of: SourceFile.ID(0),
      separator: isOurs(bytes) ? UInt8(ascii: ",") : nil)
    if let quote = table.openQuote {
      let line = bytes.prefix(quote.place.bytes.lowerBound).count { $0 == 0x0A } + 1
      throw FileError(.read, path, .brokenTable(line: line))
    }
    return table.rows.dropFirst().map { row in
      row.map { $0.text.replacing("\(EventTable.lineBreak)", with: "\n") }
    }
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
      Path.join(root, History.folder + "/approvazioni.csv"),
      heading: ["ora", "chi", "pagina", "impronta", "esito", "testo"])
  }

  package func add(_ line: Line) throws(FileError) {
    try table.add([
      line.time, line.author, line.record, line.fingerprint,
      line.isApproved ? "approvata" : "modifiche chieste", line.text,
    ])
  }

  /// A record has another name from now on.
  package func rename(
    _ record: String, to name: String, by author: String, at time: String
  ) throws(FileError) {
    guard try newest()[record] != nil else { return }
    try table.add([time, author, record, "", Approvals.renamed, name])
  }

  private static let renamed = "ha un altro nome"

  /// What was said last of each record.
  package func newest() throws(FileError) -> [String: Line] {
    var newest: [String: Line] = [:]
    for line in try table.lines() {
      guard line[4] != Approvals.renamed else {
        newest[line[5]] = newest.removeValue(forKey: line[2])
        continue
      }
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
    package fileprivate(set) var record: String
    package let text: String
    package fileprivate(set) var isResolved: Bool
  }

  private let table: EventTable

  package init(of root: String) {
    table = EventTable(
      Path.join(root, History.folder + "/note.csv"),
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

  /// A record has another name from now on.
  package func rename(
    _ record: String, to name: String, by author: String, at time: String
  ) throws(FileError) {
    guard try all()[record] != nil else { return }
    try table.add(["", time, author, record, PageNotes.renamed, name])
  }

  private static let renamed = "ha un altro nome"

  /// The notes of each record, oldest first.
  package func all() throws(FileError) -> [String: [Note]] {
    var notes: [Note] = []
    for line in try table.lines() {
      if line[4] == PageNotes.renamed {
        for place in notes.indices where notes[place].record == line[3] {
          notes[place].record = line[5]
        }
      } else if line[4] == "risolta" {
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
