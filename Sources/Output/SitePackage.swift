package import Diagnostics
import Files
import Subprocess
import SystemPackage

/// A site as one file that people can send and unpack (ZIP), the same bytes for the same site.
struct SitePackage {
  /// Where it goes.
  private let path: String
  /// The folder beside it where the site is made first.
  let folder: String
  /// Where the file is made before it takes its place.
  private let unfinished: String

  private static let tool = "zip"
  static let ending = "zip"
  /// The first moment that ZIP can tell, 1980-01-01 in UTC, for every file: when a package was made is
  /// none of its bytes.
  private static let moment = 315_532_800

  /// - Throws: `OutputError` where the file is somebody else's.
  init(_ path: String) throws(OutputError) {
    self.path = path
    let home = Path.parent(of: path) ?? "."
    let name = Path.name(of: path)
    folder = Path.join(home, ".\(name).sito")
    unfinished = Path.join(home, ".\(name).nuovo")
    try refuseForeign()
  }

  /// A package of ours has the name of the manifest in it, as ZIP keeps names: as they are.
  private func refuseForeign() throws(OutputError) {
    guard let status = FileSystem.status(path) else { return }
    guard status.kind == .file, let bytes = try? FileSystem.read(path),
      bytes.firstRange(of: Array(Manifest.name.utf8)) != nil
    else { throw .foreignPackage(path) }
  }

  /// Packs the site that was made in the folder, and puts the file in its place in one step.
  func pack() async throws {
    guard let manifest = Manifest(of: folder) else { return }
    let names = (manifest.entries.map(\.path) + [Manifest.name]).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    for name in names {
      try FileSystem.setModified(Path.join(folder, name), to: SitePackage.moment)
    }
    try FileSystem.removeFile(unfinished)
    let file = Path.join(
      FileSystem.realPath(Path.parent(of: path) ?? ".") ?? ".", Path.name(of: unfinished))
    do {
      // No extra fields, no folders: those would bring times and owners of this machine.
      let result = try await run(
        .name(SitePackage.tool), arguments: ["-X", "-D", "-q", file, "-@"],
        environment: .inherit.updating(["TZ": "UTC", "ZIPOPT": nil]),
        workingDirectory: FilePath(folder), input: .string(names.joined(separator: "\n") + "\n"),
        output: .string(limit: 4096), error: .string(limit: 4096))
      guard result.terminationStatus.isSuccess else {
        let words = result.standardOutput + result.standardError
        throw OutputError.tool(
          SitePackage.tool, words.split(separator: "\n").joined(separator: " "))
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw OutputError.missingTool(SitePackage.tool)
    }
    try FileSystem.rename(unfinished, to: path)
  }

  /// Takes away what was made on the way.
  func clear() {
    try? FileSystem.removeFile(unfinished)
    try? FileSystem.removeTree(folder)
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
    package.clear()
    defer { package.clear() }
    do {
      let result = try await build(to: package.folder, isDurable: false, mayFinish: mayFinish)
      guard mayFinish(result.diagnostics) else { return (result, nil) }
      try await package.pack()
      return (result, FileSystem.status(path)?.size)
    } catch let error as FileError {
      throw OutputError.file(error)
    }
  }
}
