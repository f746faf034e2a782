import Diagnostics

/// The CSV files of the content by path, as places for observations.
struct Spreadsheets: Sendable {
  private let files: [String: (id: SourceFile.ID, text: String)]

  init(_ files: [String: (id: SourceFile.ID, text: String)]) { self.files = files }

  func find(_ path: String) -> (id: SourceFile.ID, text: String)? { files[path] }

  var paths: [String] { files.keys.sorted() }
}
