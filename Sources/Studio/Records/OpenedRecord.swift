import Desk
import SocialReport
import Writing

/// A record in its file as it is on the disk now, with its form.
struct OpenedRecord {
  let bytes: [UInt8]
  let file: YAMLFile
  let form: RecordForm

  /// - Parameter open: the entries whose own fields are shown; nil for all.
  init(_ entry: RecordIndex.Entry, _ desk: Desk, open: Set<String>?) throws(DeskError) {
    try self.init(entry.record, try desk.read(entry.record.path), desk, open: open)
  }

  init(
    _ record: DeskRecord, _ bytes: [UInt8], _ desk: Desk, open: Set<String>?
  ) throws(DeskError) {
    do throws(WritingRefusal) {
      file = try YAMLFile(bytes, isMarkdown: record.isMarkdown)
    } catch { throw .refused(error, file: record.path) }
    self.bytes = bytes
    let file = file
    form = RecordForm(record, in: file, open: open) { name in
      let field = try? DeskField(name, of: record, in: file) { path throws(DeskError) in
        try desk.read(path)
      }
      guard case .table(let spot)? = field?.place else { return nil }
      return spot
    }
  }

  private init(_ other: OpenedRecord, _ form: RecordForm) {
    (bytes, file) = (other.bytes, other.file)
    self.form = form
  }

  /// The same with only some entries open.
  func closing(to open: Set<String>) -> OpenedRecord { OpenedRecord(self, form.closing(to: open)) }
}
