package import Diagnostics
import Files

/// The record of all publications, a CSV file of the project: for the office, and for auditors.
package struct Ledger: Sendable {
  package static let name = "pubblicazioni.csv"

  package struct Line: Sendable {
    package enum Action: String, Sendable {
      case publication, undo
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

  private static let columns = [
    "when", "by", "target", "action", "editions", "content_hash", "pages", "accepted_warnings",
    "commit",
  ]

  private let path: String

  /// - Parameter folder: of the project.
  package init(in folder: String) { path = Path.join(folder, Ledger.name) }

  package func add(_ line: Line) throws(PublishError) {
    var csv = CSVWriter()
    let header = Array(Ledger.columns.joined(separator: ",").utf8)
    var bytes = (try? FileSystem.read(path)) ?? []
    if !bytes.isEmpty, !bytes.starts(with: header) {
      // A spreadsheet saved it in its own way: what it has is kept, and goes on beside it.
      try setAside(line.when)
      bytes = []
    }
    if bytes.isEmpty { csv.line(Ledger.columns) }
    // Whoever looked at it in a spreadsheet may have saved it without the end of its last line.
    if let last = bytes.last, last != 0x0A { csv.endLine() }
    csv.value(line.when.text)
    csv.text(line.by)
    csv.text(line.target)
    csv.value(line.action.rawValue)
    csv.value(line.editions.map(String.init).joined(separator: " "))
    csv.value(line.contentHash)
    csv.value(String(line.pages))
    csv.text(line.acceptedWarnings)
    csv.value(line.commit)
    csv.endLine()
    try PublishError.wrapping { () throws(FileError) in try FileSystem.append(csv.bytes, to: path) }
  }

  private func setAside(_ moment: Timestamp) throws(PublishError) {
    let other = Path.join(
      Path.parent(of: path) ?? ".",
      Path.withoutEnding(Path.name(of: path)) + "-" + moment.name + ".csv")
    try PublishError.wrapping { () throws(FileError) in try FileSystem.rename(path, to: other) }
  }

  /// When and by whom a site was last published to a target; nil where the record does not have it.
  package func last(_ contentHash: String, at target: String) -> (when: Phrase, by: String)? {
    guard let bytes = try? FileSystem.read(path) else { return nil }
    let table = CSV(String(decoding: bytes, as: UTF8.self), of: SourceFile.ID(0))
    guard let header = table.rows.first?.map(\.text) else { return nil }
    func cell(_ row: [CSV.Cell], _ column: String) -> String? {
      header.firstIndex(of: column).flatMap { $0 < row.count ? row[$0].text : nil }
    }
    let row = table.rows.dropFirst().last { row in
      cell(row, "content_hash") == contentHash && cell(row, "target") == target
    }
    return row.flatMap { row in
      cell(row, "when").flatMap { when in
        let spoken = Timestamp(text: when)?.spoken ?? Phrase(it: when, en: when)
        return cell(row, "by").map { (spoken, $0) }
      }
    }
  }
}
