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
      self.init(status)
    }

    init(_ status: FileSystem.Status) {
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
      for (name, kind) in entries where !Folder.leavesAlone(name) {
        let path = Path.join(folder, name)
        var kind = kind
        if kind == .link || kind == nil {
          let target = FileSystem.status(path)
          links[path] = .some(target.map(Stamp.init))
          kind = target?.kind
        }
        switch kind {
        case .folder: queue.append(path)
        case .file: if stampsFiles { stamps[path] = Stamp(path) }
        default: break
        }
      }
    }
  }
}
