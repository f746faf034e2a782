import Diagnostics
import Files
import SocialReport

/// Which texts are drafts (`bozza`): those that say so, and all that stands below an edition, an area or an
/// objective that does.
struct DraftFiles {
  /// A text of the content, whether anything could be made of it or not.
  struct Text {
    let path: String
    let id: SourceFile.ID
    /// What it holds, where nothing could be made of it.
    var unread: String?
  }

  private(set) var ids: Set<SourceFile.ID> = []
  /// The folders of whole editions.
  private(set) var editions: [String] = []
  /// Entries of lists of which others are none.
  private var entries: [SourceFile.ID: [Range<Int>]] = [:]
  private var folders: Set<String> = []

  init(_ files: [DecodedFile], _ texts: [Text]) {
    let unread = texts.compactMap { text in text.unread.flatMap { UnreadDraft(text.path, $0) } }
    let homes = Set(
      files.filter { $0.kind == .edition }.map { Path.folder(of: $0.path) }
        + unread.filter { $0.kind == .edition }.map { Path.folder(of: $0.path) })
    // Of an objective or an area beside the edition's own file, what belongs to it is in the same folder.
    var (beside, above): (Set<String>, Set<String>) = ([], [])
    func note(_ kind: EntityKind?, _ path: String) {
      let home = Path.folder(of: path)
      switch kind {
      case .edition:
        folders.insert(home)
        editions.append(home)
      case .area where homes.contains(home): above.insert(home)
      case .objective where homes.contains(home): beside.insert(home)
      case .area, .objective: folders.insert(home)
      default: break
      }
    }
    for file in files where file.isDraft {
      note(file.kind, file.path)
      ids.insert(file.id)
    }
    for file in unread { note(file.kind, file.path) }
    let own = Set(unread.map(\.path))
    for file in files {
      let home = Path.folder(of: file.path)
      if file.kind == .achievement, beside.contains(home) { ids.insert(file.id) }
      if file.kind == .objective, !homes.contains(home), above.contains(Path.folder(of: home)) {
        folders.insert(home)
      }
      let ranges = file.draftEntries
      if !ranges.isEmpty { entries[file.id] = ranges }
    }
    guard !folders.isEmpty || !own.isEmpty else { return }
    let lengths = Set(folders.map(\.utf8.count))
    let elsewhere = Set(
      files.filter { [.site, .publishing].contains($0.kind) || SharedFolder.holds($0) }.map(\.id))
    for text in texts where !elsewhere.contains(text.id) {
      if own.contains(text.path)
        || FilesBelow.folders(above: text.path, lengths).contains(where: folders.contains)
      {
        ids.insert(text.id)
      }
    }
  }

  func contains(_ file: DecodedFile) -> Bool { ids.contains(file.id) }

  /// Whether a place is in one of them.
  func contain(_ place: SourceRange?) -> Bool {
    guard let place else { return false }
    if ids.contains(place.file) { return true }
    return entries[place.file]?.contains {
      $0.lowerBound <= place.bytes.lowerBound && place.bytes.upperBound <= $0.upperBound
    } ?? false
  }

  /// Whether a file that was not read stands below one.
  func contain(path: String) -> Bool {
    guard !folders.isEmpty else { return false }
    let lengths = Set(folders.map(\.utf8.count))
    return FilesBelow.folders(above: path, lengths).contains(where: folders.contains)
  }

  /// The diagnostics of a text, or of all where none is named, with what is of drafts told as such.
  func telling(_ found: [Diagnostic], of id: SourceFile.ID? = nil) -> [Diagnostic] {
    guard !ids.isEmpty || !entries.isEmpty else { return found }
    let isDraft = id.map(ids.contains) ?? false
    return found.map { isDraft || contain($0.place) ? $0.ofDraft : $0 }
  }
}

extension DecodedFile {
  /// Whether all of it is one; a closed edition is none, whatever it says.
  fileprivate var isDraft: Bool {
    if let achievement { return achievement.isDraft }
    guard !kind.isList, let record = records.first, record.isDraft else { return false }
    return !(kind == .edition && record.flag("closed"))
  }

  /// From its first field to the first of the next each.
  fileprivate var draftEntries: [Range<Int>] {
    guard kind.isList, records.contains(where: \.isDraft) else { return [] }
    let starts = records.map { (place: $0.place.bytes.lowerBound, isDraft: $0.isDraft) }
      .sorted { $0.place < $1.place }
    return starts.indices.filter { starts[$0].isDraft }.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].place : .max
      return starts[index].place..<max(end, starts[index].place)
    }
  }
}

/// A text of which nothing could be made, and which says that it is a draft.
private struct UnreadDraft {
  let path: String
  let kind: EntityKind?

  init?(_ path: String, _ text: String) {
    var (isDraft, kind): (Bool, EntityKind?) = (false, nil)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let first = line.first,
        first != 0x20, line.distance(from: line.startIndex, to: colon) <= 8
      else { continue }
      let value = Substring(line[line.index(after: colon)...])
        .split(whereSeparator: \.isWhitespace).first.map(String.init)
      switch String(Substring(line[..<colon])) {
      case "bozza", "draft":
        isDraft = value.map { ["sì", "si", "yes", "true"].contains($0.lowercased()) } ?? false
      case "tipo", "kind": kind = value.flatMap { EntityKind(word: $0) }
      default: break
      }
    }
    guard isDraft else { return nil }
    (self.path, self.kind) = (path, kind)
  }
}
