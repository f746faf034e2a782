import Content
import Diagnostics
import Files
import SocialReport

/// What is still to be written and confirmed in drafts, by the office that answers for it.
struct TodoText {
  private(set) var pending: [PendingField]
  let report: Report?
  let sources: [SourceFile]

  init(pending: [PendingField], report: Report?, sources: [SourceFile]) {
    (self.pending, self.report, self.sources) = (pending, report, sources)
  }

  /// Leaves out what is not of the report's editions: what stands in their folders is, and what a series
  /// that they share still lacks.
  mutating func keepEditions() {
    guard let report else { return }
    let folders = report.editions.compactMap { edition in
      sources[edition.place.file].map { Path.folder(of: $0.path) + "/" }
    }
    let shared = Set(report.editions.flatMap(\.sharedFiles))
    pending.removeAll { field in
      guard let path = sources[field.place.file]?.path else { return true }
      return !shared.contains(field.place.file) && !folders.contains(where: path.hasPrefix)
    }
  }

  func text(in language: Language) -> String {
    guard !pending.isEmpty else {
      return Phrase(
        it: "Nelle bozze non resta niente da scrivere.",
        en: "Nothing is left to be written in drafts."
      ).text(in: language)
    }
    var locator = Locator(sources)
    var lines: [String] = []
    for (office, fields) in groups(language) {
      lines.append(office)
      for field in fields {
        let place = locator.location(of: field.place).map { "\($0.path):\($0.line)" } ?? ""
        lines.append("  \(place)  \(words(of: field).text(in: language))".printable())
      }
      lines.append("")
    }
    return (lines + [TodoText.count(pending).text(in: language)]).joined(separator: "\n")
  }

  private func words(of field: PendingField) -> Phrase {
    let (name, meaning) = (field.name, field.meaning)
    return switch field.kind {
    case .empty:
      Phrase(
        it: "\(name.italian): \(meaning.italian)", en: "\(name.english): \(meaning.english)")
    case .unconfirmed:
      Phrase(
        it: "\(name.italian): da confermare, poi togli il commento",
        en: "\(name.english): to be confirmed, then remove the comment")
    }
  }

  /// By the names of the offices; what has none comes last.
  private func groups(_ language: Language) -> [(office: String, fields: [PendingField])] {
    var names: [String: String] = [:]
    for office in (report?.editions ?? []).flatMap(\.offices) {
      names[office.id.value] = names[office.id.value] ?? office.name.value
    }
    let none = Phrase(it: "Senza un ufficio", en: "Without an office").text(in: language)
    let grouped = Dictionary(grouping: pending) { $0.office ?? "" }
    return grouped.map { id, fields in
      (id.isEmpty ? none : names[id] ?? id, id.isEmpty, fields.sorted { $0.place < $1.place })
    }.sorted { ($0.1 ? 1 : 0, $0.0) < ($1.1 ? 1 : 0, $1.0) }.map { ($0.0, $0.2) }
  }

  /// How much is left: `4 da scrivere, 1 da confermare`.
  static func count(_ pending: [PendingField]) -> Phrase {
    let empty = pending.count { $0.kind == .empty }
    let open = pending.count - empty
    return Wording.phrase { say in
      let parts = [
        empty > 0 ? say("\(empty) da scrivere", "\(empty) to write") : nil,
        open > 0 ? say("\(open) da confermare", "\(open) to confirm") : nil,
      ].compactMap(\.self).joined(separator: ", ")
      return say("Nelle bozze restano: \(parts).", "Left in drafts: \(parts).")
    }
  }
}
