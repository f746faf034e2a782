import Files
import Site
import Synchronization

/// Writes the files of a site into its staging folder.
///
/// A file that is as it was in the target becomes a second name of the old one, so that it keeps
/// its time and costs no space.
final class SiteWriter: Sendable {
  private let staging: String
  /// The site of the last build, or nil where there is none.
  private let previous: String?
  private let contentRoot: String
  private let streams = Mutex<[String: PieceStream]>([:])
  private let folders = Mutex<Set<String>>([])

  init(staging: String, previous: String?, contentRoot: String) {
    self.staging = staging
    self.previous = previous
    self.contentRoot = contentRoot
  }

  /// The entry of the file, or nil for a piece: its file is known when all pieces are there.
  func write(_ file: Site.File) throws(FileError) -> Manifest.Entry? {
    // The list of files has a line for each, and reads no other.
    guard !Path.hasControls(file.path) else { throw FileError(.write, file.path, .control) }
    switch file.body {
    case .bytes(let bytes): return try write(bytes, to: file.path)
    case .contentFile(let path):
      return try write(
        try EnclosedFile(root: contentRoot, path: path).open().bytes(), to: file.path)
    case .themeFile(let origin):
      return try write(try origin.open().bytes(), to: file.path)
    case .piece(let bytes, let number):
      let stream = streams.withLock { streams in
        if let known = streams[file.path] { return known }
        let made = PieceStream(path: file.path, full: Path.join(staging, file.path))
        streams[file.path] = made
        return made
      }
      try makeFolder(of: file.path)
      try stream.add(bytes, number: number)
      return nil
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileError) -> Manifest.Entry {
    try makeFolder(of: path)
    let full = Path.join(staging, path)
    if !(try reuse(bytes, path, full)) { try FileSystem.write(bytes, to: full) }
    return Manifest.Entry(path: path, bytes: bytes)
  }

  private func makeFolder(of path: String) throws(FileError) {
    let folder = Path.folder(of: path)
    guard !folder.isEmpty, !folders.withLock({ $0.contains(folder) }) else { return }
    try FileSystem.makeFolder(Path.join(staging, folder))
    // Only now may another thread rely on it.
    folders.withLock { _ = $0.insert(folder) }
  }

  /// Links to the old file if its bytes are the same.
  private func reuse(_ bytes: [UInt8], _ path: String, _ full: String) throws(FileError) -> Bool {
    guard let old = previous.map({ Path.join($0, path) }),
      let status = FileSystem.status(old, followingLinks: false), status.kind == .file,
      status.size == bytes.count, try FileSystem.read(old) == bytes
    else { return false }
    try FileSystem.link(old, as: full)
    return true
  }

  /// Writes a file that is not listed in the manifest: the manifest itself.
  func write(_ bytes: [UInt8], unlisted name: String) throws(FileError) {
    let full = Path.join(staging, name)
    if !(try reuse(bytes, name, full)) { try FileSystem.write(bytes, to: full) }
  }

  /// Closes the files that were made of pieces.
  func finish() throws(FileError) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    let open = streams.withLock { $0 }
    for path in open.keys.sorted() {
      guard let entry = try open[path]?.finish() else { continue }
      let full = Path.join(staging, path)
      if let old = previous.map({ Path.join($0, path) }), try same(old, full, entry.byteCount) {
        try FileSystem.removeFile(full)
        try FileSystem.link(old, as: full)
      }
      entries.append(entry)
    }
    return entries
  }

  private func same(_ old: String, _ new: String, _ size: Int) throws(FileError) -> Bool {
    guard let status = FileSystem.status(old, followingLinks: false), status.kind == .file,
      status.size == size
    else { return false }
    return try FileSystem.read(old) == FileSystem.read(new)
  }
}
