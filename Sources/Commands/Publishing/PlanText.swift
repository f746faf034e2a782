import Diagnostics
import Output
import Publish

/// A plan as one reads it before saying yes.
struct PlanText {
  let plan: PublicationPlan
  let changes: SiteChanges
  let place: String
  /// The edition files that a redirect would go to, by the folder of the edition on the site.
  let editionFiles: [String: String]

  private static let listed = 10
  /// What goes on while the words of pages are compared.
  static let comparison = Phrase(it: "confronto delle pagine", en: "comparison of pages")

  func text(in language: Language) -> String {
    let say = Wording(language: language)
    var lines = [say("Da pubblicare in \(place)", "To be published at \(place)")]
    if plan.isResumption {
      lines.append(
        say(
          "  una pubblicazione era rimasta a metà: si riprende",
          "  a publication was interrupted: it is resumed"))
    }
    lines.append(counts(say))
    if plan.unchanged > 0 { lines += ChangesText(changes: changes).lines(say) }
    if !plan.inTheWay.isEmpty {
      lines.append(
        say("  Al loro posto ci sono file di altri:", "  Files of others are in their place:"))
      lines += list(plan.inTheWay, say)
    }
    if !plan.changedByHand.isEmpty {
      lines.append(
        say(
          "  Sul sito non sono più come li avevo pubblicati (ne terrò una copia):",
          "  On the site these are no longer as they were published (a copy will be kept):"))
      lines += list(plan.changedByHand, say)
    }
    if !plan.vanished.isEmpty { lines += vanished(say) }
    return lines.joined(separator: "\n")
  }

  private func counts(_ say: Wording) -> String {
    func files(_ count: Int, _ italian: (String, String), _ english: String) -> String? {
      count == 0
        ? nil : say("\(count) \(count == 1 ? italian.0 : italian.1)", "\(count) \(english)")
    }
    let kinds = [
      files(plan.new.count, ("file nuovo", "file nuovi"), "new"),
      files(plan.changed.count, ("cambiato", "cambiati"), "changed"),
      files(plan.removed.count, ("da togliere", "da togliere"), "to be removed"),
      files(plan.unchanged, ("uguale", "uguali"), "unchanged"),
    ].compactMap(\.self)
    let size = (plan.bytesToSend + 500) / 1000
    return "  " + kinds.joined(separator: ", ")
      + say("; da portare \(size) kB", "; \(size) kB to be sent")
  }

  private func list(_ paths: [String], _ say: Wording) -> [String] {
    let shown = paths.prefix(PlanText.listed).map { "    \($0)" }
    let rest = paths.count - shown.count
    return shown + (rest > 0 ? [say("    … e altri \(rest)", "    … and \(rest) more")] : [])
  }

  /// The pages that readers would no longer find, with what would lead them on.
  private func vanished(_ say: Wording) -> [String] {
    var lines = [
      say("  Non saranno più al loro indirizzo:", "  These will no longer be at their addresses:")
    ]
    lines += list(plan.vanished.map { "/" + $0.address }, say)
    let moves = plan.vanished.compactMap { page -> (file: String, from: String, to: String)? in
      guard let successor = page.successor, let year = page.address.firstPart,
        year == successor.firstPart, let file = editionFiles[year]
      else { return nil }
      return (file, page.address.withoutFirstPart, successor.withoutFirstPart)
    }
    for (file, moves) in Dictionary(grouping: moves, by: \.file).sorted(by: { $0.key < $1.key }) {
      lines.append(
        say(
          "  Se le pagine hanno cambiato indirizzo, chi ha quello vecchio ci arriva così, in \(file):",
          "  If the pages moved, whoever has the old address gets there by this, in \(file):"))
      lines.append(say("    spostati:", "    moved:"))
      for move in moves {
        lines.append(say("      - da: \(move.from)", "      - from: \(move.from)"))
        lines.append(say("        a: \(move.to)", "        to: \(move.to)"))
      }
    }
    return lines
  }
}

extension String {
  fileprivate var firstPart: String? { split(separator: "/").first.map(String.init) }

  fileprivate var withoutFirstPart: String {
    split(separator: "/").dropFirst().joined(separator: "/")
  }
}
