import Files

/// The texts and the theme as version control has them, for a record of what was published.
package struct WorkingCopy: Sendable {
  /// The commit that they are of.
  package let commit: String
  /// Whether there is more than the commit has.
  package let isChanged: Bool

  /// Nil where the folder is under no version control, or git is not installed.
  package init?(_ folders: [String]) async {
    guard let first = folders.first,
      let head = try? await Tool.git.ask(["-C", first, "rev-parse", "--short=12", "HEAD"]),
      head.isSuccess
    else { return nil }
    commit = head.output.filter { !$0.isWhitespace }
    var isChanged = false
    for folder in folders {
      let status = try? await Tool.git.ask(["-C", folder, "status", "--porcelain", "--", "."])
      if status?.output.isEmpty == false { isChanged = true }
    }
    self.isChanged = isChanged
  }
}
