import ArgumentParser
import Content
import Diagnostics
import Facts
import Files
import Pipeline
import Scaffolding
import Site
import SocialReport

/// A command that works on a project; which one is told where the user stands elsewhere.
protocol ProjectCommand: AsyncParsableCommand {
  var source: SourceOptions { get }
}

extension ProjectCommand {
  /// The report as it stands in the folder of its texts, for commands that add to it.
  func outline(below root: String) async throws -> ProjectOutline {
    let folder = try await Folder.read(
      root, textEndings: Content.textEndings, textLimit: Content.maximumBytes)
    return try await ProjectOutline(folder)
  }
}

/// A command that makes one site: `build`, `check` and `package`.
///
/// The groups of its options stand side by side: in debug builds the parser looks at a group within
/// a group again for each of its checks, which took longer than a small site does.
protocol SiteCommand: ProjectCommand {
  var selection: EditionOptions { get }
  var options: SiteOptions { get }
  var telling: TellingOptions { get }
}

extension SiteCommand {
  /// - Parameter purpose: what the site is made for.
  func settings(for purpose: SiteContext.Purpose = .publication) -> SiteRun.Settings {
    SiteRun.Settings(
      source: source, pipeline: options.pipeline(selection.edition, for: purpose),
      isStrict: options.strict, format: options.format, isQuiet: telling.quiet,
      tellsAll: telling.all, showsTimings: options.timings)
  }
}

/// How a site is made, and its messages are written.
struct SiteOptions: ParsableArguments {
  @Flag(
    name: .named("drafts", "bozze"),
    help: .words("Comprende le bozze.", "With the drafts."))
  var drafts = false

  @Option(
    name: .named("base-url", "indirizzo"),
    help: .words(
      "L'indirizzo del sito, al posto di quello in `sito.yml`.",
      "The address of the site, in place of the one in the site's file.",
      value: ("url", "url")))
  var baseURL: String?

  @Flag(
    name: .named("relative", "relativi"),
    help: .words(
      "Collegamenti relativi: il sito si apre anche dal disco, senza un server.",
      "Relative links: the site opens from a disk too, without a server."))
  var relative = false

  @Flag(
    name: .named("strict", "severo"),
    help: .words("Gli avvisi valgono come errori.", "Warnings count as errors."))
  var strict = false

  @Option(
    name: .named("format", "formato"),
    help: .words(
      "Come si scrivono i problemi.", "How problems are written.",
      value: ("formato", "format")))
  var format = Format.text

  @Flag(help: .hidden)
  var timings = false

  /// To compare pages with those that have all rules of the design system's style sheet.
  @Flag(help: .hidden)
  var wholeStylesheet = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case line
    case json
    case github
  }

  fileprivate func pipeline(
    _ edition: String?, for purpose: SiteContext.Purpose
  ) -> Pipeline {
    let stated = baseURL.flatMap { try? SiteAddress($0).text }
    var pipeline = Pipeline()
    pipeline.edition = edition
    pipeline.includesDrafts = drafts
    pipeline.baseURL = { stated ?? $0.baseURL.value }
    pipeline.isRelative = relative
    pipeline.keepsWholeStylesheet = wholeStylesheet
    pipeline.purpose = purpose
    return pipeline
  }

  func validate() throws {
    guard let baseURL else { return }
    do throws(SiteAddress.Flaws) {
      _ = try SiteAddress(baseURL)
    } catch {
      let message = error.message("--indirizzo", "--base-url")
      throw ValidationError(
        Speech.say(
          message.italian + ": " + error.help.italian, message.english + ": " + error.help.english))
    }
  }
}

/// How much is told.
struct TellingOptions: ParsableArguments {
  @Flag(
    name: .named("quiet", "zitto", short: "q"),
    help: .words("Dice solo che cosa non va.", "Tells only what is wrong."))
  var quiet = false

  @Flag(
    name: .named("all", "tutti"),
    help: .words(
      "Dice tutti i problemi, anche i molti di uno stesso genere.",
      "Tells all problems, also many of one kind."))
  var all = false
}
