import ArgumentParser
import Checks
import Diagnostics
import Files
import Output
import Site

/// One run of `build` or `check`: a site made of the folders, and what is said of it at the end.
struct SiteRun {
  let options: SiteOptions
  /// Nil where the content or the theme is not enough to render anything.
  let output: Output?
  var language: Language { draft.language }
  private let draft: SiteDraft
  private let times: SiteMaker.Times
  private let start: ContinuousClock.Instant

  init(
    _ options: SiteOptions, purpose: SiteContext.Purpose = .publication
  ) async throws {
    start = ContinuousClock.now
    self.options = options
    let stated = options.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let maker = SiteMaker(
      source: options.source, includesDrafts: options.drafts, baseURL: { stated ?? $0 },
      isRelative: options.relative, keepsWholeStylesheet: options.wholeStylesheet, purpose: purpose)
    let (draft, times) = try await maker.make()
    (self.draft, self.times) = (draft, times)
    output = draft.site.map {
      Output(
        $0, contentRoot: draft.contentRoot, themeRoot: draft.themeRoot ?? "",
        progress: Progress.shown(options.quiet, draft.language))
    }
  }

  /// Whether the site may take its place, whatever else is found.
  func isFine(with found: [Diagnostic]) -> Bool {
    !hasFailed(draft.ruling.judge(draft.diagnostics + found, isComplete: false).diagnostics)
  }

  private func hasFailed(_ judged: [Diagnostic]) -> Bool {
    judged.errors > 0 || options.strict && judged.warnings > 0
  }

  /// Prints what was found and what was made, and throws the exit status where it is not 0.
  func finish(_ result: Output.Result?, as product: Summary.Product) throws {
    Memory.keepToTheEnd(self)
    let reporter = Reporter(sources: draft.sources, language: language, options: options)
    let judged = draft.ruling.judge(
      draft.diagnostics + (result?.diagnostics ?? []), isComplete: result != nil)
    let all = judged.diagnostics.inOrder()
    reporter.print(all)
    let seconds = (ContinuousClock.now - start).seconds
    if options.timings { Terminal.error(timings(result, seconds)) }
    let hasFailed = hasFailed(all)
    if !options.quiet, options.format == .text {
      let summary = Summary(
        report: draft.report, result: result, diagnostics: all, admitted: judged.admitted,
        changed: draft.ruling.changed, sources: draft.sources, product: product, seconds: seconds,
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
