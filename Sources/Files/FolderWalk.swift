import Glibc

/// All that is read below a folder, in the order of the paths.
///
/// Names that begin with `.` or `_` and those of systems are left alone. Links are followed where they
/// stay in the folder; what cannot be read is told, and the rest is read.
package struct FolderWalk {
  package private(set) var files: [String] = []
  package private(set) var folders: [String] = []
  /// With what they lead to; nil for nothing that is read.
  package private(set) var links: [String: FileSystem.Status?] = [:]
  /// Each with its path relative to the folder.
  package private(set) var refused: [FileError] = []
  private let root: Enclosure
  private var open: [Branch] = []
  /// How many names stand in folders that only links lead to.
  private var linked = 0

  /// Links to folders can show the same files again and again, twice as many with each link.
  static let mostLinked = 20_000

  /// A folder on the way from the root to what is looked at.
  private struct Branch {
    let path: String
    let identity: [UInt64]
    let isLinked: Bool
    var rest: ArraySlice<FileSystem.Entry>
  }

  /// - Parameter enter: told of each folder before it is listed, with its path as the user knows it.
  /// - Throws: `FileError` where the folder itself cannot be listed.
  package init(_ root: Enclosure, enter: (String) -> Void = { _ in }) throws(FileError) {
    self.root = root
    enter(root.path)
    try push("", isLinked: false)
    while let entry = open.last?.rest.first {
      open[open.count - 1].rest.removeFirst()
      look(at: entry, enter)
      while let last = open.last, last.rest.isEmpty { open.removeLast() }
    }
  }

  private mutating func push(_ path: String, isLinked: Bool) throws(FileError) {
    let (entries, identity) = try root.entries(in: path)
    if open.contains(where: { $0.identity == identity }) {
      throw FileError(.list, path, .leadsBack)
    }
    if isLinked { linked += entries.count }
    guard linked <= FolderWalk.mostLinked else { throw FileError(.list, path, .tooManyLinked) }
    folders.append(path)
    open.append(Branch(path: path, identity: identity, isLinked: isLinked, rest: entries[...]))
  }

  private mutating func look(at entry: FileSystem.Entry, _ enter: (String) -> Void) {
    guard let branch = open.last else { return }
    let shown = entry.name.text
    guard !Folder.leavesAlone(shown) else { return }
    let path = branch.path.isEmpty ? shown : branch.path + "/" + shown
    do throws(FileError) {
      guard entry.isText else { throw FileError(.read, path, .name) }
      let full = Path.join(root.path, path)
      var kind = entry.kind ?? FileSystem.status(full, followingLinks: false)?.kind
      let isLink = kind == .link
      if isLink { kind = try follow(path) }
      switch kind {
      case .file: files.append(path)
      case .folder:
        enter(full)
        try push(path, isLinked: isLink || branch.isLinked)
      default: throw FileError(.read, path, .special)
      }
    } catch {
      refused.append(FileError(error.operation, path, error.cause))
    }
  }

  private mutating func follow(_ path: String) throws(FileError) -> FileSystem.Kind {
    do throws(FileError) {
      let status = try root.status(path)
      links[path] = .some(status)
      return status.kind
    } catch {
      guard error.code == ENOENT else { throw error }
      // A link that leads nowhere is told: what it should lead to is missing from the report.
      links[path] = .some(nil)
      throw FileError(.read, path, .leadsNowhere)
    }
  }
}
