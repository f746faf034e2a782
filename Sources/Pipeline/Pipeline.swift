import Archive
import Checks
package import Content
package import Diagnostics
package import Facts
package import Files
import Output
import Site
package import SocialReport
package import Theme

/// The way from folders to a site that is ready to be rendered: the same for commands, the preview, tests and
/// the fuzzer.
package struct Pipeline: Sendable {
  /// The year or the id of the only edition that is wanted.
  package var edition: String?
  package var includesDrafts = false
  /// The language that whoever asks wants to be told in; nil for the report's own.
  package var language: Language?
  /// The address of the site, from what its own file says.
  package var baseURL: @Sendable (SiteInfo) -> String = { $0.baseURL.value }
  /// Whether it goes to a place of trial, from what the site's file says.
  package var isTrial: @Sendable (SiteInfo) -> Bool = { _ in false }
  package var isRelative = false
  package var keepsWholeStylesheet = false
  package var purpose = SiteContext.Purpose.publication
  /// The id of an edition that is being closed for the first time.
  package var closing: String?
  /// Whether the copies of closed editions are looked at, which lie on the disk beside the texts.
  package var readsCopies = true

  /// Makes a theme of the files of its folder.
  ///
  /// Who makes many sites with one theme keeps what it made: the preview (`LastTheme`), and tests.
  package var compileTheme:
    @Sendable (Folder, ThemeUse) async throws -> (theme: Theme, diagnostics: [Diagnostic]) = {
      try await Theme.read($0, for: $1)
    }

  /// What came of the texts before, for whoever makes draft after draft.
  package var decodedTexts: DecodedTexts?

  /// The draft that was made last, for whoever makes draft after draft of the same folders.
  package var lastDraft: LastDraft?

  package init() {}

  /// What a theme is compiled for: the same files give another theme where one of these differs.
  package struct ThemeUse: Hashable, Sendable {
    /// The place of the theme's first text among the sources of the build.
    package let firstID: Int
    package let language: String
    /// The path of the site on its server.
    package let basePath: String
    package let keepsWholeLibrary: Bool
  }

  /// Seconds.
  package struct Times: Sendable {
    package var read = 0.0
    package var decode = 0.0
    package var check = 0.0
  }

  /// An edition that is wanted and not there.
  package struct UnknownEdition: Error {
    package let name: String
    /// The ids of those that are.
    package let known: [String]
    /// Whether it is there, and left out as a draft.
    package let isDraft: Bool
  }

  /// Whether readers get closed editions as they were: their pages lead to each other by the site's own
  /// address, which neither a disk nor a preview has.
  private var showsCopies: Bool {
    readsCopies && !isRelative && (purpose == .publication || purpose == .check)
  }

  /// - Parameters:
  ///   - content: the folder of the texts.
  ///   - theme: finds and reads the theme that a site wants.
  /// - Throws: `UnknownEdition`, and what `theme` throws.
  package func draft(
    of content: Folder, theme findTheme: (SiteInfo, Language) async throws -> Folder
  ) async throws -> (draft: SiteDraft, times: Times) {
    let clock = ContinuousClock()
    let start = clock.now
    let known = try await lastDraft?.draft(of: content) { draft in
      guard let report = draft.report else { return nil }
      return try await findTheme(report.site, draft.language)
    }
    if let known { return (known, Times()) }
    let decoded = try await Content.decode(
      content, firstID: 0, includesDrafts: includesDrafts, known: decodedTexts)
    let afterDecode = clock.now
    var times = Times(decode: (afterDecode - start).seconds)
    let contentSources = Pipeline.sources(content)
    let hasErrors = decoded.diagnostics.errors > 0
    guard let whole = decoded.report, let report = try selected(whole, hasErrors) else {
      var draft = SiteDraft(
        sources: contentSources, diagnostics: decoded.diagnostics,
        ruling: RuleConfiguration(nil, sources: contentSources), language: language ?? .italian,
        contentRoot: content.root)
      draft.pending = decoded.pending
      return (draft, times)
    }
    let language = language ?? Language(rawValue: report.site.language) ?? .italian
    // The theme is read, the facts are indexed and the jobs are made while the rules are checked.
    async let checked = Pipeline.check(report, contentSources)
    async let indexes = EditionIndex.all(of: report)
    let baseURL = baseURL(report.site)
    let closed =
      readsCopies
      ? await ClosedEditions(
        report, contentSources, contentRoot: content.root, baseURL: showsCopies ? baseURL : nil,
        opening: closing, isTrial: isTrial(report.site)) : nil
    let themeFolder = try await findTheme(report.site, language)
    let (theme, found) = try await compileTheme(
      themeFolder,
      ThemeUse(
        firstID: contentSources.count, language: report.site.language,
        basePath: SiteContext.path(of: baseURL), keepsWholeLibrary: keepsWholeStylesheet))
    let sources = contentSources + Pipeline.sources(themeFolder)
    var site: Site?
    if found.errors == 0 {
      let context = await SiteContext(
        report: report, indexes: indexes, theme: theme, files: ContentFiles(content),
        sources: sources, contentRoot: content.root, baseURL: baseURL, isRelative: isRelative,
        purpose: purpose, closed: showsCopies ? closed?.editions ?? [:] : [:],
        isTrial: isTrial(report.site))
      site = Site(context)
    }
    var ruling = await Pipeline.ruling(report, contentSources)
    ruling.settled = closed?.settled ?? []
    var draft = try await SiteDraft(
      sources: sources,
      diagnostics: decoded.diagnostics + checked + found + (closed?.diagnostics ?? []),
      ruling: ruling, language: language, contentRoot: content.root)
    draft.report = report
    draft.pending = decoded.pending
    draft.themeRoot = themeFolder.root
    let library = Theme.libraryPath(of: themeFolder)
    if library != Theme.usualLibraryPath {
      draft.libraryRoot = Path.join(themeFolder.root, library)
    }
    times.check = (clock.now - afterDecode).seconds
    draft.site = site
    lastDraft?.keep(draft, of: content, themeFolder)
    return (draft, times)
  }

  @concurrent
  private static func ruling(_ report: Report, _ sources: [SourceFile]) async -> RuleConfiguration {
    RuleConfiguration(report, sources: sources)
  }

  @concurrent
  private static func check(
    _ report: Report, _ sources: [SourceFile]
  ) async throws -> [Diagnostic] {
    let work = Checks.work(on: report, sources: sources)
    return try await Parallel.map(count: work.count, yields: true) { work[$0]() }.flatMap(\.self)
  }

  private static func sources(_ folder: Folder) -> [SourceFile] {
    folder.texts.map { SourceFile(path: Path.join(folder.root, $0.path), text: $0.text) }
  }

  /// The report with only the edition that is wanted; nil where that may be missing because of an error.
  private func selected(_ report: Report, _ hasErrors: Bool) throws(UnknownEdition) -> Report? {
    guard let name = edition else { return report }
    let named = report.editions.filter { $0.id.value == name }
    let editions = named.isEmpty ? report.editions.filter { "\($0.year.value)" == name } : named
    guard !editions.isEmpty else {
      if hasErrors { return nil }
      throw UnknownEdition(
        name: name, known: report.editions.map(\.id.value),
        isDraft: report.gaps.drafts.editions.contains(name))
    }
    var gaps = report.gaps
    gaps.leavesOutEditions = editions.count < report.editions.count
    var selected = Report(site: report.site, editions: editions, gaps: gaps)
    selected.sharedFolders = report.sharedFolders
    selected.leftOut = Set(report.editions.flatMap { [$0.id.value, "\($0.year.value)"] })
    return selected
  }
}

extension Theme {
  /// The theme of a folder, for templates that see what the pages of a report show.
  package static func read(
    _ folder: Folder, for use: Pipeline.ThemeUse
  ) async throws -> (theme: Theme, diagnostics: [Diagnostic]) {
    try await read(
      folder, firstID: use.firstID, language: use.language, basePath: use.basePath,
      views: Views.catalogue, keepsWholeLibrary: use.keepsWholeLibrary)
  }
}
