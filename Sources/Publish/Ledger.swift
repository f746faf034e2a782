package import Diagnostics
package import Files

/// The record of all publications, a CSV file of the project: for the office, and for auditors.
package struct Ledger: Sendable {
  package static let name = "pubblicazioni.csv"

  package struct Line: Sendable {
    package enum Action: String, Sendable {
      case publication, undo, redo
      /// To a place of trial.
      case trial
      case trialWithDrafts = "trial_with_drafts"
    }

    package var when: Timestamp
    package var by: String
    package var target: String
    package var action: Action
    /// Years, newest first.
    package var editions: [Int]
    /// SHA-256 of the manifest.
    package var contentHash: String
    package var pages: Int
    /// What the checks found and somebody accepted: identifiers with their counts.
    package var acceptedWarnings: String
    /// The commit of the texts, with `+` where there was more than it has; nil without version control.
    package var commit: String?

    package init(
      when: Timestamp, by: String, target: String, action: Action, editions: [Int],
      contentHash: String, pages: Int, acceptedWarnings: String, commit: String?
    ) {
      (self.when, self.by, self.target, self.action) = (when, by, target, action)
      (self.editions, self.contentHash, self.pages) = (editions, contentHash, pages)
      (self.acceptedWarnings, self.commit) = (acceptedWarnings, commit)
    }
  }

  static let columns = [
    "when", "by", "target", "action", "editions", "content_hash", "pages", "accepted_warnings",
    "commit",
  ]

  private let path: String

  /// - Parameter folder: of the project.
  package init(in folder: String) { path = Path.join(folder, Ledger.name) }

  /// - Throws: `PublishError` where the file is there and is no record that can be gone on with, or where no
  ///   line could be written into it.
  package func check() throws(PublishError) {
    let table = try LedgerTable(try bytes())
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.checkWriting(to: path, isWhole: !table.isInForm)
    }
  }

  /// Adds a line.
  ///
  /// - Returns: how many lines were brought back into the record's own form, in which a spreadsheet had not
  ///   saved it; nil where it was in that form.
  package func add(_ line: Line) throws(PublishError) -> Int? {
    switch try Ledger.adding(line, to: try bytes()) {
    case .behind(let bytes):
      try PublishError.wrapping { () throws(FileError) in try FileSystem.append(bytes, to: path) }
      return nil
    case .anew(let bytes, let rows):
      try PublishError.wrapping { () throws(FileError) in
        try FileSystem.replace(path, with: bytes)
      }
      return rows
    }
  }

  /// What makes a record have a line more.
  package enum Addition {
    /// To be put behind what is there.
    case behind([UInt8])
    /// The whole record in its own form, with how many lines of it stood there before.
    case anew([UInt8], rows: Int)
  }

  /// - Parameter bytes: of the record; none where there is no record yet.
  /// - Throws: `PublishError` where this is no record.
  package static func adding(_ line: Line, to bytes: [UInt8]) throws(PublishError) -> Addition {
    let table = try LedgerTable(bytes)
    var csv = CSVWriter()
    let cells = Ledger.cells(line)
    guard table.isInForm else {
      // Somebody's own column may have any name.
      for row in [table.columns] + table.rows + [cells] { csv.row(row) }
      return .anew(csv.bytes, rows: table.rows.count)
    }
    if bytes.isEmpty { csv.line(Ledger.columns) }
    // Whoever looked at it in an editor may have saved it without the end of its last line.
    if let last = bytes.last, last != 0x0A { csv.endLine() }
    csv.row(cells)
    return .behind(csv.bytes)
  }

  private static func cells(_ line: Line) -> [String] {
    [
      line.when.text, line.by, line.target, line.action.rawValue,
      line.editions.map(String.init).joined(separator: " "), line.contentHash, String(line.pages),
      line.acceptedWarnings, line.commit ?? "",
    ]
  }

  /// None where there is no record yet.
  private func bytes() throws(PublishError) -> [UInt8] {
    do throws(FileError) {
      let isThere = try FileSystem.found(path, followingLinks: false) != nil
      return isThere ? try FileSystem.read(path, atMost: Ledger.bound) : []
    } catch { throw PublishError(error.message, help: error.help ?? LedgerTable.renewal) }
  }

  /// A line for every day of a thousand years has less.
  static let bound = 64 << 20

  /// When and by whom a site was last published to a target; nil where the record does not have it.
  ///
  /// - Throws: `PublishError` where it cannot be read.
  package func last(
    _ contentHash: String, at target: String
  ) throws(PublishError) -> (when: Phrase, by: String)? {
    let table = try LedgerTable(try bytes())
    let row = table.rows.last { row in
      table.cell(row, "content_hash").lowercased() == contentHash
        && table.cell(row, "target") == target
    }
    return row.map { row in
      let when = table.cell(row, "when")
      return (
        Timestamp(text: when)?.spoken ?? Phrase(it: when, en: when), table.cell(row, "by")
      )
    }
  }
}

extension CSVWriter {
  fileprivate mutating func row(_ cells: [String]) {
    for cell in cells { text(cell) }
    endLine()
  }
}
