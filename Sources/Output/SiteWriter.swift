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
  private let folders: MirroredFolders
  private let secondNames = SecondNames()

  init(staging: String, previous: String?, contentRoot: String) throws(FileError) {
    self.staging = staging
    self.previous = previous
    self.contentRoot = contentRoot
    folders = try MirroredFolders(staging, like: previous)
  }

  /// The entry of the file, or nil for a piece: its file is known when all pieces are there.
  func write(_ file: Site.File) throws(FileError) -> Manifest.Entry? {
    // The list of files has a line for each, and reads no other.
    guard !Path.hasControls(file.path) else { throw FileError(.write, file.path, .control) }
    switch file.body {
    case .bytes(let bytes):
      try write(bytes, unlisted: file.path)
      return Manifest.Entry(path: file.path, bytes: bytes)
    case .contentFile(let path):
      return try copy(EnclosedFile(root: contentRoot, path: path), to: file.path)
    case .themeFile(let origin):
      return try copy(origin, to: file.path)
    case .piece(let bytes, let number):
      let stream = streams.withLock { streams in
        if let known = streams[file.path] { return known }
        let made = PieceStream(path: file.path, full: Path.join(staging, file.path))
        streams[file.path] = made
        return made
      }
      try folders.make(Path.folder(of: file.path))
      try stream.add(bytes, number: number)
      return nil
    }
  }

  /// Writes a file for which there is no entry: the manifest itself.
  func write(_ bytes: [UInt8], unlisted path: String) throws(FileError) {
    try folders.make(Path.folder(of: path))
    let full = Path.join(staging, path)
    if let old = old(path, of: bytes.count), try FileSystem.read(old) == bytes {
      try secondNames.give(old, as: full)
    } else {
      try FileSystem.write(bytes, to: full)
    }
  }

  /// Copies a file of any size, which is never in memory whole.
  private func copy(_ source: EnclosedFile, to path: String) throws(FileError) -> Manifest.Entry {
    try folders.make(Path.folder(of: path))
    let full = Path.join(staging, path)
    let file = try source.open()
    var hash = FileHash()
    if let old = old(path, of: file.status.size) {
      if try file.isSame(as: ReadableFile(old), { hash.update($0) }) {
        try secondNames.give(old, as: full)
        return hash.entry(path)
      }
      try file.rewind()
      hash = FileHash()
    }
    try file.copy(to: full) { hash.update($0) }
    return hash.entry(path)
  }

  /// The file of the old site at a path, if it may be the same as one of a length.
  private func old(_ path: String, of byteCount: Int) -> String? {
    // Where the system cannot say, the file is written again.
    guard let old = previous.map({ Path.join($0, path) }),
      let status = FileSystem.status(old, followingLinks: false), status.kind == .file,
      status.size == byteCount
    else { return nil }
    return old
  }

  /// Closes the files that were made of pieces.
  func finish() throws(FileError) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    let open = streams.withLock { $0 }
    for path in open.keys.sorted() {
      guard let entry = try open[path]?.finish() else { continue }
      let full = Path.join(staging, path)
      if let old = old(path, of: entry.byteCount),
        try ReadableFile(old).isSame(as: ReadableFile(full), { _ in })
      {
        try FileSystem.removeFile(full)
        try secondNames.give(old, as: full)
      }
      entries.append(entry)
    }
    return entries
  }

  /// Gives the folders the rights of the old ones, when nothing more is written.
  func closeFolders() throws(FileError) { try folders.finish() }
}
