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

  /// A text of a report is never so long; a file that is was put here by mistake.
  package static let maximumBytes = 2 << 20

  /// Decodes a folder, file by file in parallel.
  ///
  /// - Parameter firstID: the place of the folder's first text among the sources of the build.
  package static func decode(
    _ folder: Folder, firstID: Int, includesDrafts: Bool
  ) async throws -> Content {
    let texts = folder.texts
    // What is a copy of another text is told as such, and left out, so that nothing else is told of it.
    let copies = Copies(texts, firstID: firstID)
    let checked = try await Parallel.map(sizes: texts.map(\.text.utf8.count)) { index in
      copies.isCopy(index)
        ? nil : CheckedText(texts[index], SourceFile.ID(firstID + index))
    }
    let kept = zip(checked, texts.indices).compactMap { text, index in
      text.map { (text: $0.text, id: SourceFile.ID(firstID + index), diagnostics: $0.diagnostics) }
    }
    var tables: [String: Spreadsheets.File] = [:]
    for file in kept where isTable(file.text) {
      tables[file.text.path] = Spreadsheets.File(
        id: file.id, text: file.text.text, isReadable: file.text.invalidAt == nil,
        isTooLong: file.text.isTooLong)
    }
    let spreadsheets = Spreadsheets(
      tables, others: Set(folder.assets.map(\.path)),
      namedIn: kept.lazy.filter { !isTable($0.text) }.map(\.text.text))
    let decoded = try await Parallel.map(sizes: kept.map(\.text.text.utf8.count)) { index in
      isTable(kept[index].text)
        ? (file: nil, diagnostics: Content.check(kept[index].text, kept[index].id))
        : DecodedFile.read(kept[index].text, kept[index].id, spreadsheets)
    }
    let names = FileNames(folder, firstID: firstID)
    let refused = folder.refusals()
    var diagnostics = refused + copies.diagnostics + names.diagnostics + kept.flatMap(\.diagnostics)
    diagnostics += decoded.flatMap(\.diagnostics)
    diagnostics += decoded.flatMap { $0.file?.diagnostics ?? [] }
    let isUnreadable = zip(kept, decoded).contains { kept, result in
      result.file == nil && !isTable(kept.text)
    }
    var assembly = Assembly(
      decoded.compactMap(\.file),
      hasUnreadableFile: isUnreadable || copies.leavesOut || names.leavesOut
        || refused.errors > 0,
      includesDrafts: includesDrafts)
    var report = assembly.report()
    diagnostics += assembly.diagnostics
    report?.gaps.hasMistake = diagnostics.errors > 0
    return Content(report: report, diagnostics: diagnostics)
  }

  private static func isTable(_ text: Folder.Text) -> Bool { Path.ending(of: text.path) == "csv" }

  /// A table of figures is read where an indicator names it; here only whether it can be.
  private static func check(_ text: Folder.Text, _ id: SourceFile.ID) -> [Diagnostic] {
    guard let invalid = text.invalidAt else { return [] }
    return [DecodedFile.notUTF8(at: SourceRange(file: id, bytes: invalid..<invalid + 1))]
  }
}
