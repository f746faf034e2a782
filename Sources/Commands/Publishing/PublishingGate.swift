import ArgumentParser
import Diagnostics
import Files
import Output
import Publish

/// What a site has to pass before it is published.
struct PublishingGate {
  let manifest: Manifest
  let pages: Int
  /// The commit of the texts, with `+` where there is more than it has; nil without version control.
  let commit: String?
  private let publishing: Publishing
  private let acceptsWarnings: Bool
  /// How many warnings and suggestions there are; nil without any.
  let found: Phrase?
  /// What was found and may be accepted, by its identifier.
  private let warnings: [String: Int]

  /// Makes the site and looks at it; prints what is wrong.
  ///
  /// - Throws: the exit status where something keeps it from being published whatever anybody accepts.
  init(_ publishing: Publishing, acceptsWarnings: Bool) async throws {
    let run = publishing.run
    let made = try await publishing.build()
    let found = try run.finish(made, as: .nothing)
    // What kept it from being made was told.
    guard let manifest = made?.manifest else { throw ExitCode(1) }
    self.publishing = publishing
    self.acceptsWarnings = acceptsWarnings
    self.found = found.isEmpty ? nil : Wording.phrase { $0.summary(found) }
    self.manifest = manifest
    pages = manifest.pages
    try await PublishingGate.look(publishing, manifest)
    var warnings = Dictionary(
      found.filter { $0.severity == .warning }.map { ($0.identifier.rawValue, 1) },
      uniquingKeysWith: +)
    let copy = try await WorkingCopy(run.roots, patience: publishing.access.patience)
    if let copy, copy.isChanged { warnings[PublishingGate.uncommitted] = 1 }
    commit = copy.map { $0.commit + ($0.isChanged ? "+" : "") }
    self.warnings = warnings
  }

  /// Texts that nobody could find again later.
  private static let uncommitted = "testi-non-registrati"
  private static let listed = 20

  /// Looks at the files as readers will get them.
  private static func look(_ publishing: Publishing, _ manifest: Manifest) async throws {
    let language = publishing.run.language
    let check = SiteCheck(publishing.site, manifest, base: publishing.builtAddress)
    let findings = try await check.run(
      Progress.shown(
        publishing.run.settings.isQuiet, language,
        Phrase(it: "pagine controllate", en: "pages checked")))
    guard !findings.isEmpty else { return }
    let lines = findings.prefix(listed).map { finding in
      let criterion = finding.criterion.map { " [WCAG \($0)]" } ?? ""
      return "\n  \(finding.path)\(criterion): \(finding.message.text(in: language))"
    }
    let rest = findings.count - lines.count
    let more =
      rest > 0 ? Phrase(it: "\n  … e altri \(rest)", en: "\n  … and \(rest) more") : nil
    let count = Wording.phrase {
      $0.count(findings.count, ("difetto", "difetti"), ("fault", "faults"))
    }
    throw Failure(
      Phrase(
        it: "le pagine finite hanno \(count.italian):" + lines.joined() + (more?.italian ?? ""),
        en: "the finished pages have \(count.english):" + lines.joined() + (more?.english ?? "")),
      help: Phrase(
        it: "non vengono dai testi: sono del tema o del programma; dillo a chi se ne occupa",
        en: "they do not come from the texts but from the theme or the program: tell its keepers"),
      language)
  }

  /// What somebody accepted, for the record.
  var accepted: String {
    warnings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "; ")
  }

  /// Stops where something was found that nobody accepted.
  func refuseWarnings(isDryRun: Bool) throws {
    guard !warnings.isEmpty, !acceptsWarnings else { return }
    let what = Phrase(
      it: warnings[PublishingGate.uncommitted] == nil
        ? "ci sono avvisi: \(accepted)"
        : "ci sono avvisi (\(PublishingGate.uncommitted): git ha modifiche che non sono in nessun commit): \(accepted)",
      en: warnings[PublishingGate.uncommitted] == nil
        ? "there are warnings: \(accepted)"
        : "there are warnings (\(PublishingGate.uncommitted): git has changes that are in no commit): \(accepted)"
    )
    let failure = Failure(
      what,
      help: Phrase(
        it: "correggili, oppure pubblica lo stesso con `--accetta-avvisi`, che resta scritto in "
          + "`\(Ledger.name)`",
        en: "mend them, or publish all the same with `--accept-warnings`, which goes into "
          + "`\(Ledger.name)`"), publishing.run.language)
    guard isDryRun else {
      Terminal.error(failure.text)
      throw ExitCode(1)
    }
    Terminal.error(failure.text)
  }
}
