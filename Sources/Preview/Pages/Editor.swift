import Files

/// The program that a link to a place in a text opens.
package struct Editor: Sendable {
  /// An address with `{path}`, `{line}` and `{column}` where these belong.
  private let pattern: String

  /// Patterns of editors that people have, by the names they are known by.
  package static let known: KeyValuePairs<String, String> = [
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "cursor": "cursor://file/{path}:{line}:{column}",
    "zed": "zed://file/{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
  ]

  /// - Parameter name: one of the known names, or a pattern; nil where it is neither.
  package init?(_ name: String) {
    if let pattern = Editor.known.first(where: { $0.key == name })?.value {
      self.pattern = pattern
      return
    }
    guard name.contains("{path}"), let colon = name.firstRange(of: ":"),
      name[..<colon.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }),
      !["javascript", "data", "vbscript"].contains(name[..<colon.lowerBound].lowercased())
    else { return nil }
    pattern = name
  }

  /// Nil for a file that is no longer there.
  func url(_ path: String, line: Int = 1, column: Int = 1) -> String? {
    guard let whole = FileSystem.realPath(path) else { return nil }
    // `vscode://file/` brings the first slash along.
    let encoded = Path.encoded(pattern.contains("/{path}") ? String(whole.dropFirst()) : whole)
    return pattern.replacing("{path}", with: encoded).replacing("{line}", with: String(line))
      .replacing("{column}", with: String(column))
  }
}
