import Files

/// The folders below some roots, and the files that stand there under another's name, as they are now.
///
/// It goes where the reading of a folder goes: names that begin with `.` or `_` are left alone, links
/// are followed, a folder is entered once.
struct WatchedTree {
  private(set) var folders: [String] = []
  /// What each link leads to, nil for nothing; a folder does not tell when that changes.
  private(set) var links: [String: Stamp?] = [:]
  /// What can be told of each file without reading it, by path; filled where it was asked for.
  private(set) var stamps: [String: Stamp] = [:]

  /// Changes when a file is written, replaced or renamed.
  struct Stamp: Equatable {
    let size: Int
    /// Nanoseconds since 1970.
    let modified: Int64
    let identity: [UInt64]

    /// Nil where there is nothing at the path, or the link there leads nowhere.
    init?(_ path: String) {
      guard let status = FileSystem.status(path) else { return nil }
      (size, modified, identity) = (status.size, status.modified, status.identity)
    }
  }

  /// - Parameter enter: told of each folder before it is read, so that what comes into it after that can
  ///   be noticed.
  init(_ roots: [String], stampsFiles: Bool, enter: (String) -> Void = { _ in }) {
    var visited: Set<[UInt64]> = []
    var queue = roots.reversed().map { $0 }
    while let folder = queue.popLast() {
      guard let status = FileSystem.status(folder), status.kind == .folder,
        visited.insert(status.identity).inserted
      else { continue }
      enter(folder)
      guard let entries = try? FileSystem.entries(in: folder) else { continue }
      folders.append(folder)
      for (name, kind) in entries where !WatchedTree.isIgnored(name) {
        let path = Path.join(folder, name)
        let isLink = kind == .link || kind == nil
        if isLink { links[path] = .some(Stamp(path)) }
        switch isLink ? FileSystem.status(path)?.kind : kind {
        case .folder: queue.append(path)
        case .file: if stampsFiles { stamps[path] = Stamp(path) }
        default: break
        }
      }
    }
  }

  /// Whether a name is none of the report's: the same that a folder's reading leaves alone.
  static func isIgnored(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("_")
  }
}
