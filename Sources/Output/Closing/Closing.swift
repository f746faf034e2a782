package import Diagnostics
import Files
package import SocialReport

extension ClosedEditions {
  /// Keeps what a site has of an edition, so that it is published as it is from now on.
  ///
  /// - Parameters:
  ///   - site: the folder of the whole site.
  ///   - baseURL: the address that it was made for.
  ///   - sources: of the whole content.
  /// - Returns: the folder that has it, and its files.
  /// - Throws: `OutputError`; what was kept before is then as it was.
  package static func close(
    _ edition: Edition, site: String, baseURL: String, _ sources: [SourceFile]
  ) throws(OutputError) -> (folder: String, files: Int) {
    guard let home = folder(of: edition, sources), let manifest = Manifest(of: site) else {
      throw .file(FileError(.read, site))
    }
    let own = "\(edition.id.value)/"
    let entries = manifest.entries.filter {
      // With what all editions may load: the theme's files, and those of the content above them.
      $0.path.hasPrefix(own) || $0.path.hasPrefix("assets/") || $0.path.hasPrefix("file/")
    }
    let texts = texts(of: edition, home, sources).compactMap { path, id in
      sources[id].map { Manifest.Entry(path: path, bytes: Array($0.text.utf8)) }
    }
    let record = ClosedRecord(
      site: Manifest(entries), texts: Manifest(texts),
      corrections: Set(edition.corrections.map(ClosedRecord.hash)), baseURL: baseURL)
    let folder = Path.join(home, ClosedRecord.folder)
    let new = folder + "-nuova"
    do throws(FileError) {
      try FileSystem.removeTree(new)
      for entry in entries {
        let copy = Path.join(new, ClosedRecord.pages + "/" + entry.path)
        try FileSystem.makeFolder(Path.parent(of: copy) ?? new)
        try FileSystem.write(try FileSystem.read(Path.join(site, entry.path)), to: copy)
      }
      try record.write(to: new)
      try FileSystem.synchronise(new)
      try FileSystem.put(new, inPlaceOf: folder)
    } catch {
      try? FileSystem.removeTree(new)
      throw .file(error)
    }
    return (folder, entries.count)
  }
}
