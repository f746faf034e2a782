import Content
import Files
import SocialReport

/// Which files may mean a record by its id: those of its edition or, for what editions share, of each that has no
/// record of its own by that id.
struct RenameScope {
  private struct Home {
    let folder: String
    /// Its id and its year, where it has them.
    let names: [String]

    func holds(_ path: String) -> Bool { folder.isEmpty || path.hasPrefix(folder + "/") }
  }

  private let record: DeskRecord
  private let records: [DeskRecord]
  private let homes: [Home]
  /// Nil for what editions share.
  private let home: Home?

  init(of record: DeskRecord, among records: [DeskRecord], in folder: Folder) {
    (self.record, self.records) = (record, records)
    homes = records.filter { $0.kind == .edition }.map { edition in
      Home(folder: Path.folder(of: edition.path), names: [edition.id] + edition.years)
    }
    home = homes.filter { $0.holds(record.path) }.max { $0.folder.count < $1.folder.count }
  }

  private func home(of path: String) -> Home? {
    homes.filter { $0.holds(path) }.max { $0.folder.count < $1.folder.count }
  }

  /// Whether an id in a file means the record, without the edition's name before it.
  func includes(_ path: String) -> Bool {
    let other = home(of: path)
    if let home { return other?.folder == home.folder }
    guard let other else { return true }
    return !records.contains {
      $0.kind.isAlike(record.kind) && $0.id == record.id && other.holds($0.path)
    }
  }

  /// Whether a name is that of the record's edition.
  func isEdition(_ name: String) -> Bool {
    home?.names.contains(name) ?? false
  }

  /// The record that has an id already.
  func taken(_ id: String) -> DeskRecord? {
    records.first { other in
      other.id == id && other.kind.isAlike(record.kind) && includes(other.path)
        && (record.kind != .achievement
          || Path.folder(of: other.path) == Path.folder(of: record.path))
    }
  }

  /// The id of the objective that an achievement belongs to.
  var objective: String? {
    let folder = Path.folder(of: record.path)
    return records.first { $0.kind == .objective && Path.folder(of: $0.path) == folder }?.id
  }

  /// Whether an achievement's id is that of no other in its edition.
  var isAlone: Bool {
    records.count { $0.kind == record.kind && $0.id == record.id && includes($0.path) } == 1
  }
}

extension EntityKind {
  /// An indicator is one whether it has a file of its own or an entry.
  func isAlike(_ other: EntityKind) -> Bool {
    func common(_ kind: EntityKind) -> EntityKind { kind == .indicators ? .indicator : kind }
    return common(self) == common(other)
  }
}
