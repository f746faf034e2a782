import Checks
import Content
import Diagnostics
import Files
import Output
import Site
import SocialReport
import Theme

/// Makes a site of the folders, ready to be rendered.
struct SiteMaker: Sendable {
  let source: SourceOptions
  /// The year or the id of the only edition that is wanted.
  var edition: String?
  let includesDrafts: Bool
  /// The address of the site, from what its own file says.
  let baseURL: @Sendable (SiteInfo) -> String
  var isRelative = false
  var keepsWholeStylesheet = false
  var purpose = SiteContext.Purpose.publication
  /// The id of an edition that is being closed for the first time.
  var closing: String?

  /// Whether readers get closed editions as they were: their pages lead to each other by the site's own
  /// address, which neither a disk nor a preview has.
  private var showsCopies: Bool { !isRelative && purpose == .publication }

  /// Seconds.
  struct Times {
    var read = 0.0
    var decode = 0.0
    var check = 0.0
  }

  /// - Throws: `Failure` where there is no folder, or it cannot be read.
  func make() async throws -> (draft: SiteDraft, times: Times) {
    let clock = ContinuousClock()
    let start = clock.now
    let stated = source.statedLanguage ?? .italian
    let folder = try await readContent(stated)
    let afterRead = clock.now
    let content = try await Content.decode(folder, firstID: 0, includesDrafts: includesDrafts)
    let afterDecode = clock.now
    var times = Times(
      read: (afterRead - start).seconds, decode: (afterDecode - afterRead).seconds)
    let contentSources = SiteMaker.sources(folder)
    let hasErrors = content.diagnostics.errors > 0
    guard let whole = content.report, let report = try selected(whole, hasErrors, stated) else {
      times.check = (clock.now - afterDecode).seconds
      let draft = SiteDraft(
        sources: contentSources, diagnostics: content.diagnostics,
        ruling: Ruling(nil, sources: contentSources), language: stated, contentRoot: folder.root)
      return (draft, times)
    }
    let language =
      source.statedLanguage ?? Language(rawValue: report.site.language) ?? .italian
    // The theme is read while the rules are checked and the facts are indexed.
    async let checked = SiteMaker.check(report, contentSources)
    async let indexes = EditionIndex.all(of: report)
    let baseURL = baseURL(report.site)
    let closed = await ClosedEditions(
      report, contentSources, contentRoot: folder.root,
      baseURL: showsCopies ? baseURL : nil, opening: closing)
    let themeFolder = try await readTheme(report.site, language)
    let (theme, found) = try await Theme.read(
      themeFolder, firstID: contentSources.count, language: report.site.language,
      basePath: SiteContext.path(of: baseURL), keepsWholeLibrary: keepsWholeStylesheet)
    var ruling = await SiteMaker.ruling(report, contentSources)
    ruling.settled = closed.settled
    let sources = contentSources + SiteMaker.sources(themeFolder)
    var draft = await SiteDraft(
      sources: sources, diagnostics: content.diagnostics + checked + found + closed.diagnostics,
      ruling: ruling,
      language: language, contentRoot: folder.root)
    draft.report = report
    draft.themeRoot = themeFolder.root
    let library = Theme.libraryPath(of: themeFolder)
    if library != Theme.usualLibraryPath {
      draft.libraryRoot = Path.join(themeFolder.root, library)
    }
    times.check = (clock.now - afterDecode).seconds
    guard found.errors == 0 else { return (draft, times) }
    let context = await SiteContext(
      report: report, indexes: indexes, theme: theme, files: ContentFiles(folder), sources: sources,
      contentRoot: folder.root, baseURL: baseURL, isRelative: isRelative, purpose: purpose,
      closed: showsCopies ? closed.editions : [:])
    draft.site = Site(context)
    return (draft, times)
  }

  @concurrent
  private static func ruling(_ report: Report, _ sources: [SourceFile]) async -> Ruling {
    Ruling(report, sources: sources)
  }

  @concurrent
  private static func check(_ report: Report, _ sources: [SourceFile]) async -> [Diagnostic] {
    Checks.run(on: report, sources: sources)
  }

  private static func sources(_ folder: Folder) -> [SourceFile] {
    folder.texts.map { SourceFile(path: Path.join(folder.root, $0.path), text: $0.text) }
  }

  /// The report with only the edition that is wanted; nil where that may be missing because of an error.
  private func selected(
    _ report: Report, _ hasErrors: Bool, _ language: Language
  ) throws -> Report? {
    guard let name = edition else { return report }
    let named = report.editions.filter { $0.id.value == name }
    let editions = named.isEmpty ? report.editions.filter { "\($0.year.value)" == name } : named
    guard !editions.isEmpty else {
      if hasErrors { return nil }
      let names = report.editions.map(\.id.value).joined(separator: ", ")
      throw Failure(
        Phrase(it: "l'edizione \(name) non c'è", en: "there is no edition \(name)"),
        help: Phrase(it: "ci sono: \(names)", en: "there are: \(names)"), language)
    }
    var gaps = report.gaps
    gaps.leavesOutEditions = editions.count < report.editions.count
    var selected = Report(site: report.site, editions: editions, gaps: gaps)
    selected.leftOut = Set(report.editions.flatMap { [$0.id.value, "\($0.year.value)"] })
    return selected
  }

  // Folders

  /// The folder of the texts, without a `/` at its end.
  var contentRoot: String {
    let path = source.content
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Where themes are looked for, by the name or the path that was given.
  func themeCandidates(_ name: String) -> [String] {
    let beside = Path.join(Path.parent(of: contentRoot) ?? ".", "themes")
    return name.contains("/") ? [name] : ["themes/" + name, Path.join(beside, name), name]
  }

  /// The folders that a change of which may change the site.
  ///
  /// - Parameter draft: what they last came to.
  func roots(_ draft: SiteDraft?) -> [String] {
    let name = source.theme ?? draft?.report?.site.theme?.value ?? "comune"
    let themes = draft?.themeRoot.map { [$0] } ?? themeCandidates(name)
    return [contentRoot] + themes + (draft?.libraryRoot.map { [$0] } ?? [])
  }

  private func readContent(_ language: Language) async throws -> Folder {
    try await SiteMaker.read(
      try contentFolder(language), Content.textEndings, Content.maximumBytes, language)
  }

  /// - Throws: `Failure` where the folder of the texts is not there.
  func contentFolder(_ language: Language) throws -> String {
    guard try FileSystem.found(contentRoot)?.kind == .folder else {
      throw Failure(
        Phrase(
          it: "qui non c'è la cartella `\(contentRoot)`",
          en: "there is no folder `\(contentRoot)` here"),
        help: Phrase(
          it: "vai nella cartella del progetto, oppure di' dove sono i testi con `--content`",
          en: "go to the project's folder, or say where the texts are with `--content`"), language)
    }
    return contentRoot
  }

  private func readTheme(_ site: SiteInfo, _ language: Language) async throws -> Folder {
    let name = source.theme ?? site.theme?.value ?? "comune"
    let candidates = themeCandidates(name)
    let found = try candidates.first { candidate in
      try FileSystem.found(candidate)?.kind == .folder
    }
    guard let found else {
      let known = (try? FileSystem.names(in: "themes")) ?? []
      var failure = Failure(
        Phrase(it: "il tema `\(name)` non c'è", en: "there is no theme `\(name)`"),
        help: NearMiss.help(for: name, among: known)
          ?? Phrase(
            it:
              "di' dov'è con `--theme CARTELLA` (cercato in: \(candidates.joined(separator: ", ")))",
            en: "say where it is with `--theme FOLDER` (looked for at: "
              + "\(candidates.joined(separator: ", ")))"), language)
      failure.missing = candidates
      throw failure
    }
    let folder = try await SiteMaker.readWhole(found, language)
    let library = Theme.libraryPath(of: folder)
    guard library != Theme.usualLibraryPath else { return folder }
    // A municipality may keep the design system elsewhere.
    let path = Path.join(found, library)
    let elsewhere =
      try FileSystem.found(path)?.kind == .folder
      ? await SiteMaker.readWhole(path, language)
      : Folder(root: path, texts: [], assets: [])
    return folder.mounting(elsewhere, at: Theme.usualLibraryPath)
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
