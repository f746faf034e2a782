import Diagnostics
import Files

/// What the name of a file says of the entity in it.
struct FileName {
  let path: String
  let kind: Kind
  /// Where the file says what it is.
  let place: SourceRange

  /// The stated id, or the name of the file (of the folder, for what a folder is about).
  func id(of record: Record) -> Sourced<String> {
    if let stated = record.text("id") { return stated }
    let folder = Path.folder(of: path)
    let isAboutFolder = kind == .area || kind == .objective
    let name =
      isAboutFolder && !folder.isEmpty
      ? Path.name(of: folder) : Path.withoutEnding(Path.name(of: path))
    return Sourced(Slug.ofName(name), at: place)
  }
}
