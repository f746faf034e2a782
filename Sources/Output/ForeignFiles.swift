import Files
import Glibc

/// Files in the target that the last build did not write: they are carried over, never deleted.
struct ForeignFiles {
  private let target: String
  private let ours: Set<String>

  init(_ target: Target) {
    self.target = target.path
    ours = (target.manifest?.paths ?? []).union([Manifest.name])
  }

  /// Gives each a second name in the new site.
  ///
  /// - Parameter taken: the paths of the new site.
  func carry(to staging: String, taken: Set<String>) throws(OutputError) {
    do { try carry("", to: staging, taken) } catch let error as OutputError {
      throw error
    } catch let error as FileError {
      throw .file(error)
    } catch {
      throw .file(FileError(.create, staging))
    }
  }

  private func carry(_ folder: String, to staging: String, _ taken: Set<String>) throws {
    for name in try FileSystem.names(in: Path.join(target, folder)) {
      let path = folder.isEmpty ? name : folder + "/" + name
      let full = Path.join(target, path)
      guard let status = FileSystem.status(full, followingLinks: false) else { continue }
      if status.kind == .folder {
        try carry(path, to: staging, taken)
        continue
      }
      guard !ours.contains(path) else { continue }
      guard !taken.contains(path), status.kind != .other else { throw OutputError.inTheWay(full) }
      let copy = Path.join(staging, path)
      try FileSystem.makeFolder(Path.parent(of: copy) ?? staging)
      try FileSystem.link(full, as: copy)
    }
  }
}
