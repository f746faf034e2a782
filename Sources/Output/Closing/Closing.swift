package import Diagnostics
package import Files
package import SocialReport

extension ClosedEditions {
  /// Keeps what a site has of an edition, so that it is published as it is from now on.
  ///
  /// - Parameters:
  ///   - site: the folder of the whole site.
  ///   - baseURL: the address that it was made for.
  ///   - sources: of the whole content.
  /// - Returns: the folder that has it, its files, and what of the one before could not be taken away.
  /// - Throws: `OutputError`; what was kept before is then as it was.
  package static func close(
    _ edition: Edition, site: String, baseURL: String, _ sources: [SourceFile]
  ) throws(OutputError) -> (folder: String, files: Int, remains: [FileError]) {
    guard let home = folder(of: edition, sources), let manifest = Manifest(of: site) else {
      throw .file(FileError(.read, site))
    }
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
      let carried = try old?.carry(
        to: staging.path, besides: record.owned(staging.path))
      try folders.finish()
      try staging.put(inPlaceOf: old, carried ?? OwnedFolder.Carried(), isDurable: true)
    } catch {
      staging.discard()
      throw OutputError(error)
    }
    return (folder, entries.count, staging.remains)
  }
}
