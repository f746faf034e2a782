import Content
import Diagnostics
import Files
import Output
import Pipeline
import SocialReport
import Theme

/// Makes a site of the folders that the user names.
struct SiteMaker: Sendable {
  let source: SourceOptions
  let pipeline: Pipeline
  /// The folder of the texts, without a `/` at its end.
  let contentRoot: String
  private let project: ProjectFolder
  private let installation = Installation.own

  init(_ source: SourceOptions, _ pipeline: Pipeline) {
    self.source = source
    project = source.project
    let path = source.statedContent ?? project.path(ProjectFolder.content)
    contentRoot = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var pipeline = pipeline
    pipeline.language = source.statedLanguage
    self.pipeline = pipeline
  }

  /// - Parameters:
  ///   - texts: what is to stand in the place of files, by their paths relative to the folder of the texts.
  ///   - known: the folder as it was read a moment ago; nil to read it now.
  ///   - note: told the folder that was read.
  /// - Throws: `Failure` where there is no folder, or it cannot be read.
  func make(
    with texts: [String: [UInt8]] = [:], of known: Folder? = nil, note: (Folder) -> Void = { _ in }
  ) async throws -> (draft: SiteDraft, times: Pipeline.Times) {
    let start = ContinuousClock.now
    let stated = source.statedLanguage ?? .italian
    let folder = if let known { known } else { try await readContent(stated) }
    note(folder)
    let content = folder.replacing(texts)
    let afterRead = ContinuousClock.now
    do {
      var (draft, times) = try await pipeline.draft(of: content, theme: readTheme)
      times.read = (afterRead - start).seconds
      return (draft, times)
    } catch let error as Pipeline.UnknownEdition {
      if error.isDraft { throw Failure(draft: error.name, stated) }
      let names = error.known.joined(separator: ", ")
      throw Failure(
        Phrase(it: "l'edizione \(error.name) non c'è", en: "there is no edition \(error.name)"),
        help: NearMiss.help(for: error.name, among: error.known)
          ?? Phrase(it: "ci sono: \(names)", en: "there are: \(names)"), stated)
    }
  }

  // Folders

  /// The folders that hold themes: the project's, that beside the texts, and the program's own.
  private var themeFolders: [String] {
    let beside = Path.join(Path.parent(of: contentRoot) ?? ".", "themes")
    return [project.path("themes"), beside] + [installation?.themes].compactMap(\.self)
  }

  /// Where a theme is looked for, by the name or the path that the user or the site's file says.
  private func themeCandidates(_ site: SiteInfo?) -> [String] {
    if let path = source.theme, path.contains("/") { return [path] }
    let name = source.theme ?? site?.theme?.value ?? SiteMaker.usualTheme
    if name.contains("/") { return [project.path(name)] }
    var candidates = themeFolders.map { Path.join($0, name) }
    // A folder with the municipality's name may stand anywhere, and is no theme then.
    let bare = project.path(name)
    let isTheme = FileSystem.status(Path.join(bare, "theme.yml")) != nil
    if source.theme != nil || isTheme { candidates.insert(bare, at: 2) }
    return candidates
  }

  private static let usualTheme = "comune"

  /// Where axe may be: with the program, or where the program itself is made.
  var axePaths: [String] {
    [installation?.axe].compactMap(\.self)
      + [Path.join(Path.parent(of: contentRoot) ?? ".", Installation.axeInProject)]
  }

  /// The folders that a change of which may change the site.
  ///
  /// - Parameter draft: what they last came to.
  func roots(_ draft: SiteDraft?) -> [String] {
    let themes = draft?.themeRoot.map { [$0] } ?? themeCandidates(draft?.report?.site)
    return [contentRoot] + themes + (draft?.libraryRoot.map { [$0] } ?? [])
  }

  private func readContent(_ language: Language) async throws -> Folder {
    try await SiteMaker.read(
      try contentFolder(language), Content.textEndings, Content.maximumBytes, language)
  }

  /// - Throws: `Failure` where the folder of the texts is not there.
  func contentFolder(_ language: Language) throws -> String {
    guard try FileSystem.found(contentRoot)?.kind == .folder else {
      let isStated = source.statedContent != nil
      throw Failure(
        Phrase(
          it: "qui non c'è la cartella `\(contentRoot)`"
            + (isStated ? "" : ", e neppure in una cartella più su"),
          en: "there is no folder `\(contentRoot)` here"
            + (isStated ? "" : ", nor in a folder above")),
        help: Phrase(
          it: "vai nella cartella del progetto, oppure di' dove sono i testi con `--testi`; "
            + "per cominciare un bilancio: `bilancio nuovo`",
          en: "go to the project's folder, or say where the texts are with `--content`; "
            + "to begin a report: `bilancio new`"), language)
    }
    return contentRoot
  }

  private func readTheme(_ site: SiteInfo, _ language: Language) async throws -> Folder {
    let candidates = themeCandidates(site)
    let found = try candidates.first { candidate in
      try FileSystem.found(candidate)?.kind == .folder
    }
    guard let found else {
      let name = source.theme ?? site.theme?.value ?? SiteMaker.usualTheme
      let known = Set(themeFolders.flatMap { (try? FileSystem.names(in: $0)) ?? [] })
      var failure = Failure(
        Phrase(it: "il tema `\(name)` non c'è", en: "there is no theme `\(name)`"),
        help: NearMiss.help(for: name, among: known)
          ?? Phrase(
            it:
              "di' dov'è con `--tema CARTELLA` (cercato in: \(candidates.joined(separator: ", ")))",
            en: "say where it is with `--theme FOLDER` (looked for at: "
              + "\(candidates.joined(separator: ", ")))"), language)
      failure.missing = candidates
      throw failure
    }
    let folder = try await SiteMaker.readWhole(found, language)
    let library = Theme.libraryPath(of: folder)
    let path: String
    if library != Theme.usualLibraryPath {
      // A municipality may keep the design system elsewhere.
      path = Path.join(found, library)
    } else if let own = ownLibrary(for: folder) {
      path = own
    } else {
      return folder
    }
    let elsewhere =
      try FileSystem.found(path)?.kind == .folder
      ? await SiteMaker.readWhole(path, language)
      : Folder(root: path, texts: [], assets: [])
    return folder.mounting(elsewhere, at: Theme.usualLibraryPath)
  }

  /// The program's copy of the design system, for a theme that has none itself.
  private func ownLibrary(for theme: Folder) -> String? {
    let usual = Theme.usualLibraryPath + "/"
    guard let installation, !theme.texts.contains(where: { $0.path.hasPrefix(usual) }) else {
      return nil
    }
    let path = Path.join(installation.themes, SiteMaker.usualTheme + "/" + Theme.usualLibraryPath)
    return FileSystem.status(path)?.kind == .folder ? path : nil
  }

  /// A theme's files have a hash of all their bytes in their addresses.
  private static func readWhole(_ path: String, _ language: Language) async throws -> Folder {
    try await read(path, Theme.textEndings, Theme.maximumBytes, readsWhole: true, language)
  }

  private static func read(
    _ path: String, _ endings: Set<String>, _ textLimit: Int, readsWhole: Bool = false,
    _ language: Language
  ) async throws -> Folder {
    do {
      return try await Folder.read(
        path, textEndings: endings, textLimit: textLimit, readsWhole: readsWhole)
    } catch let error as FileError {
      throw Failure(error, language)
    }
  }
}
