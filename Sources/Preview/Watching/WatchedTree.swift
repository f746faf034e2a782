import Files

/// The folders below some roots, and the files that stand there under another's name, as they are now.
///
/// It goes where the reading of a folder goes (`FolderWalk`), and nowhere else.
struct WatchedTree {
  private(set) var folders: [String] = []
  /// What each link leads to, nil for nothing; a watch does not report when that changes.
  private(set) var links: [String: Stamp?] = [:]
  /// What is known of each file without reading it, by path; filled where it was asked for.
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

  /// - Parameter enter: called with each folder before it is read, so that what comes into it after that can
  ///   be noticed.
  init(_ roots: [String], stampsFiles: Bool, enter: (String) -> Void = { _ in }) {
    for root in roots {
      // A root that is not there yet, or no longer, is looked for now and then.
      guard let folder = try? Enclosure(root), let walk = try? FolderWalk(folder, enter: enter)
      else { continue }
      folders += walk.folders.map { $0.isEmpty ? root : Path.join(root, $0) }
      for (link, target) in walk.links {
        links[Path.join(root, link)] = .some(target.map(Stamp.init))
      }
      guard stampsFiles else { continue }
      for path in walk.files.map({ Path.join(root, $0) }) { stamps[path] = Stamp(path) }
    }
  }
}
