import ArgumentParser
import Checks
import Content
import Diagnostics
import Files
import Glibc
import Output
import Site
import SocialReport
import Theme

/// One run from the folders to a site that is ready to be rendered.
struct SiteRun {
  let options: SiteOptions
  let language: Language
  /// What was found before rendering.
  let diagnostics: [Diagnostic]
  /// Nil where the content or the theme is not enough to render anything.
  let output: Output?
  private let sources: [SourceFile]
  private let report: Report?
  /// What the site wants of the rules.
  private let ruling: Ruling
  private let times: (read: Double, decode: Double, check: Double)
  private let start: ContinuousClock.Instant

  init(_ options: SiteOptions) async throws {
    let clock = ContinuousClock()
    start = clock.now
    self.options = options
    let stated = options.statedLanguage ?? .italian
    let folder = try await SiteRun.readContent(options.content, stated)
    let afterRead = clock.now
    let content = try await Content.decode(folder, firstID: 0, includesDrafts: options.drafts)
    let afterDecode = clock.now
    var sources = SiteRun.sources(folder)
    var diagnostics = content.diagnostics
    guard let whole = content.report else {
      (self.sources, self.diagnostics, output, report) = (sources, diagnostics, nil, nil)
      ruling = Ruling(nil, sources: sources)
      language = stated
      times = (
        (afterRead - start).seconds, (afterDecode - afterRead).seconds,
        (clock.now - afterDecode).seconds
      )
      return
    }
    let report = try SiteRun.selected(whole, options, stated)
    language = options.statedLanguage ?? Language(rawValue: report.site.language) ?? .italian
    let contentSources = sources
    // The theme is read while the rules are checked and the facts are indexed.
    async let checked = SiteRun.check(report, contentSources)
    async let indexes = EditionIndex.all(of: report)
    let themeFolder = try await SiteRun.readTheme(options, report.site, language)
    let baseURL =
      options.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? report.site.baseURL.value
    let (theme, found) = try await Theme.read(
      themeFolder, firstID: sources.count, language: report.site.language,
      basePath: SiteContext.path(of: baseURL), keepsWholeLibrary: options.wholeStylesheet)
    async let ruling = SiteRun.ruling(report, contentSources)
    diagnostics += await checked + found
    self.ruling = await ruling
    sources += SiteRun.sources(themeFolder)
    let afterCheck = clock.now
    times = (
      (afterRead - start).seconds, (afterDecode - afterRead).seconds,
      (afterCheck - afterDecode).seconds
    )
    self.sources = sources
    self.report = report
    self.diagnostics = diagnostics
    guard found.errors == 0 else {
      output = nil
      return
    }
    let context = await SiteContext(
      report: report, indexes: indexes, theme: theme, files: ContentFiles(folder), sources: sources,
      contentRoot: options.content, baseURL: baseURL, isRelative: options.relative)
    output = Output(
      Site(context), contentRoot: options.content, themeRoot: themeFolder.root,
      progress: Progress.shown(options.quiet, language))
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

  private static func selected(_ report: Report, _ options: SiteOptions, _ language: Language)
    throws -> Report
  {
    guard let year = options.edition else { return report }
    let editions = report.editions.filter { $0.year.value == year }
    guard !editions.isEmpty else {
      let years = report.editions.map { String($0.year.value) }.joined(separator: ", ")
      throw Failure(
        Phrase(it: "l'edizione \(year) non c'è", en: "there is no edition \(year)"),
        help: Phrase(it: "ci sono: \(years)", en: "there are: \(years)"), language)
    }
    return Report(site: report.site, editions: editions, gaps: report.gaps)
  }

  // Folders

  private static func readContent(_ path: String, _ language: Language) async throws -> Folder {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard FileSystem.status(root)?.kind == .folder else {
      throw Failure(
        Phrase(it: "qui non c'è la cartella `\(root)`", en: "there is no folder `\(root)` here"),
        help: Phrase(
          it: "vai nella cartella del progetto, oppure di' dove sono i testi con `--content`",
          en: "go to the project's folder, or say where the texts are with `--content`"), language)
    }
    return try await read(root, Content.textEndings, language)
  }

  private static func readTheme(_ options: SiteOptions, _ site: SiteInfo, _ language: Language)
    async throws -> Folder
  {
    let name = options.theme ?? site.theme?.value ?? "comune"
    let beside = Path.join(Path.parent(of: options.content) ?? ".", "themes")
    let candidates =
      name.contains("/") ? [name] : ["themes/" + name, Path.join(beside, name), name]
    let found = candidates.first { FileSystem.status($0)?.kind == .folder }
    guard let found else {
      let known = (try? FileSystem.names(in: "themes")) ?? []
      throw Failure(
        Phrase(it: "il tema `\(name)` non c'è", en: "there is no theme `\(name)`"),
        help: NearMiss.help(for: name, among: known)
          ?? Phrase(
            it:
              "di' dov'è con `--theme CARTELLA` (cercato in: \(candidates.joined(separator: ", ")))",
            en: "say where it is with `--theme FOLDER` (looked for at: "
              + "\(candidates.joined(separator: ", ")))"), language)
    }
    let folder = try await read(found, Theme.textEndings, language)
    let library = Theme.libraryPath(of: folder)
    guard library != Theme.usualLibraryPath else { return folder }
    // A municipality may keep the design system elsewhere.
    let path = Path.join(found, library)
    let elsewhere =
      FileSystem.status(path)?.kind == .folder
      ? try await read(path, Theme.textEndings, language)
      : Folder(root: path, texts: [], assets: [])
    return folder.mounting(elsewhere, at: Theme.usualLibraryPath)
  }

  private static func read(_ path: String, _ endings: Set<String>, _ language: Language)
    async throws -> Folder
  {
    do {
      return try await Folder.read(path, textEndings: endings)
    } catch let error as FileError {
      throw Failure(error.message, language)
    }
  }

  // The end

  /// Whether the site may take its place, whatever else is found.
  func isFine(with found: [Diagnostic]) -> Bool {
    !hasFailed(ruling.judge(diagnostics + found, isComplete: false).diagnostics)
  }

  private func hasFailed(_ judged: [Diagnostic]) -> Bool {
    judged.errors > 0 || options.strict && judged.warnings > 0
  }

  /// Prints what was found and what was made, and throws the exit status where it is not 0.
  func finish(_ result: Output.Result?, to folder: String?) throws {
    Memory.keepToTheEnd(self)
    let reporter = Reporter(sources: sources, language: language, options: options)
    let judged = ruling.judge(
      diagnostics + (result?.diagnostics ?? []), isComplete: result != nil)
    let all = judged.diagnostics.inOrder()
    reporter.print(all)
    let seconds = (ContinuousClock.now - start).seconds
    if options.timings { Terminal.error(timings(result, seconds)) }
    let hasFailed = hasFailed(all)
    if !options.quiet, options.format == .text {
      let summary = Summary(
        report: report, result: result, diagnostics: all, admitted: judged.admitted,
        changed: ruling.changed, sources: sources, folder: folder, seconds: seconds,
        hasFailed: hasFailed, isRelative: options.relative)
      (hasFailed ? Terminal.error : Terminal.output)(summary.text(in: language))
    }
    if hasFailed { throw ExitCode(1) }
  }

  private func timings(_ result: Output.Result?, _ seconds: Double) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("pages", result?.pages)
      json.member("files", result?.files)
      json.member("bytes", result?.bytes)
      let phases: KeyValuePairs = [
        "read_s": times.read, "decode_s": times.decode, "check_s": times.check,
        "render_s": result?.times.render ?? 0, "write_s": result?.times.write ?? 0,
        "total_s": seconds,
      ]
      for (name, value) in phases { json.member(name) { $0.number("\(value)") } }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
