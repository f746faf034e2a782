import Synchronization

/// The folders of a new site, each as open or as private as the old site's: what is made in a folder
/// with a group of its own is that group's.
package final class MirroredFolders: Sendable {
  private struct State {
    var made: Set<String> = []
    /// Folders whose rights are less than it takes to write in them, the outer ones first.
    var closed: [String] = []
  }

  private let new: String
  private let old: String?
  private let state = Mutex(State())

  /// - Parameters:
  ///   - new: the folder of the new site, which is made.
  ///   - old: of the old one, or nil where there is none.
  package init(_ new: String, like old: String?) throws(FileError) {
    (self.new, self.old) = (new, old)
    try makeOne("")
  }

  /// Makes a folder and those above it; called from any thread.
  package func make(_ folder: String) throws(FileError) {
    guard !folder.isEmpty, !state.withLock({ $0.made.contains(folder) }) else { return }
    try make(Path.folder(of: folder))
    try makeOne(folder)
    // Only now may another thread rely on it.
    state.withLock { _ = $0.made.insert(folder) }
  }

  private func makeOne(_ folder: String) throws(FileError) {
    let path = folder.isEmpty ? new : Path.join(new, folder)
    try FileSystem.makeFolder(path)
    guard let old = old.map({ folder.isEmpty ? $0 : Path.join($0, folder) }),
      let status = FileSystem.status(old, followingLinks: false), status.kind == .folder
    else { return }
    let (model, made) = (try OpenFolder(old), try OpenFolder(path))
    let stamp = try model.stamp()
    _ = try Attributes.copy(
      from: model.descriptor, to: made.descriptor, path, mode: stamp.workable)
    if !stamp.isWorkable { state.withLock { $0.closed.append(folder) } }
  }

  /// Gives those that were less open than it takes to write in them the old one's rights.
  package func finish() throws(FileError) {
    guard let old else { return }
    for folder in state.withLock({ $0.closed }).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      let (model, made) = (
        try OpenFolder(Path.join(old, folder)), try OpenFolder(Path.join(new, folder))
      )
      _ = try Attributes.copy(from: model.descriptor, to: made.descriptor, made.path)
    }
  }
}
