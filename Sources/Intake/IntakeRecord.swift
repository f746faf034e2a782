import Diagnostics
import Office

/// The list of all that stands in a document and what became of it, for who wants to see it.
struct IntakeRecord {
  static let ending = ".registro.csv"

  let bytes: [UInt8]

  init(_ ledger: Ledger) {
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
}
