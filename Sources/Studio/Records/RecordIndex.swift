import Content
import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

/// The records of a report by the addresses of their forms.
///
/// A request names none but these: no path of a file is ever read from one.
struct RecordIndex: Sendable {
  struct Entry: Sendable {
    let record: DeskRecord
    /// Below the studio's root: `2024/realizzazione/scuole/nuova-mensa`.
    let address: String
    /// What it is called: its title, its name, or its id.
    let title: String
    /// The folder of its edition; nil for what stands outside of editions.
    let home: String?
    /// The id of the office that answers for it.
    let office: String?
  }

  /// A text that no record can be made of.
  struct Broken: Sendable {
    let path: String
    let address: String
  }

  let entries: [Entry]
  let broken: [Broken]
  /// The paths of files that are drafts.
  let drafts: Set<String>
  /// The editions' folders with their names, newest first.
  let editions: [(folder: String, name: String)]
  private let byAddress: [String: Int]

  init(_ records: [TitledRecord], unread: [String]) {
    let homes = records.filter { $0.record.kind == .edition }.map { edition in
      (folder: Path.folder(of: edition.record.path), name: RecordIndex.name(of: edition.record))
    }
    editions = homes.sorted { $0.name > $1.name }
    func home(of path: String) -> (folder: String, name: String)? {
      homes.filter { $0.folder.isEmpty || path.hasPrefix($0.folder + "/") }
        .max { $0.folder.count < $1.folder.count }
    }
    let objectives = Dictionary(
      records.filter { $0.record.kind == .objective }
        .map { (Path.folder(of: $0.record.path), $0.record.id) }, uniquingKeysWith: { $1 })
    var taken: [String: Int] = [:]
    entries = records.map { titled in
      let record = titled.record
      let home = home(of: record.path)
      var parts = [home?.name ?? "-", record.kind.italian]
      if record.kind == .achievement {
        parts.append(objectives[Path.folder(of: record.path)] ?? "-")
      }
      if ![.edition, .site].contains(record.kind) { parts.append(record.id) }
      let address = parts.joined(separator: "/")
      taken[address, default: 0] += 1
      let count = taken[address] ?? 1
      return Entry(
        record: record, address: count == 1 ? address : "\(address)~\(count)",
        title: titled.title, home: home?.folder, office: titled.office)
    }
    drafts = Set(records.filter(\.isDraft).map(\.record.path))
    broken = unread.map { path in
      let mark = String(FileHash.digest(of: Array(path.utf8)).prefix(16))
      return Broken(path: path, address: "-/file/" + mark)
    }
    byAddress = Dictionary(
      entries.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func name(of edition: DeskRecord) -> String {
    edition.hasID ? edition.id : edition.years.first ?? edition.id
  }

  subscript(address: String) -> Entry? { byAddress[address].map { entries[$0] } }

  func broken(at address: String) -> Broken? { broken.first { $0.address == address } }

  /// The records of an edition, of a kind; with those outside of editions where there is no folder.
  func records(of kind: EntityKind, in home: String?) -> [Entry] {
    entries.filter { $0.record.kind == kind && $0.home == home }
  }

  /// The record that an id means in an edition: its own, or one that editions share.
  func record(_ id: String, _ kinds: Set<EntityKind>, in home: String?) -> Entry? {
    let found = entries.filter { kinds.contains($0.record.kind) && $0.record.id == id }
    return found.first { $0.home == home } ?? found.first { $0.home == nil }
  }
}

/// A record with what it is called.
struct TitledRecord: Sendable {
  let record: DeskRecord
  let title: String
  let office: String?
  let isDraft: Bool
}

/// Keeps the index of the newest state; of a file that is as it was, its records are known.
actor RecordIndexer {
  private var known: [String: (text: String, records: [TitledRecord]?)] = [:]
  private var last: (number: Int, index: RecordIndex)?

  /// - Parameters:
  ///   - number: of the state, by which it is known again.
  ///   - texts: by their paths, relative to the texts' folder.
  func index(
    of number: Int, _ texts: () async -> [(path: String, text: String)]
  ) async -> RecordIndex {
    if let last, last.number == number { return last.index }
    let index = index(of: await texts())
    last = (number, index)
    return index
  }

  /// What a file says is kept by its text: only what is new is read.
  func index(of texts: [(path: String, text: String)]) -> RecordIndex {
    var next: [String: (text: String, records: [TitledRecord]?)] = [:]
    var (records, unread): ([TitledRecord], [String]) = ([], [])
    for (path, text) in texts where ["yml", "yaml", "md"].contains(Path.ending(of: path)) {
      let found: (text: String, records: [TitledRecord]?) =
        known[path].flatMap { $0.text == text ? $0 : nil }
        ?? (text: text, records: RecordIndexer.records(of: text, at: path))
      next[path] = found
      if let own = found.records { records += own } else { unread.append(path) }
    }
    known = next
    return RecordIndex(records, unread: unread)
  }

  private static func records(of text: String, at path: String) -> [TitledRecord]? {
    guard let (file, records) = DeskRecord.read(text, at: path) else { return nil }
    return records.map { record in
      func text(_ names: [String]) -> String? {
        names.lazy.compactMap { file.text(record.place.appending(.field($0))) }
          .first { !$0.isEmpty }
      }
      let title = text([
        "titolo", "title", "nome", "name", "termine", "term", "oggetto", "subject",
      ])
      return TitledRecord(
        record: record, title: title ?? record.id,
        office: text(["ufficio", "office", "responsabile", "owner"]),
        isDraft: text(["bozza", "draft"]).flatMap(FlagWords.value) ?? false)
    }
  }
}
