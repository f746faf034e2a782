import Checks
import Content
import Diagnostics
import Files
import Foundation
import Site
import SocialReport
import Theme

/// A report made in memory, without a disk: texts in, pages and diagnostics out.
struct MadeReport {
  let diagnostics: [Diagnostic]
  let sources: [SourceFile]
  let pages: [String: String]

  /// The base of the golden cases with files laid over it.
  private static func content(
    _ texts: [String: String], _ assets: [Folder.Asset] = []
  ) throws -> Folder {
    var all = try tree(GoldenTests.folder.appending(path: "Base"))
      .mapValues { String(decoding: $0, as: UTF8.self) }
    all.merge(texts) { _, new in new }
    return Folder(
      root: "content",
      texts: all.sorted { $0.key < $1.key }.map { Folder.Text(path: $0.key, text: $0.value) },
      assets: assets)
  }

  /// The facts alone, without pages; nil where they cannot be read.
  static func report(_ texts: [String: String]) async throws -> Report? {
    try await Content.decode(content(texts), firstID: 0, includesDrafts: true).report
  }

  /// - Parameter texts: files laid over the base of the golden cases, by path.
  init(_ texts: [String: String], assets: [Folder.Asset] = []) async throws {
    let content = try MadeReport.content(texts, assets)
    let decoded = try await Content.decode(content, firstID: 0, includesDrafts: true)
    let theme = try await TestTheme.read()
    var found = decoded.diagnostics
    var pages: [String: String] = [:]
    let sources = (content.texts + theme.texts).map { SourceFile(path: $0.path, text: $0.text) }
    if let report = decoded.report {
      found += Checks.run(on: report)
      let read = try await Theme.read(
        theme, firstID: content.texts.count, language: "it", basePath: "/")
      found += read.diagnostics
      let site = Site(
        await SiteContext(
          report: report, indexes: EditionIndex.all(of: report), theme: read.theme,
          files: ContentFiles(content), sources: sources, contentRoot: "",
          baseURL: "https://esempio.it/", isRelative: false))
      found += site.diagnostics
      var used: Set<String> = []
      var pieces: [String: [(number: Int, text: String)]] = [:]
      for job in site.jobs {
        let product = job()
        found += product.diagnostics
        used.formUnion(product.usedFiles)
        for file in product.files {
          switch file.body {
          case .bytes(let bytes): pages[file.path] = String(decoding: bytes, as: UTF8.self)
          case .piece(let bytes, let number):
            pieces[file.path, default: []].append(
              (number, String(decoding: bytes, as: UTF8.self)))
          case .contentFile, .themeFile: break
          }
        }
      }
      for (path, parts) in pieces {
        pages[path] = parts.sorted { $0.number < $1.number }.map(\.text).joined()
      }
      found += site.closing(used: used).diagnostics
    }
    diagnostics = found.inOrder()
    self.sources = sources
    self.pages = pages
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
