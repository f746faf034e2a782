import Content
import Diagnostics
import Files
import Office
import Scaffolding

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

  func path(in place: RecordPlace) -> String {
    place.outline.freePath(
      name.isEmpty ? "documento" : name, ending: ".registro.csv", in: "_importati")
  }
}
