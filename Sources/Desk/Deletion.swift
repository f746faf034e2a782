import Content
import Diagnostics
package import Files
package import SocialReport
import Writing

/// A record that is taken out of the report: an entry out of its list, a file into the folder of what was deleted.
package struct Deletion {
  private let record: DeskRecord
  private let records: [DeskRecord]
  private let folder: Folder

  package init(of record: DeskRecord, in folder: Folder) {
    (self.record, self.folder) = (record, folder)
    records = DeskRecord.all(in: folder)
  }

  /// Where deleted files go, with the moment and their own path behind it; no report is made of it.
  private static let folder = History.folder + "/eliminati"

  /// Whether a report goes on without a record of a kind.
  package static func takes(_ kind: EntityKind) -> Bool {
    ![.site, .edition, .publishing, .corrections].contains(kind)
  }

  /// The records of the texts that name this one, in fields or in links.
  package var users: [DeskRecord] {
    Rename(folder).users(of: record).filter { $0.name != record.name }
  }

  /// - Throws: `holdsOthers` for an objective or an area that has pages.
  package func apply(to revision: inout Revision, at moment: Timestamp) throws(DeskError) {
    if [.objective, .area].contains(record.kind) {
      let start = Path.folder(of: record.path) + "/"
      let inside = records.filter { $0.path.hasPrefix(start) && $0.path != record.path }
      guard inside.isEmpty else { throw .holdsOthers(record.id, inside.map(\.name)) }
    }
    let file = try revision.file(of: record)
    if !record.place.steps.isEmpty, file.count(record.place.parent) > 1 {
      let bytes = try revision.bytes(of: record.path)
      do throws(WritingRefusal) {
        revision.put(try file.removing(record.place), at: record.path, insteadOf: bytes)
      } catch { throw .refused(error, file: record.path) }
    } else {
      let stamp = moment.text.replacing(":", with: "-")
      try revision.move(
        record.path, to: [Deletion.folder, stamp, record.path].joined(separator: "/"))
    }
  }
}
