package import Diagnostics
package import Files
package import SocialReport

/// The document tree of a content folder, with everything that is wrong in how it is written.
package struct Content: Sendable {
  /// Nil where the folder lacks what every report has.
  package let report: Report?
  package let diagnostics: [Diagnostic]

  /// The endings of files that are read as text.
  package static let textEndings: Set<String> = ["yml", "yaml", "md", "csv"]

  /// Decodes a folder, file by file in parallel.
  ///
  /// - Parameter firstID: the place of the folder's first text among the sources of the build.
  package static func decode(
    _ folder: Folder, firstID: Int, includesDrafts: Bool
  ) async throws -> Content {
    let texts = folder.texts
    var tables: [String: Spreadsheets.File] = [:]
    for (index, text) in texts.enumerated() where Path.ending(of: text.path) == "csv" {
      tables[text.path] = Spreadsheets.File(
        id: SourceFile.ID(firstID + index), text: text.text, isReadable: text.invalidAt == nil)
    }
    let spreadsheets = Spreadsheets(tables, others: Set(folder.assets.map(\.path)))
    let decoded = try await Parallel.map(count: texts.count) { index in
      Path.ending(of: texts[index].path) == "csv"
        ? (file: nil, diagnostics: Content.check(texts[index], SourceFile.ID(firstID + index)))
        : DecodedFile.read(texts[index], SourceFile.ID(firstID + index), spreadsheets)
    }
    var diagnostics = decoded.flatMap(\.diagnostics)
    diagnostics += decoded.flatMap { $0.file?.diagnostics ?? [] }
    let isUnreadable = zip(texts, decoded).contains { text, result in
      result.file == nil && Path.ending(of: text.path) != "csv"
    }
    var assembly = Assembly(
      decoded.compactMap(\.file), hasUnreadableFile: isUnreadable, includesDrafts: includesDrafts)
    let report = assembly.report()
    return Content(report: report, diagnostics: diagnostics + assembly.diagnostics)
  }

  /// A table of figures is read where an indicator names it; here only whether it can be.
  private static func check(_ text: Folder.Text, _ id: SourceFile.ID) -> [Diagnostic] {
    guard let invalid = text.invalidAt else { return [] }
    return [DecodedFile.notUTF8(at: SourceRange(file: id, bytes: invalid..<invalid + 1))]
  }
}
