import Content
import Diagnostics
import Files
import Foundation
import Pipeline
import Search
import Site
import SocialReport
import Theme

/// A report made in memory, without a disk: texts in, pages and diagnostics out.
struct MadeReport {
  let diagnostics: [Diagnostic]
  let sources: [SourceFile]
  /// Nil where the content has no report in it.
  let report: Report?
  /// The files of the site that are made, by path; those of pieces put together.
  let pages: [String: String]
  let site: Site?

  /// - Parameter texts: files laid over the base of the golden cases, by path.
  init(
    _ texts: [String: String], assets: [Folder.Asset] = [], themeTexts: [String: String] = [:]
  ) async throws {
    try await self.init(
      over: GoldenTests.folder.appending(path: "Base"), texts, assets: assets,
      themeTexts: themeTexts)
  }

  /// An achievement of the base's objective, with a body.
  static func achievement(_ body: String) -> String {
    """
    ---
    tipo: realizzazione
    numero: 1
    titolo: Una mensa
    in_breve: Aperta.
    ufficio: scuola
    stato: in_corso
    stato_al: 2021-12-31
    aggiornato_il: 2021-12-31
    ---

    \(body)
    """
  }

  /// The facts alone, without pages; nil where they cannot be read.
  static func report(_ texts: [String: String]) async throws -> Report? {
    let content = try await folder(texts)
    return try await Content.decode(content, firstID: 0, includesDrafts: true).report
  }

  /// The content of the golden cases' base with some files laid over it.
  static func folder(_ texts: [String: String]) async throws -> Folder {
    try await content(over: GoldenTests.folder.appending(path: "Base"), texts, [])
  }

  private static func content(
    over base: URL, _ texts: [String: String], _ assets: [Folder.Asset]
  ) async throws -> Folder {
    let below = try await Folder.read(base.path, textEndings: Content.textEndings)
    let all = Dictionary(uniqueKeysWithValues: below.texts.map { ($0.path, $0.text) })
      .merging(texts) { _, new in new }
    return Folder(
      root: "",
      texts: all.sorted { $0.key < $1.key }.map { Folder.Text(path: $0.key, text: $0.value) },
      assets: below.assets + assets)
  }

  /// - Parameter texts: files laid over a content folder, by path.
  init(
    over base: URL, _ texts: [String: String] = [:], assets: [Folder.Asset] = [],
    themeTexts: [String: String] = [:]
  ) async throws {
    let content = try await MadeReport.content(over: base, texts, assets)
    var pipeline = Pipeline()
    pipeline.includesDrafts = true
    pipeline.baseURL = { _ in "https://esempio.it/" }
    pipeline.readsCopies = false
    pipeline.compileTheme = { folder, use in
      try await CompiledThemes.all.theme(of: folder, changed: themeTexts, for: use)
    }
    let draft = try await pipeline.draft(of: content) { _, _ in
      let theme = try await TestTheme.read(with: themeTexts)
      return Folder(root: "", texts: theme.texts, assets: theme.assets)
    }.draft
    var found = draft.diagnostics
    var pages: [String: String] = [:]
    var pieces: [String: [Int: [UInt8]]] = [:]
    if let site = draft.site {
      found += site.diagnostics
      var used: Set<String> = []
      var searched: [SearchPart] = []
      for job in site.jobs {
        let product = job.run()
        found += product.diagnostics
        used.formUnion(product.usedFiles)
        searched += product.searched
        for file in product.files {
          switch file.body {
          case .bytes(let bytes): pages[file.path] = String(decoding: bytes, as: UTF8.self)
          case .piece(let bytes, let number): pieces[file.path, default: [:]][number] = bytes
          case .contentFile, .themeFile: break
          }
        }
      }
      let closing = site.closing(used: used, searched: searched)
      found += closing.diagnostics
      for case (let path, .bytes(let bytes)) in closing.files.map({ ($0.path, $0.body) }) {
        pages[path] = String(decoding: bytes, as: UTF8.self)
      }
    }
    for (path, parts) in pieces {
      let bytes = parts.sorted { $0.key < $1.key }.flatMap(\.value)
      pages[path] = String(decoding: bytes, as: UTF8.self)
    }
    diagnostics = found.inOrder()
    sources = draft.sources
    self.pages = pages
    report = draft.report
    site = draft.site
  }

  /// What stands inside `<main>` of a page.
  func article(_ path: String) -> String {
    let page = pages[path] ?? ""
    guard let start = page.firstRange(of: "<main "), let end = page.firstRange(of: "</main>")
    else { return "" }
    return String(page[start.upperBound..<end.lowerBound])
  }
}

/// A text that carries `⟦` and `⟧` around the place where a finding must be.
struct Marked {
  let text: String
  let bytes: Range<Int>

  init(_ marked: String) {
    let open = marked.firstRange(of: "⟦")
    let before = open.map { marked[..<$0.lowerBound].utf8.count } ?? 0
    let close = marked.firstRange(of: "⟧")
    let to = close.map { marked[..<$0.lowerBound].utf8.count - "⟦".utf8.count } ?? before
    text = marked.replacingOccurrences(of: "⟦", with: "").replacingOccurrences(of: "⟧", with: "")
    bytes = before..<to
  }
}
