import Content
import Diagnostics
import Files
import Office

/// The list of all that stands in a document and what became of it, for who wants to see it.
struct IntakeRecord {
  let bytes: [UInt8]
  private let name: String

  init(_ ledger: Ledger, named name: String) {
    self.name = Slug.ofName(Path.name(of: name))
    var writer = CSVWriter()
    writer.line(["parte", "che_cosa", "elemento", "esito", "testo"])
    for entry in ledger.entries {
      writer.value(entry.part)
      writer.value("\(entry.kind)")
      writer.value(entry.element)
      guard case .left(let reason) = entry.fate else {
        writer.value("preso")
        writer.text(entry.text)
        writer.endLine()
        continue
      }
      writer.value("lasciato: " + reason.words(1).italian)
      // What somebody deleted, hid or remarked is not for the folder that goes round.
      let isPrivate = [.deleted, .movedAway, .hidden, .comment, .properties].contains(reason)
      writer.text(isPrivate ? "" : entry.text)
      writer.endLine()
    }
    bytes = writer.bytes
  }

  /// A free path in the folder of what was imported, which no page shows and no reading of the texts knows.
  func path(below root: String) -> String {
    let stem = Path.join("_importati", name.isEmpty ? "documento" : name)
    var number = 1
    while true {
      let path = stem + (number == 1 ? "" : "-\(number)") + ".registro.csv"
      if FileSystem.status(Path.join(root, path), followingLinks: false) == nil { return path }
      number += 1
    }
  }
}
