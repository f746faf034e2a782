import Content
import Diagnostics
import Files
import Foundation
import SocialReport
import Testing

@testable import Scaffolding

/// The edition of the next year, from the last.
@Suite struct NextEditionTests {
  private static let today = CalendarDate(year: 2022, month: 3, day: 1) ?? .unread

  /// The base of the golden cases with some files laid over it.
  private static func folder(_ texts: [String: String]) async throws -> Folder {
    try await MadeReport.folder(texts)
  }

  private static func next(_ folder: Folder, _ year: Int = 2022) async throws -> NextEdition {
    try NextEdition(of: year, from: try await ProjectOutline(folder), today: today, .italian)
  }

  /// The folder with what the next edition makes and takes away.
  private static func applied(_ next: NextEdition, to folder: Folder) -> Folder {
    let gone = Set(next.moved.map(\.from))
    let texts =
      folder.texts.filter { !gone.contains($0.path) }
      + next.files.map { Folder.Text(path: $0.path, text: $0.text) }
    return Folder(
      root: "", texts: texts.sorted { $0.path < $1.path }, assets: folder.assets,
      folders: folder.folders)
  }

  private static func achievement(_ fields: String, _ body: String = "Il racconto.") -> String {
    """
    ---
    tipo: realizzazione
    numero: 7
    titolo: Una prova
    in_breve: Aperta.
    ufficio: scuola
    stato: in corso
    stato_al: 2021-12-31
    aggiornato_il: 2021-12-31
    \(fields)
    ---

    \(body)
    """
  }

  @Test func `texts are empty with the old ones beside them, and states are to be confirmed`()
    async throws
  {
    let folder = try await NextEditionTests.folder([
      "2021/1-scuole/7-prova.md": NextEditionTests.achievement(
        "azioni:\n  - titolo: Una\n    stato: \"in corso:\"\n  - titolo: Due\n    stato: conclusa\nperche: Perché sì.\nprossimi_passi: |\n  Uno.\n\n  Due.",
        "Il racconto.\n\n---\n\n# da confermare")
    ])
    let next = try await NextEditionTests.next(folder)
    let text = next.files.first { $0.path == "2022/1-scuole/7-prova.md" }?.text ?? ""
    #expect(text.contains("\nin_breve:\n"))
    #expect(text.contains("\n#   Perché sì.\nperche:\n"))
    #expect(text.contains("\n#   Uno.\n#\n#   Due.\nprossimi_passi:\n"))
    #expect(text.contains("\nstato: in_corso  # da confermare\nstato_al: 2022-12-31\n"))
    #expect(
      text.contains("azioni:\n  - titolo: Una\n    stato: in_corso  # da confermare\nperche")
        || text.contains("azioni:\n  - titolo: Una\n    stato: in_corso  # da confermare\n# perché")
    )
    #expect(text.hasSuffix("#   Il racconto.\n#\n#   ---\n#\n#   # da confermare\n---\n\n"))
    let content = try await Content.decode(
      NextEditionTests.applied(next, to: folder), firstID: 0, includesDrafts: true)
    #expect(content.diagnostics.errors == 0, "\(content.diagnostics.map(\.message.italian))")
    let own = content.pending.filter { $0.office == "scuola" }.map(\.name.italian)
    for name in ["in_breve", "perche", "prossimi_passi", "stato", "cosa_abbiamo_fatto"] {
      #expect(own.contains(name), "\(name)")
    }
  }

  @Test(arguments: [
    "--> <!-- x", "---\n...\n", "a\u{2028}b: c\u{85}d: e", "\t- x\r\n  y: {[\"'",
    "<<<<<<< HEAD\n=======",
    "# eccezione frase-lunga: sì", "<!-- eccezione frase-lunga: sì -->", "%YAML 1.2",
    String(repeating: "riga\n\n", count: 4000),
  ])
  func `nothing in an old text ends its comment`(text: String) async throws {
    let old = "Prima.\n\n" + text
    let lines = LastYearsText.comment(old, of: "2021", indent: "", .italian)
    #expect(lines.allSatisfy { $0.hasPrefix("#") })
    #expect(lines.count < 200)
    let whole = (["tipo: area", "numero: 1"] + lines + ["titolo: Uno"]).joined(separator: "\n")
    let content = try await NextEditionTests.folder(["2021/4-area/area.yml": whole])
    let decoded = try await Content.decode(content, firstID: 0, includesDrafts: true)
    #expect(decoded.report?.editions.first?.areas.contains { $0.title.value == "Uno" } == true)
  }

  @Test func `what is at its end is left and told, what goes on says so`() async throws {
    let folder = try await NextEditionTests.folder([
      "2021/1-scuole/8-finita.md": NextEditionTests.achievement("").replacing(
        "stato: in corso", with: "stato: conclusa"
      ).replacing("Una prova", with: "Finita"),
      "2021/1-scuole/9-aperta.md": NextEditionTests.achievement("").replacing(
        "Una prova", with: "Aperta"),
      "2021/5-chiuso/obiettivo.yml":
        "tipo: obiettivo\nnumero: 5\ntitolo: Chiuso\npremessa: Sì.\nconclude: sì\naggiornato_il: 2021-12-31\n",
    ])
    let next = try await NextEditionTests.next(folder)
    #expect(next.concluded.contains("Finita"))
    #expect(next.concluded.contains("Chiuso"))
    #expect(!next.files.contains { $0.path.contains("finita") || $0.path.contains("chiuso") })
    let objective = next.files.first { $0.path == "2022/1-scuole/obiettivo.yml" }?.text ?? ""
    #expect(objective.contains("prosegue:\n  edizione: 2021\n  id: scuole\n"), "\(objective)")
    #expect(
      next.files.first { $0.path == "2022/edizione.yml" }?.text.contains("bozza: sì\n") == true)
    #expect(next.files.first { $0.path == "2022/atti.yml" }?.text.hasSuffix("voci:\n") == true)
  }

  @Test func `what was never written is still to be written`() async throws {
    let folder = try await NextEditionTests.folder([
      "2021/1-scuole/7-prova.md": NextEditionTests.achievement("bozza: sì", "").replacing(
        "in_breve: Aperta.", with: "in_breve:")
    ])
    let next = try await NextEditionTests.next(folder)
    let text = next.files.first { $0.path == "2022/1-scuole/7-prova.md" }?.text ?? ""
    #expect(text.contains("caratteri\nin_breve:\nufficio: scuola\n"), "\(text)")
    let content = try await Content.decode(
      NextEditionTests.applied(next, to: folder), firstID: 0, includesDrafts: true)
    #expect(content.diagnostics.errors == 0)
  }

  private static func series(_ observations: String) -> String {
    """
    tipo: indicatore
    nome: Iscritti
    definizione: Quanti sono.
    misura: conteggio
    unita: bambini
    verso: alto_meglio
    fonte: anagrafe
    metodo: Si contano.
    responsabile: scuola
    osservazioni:\(observations)
    # in fondo
    """
  }

  @Test(arguments: [
    ("\n  - periodo: 2021\n    valore: 3", "\n  - periodo: 2022\n    valore:"),
    ("\n- periodo: 2020/21\n  valore: 3  # nota", "\n- periodo: 2021/2022\n  valore:"),
    (
      "\n  - {periodo: 2021-S2, valore: 3}",
      "\n  - periodo: 2022-S1\n    valore:\n  - periodo: 2022-S2\n    valore:"
    ),
    ("\n  - periodo: 2022\n    valore: 3", ""),
  ])
  func `each series has an empty place for the year, and every other byte`(
    old: String, place: String
  ) async throws {
    let text = NextEditionTests.series(old)
    let folder = try await NextEditionTests.folder(["2021/iscritti-nuovi.yml": text])
    let next = try await NextEditionTests.next(folder)
    let made = next.files.first { $0.path == "2022/iscritti-nuovi.yml" }?.text
    #expect(made == NextEditionTests.series(old + place))
  }

  @Test func `beside a new value stands last year's source, to be confirmed`() async throws {
    let old = "\n  - periodo: 2021\n    valore: 3"
    let text = NextEditionTests.series(old).replacing(
      "fonte: anagrafe", with: "fonte: anagrafe-2021")
    let folder = try await NextEditionTests.folder(["2021/iscritti-nuovi.yml": text])
    let next = try await NextEditionTests.next(folder)
    let made = next.files.first { $0.path == "2022/iscritti-nuovi.yml" }?.text ?? ""
    #expect(
      made.contains(
        "\n  - periodo: 2022\n    valore:\n    fonte: anagrafe-2021  # da confermare\n"), "\(made)")
  }

  @Test func `a series in a table is to be gone on with`() async throws {
    let folder = try await NextEditionTests.folder([
      "2021/iscritti-nuovi.yml": NextEditionTests.series(" iscritti-nuovi.csv"),
      "2021/iscritti-nuovi.csv": "periodo;valore\n2020;3\n2021;4\n",
    ])
    let next = try await NextEditionTests.next(folder)
    #expect(next.files.contains { $0.path == "2022/iscritti-nuovi.csv" })
    let content = try await Content.decode(
      NextEditionTests.applied(next, to: folder), firstID: 0, includesDrafts: true)
    #expect(content.pending.contains { $0.meaning.italian == "il valore del 2022" })
  }

  @Test func `registers are shared; those of a closed edition stay where they are`() async throws {
    let open = try await NextEditionTests.next(try await NextEditionTests.folder([:]))
    #expect(open.moved.contains { $0.from == "2021/uffici.yml" && $0.to == "comuni/uffici.yml" })
    let folder = try await NextEditionTests.folder([:])
    let closed = Folder(
      root: "",
      texts: folder.texts.map {
        $0.path == "2021/edizione.yml"
          ? Folder.Text(path: $0.path, text: $0.text + "chiusa: sì\n") : $0
      }, assets: folder.assets)
    let next = try await NextEditionTests.next(closed)
    #expect(next.moved.isEmpty)
    #expect(next.files.contains { $0.path == "comuni/uffici.yml" })
    #expect(!next.files.contains { $0.path.hasPrefix("2021/") })
  }

  /// The golden cases that the program accepts.
  static var cases: [String] {
    GoldenTests.cases.filter { name in
      let path = GoldenTests.folder.appending(path: "Cases/\(name)/diagnostics.txt")
      return (try? String(contentsOf: path, encoding: .utf8))?.hasPrefix("exit 0") == true
    }
  }

  @Test(arguments: cases)
  func `whatever the last edition is, the next can be read and stops nothing`(name: String)
    async throws
  {
    let content = GoldenTests.folder.appending(path: "Cases/\(name)/content")
    guard FileManager.default.fileExists(atPath: content.path) else { return }
    let laid = try await Folder.read(content.path, textEndings: Content.textEndings)
    let folder = try await NextEditionTests.folder(
      Dictionary(laid.texts.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first }))
    let before = try await Content.decode(folder, firstID: 0, includesDrafts: true)
    guard before.diagnostics.errors == 0, let years = before.report?.editions.map(\.year.value),
      let newest = years.max()
    else { return }
    let next = try await NextEditionTests.next(folder, newest + 1)
    #expect(Set(next.files.map(\.path)).count == next.files.count)
    let after = NextEditionTests.applied(next, to: folder)
    for includesDrafts in [false, true] {
      let decoded = try await Content.decode(after, firstID: 0, includesDrafts: includesDrafts)
      let errors = decoded.diagnostics.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(name): \(errors.map { "\($0.identifier) \($0.message.italian)" })")
    }
  }

  @Test func `the edition before is the same site, byte for byte`() throws {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(at: Program.root.appending(path: "content"), to: content)
    func site() throws -> [String: Data] {
      let made = try Program.run(["build"], in: scratch.folder)
      #expect(made.status == 0, "\(made.errors)")
      return try tree(scratch.folder.appending(path: "output"))
    }
    let before = try site()
    let made = try Program.run(
      ["nuova-edizione", "2021"], in: scratch.folder, environment: ["LC_ALL": "it_IT.UTF-8"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("Finiti, e rimasti nel 2020:"))
    #expect(try site() == before)
    let list = try Program.run(["check", "--elenco"], in: scratch.folder)
    #expect(list.output.contains("content/2021/edizione.yml:"))
    #expect(list.output.contains("da confermare"))
    let strict = try Program.run(["check", "--strict"], in: scratch.folder)
    #expect(strict.status == 0, "\(strict.errors)")
    let drafts = try Program.run(["check", "--drafts", "--strict"], in: scratch.folder)
    #expect(drafts.status == 0, "\(drafts.errors)")
    let again = try Program.run(["nuova-edizione", "2021"], in: scratch.folder)
    #expect(again.status == 2)
  }
}
