import Diagnostics
package import Files
import Stylesheets

extension Theme {
  /// A file of the site that comes from the theme and that pages refer to.
  package struct Asset: Sendable {
    package enum Body: Sendable {
      /// A file that is copied as it is.
      case file(EnclosedFile)
      /// A text that is made once, when the site is.
      case made(@Sendable () -> String)
    }

    /// Relative to the site, with a hash in its name that changes with the content.
    package let address: String
    package let body: Body
  }
}

/// The assets of a theme by the names that templates call them by.
///
/// `asset.stile.css` is `assets/stile.css`. Of the design system in `vendor/` only what a template
/// or a style sheet names becomes a file of the site; `asset.icone.svg` holds the icons that
/// templates use.
struct AssetTable {
  private(set) var assets: [Theme.Asset] = []
  /// Addresses relative to the site, by name.
  private(set) var addresses: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  static let folder = "assets/"
  static let icons = "icone.svg"
  static let iconSource = ThemeDescription.usualLibrary + "/svg/sprites.svg"

  private let theme: Folder
  private let firstID: Int
  private let palette: Palette
  private let files: [String: Folder.Asset]
  private let texts: [String: Folder.Text]
  /// What style sheets may name.
  private let names: KnownNames

  /// - Parameter keepsWholeLibrary: whether the design system's style sheet is kept with the rules
  ///   that no page can use.
  init(_ theme: Folder, firstID: Int, palette: Palette, keepsWholeLibrary: Bool) {
    self.theme = theme
    self.firstID = firstID
    self.palette = palette
    files = Dictionary(theme.assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    texts = Dictionary(theme.texts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    names = KnownNames(
      theme.assets.map(\.path).filter { $0.hasPrefix(AssetTable.folder) }
        .map { String($0.dropFirst(AssetTable.folder.count)) })
    let templates = theme.texts.filter { TemplateSource.dialect(of: $0.path) != nil }
    for file in theme.assets where file.path.hasPrefix(AssetTable.folder) {
      add(file, as: String(file.path.dropFirst(AssetTable.folder.count)))
    }
    let named = Set(templates.flatMap { ((try? Tag.scan($0.text)) ?? []).map(\.name) })
    for file in theme.assets where file.path.hasPrefix("vendor/") {
      if named.contains("asset." + file.path) { add(file, as: file.path) }
    }
    for text in theme.texts
    where text.path.hasPrefix(AssetTable.folder) && Path.ending(of: text.path) != "css" {
      let name = String(text.path.dropFirst(AssetTable.folder.count))
      make(name, [text.text]) { text.text }
    }
    addIcons(templates)
    if !diagnostics.isEmpty { excuseLibrary(in: templates) }
    for (index, text) in theme.texts.enumerated()
    where text.path.hasPrefix(AssetTable.folder) && Path.ending(of: text.path) == "css" {
      addStyle(text, SourceFile.ID(firstID + index), templates, keepsWholeLibrary)
    }
  }

  private mutating func add(_ file: Folder.Asset, as name: String) {
    guard addresses[name] == nil else { return }
    var hash = ContentHash()
    hash.update(file.head.span)
    let address = AssetTable.address(of: Path.name(of: name), hash.digits)
    addresses[name] = address
    assets.append(Theme.Asset(address: address, body: .file(theme.location(of: file.path))))
  }

  /// A text's name changes with all that it is made of, so that it need not be made to be named.
  private mutating func make(
    _ name: String, _ parts: [String], _ body: @escaping @Sendable () -> String
  ) {
    var hash = ContentHash()
    for part in parts { hash.update(part.utf8.span) }
    let address = AssetTable.address(of: Path.name(of: name), hash.digits)
    addresses[name] = address
    assets.append(Theme.Asset(address: address, body: .made(body)))
  }

  private static func address(of name: String, _ digits: String) -> String {
    let stem = Path.withoutEnding(name)
    return "\(folder)\(stem)-\(digits)\(name.dropFirst(stem.count))"
  }

  // What is made of the design system

  private mutating func addIcons(_ templates: [Folder.Text]) {
    guard templates.contains(where: { $0.text.contains("{{asset.\(AssetTable.icons)}}") }) else {
      return
    }
    guard let source = texts[AssetTable.iconSource] else {
      reportMissingLibrary()
      return
    }
    let used = IconSprite.names(in: templates.map(\.text))
    make(AssetTable.icons, [source.text] + used) { IconSprite.text(of: used, from: source.text) }
  }

  private mutating func addStyle(
    _ text: Folder.Text, _ id: SourceFile.ID, _ templates: [Folder.Text], _ keepsWhole: Bool
  ) {
    let source = StyleSource(text.text)
    var imported: [String] = []
    for (address, place) in source.imports {
      guard let path = Path.normalised(Path.join(Path.folder(of: text.path), address)),
        let found = texts[path]
      else {
        if address.contains(ThemeDescription.usualLibrary) {
          reportMissingLibrary()
        } else {
          reportMissing(address, at: SourceRange(file: id, bytes: place))
        }
        continue
      }
      imported.append(found.text)
    }
    var names: [String: String] = [:]
    for (address, place) in source.urls {
      let path = Path.normalised(Path.join(Path.folder(of: text.path), address)) ?? address
      let name =
        path.hasPrefix(AssetTable.folder) ? String(path.dropFirst(AssetTable.folder.count)) : path
      if let file = files[path] { add(file, as: name) }
      // A drawing is a text of the theme, and an asset already.
      guard let found = addresses[name] else {
        if !address.contains(ThemeDescription.usualLibrary) {
          reportMissing(address, at: SourceRange(file: id, bytes: place))
        }
        continue
      }
      // Style sheets and what they name stand in one folder of the site.
      names[address] = Path.name(of: found)
    }
    let own = palette.css + source.text(renaming: names)
    let sources = templates.map(\.text)
    let name = String(text.path.dropFirst(AssetTable.folder.count))
    let parts = imported + [own, keepsWhole ? "whole" : "", ThemeMarkup.version] + sources
    make(name, parts) { [imported] in
      var sheet = "@charset \"UTF-8\";\n"
      let markup = ThemeMarkup.of(sources)
      for text in imported {
        sheet +=
          keepsWhole
          ? text : Stylesheet(text).text(keptFor: markup, alwaysKept: ThemeMarkup.keptProperties)
        sheet += "\n"
      }
      return sheet + own
    }
  }

  // What is missing

  private mutating func reportMissingLibrary() {
    guard !diagnostics.contains(where: { $0.identifier == .themeLibrary }) else { return }
    diagnostics.append(
      Diagnostic(
        .themeLibrary,
        Phrase(
          it: "al tema `\(theme.root)` manca Bootstrap Italia, su cui poggia",
          en: "the theme `\(theme.root)` lacks Bootstrap Italia, which it rests on"),
        help: Phrase(
          it: "installa di nuovo il programma, che lo porta con sé, oppure di' dov'è la tua copia "
            + "con `bootstrap_italia:` in `theme.yml`",
          en: "install the program again, which brings it along, or say where your copy is with "
            + "`bootstrap_italia:` in `theme.yml`"), at: nil))
  }

  /// One mistake is told once: what templates want of a design system that is not there is known.
  private mutating func excuseLibrary(in templates: [Folder.Text]) {
    for template in templates {
      for tag in (try? Tag.scan(template.text)) ?? [] where tag.name.hasPrefix("asset.") {
        let name = String(tag.name.dropFirst("asset.".count))
        if name == AssetTable.icons || name.hasPrefix(ThemeDescription.usualLibrary + "/") {
          addresses[name] = addresses[name] ?? ""
        }
      }
    }
  }

  private mutating func reportMissing(_ address: String, at place: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .templateAsset,
        Phrase(it: "il file `\(address)` non c'è", en: "there is no file `\(address)`"),
        help: NearMiss.help(for: address, among: names), at: place))
  }
}
