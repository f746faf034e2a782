import Content
import Files
import Theme

/// What is mutated: the contents of all golden cases, each laid over the base, and a theme.
struct Seeds {
  let contents: [(name: String, folder: Folder)]
  let theme: Folder

  /// - Parameters:
  ///   - golden: the folder with `Base` and `Cases`.
  init(golden: String, theme: String) async throws {
    let base = try await Folder.read(Path.join(golden, "Base"), textEndings: Content.textEndings)
    var contents = [("Base", base)]
    let cases = Path.join(golden, "Cases")
    for name in try FileSystem.names(in: cases).sorted() {
      let content = Path.join(cases, name + "/content")
      // A whole content folder that is linked takes too long for so many rounds.
      guard FileSystem.status(content, followingLinks: false)?.kind == .folder else {
        continue
      }
      let over = try await Folder.read(content, textEndings: Content.textEndings)
      contents.append((name, Seeds.laid(over, over: base)))
    }
    self.contents = contents
    self.theme = try await Folder.read(theme, textEndings: Theme.textEndings)
  }

  private static func laid(_ folder: Folder, over base: Folder) -> Folder {
    let texts = Dictionary(folder.texts.map { ($0.path, $0) }) { first, _ in first }
    let assets = Set(folder.assets.map(\.path))
    return Folder(
      root: base.root,
      texts: (base.texts.filter { texts[$0.path] == nil } + folder.texts).sorted {
        $0.path < $1.path
      }, assets: base.assets.filter { !assets.contains($0.path) } + folder.assets)
  }
}
