import Diagnostics
import Facts
import Output
import Pipeline
import Printing
import Site
import SocialReport

/// One run of `pdf`, `epub` or `word`: the document of the edition that is wanted, and where its file goes.
struct PrintRun {
  let run: SiteRun
  let document: DocumentText
  private let source: SourceOptions
  private let isQuiet: Bool

  /// - Parameter edition: the year or the id; nil for the newest.
  /// - Returns: nil where the texts have errors, which are told.
  init?(
    _ source: SourceOptions, edition: String?, drafts: Bool, _ telling: TellingOptions
  ) async throws {
    var settings = SiteRun.Settings(source: source, isQuiet: telling.quiet, tellsAll: telling.all)
    settings.pipeline.edition = edition
    settings.pipeline.includesDrafts = drafts
    settings.isWithoutPrints = true
    run = try await SiteRun(settings)
    (self.source, isQuiet) = (source, telling.quiet)
    let found = try await run.output?.check()
    guard let site = run.site, run.isFine(with: found?.diagnostics ?? []) else {
      try run.finish(found, as: .nothing)
      return nil
    }
    let documents = try await site.documents()
    guard let newest = documents.max(by: { $0.edition.year.value < $1.edition.year.value }) else {
      throw Failure(
        Phrase(
          it: "non c'è un'edizione aperta di cui fare il file",
          en: "there is no open edition to make a file of"),
        help: Phrase(
          it: "un'edizione chiusa ha i file con cui fu pubblicata",
          en: "a closed edition has the files that it was published with"), run.language)
    }
    document = newest
  }

  /// Where the file goes, which is nobody else's.
  ///
  /// - Parameter part: the name of the part that it is of; nil for the whole document.
  func place(
    _ stated: String?, _ kind: PrintedFile.Kind, part: String? = nil
  ) throws(PrintError) -> String {
    let isEnglish = document.edition.language == .english
    let name = [isEnglish ? "social-report" : "bilancio-sociale", document.edition.id.value, part]
      .compactMap(\.self).joined(separator: "-")
    let place = stated ?? source.project.path("\(name).\(kind.rawValue)")
    try PrintFile.checkPlace(place, for: kind)
    return place
  }

  /// Writes the file, and says so.
  func finish(_ file: PrintedFile, at place: String) throws(PrintError) {
    try PrintFile.write(file, to: place)
    guard !isQuiet else { return }
    Terminal.output(PrintFile.summary(file, place).text(in: run.language))
  }
}
