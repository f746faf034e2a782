import ArgumentParser
import Diagnostics
import Site
import SocialReport

/// What `build` and `check` have in common.
struct SiteOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @Flag(help: "Comprende le bozze.")
  var drafts = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("L'indirizzo del sito, al posto di quello in `sito.yml`.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Collegamenti relativi: il sito si apre anche dal disco, senza un server.")
  var relative = false

  @Flag(help: "Gli avvisi valgono come errori.")
  var strict = false

  @Option(help: "Come si scrivono i problemi: text, line, json o github.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Dice solo che cosa non va.")
  var quiet = false

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
    let stated = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return SiteRun.Settings(
      source: source, includesDrafts: drafts, baseURL: { stated ?? $0.baseURL.value },
      isRelative: relative, isStrict: strict, format: format, isQuiet: quiet, showsTimings: timings,
      keepsWholeStylesheet: wholeStylesheet, purpose: purpose)
  }

  func validate() throws {
    if let baseURL, !(baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://")) {
      throw ValidationError("--base-url: serve un indirizzo intero, come https://www.esempio.it/")
    }
  }
}
