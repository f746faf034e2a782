import Content
import Files

/// The notes of what was imported, which no page shows: letters, words of PDFs, what belonged to none of several pages.
package enum KeptNotes {
  private static let ending = ".md"

  /// The names of their files, in order.
  package static func names(below root: String) -> [String] {
    let names = (try? FileSystem.names(in: Path.join(root, IntakeFolder.name))) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The name of a note's file, of its path; nil for what is none.
  package static func name(of path: String) -> String? {
    Path.folder(of: path) == IntakeFolder.name && path.hasSuffix(ending) ? Path.name(of: path) : nil
  }

  /// Nil where there is no such note, or it is no text.
  package static func text(_ name: String, below root: String) -> String? {
    guard names(below: root).contains(name),
      let bytes = try? FileSystem.read(Path.join(Path.join(root, IntakeFolder.name), name)),
      bytes.count <= Content.maximumBytes
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
