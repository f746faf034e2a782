import Diagnostics
package import Files
import YAMLTree

/// What a theme says of itself in `theme.yml`.
struct ThemeDescription {
  /// The place of the design system's folder when the theme does not say another.
  static let usualLibrary = "vendor/bootstrap-italia"
  /// The blue of Bootstrap Italia.
  static let usualColour = "#0066cc"

  private(set) var colour = ThemeDescription.usualColour
  /// Where the colour is written, or the whole file where it is not.
  private(set) var colourPlace: SourceRange?
  private(set) var library = ThemeDescription.usualLibrary
  private(set) var diagnostics: [Diagnostic] = []

  private struct Field {
    let italian: String
    let english: String
  }

  private static let name = Field(italian: "nome", english: "name")
  private static let description = Field(italian: "descrizione", english: "description")
  private static let colour = Field(italian: "colore", english: "colour")
  private static let library = Field(italian: "bootstrap_italia", english: "bootstrap_italia")
  private static let fields = [name, description, colour, library]

  init(_ folder: Folder, firstID: Int) {
    guard let index = folder.texts.firstIndex(where: { $0.path == "theme.yml" }) else {
      diagnostics.append(
        Diagnostic(
          .themeFile,
          Phrase(
            it: "la cartella `\(folder.root)` non è un tema: manca `theme.yml`",
            en: "the folder `\(folder.root)` is no theme: `theme.yml` is missing"),
          help: Phrase(
            it: "scrivici almeno `nome: …`", en: "write at least `name: …` in it"), at: nil))
      return
    }
    let id = SourceFile.ID(firstID + index)
    guard
      let root = YAMLReader.read(folder.texts[index].text[...], of: id, at: 0, into: &diagnostics),
      case .mapping(let pairs, _) = root
    else { return }
    func value(of field: Field) -> YAMLScalar? {
      for pair in pairs where pair.key.text == field.italian || pair.key.text == field.english {
        if case .scalar(let scalar) = pair.value { return scalar }
      }
      return nil
    }
    let names = ThemeDescription.fields.flatMap { [$0.italian, $0.english] }
    for pair in pairs where !names.contains(pair.key.text) {
      diagnostics.append(
        Diagnostic(
          .unknownKey,
          Phrase(
            it: "il campo `\(pair.key.text)` qui non esiste",
            en: "there is no field `\(pair.key.text)` here"),
          help: NearMiss.help(for: pair.key.text, among: names), at: pair.key.place))
    }
    if value(of: ThemeDescription.name) == nil {
      diagnostics.append(
        Diagnostic(
          .missingKey, Phrase(it: "manca il campo `nome`", en: "the field `name` is missing"),
          at: .wholeFile(id)))
    }
    if let given = value(of: ThemeDescription.colour) {
      (colour, colourPlace) = (given.text, given.place)
    }
    if let given = value(of: ThemeDescription.library), !given.isBlank { library = given.text }
  }
}

extension Theme {
  /// Where the design system stands in a theme's folder.
  package static let usualLibraryPath = ThemeDescription.usualLibrary

  /// The folder of the design system that a theme wants, relative to the theme's own.
  package static func libraryPath(of folder: Folder) -> String {
    ThemeDescription(folder, firstID: 0).library
  }
}
