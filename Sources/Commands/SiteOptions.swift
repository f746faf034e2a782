import ArgumentParser
import Diagnostics
import Pipeline
import Site
import SocialReport

/// What `build` and `check` have in common.
struct SiteOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @Flag(
    name: .named("drafts", "bozze"),
    help: ArgumentHelp(Speech.say("Comprende le bozze.", "With the drafts.")))
  var drafts = false

  @Option(
    name: .named("base-url", "indirizzo"),
    help: ArgumentHelp(
      Speech.say(
        "L'indirizzo del sito, al posto di quello in `sito.yml`.",
        "The address of the site, in place of the one in the site's file."), valueName: "url"))
  var baseURL: String?

  @Flag(
    name: .named("relative", "relativi"),
    help: ArgumentHelp(
      Speech.say(
        "Collegamenti relativi: il sito si apre anche dal disco, senza un server.",
        "Relative links: the site opens from a disk too, without a server.")))
  var relative = false

  @Flag(
    name: .named("strict", "severo"),
    help: ArgumentHelp(
      Speech.say("Gli avvisi valgono come errori.", "Warnings count as errors.")))
  var strict = false

  @Option(
    name: .named("format", "formato"),
    help: ArgumentHelp(
      Speech.say("Come si scrivono i problemi.", "How problems are written."),
      valueName: Speech.say("formato", "format")))
  var format = Format.text

  @OptionGroup var telling: TellingOptions

  var quiet: Bool { telling.quiet }

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

  /// - Parameter purpose: what the site is made for.
  func settings(for purpose: SiteContext.Purpose = .publication) -> SiteRun.Settings {
    let stated = baseURL.flatMap { try? SiteAddress($0).text }
    var pipeline = Pipeline()
    pipeline.edition = selection.edition
    pipeline.includesDrafts = drafts
    pipeline.baseURL = { stated ?? $0.baseURL.value }
    pipeline.isRelative = relative
    pipeline.keepsWholeStylesheet = wholeStylesheet
    pipeline.purpose = purpose
    return SiteRun.Settings(
      source: source, pipeline: pipeline, isStrict: strict, format: format, isQuiet: quiet,
      tellsAll: telling.all, showsTimings: timings)
  }

  func validate() throws {
    guard let baseURL else { return }
    do throws(SiteAddress.Flaws) {
      _ = try SiteAddress(baseURL)
    } catch {
      let message = error.message("--base-url", "--base-url")
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
    help: ArgumentHelp(Speech.say("Dice solo che cosa non va.", "Tells only what is wrong.")))
  var quiet = false

  @Flag(
    name: .named("all", "tutti"),
    help: ArgumentHelp(
      Speech.say(
        "Dice tutti i problemi, anche i molti di uno stesso genere.",
        "Tells all problems, also many of one kind.")))
  var all = false
}
