/// A file that is to be made: where, and what it says.
package struct ProjectFile: Sendable, Equatable {
  /// Below the folder of the texts, or of the project.
  package let path: String
  package let text: String

  package init(path: String, text: String) { (self.path, self.text) = (path, text) }

  /// A file of lines, each of which is ended.
  init(path: String, lines: [String]) {
    self.init(path: path, text: lines.map { $0 + "\n" }.joined())
  }
}
