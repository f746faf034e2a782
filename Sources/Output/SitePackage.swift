package import Diagnostics
import Files
import Glibc

/// A site as one file that people can send and unpack (ZIP), the same bytes for the same site.
///
///     .NAME.zip.bilancio/sito/        the site
///     .NAME.zip.bilancio/zip/         the file before it takes its place, and what the tool makes on the way
///
/// That folder is kept by one run at a time.
struct SitePackage {
  /// Where it goes.
  private let path: String
  private let home: String
  private let lock: FolderLock
  /// Where the site is made first.
  let folder: String
  private let workshop: String
  private let unfinished: String

  static let ending = "zip"

  /// - Throws: `OutputError` where the file is somebody else's.
  init(_ path: String) throws(OutputError) {
    self.path = path
    home = Path.join(Path.parent(of: path) ?? ".", ".\(Path.name(of: path)).bilancio")
    folder = Path.join(home, "sito")
    workshop = Path.join(home, "zip")
    unfinished = Path.join(workshop, "nuovo.zip")
    let mayReplace: Bool
    do throws(FileError) {
      mayReplace = try SitePackage.mayReplace(path)
      lock = try FolderLock(making: home)
      try clearFiles()
    } catch {
      throw error.operation == .lock ? .busy(path) : .file(error)
    }
    guard mayReplace else {
      lock.removeFolder()
      throw .foreignPackage(path)
    }
  }

  /// Whether there is nothing, or a package of ours: it begins as ZIP does, and has the name of the manifest in
  /// it, which ZIP keeps as it is.
  private static func mayReplace(_ path: String) throws(FileError) -> Bool {
    guard let status = try FileSystem.found(path) else { return true }
    guard status.kind == .file else { return false }
    let pieces = try ReadableFile(path)
    let name = Array(Manifest.name.utf8)
    var before: [UInt8] = []
    while true {
      let piece = try pieces.next()
      if piece.isEmpty { return false }
      if before.isEmpty, !piece.starts(with: Array("PK\u{3}\u{4}".utf8)) { return false }
      let bytes = before + piece
      if bytes.firstRange(of: name) != nil { return true }
      before = bytes.suffix(name.count)
    }
  }

  /// Packs the site that was made in the folder, and puts the file in its place in one step.
  func pack(_ manifest: Manifest) async throws {
    let names = (manifest.entries.map(\.path) + [Manifest.name]).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    // It works in the folder of the site, from which a relative path would lead elsewhere.
    try FileSystem.makeFolder(workshop)
    guard let whole = try FileSystem.resolved(workshop) else {
      throw FileError(.read, workshop, code: ENOENT)
    }
    let zip = ZipTool(in: folder, to: Path.join(whole, Path.name(of: unfinished)))
    try await zip.add(names)
    let sizes = manifest.entries.map { (BytePath($0.path), $0.byteCount) }
    let all = sizes + [(BytePath(Manifest.name), manifest.bytes.count)]
    try zip.settle(Dictionary(all) { _, last in last })
    // The tool gives its file the usual rights at its end, and says nothing where it cannot.
    try FileSystem.setUsualMode(unfinished, in: workshop)
    try FileSystem.synchronise(workshop)
    try FileSystem.rename(unfinished, to: path)
  }

  private func clearFiles() throws(FileError) {
    // `zip` leaves its own file there when it breaks.
    try FileSystem.removeTree(workshop)
    try FileSystem.removeTree(folder)
  }

  /// Takes away what was made on the way.
  func clear() {
    // All of it is ours, and cleared by the next run where it cannot be now.
    try? clearFiles()
    lock.removeFolder()
  }
}

extension Output {
  /// Renders everything into one file.
  ///
  /// - Parameter mayFinish: asked with all diagnostics whether the file may take its place.
  /// - Returns: the result, and the bytes of the file; nil where it was not made.
  /// - Throws: `OutputError`; a file that was there is then as it was.
  package func package(
    to path: String, mayFinish: @Sendable ([Diagnostic]) -> Bool
  ) async throws -> (result: Result, byteCount: Int?) {
    let package = try SitePackage(path)
    defer { package.clear() }
    do {
      let result = try await build(to: package.folder, isDurable: false, mayFinish: mayFinish)
      guard let manifest = result.manifest else { return (result, nil) }
      try await package.pack(manifest)
      return (result, FileSystem.status(path)?.size)
    } catch let error as FileError {
      throw OutputError.file(error)
    }
  }
}
