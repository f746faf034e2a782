import Diagnostics
import Files
import SocialReport

/// What the name of a file says of the entity in it.
struct FileName {
  let path: String
  let kind: EntityKind
  /// Where the file says what it is.
  let place: SourceRange

  /// The stated id, or the name of the file (of the folder, for what a folder is about).
  func id(of record: FieldValues) -> Sourced<String> {
    if let stated = record.text("id") { return stated }
    return Sourced(Slug.ofName(name), at: place)
  }

  /// The number that the name begins with, as in `1-mensa.md`; a year is none.
  var number: Int? {
    let digits = name.utf8.prefix { (0x30...0x39).contains($0) }
    let rest = name.utf8.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let next = rest.first, "-_. ".utf8.contains(next) else {
      return nil
    }
    return Int(String(Substring(digits)))
  }

  /// The name of the file, or of the folder for what a folder is about.
  private var name: String {
    let folder = Path.folder(of: path)
    let isAboutFolder = kind == .area || kind == .objective
    return isAboutFolder && !folder.isEmpty
      ? Path.name(of: folder) : Path.withoutEnding(Path.name(of: path))
  }
}
