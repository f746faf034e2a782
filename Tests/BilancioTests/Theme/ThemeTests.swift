import Diagnostics
import Files
import Foundation
import Site
import Testing

@testable import Theme

/// Colours, assets and pictures: what a theme makes of them.
@Suite struct ThemeTests {
  private static func theme(_ changes: [String: String] = [:]) async throws -> Folder {
    let theme = try await TestTheme.read()
    return Folder(
      root: theme.root,
      texts: theme.texts.filter { changes[$0.path] == nil }
        + changes.map { Folder.Text(path: $0.key, text: $0.value) }, assets: theme.assets)
  }

  private static func table(
    _ changes: [String: String] = [:], keepsWholeLibrary: Bool = false
  ) async throws -> AssetTable {
    AssetTable(
      try await theme(changes), firstID: 0,
      palette: Palette(brand: Colour(red: 0, green: 0x66, blue: 0xCC)),
      keepsWholeLibrary: keepsWholeLibrary)
  }

  private static func text(_ name: String, _ table: AssetTable) throws -> String {
    let address = try #require(table.addresses[name])
    let asset = try #require(table.assets.first { $0.address == address })
    guard case .made(let text) = asset.body else { return "" }
    return text()
  }

  private static func messages(_ changes: [String: String]) async throws -> [Diagnostic] {
    try await Theme.read(
      try await theme(changes), firstID: 0, language: "it", basePath: "/", views: Views.catalogue
    )
    .diagnostics
  }

  @Test func `a name of too many parts is told before it is followed`() async throws {
    let name = String(repeating: "a.", count: 50_000) + "a"
    let found = try await ThemeTests.messages(["components/mio.html": "{{\(name)}}"])
    #expect(found.contains { $0.message.italian == "un nome ha più di 16 parti" })
  }

  @Test func `a style sheet has the rules of the design system that pages can use`() async throws {
    let css = try ThemeTests.text("stile.css", try await ThemeTests.table())
    #expect(css.contains(".container{"))
    #expect(css.contains("--bootstrap-italia-version: '2.18.0'"))
    #expect(css.contains("/*! Stand-in for Bootstrap Italia"))
    #expect(css.contains(".col-lg-8"))
    #expect(!css.contains("mai-usata"))
    #expect(!css.contains("--bs-inutile"))
    #expect(css.contains("--marchio:#0066cc"))
  }

  @Test func `the whole design system is there on demand`() async throws {
    let css = try ThemeTests.text("stile.css", try await ThemeTests.table(keepsWholeLibrary: true))
    #expect(css.contains("mai-usata"))
  }

  @Test func `what a style sheet names is a file beside it`() async throws {
    let table = try await ThemeTests.table()
    let css = try ThemeTests.text("stile.css", table)
    let names = css.matches(of: /url\("([^"]+\.woff2)"\)/).map { String($0.1) }
    #expect(names.count == 5)
    for name in names { #expect(table.assets.contains { $0.address == "assets/" + name }) }
  }

  @Test func `icons that no template uses are left out`() async throws {
    let icons = try ThemeTests.text("icone.svg", try await ThemeTests.table())
    #expect(icons.contains("it-star-full"))
    #expect(!icons.contains("it-mai-usata"))
  }

  @Test func `a name changes with the content and only with it`() async throws {
    let first = try await ThemeTests.table().addresses
    #expect(try await ThemeTests.table().addresses == first)
    let changed = try await ThemeTests.table(["assets/stile.css": "p { color: red }"]).addresses
    #expect(changed["stile.css"] != first["stile.css"])
    #expect(changed["icona.svg"] == first["icona.svg"])
  }

  @Test func `a file that a style sheet names and that is not there is told`() async throws {
    let table = try await ThemeTests.table(["assets/stile.css": "p { background: url(icone.png) }"])
    #expect(table.diagnostics.map(\.identifier) == [.templateAsset])
  }

  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#0066cc", "#ffffff", 5.57),
  ])
  func `contrast is that of WCAG`(front: String, ground: String, ratio: Double) throws {
    let (a, b) = (Colour(hexadecimal: front), Colour(hexadecimal: ground))
    #expect(abs(try #require(a).contrast(with: try #require(b)) - ratio) < 0.01)
  }

  @Test(arguments: ["", "#", "#12", "blue", "#12345", "#gggggg", "0066cc", "#+1+2+3"])
  func `what is no colour is none`(text: String) {
    #expect(Colour(hexadecimal: text) == nil)
  }

  @Test func `a picture that makes people wait is told, and the first is not lazy`() async throws {
    // The head of a PNG of 800 by 600 pixels.
    let head: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + [0, 0, 3, 32, 0, 0, 2, 88, 8, 2, 0, 0, 0]
    let folder = "2021/1-scuole/"
    let report = try await MadeReport(
      [folder + "2-foto.md": ThemeTests.achievement],
      assets: [
        Folder.Asset(path: folder + "a.png", byteCount: 500_001, head: head),
        Folder.Asset(path: folder + "b.png", byteCount: 500_000, head: head),
      ])
    #expect(
      report.diagnostics.map(\.identifier).filter { $0 == .largePicture } == [.largePicture])
    let page = report.pages["2021/scuole/foto/index.html"] ?? ""
    let pictures = page.matches(of: /<img[^>]+>/).map { String($0.0) }.filter {
      $0.contains("width=\"800\" height=\"600\"")
    }
    #expect(pictures.map { $0.contains("loading=\"lazy\"") } == [false, true])
  }

  @Test func `a document that no telephone can have is told with its size`() async throws {
    let folder = "2021/1-scuole/"
    let report = try await MadeReport(
      [
        folder + "2-foto.md": ThemeTests.achievement.replacing(
          "aggiornato_il",
          with: "allegati:\n  - {titolo: Progetto, file: p.pdf, accessibile: sì}\naggiornato_il")
      ],
      assets: [
        Folder.Asset(path: folder + "p.pdf", byteCount: 60_200_000, head: []),
        Folder.Asset(path: folder + "q.pdf", byteCount: 20_000_000, head: []),
      ])
    let found = report.diagnostics.filter { $0.identifier == .largeFile }
    #expect(found.map(\.message.italian).count == 1)
    #expect(found.first?.message.italian.contains("60 MB") == true)
    #expect(found.first?.severity == .warning)
  }

  private static let achievement = """
    ---
    tipo: realizzazione
    numero: 2
    titolo: Due foto
    in_breve: Due foto.
    ufficio: istruzione
    stato: in_corso
    stato_al: 2021-12-31
    aggiornato_il: 2021-12-31
    ---
    ![Una](a.png)

    ![Due](b.png)
    """
}
