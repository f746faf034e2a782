import Files

/// What travels with the program: the themes, axe, the manual and the example edition.
///
/// Installed, it lies in `share/bilancio/` beside the program's `bin/`; in a checkout the same things stand
/// where they are worked on. It is found from the program's own file, so no variable leads it elsewhere.
struct Installation: Sendable {
  /// A folder for each theme, by its name.
  let themes: String
  /// What the preview examines the accessibility of a page with.
  let axe: String
  /// The fonts of prints, as TrueType.
  let printFonts: String
  /// The engine of prints, where the program itself is made; packages do not bring it.
  let engine: String
  /// The pages of the manual.
  let manual: String
  /// The texts of the filled example.
  let example: String

  /// - Parameter program: the program's file, absolute and without links.
  init?(program: String) {
    var path = program
    while let folder = Path.parent(of: path), folder != path {
      let share = Path.join(folder, "share/bilancio")
      if FileSystem.status(Path.join(share, "themes"))?.kind == .folder {
        self.init(
          share, axe: "axe/axe.min.js", made: "", manual: "manual", example: "example/content")
        return
      }
      if FileSystem.status(Path.join(folder, "themes/comune/theme.yml"))?.kind == .file {
        self.init(
          folder, axe: Installation.axeInProject, made: ".build", manual: "docs", example: "content"
        )
        return
      }
      path = folder
    }
    return nil
  }

  /// - Parameter made: the folder of what is fetched or made when the program is.
  private init(_ root: String, axe: String, made: String, manual: String, example: String) {
    let made = made.isEmpty ? root : Path.join(root, made)
    printFonts = Path.join(made, "print-fonts")
    engine = Path.join(made, "typst")
    themes = Path.join(root, "themes")
    self.axe = Path.join(root, axe)
    self.manual = Path.join(root, manual)
    self.example = Path.join(root, example)
  }

  /// That of the running program; nil for a program that was copied somewhere alone.
  static var own: Installation? {
    FileSystem.realPath("/proc/self/exe").flatMap { Installation(program: $0) }
  }

  /// Where axe stands in a folder in which the program itself is made.
  static let axeInProject = ".build/axe/axe.min.js"
}
