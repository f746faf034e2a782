import ArgumentParser
import Diagnostics
import Printing
import Site
import SocialReport

/// Which part of a document a file is of: an objective, what an office answers for, or all of it.
struct PartOptions: ParsableArguments {
  @Option(
    name: .named("objective", "obiettivo"),
    help: .words(
      "Solo un obiettivo, con le sue realizzazioni.", "One objective, with its achievements.",
      value: ("id", "id")))
  var objective: String?

  @Option(
    name: .named("office", "ufficio"),
    help: .words(
      "Solo ciò di cui risponde un ufficio.", "What one office answers for.", value: ("id", "id")))
  var office: String?

  /// What the file is called by.
  var name: String? { objective ?? office }

  func validate() throws {
    if objective != nil, office != nil {
      throw ValidationError(
        Speech.say(
          "--obiettivo e --ufficio non stanno insieme: fai due file",
          "--objective and --office do not go together: make two files"))
    }
  }

  /// - Returns: nil for the whole document.
  func parts(of document: DocumentText) throws(PrintError) -> DocumentText.Selection? {
    let edition = document.edition
    if let objective {
      guard let found = edition.objectives.first(where: { $0.id.value == objective }) else {
        throw unknown(
          objective, edition.objectives.map(\.id.value), it: "l'obiettivo", en: "objective")
      }
      return document.selection(of: found)
    }
    guard let office else { return nil }
    guard let found = edition.offices.first(where: { $0.id.value == office }) else {
      throw unknown(office, edition.offices.map(\.id.value), it: "l'ufficio", en: "office")
    }
    guard let selection = document.selection(of: found) else {
      throw .noPart(
        Phrase(
          it: "l'ufficio `\(office)` non risponde di nessun obiettivo e di nessuna realizzazione",
          en: "the office `\(office)` answers for no objective and no achievement"))
    }
    return selection
  }

  private func unknown(_ id: String, _ known: [String], it: String, en: String) -> PrintError {
    let near = NearMiss.candidates(for: id, among: Set(known)).first
    return .noPart(
      Phrase(
        it: "\(it) `\(id)` non c'è"
          + (near.map { "; forse `\($0)`?" } ?? ": ci sono \(known.joined(separator: ", "))"),
        en: "there is no \(en) `\(id)`"
          + (near.map { "; perhaps `\($0)`?" } ?? ": there are \(known.joined(separator: ", "))")))
  }
}
