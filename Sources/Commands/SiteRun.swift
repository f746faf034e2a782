import ArgumentParser
import Checks
import Diagnostics
import Facts
import Files
import Output
import Pipeline
import Site
import SocialReport

/// One run of `build` or `check`: a site made of the folders, and what is said of it at the end.
struct SiteRun {
  let settings: Settings
  /// Nil where the content or the theme is not enough to render anything.
  private(set) var site: Site?
  var output: Output? {
    site.map {
      Output(
        $0, contentRoot: contentRoot, themeRoot: draft.themeRoot ?? "",
        progress: Progress.shown(settings.isQuiet, language))
    }
  }
  var themeRoot: String? { draft.themeRoot }
  var language: Language { draft.language }
  var report: Report? { draft.report }
  var sources: [SourceFile] { draft.sources }
  /// What is still to be written and confirmed in drafts.
  var todo: TodoText {
    var todo = TodoText(pending: draft.pending, report: draft.report, sources: draft.sources)
    if settings.pipeline.edition != nil { todo.keepEditions() }
    return todo
  }
  /// The folder of the texts, without a `/` at its end.
  var contentRoot: String { draft.contentRoot }
  /// The folders that the site is made from.
  var roots: [String] { [draft.contentRoot] + [draft.themeRoot].compactMap(\.self) }
  private let draft: SiteDraft
  private let times: Pipeline.Times
  private let start: ContinuousClock.Instant

  /// What a run is to do and how it is told.
  struct Settings {
    let source: SourceOptions
    var pipeline = Pipeline()
    var isStrict = false
    var format = SiteOptions.Format.text
    var isQuiet = false
    /// Whether all is told of which there is much.
    var tellsAll = false
    var showsTimings = false
    /// Whether nobody wants the prints that the site's file asks for.
    var isWithoutPrints = false
    /// Whether the site is nothing without them: what is published would miss a file that was there.
    var needsPrints = false
  }

  init(_ settings: Settings) async throws {
    start = ContinuousClock.now
    self.settings = settings
    let (draft, times) = try await SiteMaker(settings.source, settings.pipeline).make()
    (self.draft, self.times) = (draft, times)
    site = draft.site
    if let site = draft.site, wantsPrints, isFine(with: site.diagnostics) {
      self.site = try await Prints.added(to: site, of: self)
    }
  }

  /// Whether whole documents are to be files to print as well.
  private var wantsPrints: Bool {
    !settings.isWithoutPrints && settings.pipeline.purpose == .publication && !prints.isEmpty
  }

  /// The kinds of files that the site's file asks for.
  var prints: [PrintedFile.Kind] {
    guard let site = report?.site else { return [] }
    let wanted: [(PrintedFile.Kind, Sourced<Bool>?)] = [
      (.pdf, site.print), (.epub, site.book), (.docx, site.word),
    ]
    return wanted.filter { $1?.value == true }.map(\.0)
  }

  /// The path of the file that states something.
  func path(of place: SourceRange) -> String? { draft.sources[place.file]?.path }

  /// Whether the site may take its place, whatever else is found.
  func isFine(with found: [Diagnostic]) -> Bool {
    !hasFailed(draft.ruling.judge(draft.diagnostics + found, isComplete: false).diagnostics)
  }

  /// How many errors there are, with those that were found on the pages.
  func errors(with result: Output.Result?) -> Int {
    draft.ruling.judge(draft.diagnostics + (result?.diagnostics ?? []), isComplete: false)
      .diagnostics.errors
  }

  /// All that was found, as the site wants it told.
  func found(_ result: Output.Result?) -> [Diagnostic] {
    draft.ruling.judge(
      draft.diagnostics + (result?.diagnostics ?? []), isComplete: result != nil
    ).diagnostics
  }

  private func hasFailed(_ judged: [Diagnostic]) -> Bool {
    judged.errors > 0 || settings.isStrict && judged.warnings > 0
  }

  /// Prints the errors alone, where anything else would hide them.
  func tellErrors() {
    let judged = draft.ruling.judge(draft.diagnostics, isComplete: false).diagnostics
    Reporter(
      sources: draft.sources, language: language, format: settings.format,
      isWhole: settings.tellsAll
    ).print(judged.filter { $0.severity == .error }.inOrder())
  }

  /// Prints what was found and what was made, and throws the exit status where it is not 0.
  ///
  /// - Returns: what was found, as the site wants it told.
  @discardableResult
  func finish(_ result: Output.Result?, as product: Summary.Product) throws -> [Diagnostic] {
    Memory.keepToTheEnd(self)
    let reporter = Reporter(
      sources: draft.sources, language: language, format: settings.format,
      isWhole: settings.tellsAll)
    let judged = draft.ruling.judge(
      draft.diagnostics + (result?.diagnostics ?? []), isComplete: result != nil)
    let all = judged.diagnostics.inOrder()
    reporter.print(all)
    for remain in result?.remains ?? [] {
      Terminal.error(Failure.remark(remain.message, help: Output.leftForLater, language))
    }
    let seconds = (ContinuousClock.now - start).seconds
    if settings.showsTimings { Terminal.error(timings(result, seconds)) }
    let hasFailed = hasFailed(all)
    if !settings.isQuiet, settings.format == .text {
      let summary = Summary(
        report: draft.report, result: result, diagnostics: all, admitted: judged.admitted,
        changed: draft.ruling.changed, pending: draft.pending, sources: draft.sources,
        product: product, seconds: seconds,
        hasFailed: hasFailed, isRelative: settings.pipeline.isRelative)
      (hasFailed ? Terminal.error : Terminal.output)(summary.text(in: language))
    }
    if hasFailed { throw ExitCode(1) }
    return all
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
