import Files

/// The folders below some roots, and the files that stand there under another's name, as they are now.
///
/// It goes where the reading of a folder goes: names that begin with `.` or `_` are left alone, links
/// are followed, a folder is entered once.
struct WatchedTree {
  private(set) var folders: [String] = []
  /// Links to files; a folder does not tell when what they lead to is written.
  private(set) var linkedFiles: [String] = []
  /// What can be told of each file without reading it, by path; filled where it was asked for.
  private(set) var stamps: [String: Stamp] = [:]

  /// Changes when a file is written, replaced or renamed.
  struct Stamp: Equatable {
    let size: Int
    /// Nanoseconds since 1970.
    let modified: Int64
    let identity: [UInt64]
  }

  init(_ roots: [String], stampsFiles: Bool) {
    var visited: Set<[UInt64]> = []
    var queue = roots.reversed().map { $0 }
    while let folder = queue.popLast() {
      guard let status = FileSystem.status(folder), status.kind == .folder,
        visited.insert(status.identity).inserted,
        let entries = try? FileSystem.entries(in: folder)
      else { continue }
      folders.append(folder)
      for (name, kind) in entries where !WatchedTree.isIgnored(name) {
        let path = Path.join(folder, name)
        let isLink = kind == .link || kind == nil
        let status = isLink || stampsFiles && kind == .file ? FileSystem.status(path) : nil
        switch status?.kind ?? kind {
        case .folder: queue.append(path)
        case .file:
          if isLink { linkedFiles.append(path) }
          if stampsFiles, let status {
            stamps[path] = Stamp(
              size: status.size, modified: status.modified, identity: status.identity)
          }
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
