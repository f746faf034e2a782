package import Diagnostics

extension Folder {
  /// What is said of the files and folders that were not read.
  ///
  /// - Parameter isNamed: whether the folder itself is named, for one that is not that of the texts.
  package func refusals(isNamed: Bool = false) -> [Diagnostic] {
    refused.map { error in
      let shown = isNamed ? Path.join(root, error.path) : error.path
      return Diagnostic(
        error.cause == .name ? .fileName : .unreadFile,
        FileError(error.operation, shown, error.cause).message, help: error.help, at: nil,
        // Nothing is missing for it: all that it leads to is read by another name.
        severity: error.cause == .leadsBack ? .warning : .error)
    }
  }
}
