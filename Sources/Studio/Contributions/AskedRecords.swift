import Desk

/// The records that an office was asked about, as they are now and as they were when it was shown them: each is read
/// once, however many texts there are for it.
struct AskedRecords {
  struct Asked {
    let entry: RecordIndex.Entry
    /// By the names of fields.
    let items: [String: FormItem]
    /// What the fields said then; nil where that is not kept any more.
    let shown: [String: String]?
  }

  private let records: [Int: Asked]

  /// - Parameter fingerprints: of the records' files then, by their places in the invitation.
  init(
    _ invitation: OfficeInvitation, shown fingerprints: [Int: String], _ index: RecordIndex,
    _ desk: Desk
  ) {
    var records: [Int: Asked] = [:]
    for (number, address) in invitation.records.enumerated() {
      guard let entry = index[address], let now = try? OpenedRecord(entry, desk, open: []) else {
        continue
      }
      let old = fingerprints[number].flatMap { desk.oldBytes($0) }.flatMap {
        try? OpenedRecord(entry.record, $0, desk, open: [])
      }
      records[number] = Asked(
        entry: entry, items: Dictionary(now.form.items.map { ($0.name, $0) }) { $1 },
        shown: old.map { old in Dictionary(old.form.items.map { ($0.name, $0.value) }) { $1 } })
    }
    self.records = records
  }

  subscript(number: Int) -> Asked? { records[number] }
}
