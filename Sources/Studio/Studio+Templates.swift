import Content
import Diagnostics
import Files
import Preview

extension Studio {
  /// What an office may be sent to fill in, by the words that the command has for them.
  private static let templates: [String: (ending: String, name: String)] = [
    "realizzazione": ("docx", "modello-realizzazione"), "obiettivo": ("docx", "modello-obiettivo"),
    "dati": ("xlsx", "modello-dati"),
  ]

  /// A file for an office to fill in, as the command makes it; nil for one that there is none of.
  func template(
    _ kind: String, _ visit: StudioVisit, _ edition: (folder: String, name: String)
  ) async -> PreviewResponse? {
    guard let template = Studio.templates[kind] else { return nil }
    let office = visit.request.query("ufficio").flatMap { $0.isEmpty ? nil : $0 }
    guard let folder = try? Workshop().path else { return nil }
    defer { try? FileSystem.removeTree(folder) }
    let target = Path.join(folder, "modello." + template.ending)
    let (status, told) = await run(
      ["modello", "--come", kind, "--edizione", edition.name, "--uscita", target]
        + (office.map { ["--ufficio", $0] } ?? []))
    guard status == 0, let bytes = try? FileSystem.read(target) else {
      return page(
        Shell(title: "Il modello", edition: edition.name, hasErrors: true),
        "<h1>Il modello non si è fatto</h1><pre>\(told)</pre><p><a href=\"\(Shell.root)\(edition.name)/?importa\">Torna indietro</a></p>"
      )
    }
    let slug = office.map { "-" + Slug.ofName($0) } ?? ""
    let name = "\(template.name)\(slug).\(template.ending)"
    return .file(bytes, name: name)
      .with("Content-Disposition", "attachment; filename=\"\(name)\"")
  }
}
