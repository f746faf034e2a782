package import Diagnostics
package import Files
package import Output
package import SocialReport

/// What an edition that is being closed reads from the folder that editions share, kept in its own folder: from
/// then on it reads that, and the shared entries may change.
///
///     content/comuni/uffici.yml  →  content/2020/comuni/uffici.yml
package struct SharedCopy {
  /// Why there is none.
  package enum Failure: ExplainedError {
    /// Something else stands where the copy goes.
    case taken(String, by: String)
    case output(OutputError)
  }

  private let folders: [String]
  private let contentRoot: String
  private let home: String?
  /// The folders that were made.
  private var made: [(folder: String, files: [String])] = []

  /// - Parameters:
  ///   - folders: those that editions share, relative to the content.
  ///   - sources: of the whole content.
  package init(
    for edition: Edition, of folders: [String], contentRoot: String, _ sources: [SourceFile]
  ) {
    (self.folders, self.contentRoot) = (folders, contentRoot)
    home = ClosedEditions.folder(of: edition, sources)
  }

  /// Makes what is not there yet; where it fails, `takeBack` takes away what it made.
  package mutating func make() throws(Failure) {
    guard let home else { return }
    for folder in folders {
      let target = Path.join(home, folder)
      do throws(FileError) {
        let content = try Enclosure(contentRoot)
        let files = try SharedCopy.files(of: Path.join(contentRoot, folder))
        if try FileSystem.found(target, followingLinks: false) != nil {
          guard try SharedCopy.holds(target, files, of: folder, content) else {
            throw FileError(.keep, target, .special)
          }
          continue
        }
        try copy(files, of: folder, content, to: target)
      } catch {
        throw error.operation == .keep && error.path == target
          ? .taken(target, by: folder) : .output(OutputError(error))
      }
    }
  }

  private static func files(of folder: String) throws(FileError) -> [String] {
    let walk = try FolderWalk(try Enclosure(folder))
    if let refused = walk.refused.first {
      throw FileError(refused.operation, Path.join(folder, refused.path), refused.cause)
    }
    return walk.files
  }

  private mutating func copy(
    _ files: [String], of folder: String, _ content: Enclosure, to target: String
  ) throws(FileError) {
    do throws(OutputError) {
      var staging = try Staging(beside: target)
      do throws(FileError) {
        let folders = try MirroredFolders(staging.path, like: nil)
        for path in files {
          try folders.make(Path.folder(of: path))
          try content.file(Path.join(folder, path)).copy(to: Path.join(staging.path, path)) { _ in
          }
        }
        try folders.finish()
        try staging.put(
          OwnedFolder(staging.path, ours: files, list: Manifest.name), inPlaceOf: nil,
          OwnedFolder.Carried(), isDurable: true)
        made.append((target, files))
      } catch {
        staging.discard()
        throw OutputError(error)
      }
    } catch {
      if case .file(let cause) = error { throw cause }
      throw FileError(.keep, target, .special)
    }
  }

  /// Whether a folder holds the same files, and no others: then it is what an interrupted closing left.
  private static func holds(
    _ target: String, _ files: [String], of folder: String, _ content: Enclosure
  ) throws(FileError) -> Bool {
    guard FileSystem.status(target, followingLinks: false)?.kind == .folder else { return false }
    let there = try Enclosure(target)
    guard try FolderWalk(there).files == files else { return false }
    for path in files {
      let one = try there.file(path)
      let other = try content.file(Path.join(folder, path))
      guard try one.isSame(as: other, { _ in }) else { return false }
    }
    return true
  }

  /// Takes the copies away again, where the edition was not closed after all; what came there meanwhile stays.
  ///
  /// - Returns: what could not be taken away.
  package func takeBack() -> [FileError] {
    made.flatMap { folder, files -> [FileError] in
      var remains: [FileError] = []
      for path in files {
        do throws(FileError) { try FileSystem.removeFile(Path.join(folder, path)) } catch {
          remains.append(error)
        }
      }
      let inner = Set(files.flatMap(SharedCopy.folders)).sorted { $0.utf8.count > $1.utf8.count }
      for path in inner { FileSystem.removeEmptyFolder(Path.join(folder, path)) }
      FileSystem.removeEmptyFolder(folder)
      return remains
    }
  }

  private static func folders(above path: String) -> [String] {
    let folder = Path.folder(of: path)
    return folder.isEmpty ? [] : [folder] + folders(above: folder)
  }
}

extension SharedCopy.Failure {
  package var message: Phrase {
    switch self {
    case .taken(let target, let folder):
      Phrase(
        it: "`\(target)` c'è già, e non è una copia di `\(folder)`",
        en: "`\(target)` is there already, and is no copy of `\(folder)`")
    case .output(let error): error.message
    }
  }

  package var help: Phrase? {
    switch self {
    case .taken:
      Phrase(
        it:
          "chiusa, l'edizione tiene lì la sua copia di ciò che le edizioni hanno in comune: dai un "
          + "altro nome alla cartella che c'è, o toglila se l'ha lasciata una chiusura interrotta",
        en:
          "closed, the edition keeps there its copy of what editions share: give the folder that is "
          + "there another name, or remove it where an interrupted closing left it")
    case .output(let error): error.help
    }
  }
}
