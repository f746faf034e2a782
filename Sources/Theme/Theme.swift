package import Diagnostics
package import Files

/// The look of a site: templates, components, strings and assets, ready to render.
package struct Theme: Sendable {
  package let strings: Strings
  package let assets: [Asset]
  /// Where the icons are, relative to the site.
  package let iconsAddress: String?
  /// The brand's colour, as `#rrggbb`.
  package let colour: String
  /// The ids that the layout has on every page.
  package let ids: Set<String>
  private let pages: [String: Template]
  private let html: [String: Template]

  /// The endings of files that are read as text.
  package static let textEndings: Set<String> = ["md", "html", "yml", "yaml", "css", "js", "svg"]

  /// The most bytes that a text of a theme may have: a whole style sheet has a tenth of that.
  package static let maximumBytes = 16 << 20

  /// - Parameters:
  ///   - firstID: the place of the theme's first text among the sources of the build.
  ///   - basePath: the path of the site on its server, `/` at both ends.
  ///   - keepsWholeLibrary: whether the site gets the whole style sheet of the design system, and
  ///     not only the rules its pages can use.
  package static func read(
    _ folder: Folder, firstID: Int, language: String, basePath: String,
    keepsWholeLibrary: Bool = false
  ) async throws -> (theme: Theme, diagnostics: [Diagnostic]) {
    let description = ThemeDescription(folder, firstID: firstID)
    var diagnostics = description.diagnostics
    let palette = Palette.of(description, into: &diagnostics)
    let table = AssetTable(
      folder, firstID: firstID, palette: palette, keepsWholeLibrary: keepsWholeLibrary)
    var reader = ThemeReader(
      folder: folder, firstID: firstID, language: language,
      assets: table.addresses.mapValues { basePath + $0 })
    try await reader.read()
    let theme = Theme(
      strings: reader.strings, assets: table.assets,
      iconsAddress: table.addresses[AssetTable.icons], colour: palette.brand.hexadecimal,
      ids: reader.ids, pages: reader.pages, html: reader.html)
    let refused = folder.refusals(isNamed: true) + ThemeNames.diagnostics(folder)
    // What was not read would be missing everywhere.
    guard refused.errors == 0 else { return (theme, refused) }
    return (theme, refused + diagnostics + table.diagnostics + reader.diagnostics)
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
