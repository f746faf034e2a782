import Content
import Desk
import Files

/// The folder of what was imported, which no page shows and no reading of the texts knows.
enum IntakeFolder {
  static let name = "_importati"

  /// A path for what is kept of a document, that neither the disk nor what is about to be written has.
  static func freePath(
    forDocument document: String, ending: String, in revision: Revision
  ) -> String {
    let slug = Slug.ofName(Path.name(of: document))
    let stem = Path.join(name, slug.isEmpty ? "documento" : slug)
    var number = 1
    while true {
      let path = stem + (number == 1 ? "" : "-\(number)") + ending
      if (try? revision.bytes(of: path)) == nil { return path }
      number += 1
    }
  }
}
