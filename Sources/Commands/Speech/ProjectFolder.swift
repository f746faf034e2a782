import Files
import Glibc

/// The project that somebody works in who stands in a folder of its texts.
enum ProjectFolder {
  /// Options that name a place from where one stands, and so must not be moved.
  private static let places: Set<String> = [
    "--content", "--testi", "--theme", "--tema", "--output", "--uscita",
  ]

  /// Goes up to the folder that holds `content`, where this is one of the folders in it.
  ///
  /// - Returns: where it went; nil where it stays.
  static func enter(_ arguments: [String]) -> String? {
    let names = arguments.map { $0.prefix { $0 != "=" } }.map(String.init)
    guard places.isDisjoint(with: names), FileSystem.status("content")?.kind != .folder,
      let here = FileSystem.realPath(".")
    else { return nil }
    var path = here
    while let parent = Path.parent(of: path), parent != path {
      if Path.name(of: path) == "content" {
        return unsafe chdir(parent) == 0 ? parent : nil
      }
      path = parent
    }
    return nil
  }
}
