import Files

/// The project that a command works on: the folder that holds the texts, the themes and what is made of them.
struct ProjectFolder: Sendable {
  /// The way to it from where the user stands, so that all paths are theirs; empty where they stand in it.
  let way: String

  static let here = ProjectFolder(way: "")

  /// The name of the folder with the texts.
  static let content = "content"

  /// Something of the project, from where the user stands.
  func path(_ name: String) -> String { Path.join(way, name) }

  /// The whole path, where the user stands elsewhere.
  var elsewhere: String? { way.isEmpty ? nil : FileSystem.realPath(way) }

  /// The project around the current folder: what is in it wins, then the folders above, the nearest first.
  static func around() -> ProjectFolder {
    guard FileSystem.status(content)?.kind != .folder, var path = FileSystem.realPath(".") else {
      return here
    }
    var way: [String] = []
    // Whoever stands in a folder of that name means it, if no other says by its site's file that it is meant.
    var unsaid: ProjectFolder?
    while let parent = Path.parent(of: path), parent != path {
      way.append("..")
      let project = ProjectFolder(way: way.joined(separator: "/"))
      let isInContent = Path.name(of: path) == content
      if hasSite(parent), isInContent || isTrusted(parent) { return project }
      if isInContent, unsaid == nil { unsaid = project }
      path = parent
    }
    return unsaid ?? here
  }

  private static func hasSite(_ folder: String) -> Bool {
    ["sito.yml", "sito.yaml", "site.yml", "site.yaml"].contains { name in
      FileSystem.status(Path.join(folder, content + "/" + name))?.kind == .file
    }
  }

  /// Not one where anybody may have put something, as in `/tmp`: somebody else's texts say where to publish.
  private static func isTrusted(_ folder: String) -> Bool {
    FileSystem.status(folder)?.isOpenToAll == false
  }
}
