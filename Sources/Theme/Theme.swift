package import Diagnostics
package import Files
package import Hypertext

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
  private let pages: [String: TemplateProgram]
  private let components: [String: TemplateProgram]
  private let files: [String: SourceFile.ID]

  /// The endings of files that are read as text.
  package static let textEndings: Set<String> = ["md", "html", "yml", "yaml", "css", "js", "svg"]

  /// The most bytes that a text of a theme may have: a whole style sheet has a tenth of that.
  package static let maximumBytes = 16 << 20

  /// - Parameters:
  ///   - firstID: the place of the theme's first text among the sources of the build.
  ///   - basePath: the path of the site on its server, `/` at both ends.
  ///   - views: what templates see.
  ///   - keepsWholeLibrary: whether the site gets the whole style sheet of the design system, and
  ///     not only the rules its pages can use.
  package static func read(
    _ folder: Folder, firstID: Int, language: String, basePath: String,
    views: ViewCatalogue, keepsWholeLibrary: Bool = false
  ) async throws -> (theme: Theme, diagnostics: [Diagnostic]) {
    let description = ThemeDescription(folder, firstID: firstID)
    var diagnostics = description.diagnostics
    let palette = Palette.of(description, into: &diagnostics)
    let table = AssetTable(
      folder, firstID: firstID, palette: palette, keepsWholeLibrary: keepsWholeLibrary)
    var reader = ThemeReader(
      folder: folder, firstID: firstID, language: language,
      assets: table.addresses.mapValues { basePath + $0 }, views: views)
    try await reader.read()
    let theme = Theme(
      strings: reader.strings, assets: table.assets,
      iconsAddress: table.addresses[AssetTable.icons], colour: palette.brand.hexadecimal,
      ids: reader.ids, pages: reader.pages, components: reader.components,
      files: reader.files)
    let refused = folder.refusals(isNamed: true) + ThemeNames.diagnostics(folder)
    // What was not read would be missing everywhere.
    guard refused.errors == 0 else { return (theme, refused) }
    return (theme, refused + diagnostics + table.diagnostics + reader.diagnostics)
  }

  // Rendering

  /// Writes a page by its template.
  package func render(page: String, _ view: View, to target: inout some TemplateTarget) {
    guard let program = pages[page] else { return }
    var run = TemplateRun(view)
    run.run(program.steps, to: &target)
  }

  /// Where what is amiss with a page's template is told.
  package func place(ofPage name: String) -> SourceRange? { files[name].map { .wholeFile($0) } }

  package func render(component: String, _ view: View) -> HTML {
    guard let program = components[component] else { return HTML() }
    var target = ComponentTarget()
    var run = TemplateRun(view)
    run.run(program.steps, to: &target)
    return target.html
  }
}
