import Diagnostics
import Files
import Glibc

/// The folder that a site is written to, checked before anything is done to it.
struct OutputTarget {
  /// Absolute, links resolved.
  let path: String
  private let given: String

  /// Files of a folder that is empty but for what keeps it in version control.
  private static let placeholders: Set<String> = [".gitignore", ".gitkeep"]

  /// - Parameter sources: folders that the site is made from; none of them, nor one that holds
  ///   them, is ever a target.
  init(_ given: String, sources: [String]) throws(OutputError) {
    path = try OutputTarget.resolved(given)
    self.given = given
    try OutputTarget.refuseDangerous(path, given, sources)
  }

  /// The site that stands there, nil where nothing does; asked while no other build may change it.
  ///
  /// - Throws: `OutputError` where what is there is not ours to replace.
  func occupant() throws(OutputError) -> OwnedFolder? {
    let found = try OutputError.wrapping { () throws(FileError) in
      try FileSystem.found(path, followingLinks: false)
    }
    guard let found else { return nil }
    let owned = try OutputError.wrapping { () throws(FileError) -> OwnedFolder? in
      guard found.kind == .folder else { return nil }
      if let manifest = try Manifest.found(in: path) { return OwnedFolder(path, manifest) }
      let names = try OpenFolder(path).entries().map(\.name.text)
      guard names.allSatisfy({ OutputTarget.placeholders.contains($0) }) else { return nil }
      return try OwnedFolder(site: path)
    }
    guard let owned else { throw .foreign(given) }
    return owned
  }

  /// The target itself need not exist, nor the folders above it.
  private static func resolved(_ given: String) throws(OutputError) -> String {
    if given.isEmpty {
      throw .dangerous(given, Phrase(it: "il nome è vuoto", en: "the name is empty"))
    }
    let found = try OutputError.wrapping { () throws(FileError) in try FileSystem.resolved(given) }
    if let found { return found }
    guard let parent = Path.parent(of: given), parent != given else { return given }
    let name = Path.name(of: given.hasSuffix("/") ? String(given.dropLast()) : given)
    guard name != "..", name != "." else {
      throw .dangerous(given, Phrase(it: "non è il nome di una cartella", en: "it names no folder"))
    }
    return Path.join(try resolved(parent), name)
  }

  private static func refuseDangerous(_ path: String, _ given: String, _ sources: [String])
    throws(OutputError)
  {
    if path == "/" {
      throw .dangerous(given, Phrase(it: "è la radice del disco", en: "it is the root of the disk"))
    }
    if let home = unsafe getenv("HOME").flatMap({ unsafe FileSystem.realPath(String(cString: $0)) }
    ),
      Path.contains(path, home)
    {
      throw .dangerous(
        given,
        Phrase(it: "è la tua cartella personale, o la contiene", en: "it is or holds your home"))
    }
    let roots = try OutputError.wrapping { () throws(FileError) in
      var roots: [String] = []
      for source in sources {
        if let root = try FileSystem.resolved(source) { roots.append(root) }
      }
      return roots
    }
    for source in roots {
      if Path.contains(path, source) {
        throw .dangerous(
          given,
          Phrase(
            it: "è o contiene la cartella `\(source)`, da cui il sito nasce",
            en: "it is or holds the folder `\(source)`, which the site is made from"))
      }
      if Path.contains(source, path) {
        throw .dangerous(
          given,
          Phrase(
            it: "sta dentro la cartella `\(source)`, da cui il sito nasce",
            en: "it lies in the folder `\(source)`, which the site is made from"))
      }
    }
  }
}
