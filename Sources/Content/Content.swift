package import Diagnostics
package import Files
package import SocialReport

/// The document tree of a content folder, with everything that is wrong in how it is written.
package struct Content: Sendable {
  /// Nil where the folder lacks what every report has.
  package let report: Report?
  package let diagnostics: [Diagnostic]
  /// What is still to be written or confirmed, in the order of the files.
  package let pending: [PendingField]
  /// The kind of each file that could be read, with its path.
  package let kinds: [(path: String, kind: EntityKind)]

  /// The endings of files that are read as text.
  package static let textEndings: Set<String> = ["yml", "yaml", "md", "csv"]

  /// Whether a file, by its path relative to the content's folder, is read as one of the report's texts.
  package static func reads(_ path: String) -> Bool {
    textEndings.contains(Path.ending(of: path))
      && !path.split(separator: "/").contains(where: Folder.leavesAlone)
  }

  /// A text of a report is never so long; a file that is was put here by mistake.
  package static let maximumBytes = 2 << 20

  /// Decodes a folder, file by file in parallel.
  ///
  /// - Parameters:
  ///   - firstID: the place of the folder's first text among the sources of the build.
  ///   - known: what came of the folder's texts before, and what comes of them now.
  package static func decode(
    _ folder: Folder, firstID: Int, includesDrafts: Bool, known: DecodedTexts? = nil
  ) async throws -> Content {
    let texts = folder.texts
    async let named = names(in: folder, firstID)
    async let copied = copies(among: texts, firstID)
    let draftFolders = DraftFolders(texts)
    let prepared = try await Parallel.map(sizes: texts.map(\.text.utf8.count)) {
      Prepared(texts[$0], SourceFile.ID(firstID + $0), known, draftFolders)
    }
    // What is a copy of another text is told as such, and left out, so that nothing else is told of it.
    let copies = await copied
    let kept = prepared.indices.filter { !copies.isCopy($0) }.map { prepared[$0] }
    var tables: [String: Spreadsheets.File] = [:]
    for file in kept where isTable(file.text) {
      tables[file.text.path] = Spreadsheets.File(
        id: file.id, text: file.text.text, isReadable: file.text.invalidAt == nil,
        isTooLong: file.text.isTooLong)
    }
    let spreadsheets = Spreadsheets(
      tables, others: Set(folder.assets.map(\.path)),
      namedIn: kept.lazy.filter { !isTable($0.text) }.map(\.text.text))
    let decoded = try await Parallel.map(sizes: kept.map { $0.text.text.utf8.count }) {
      decode(kept[$0], spreadsheets)
    }
    known?.keep(
      zip(kept, decoded).compactMap { text, result in
        result.file.map {
          DecodedTexts.Result(
            original: text.original, isDraft: text.isDraft, checked: text.checked, file: $0,
            diagnostics: result.diagnostics)
        }
      })
    let names = await named
    let refused = folder.refusals()
    let files = decoded.compactMap(\.file)
    let drafts = DraftFiles(
      files,
      zip(kept, decoded).map { text, result in
        DraftFiles.Text(
          path: text.text.path, id: text.id,
          unread: result.file == nil && !isTable(text.text) ? text.text.text : nil)
      })
    /// What is wrong with a draft that is left out keeps nothing else from being made.
    func telling(_ found: [Diagnostic], of id: SourceFile.ID? = nil) -> [Diagnostic] {
      includesDrafts ? found : drafts.telling(found, of: id)
    }
    let unread = zip(folder.refused, refused).map { error, diagnostic in
      !includesDrafts && drafts.contain(path: error.path) ? diagnostic.ofDraft : diagnostic
    }
    let others = telling(copies.diagnostics + names.diagnostics)
    var diagnostics = unread + others
    for (text, result) in zip(kept, decoded) {
      diagnostics += telling(
        text.checked.diagnostics + result.diagnostics + (result.file?.diagnostics ?? []),
        of: text.id)
    }
    let isUnreadable = zip(kept, decoded).contains { kept, result in
      result.file == nil && !isTable(kept.text)
        && (includesDrafts || !drafts.ids.contains(kept.id))
    }
    let leavesOut = (copies.leavesOut || names.leavesOut) && others.contains { !$0.isOfDraft }
    var assembly = Assembly(
      files, drafts,
      hasUnreadableFile: isUnreadable || leavesOut || unread.errors > 0,
      includesDrafts: includesDrafts)
    var report = assembly.report()
    diagnostics += telling(assembly.diagnostics + FirstName.diagnostics(report))
    report?.gaps.hasMistake = diagnostics.errors > 0
    return Content(
      report: report, diagnostics: diagnostics,
      pending: files.flatMap(\.pending) + MissingValues.pending(in: report),
      kinds: files.map { ($0.path, $0.kind) })
  }

  @concurrent
  private static func copies(among texts: [Folder.Text], _ firstID: Int) async -> Copies {
    Copies(texts, firstID: firstID)
  }

  @concurrent
  private static func names(in folder: Folder, _ firstID: Int) async -> FileNames {
    FileNames(folder, firstID: firstID)
  }

  /// What is wrong with the form of one text by itself: in the time of a key press, whatever stands in the others.
  ///
  /// - Returns: nil where there is no such text. The diagnostics are of the source that comes with them, which is the
  ///   first.
  package static func formProblems(
    at path: String, in folder: Folder
  ) -> (source: SourceFile, diagnostics: [Diagnostic])? {
    guard let text = folder.texts.first(where: { $0.path == path }) else { return nil }
    // What makes a draft of it stands in its own folder, or above.
    let above = folder.texts.filter { other in
      let home = Path.folder(of: other.path)
      return home.isEmpty || path.hasPrefix(home + "/")
    }
    let prepared = Prepared(text, SourceFile.ID(0), nil, DraftFolders(above))
    let tables = folder.texts.filter(isTable).map { table in
      let file = Spreadsheets.File(
        id: SourceFile.ID(1), text: table.text, isReadable: table.invalidAt == nil,
        isTooLong: table.isTooLong)
      return (table.path, file)
    }
    let spreadsheets = Spreadsheets(
      Dictionary(tables, uniquingKeysWith: { $1 }), others: Set(folder.assets.map(\.path)),
      namedIn: [prepared.text.text])
    let result = decode(prepared, spreadsheets)
    let found =
      prepared.checked.diagnostics + result.diagnostics + (result.file?.diagnostics ?? [])
    return (SourceFile(path: Path.join(folder.root, path), text: text.text), found)
  }

  private static func decode(
    _ text: Prepared, _ spreadsheets: Spreadsheets
  ) -> (file: DecodedFile?, diagnostics: [Diagnostic]) {
    if let last = text.last { return (last.file, last.diagnostics) }
    return isTable(text.text)
      ? (nil, check(text.text, text.id))
      : DecodedFile.read(text.text, text.id, spreadsheets, isDraft: text.isDraft)
  }

  private static func isTable(_ text: Folder.Text) -> Bool { Path.ending(of: text.path) == "csv" }

  /// A table of figures is read where an indicator names it; here only whether it can be.
  private static func check(_ text: Folder.Text, _ id: SourceFile.ID) -> [Diagnostic] {
    guard let invalid = text.invalidAt else { return [] }
    return [DecodedFile.notUTF8(at: SourceRange(file: id, bytes: invalid..<invalid + 1))]
  }
}

/// A text that is no copy, on its way to be decoded.
private struct Prepared: Sendable {
  let id: SourceFile.ID
  let original: Folder.Text
  let checked: CheckedText
  /// What came of the same text before.
  let last: DecodedTexts.Result?
  let isDraft: Bool

  var text: Folder.Text { checked.text }

  init(
    _ original: Folder.Text, _ id: SourceFile.ID, _ known: DecodedTexts?, _ drafts: DraftFolders
  ) {
    (self.original, self.id) = (original, id)
    isDraft = drafts.contain(original.path)
    last = known?.result(of: original, id, isDraft: isDraft)
    checked = last?.checked ?? CheckedText(original, id)
  }
}
