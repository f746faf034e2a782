package import Diagnostics
package import Files

/// The look of a site: templates, components, strings and assets, ready to render.
package struct Theme: Sendable {
  /// A file of the theme that pages refer to.
  package struct Asset: Sendable {
    /// Relative to the theme's folder.
    package let path: String
    /// Relative to the site, with the hash of its bytes in its name.
    package let address: String
    /// Nil for files that are copied as they are.
    package let text: String?
  }

  package let strings: Strings
  package let assets: [Asset]
  private let pages: [String: Template]
  private let html: [String: Template]

  /// The endings of files that are read as text.
  package static let textEndings: Set<String> = ["md", "html", "yml", "yaml", "css", "js", "svg"]

  /// - Parameters:
  ///   - firstID: the place of the theme's first text among the sources of the build.
  ///   - basePath: the path of the site on its server, `/` at both ends.
  package static func read(
    _ folder: Folder, firstID: Int, language: String, basePath: String
  ) async throws -> (theme: Theme, diagnostics: [Diagnostic]) {
    let assets = assets(of: folder)
    let addresses = Dictionary(
      assets.map { (String($0.path.dropFirst("assets/".count)), basePath + $0.address) },
      uniquingKeysWith: { a, _ in a })
    var reader = ThemeReader(
      folder: folder, firstID: firstID, language: language, assets: addresses)
    try await reader.read()
    let theme = Theme(
      strings: reader.strings, assets: assets, pages: reader.pages, html: reader.html)
    return (theme, reader.diagnostics)
  }

  private static func assets(of folder: Folder) -> [Asset] {
    let texts = folder.texts.filter { $0.path.hasPrefix("assets/") }.map {
      Asset(path: $0.path, address: address(of: $0.path, Array($0.text.utf8)), text: $0.text)
    }
    let others = folder.assets.filter { $0.path.hasPrefix("assets/") }.map {
      Asset(path: $0.path, address: address(of: $0.path, $0.head), text: nil)
    }
    return texts + others
  }

  /// `assets/stile.css` → `assets/stile-1f2e….css`, so that a browser may keep it for ever.
  private static func address(of path: String, _ bytes: [UInt8]) -> String {
    // FNV-1a, 64 bits: a name that changes with the content, not a proof of anything.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    let name = Path.withoutEnding(path)
    return "\(name)-\(digits)\(path.dropFirst(name.utf8.count))"
  }

  // Rendering

  /// A page's Markdown with marks where its values go.
  package func expand(page: String, _ view: View) -> MarkdownExpansion {
    pages[page]?.expansion(for: view).markdown ?? MarkdownExpansion([])
  }

  package func render(component: String, _ view: View) -> [UInt8] {
    var bytes: [UInt8] = []
    render(component: component, view, into: &bytes)
    return bytes
  }

  package func render(component: String, _ view: View, into bytes: inout [UInt8]) {
    guard let template = html[component] else { return }
    for piece in template.expansion(for: view).pieces {
      switch piece {
      case .fixed(let text): bytes += text
      case .slot(let slot): append(slot, of: view, to: &bytes)
      }
    }
  }

  /// The HTML of a slot in a page; prose has none, it is grafted.
  package func append(_ slot: Slot, of view: View, to bytes: inout [UInt8]) {
    switch slot {
    case .value(let path):
      switch view[path] {
      case .text(let text): HTMLText.append(text, to: &bytes)
      case .html(let html): bytes += html
      default: break
      }
    case .component(let name, let path):
      render(component: name, view[path], into: &bytes)
    case .each(let name, let path):
      guard case .list(let elements) = view[path] else { return }
      for element in elements { render(component: name, element, into: &bytes) }
    }
  }
}
