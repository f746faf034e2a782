package import Diagnostics
package import Files
import Glibc
package import Output
package import SocialReport

extension ClosedEditions {
  /// Keeps what a site has of an edition, so that it is published as it is from now on.
  ///
  /// - Parameters:
  ///   - site: the folder of the whole site, and `manifest` the list of its files.
  ///   - baseURL: the address that it was made for.
  ///   - sources: of the whole content.
  /// - Returns: the folder that has it, its files, what of the one before could not be taken away, and what the
  ///   edition's file says of it.
  /// - Throws: `OutputError`; what was kept before is then as it was, and so is the edition's file.
  package static func close(
    _ edition: Edition, site: String, _ manifest: Manifest, baseURL: String,
    _ sources: [SourceFile]
  ) throws(OutputError) -> (
    folder: String, files: Int, remains: [FileError], stated: Fingerprint.Outcome
  ) {
    guard let file = sources[edition.place.file]?.path else {
      throw .file(FileError(.read, site, code: ENOENT))
    }
    let home = Path.folder(of: file)
    let own = "\(edition.id.value)/"
    let entries = manifest.entries.filter {
      // With what all editions may load: the theme's files, and those of the content above them.
      $0.path.hasPrefix(own) || $0.path.hasPrefix("assets/") || $0.path.hasPrefix("file/")
    }
    let texts = texts(of: edition, home, sources).compactMap { path, id in
      sources[id].map { _ in
        Manifest.Entry(path: path, bytes: ClosedEditions.settled(id, edition, sources))
      }
    }
    let record = ClosedRecord(
      site: Manifest(entries), texts: Manifest(texts),
      corrections: Set(edition.corrections.map(ClosedRecord.hash)), baseURL: baseURL)
    let folder = Path.join(home, ClosedRecord.folder)
    var staging = try Staging(beside: folder)
    do throws(FileError) {
      let old = try ClosedRecord.owned(folder)
      let folders = try MirroredFolders(staging.path, like: old?.path)
      for entry in entries {
        let path = ClosedRecord.pages + "/" + entry.path
        try folders.make(Path.folder(of: path))
        try ReadableFile(Path.join(site, entry.path)).copy(to: Path.join(staging.path, path)) { _ in
        }
      }
      try folders.make(ClosedRecord.pages)
      try record.write(to: staging.path)
      let new = record.owned(staging.path)
      let carried = try old?.carry(to: staging.path, besides: new) ?? OwnedFolder.Carried()
      try folders.finish()
      // The copy comes last, so that what names it can be taken back.
      let statement = try Fingerprint.Statement(record, in: file)
      try statement.write()
      do throws(FileError) {
        try staging.put(new, inPlaceOf: old, carried, isDurable: true)
      } catch {
        try statement.takeBack()
        throw error
      }
      return (folder, entries.count, staging.remains, statement.outcome)
    } catch {
      staging.discard()
      throw OutputError(error)
    }
  }
}
