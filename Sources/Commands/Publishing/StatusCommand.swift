import ArgumentParser
import Diagnostics
import Output
import Publish
import SocialReport

/// `bilancio status`: what is live, whether it is still as it was published, and what would change.
struct StatusCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "status", "stato",
      abstract: Speech.say(
        "Dice che cosa è pubblicato, se è ancora com'era, e che cosa cambierebbe.",
        "Tells what is published, whether it is as it was, and what would change."),
      discussion: Speech.say(
        """
        Rilegge dal server tutti i file pubblicati e li confronta byte per byte. Finisce con 1 se qualcuno \
        li ha cambiati a mano o se una pubblicazione è rimasta a metà.
        """,
        """
        Fetches all published files from the server and compares them byte for byte. Ends with 1 where \
        somebody changed them by hand or a publication was interrupted.
        """))
  }

  @Argument(
    help: .words(
      "Il nome di uno dei posti in `sito.yml`.",
      "The name of one of the places in the site's file.", value: ("dove", "where")))
  var target: String?

  @Flag(
    name: .named("drafts", "bozze"),
    help: .words(
      "Dei posti di prova, con le bozze.", "Of places of trial, with the drafts."))
  var drafts = false

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let first = try await Publishing(source, .target(target), isQuiet: true)
    let home = try first.openHome()
    defer { withExtendedLifetime(home) {} }
    var isFine = true
    for target in try first.targets(target) {
      // Each may have an address of its own, and so a site of its own.
      let publishing = try await Publishing(
        source, .target(target.name.value), isQuiet: true, drafts: drafts && target.isTrial)
      do {
        if try await !tell(target, publishing) { isFine = false }
      } catch let error as any ExplainedError {
        Terminal.error(Failure(error, publishing.run.language).text)
        isFine = false
      }
    }
    if !isFine { throw ExitCode(1) }
  }

  /// - Returns: whether what is live is whole and as it was published.
  private func tell(
    _ target: SiteInfo.PublishingTarget, _ publishing: Publishing
  ) async throws -> Bool {
    let say = Wording(language: publishing.run.language)
    let publisher = try await publishing.publisher(target)
    Terminal.output(
      "\(target.name.value) (\(publisher.place))"
        + (target.isTrial ? say(", un posto di prova", ", a place of trial") : ""))
    let manifest = try await publishing.build()?.manifest
    var live = try await publisher.live(for: manifest)
    Terminal.output("  " + self.live(live, target, publishing, say))
    var isFine = live.unfinished == nil
    if live.isBusy {
      isFine = false
      Terminal.output(
        "  "
          + say(
            "Un altro computer sta pubblicando in questo momento.",
            "Another machine is publishing at this moment."))
    } else if !isFine {
      Terminal.output(
        "  "
          + say(
            "Una pubblicazione è rimasta a metà: `bilancio pubblica` la finisce.",
            "A publication was interrupted: `bilancio publish` finishes it."))
    } else if live.manifest != nil {
      let shown = Progress.shown(
        false, say.language, Phrase(it: "confronto", en: "comparison"))
      live.changedByHand = try await publisher.changedByHand(live, progress: shown)
      isFine = live.changedByHand.isEmpty
      Terminal.output("  " + bytes(live, say).printable())
    }
    Terminal.output(
      "  " + (try await changes(manifest, live, publisher, publishing, say)).printable())
    if let drafts = DraftsText(publishing.run).phrase {
      Terminal.output(drafts.text(in: say.language))
    }
    return isFine
  }

  private func live(
    _ live: LiveSite, _ target: SiteInfo.PublishingTarget, _ publishing: Publishing, _ say: Wording
  ) -> String {
    guard let manifest = live.manifest else {
      return say("Non c'è ancora niente di pubblicato.", "Nothing is published yet.")
    }
    let years = manifest.editions.map(String.init).joined(separator: ", ")
    let hash = manifest.digest
    let origin = origin(hash, target, publishing, say)
    return say("In linea: ", "Live: ") + say.pages(manifest.pages)
      + (years.isEmpty ? "" : say(", edizioni \(years)", ", editions \(years)"))
      + say(", contenuto ", ", content ") + hash.prefix(12) + origin + "."
  }

  /// Who published what is live, as far as the record has it; a record that cannot be read is told.
  private func origin(
    _ hash: String, _ target: SiteInfo.PublishingTarget, _ publishing: Publishing, _ say: Wording
  ) -> String {
    do throws(PublishError) {
      guard let line = try publishing.ledger.last(hash, at: target.name.value) else { return "" }
      return say(
        ", pubblicato da \(line.by) (\(line.when.italian))",
        ", published by \(line.by) (\(line.when.english))")
    } catch {
      Terminal.error(Failure(error, say.language).text)
      return ""
    }
  }

  private func bytes(_ live: LiveSite, _ say: Wording) -> String {
    let count = live.manifest?.entries.count ?? 0
    let changed = live.changedByHand
    guard !changed.isEmpty else {
      return say(
        "I file sono ancora quelli pubblicati, byte per byte (\(count)).",
        "The files are still those that were published, byte for byte (\(count)).")
    }
    return say(
      changed.count == 1
        ? "1 file su \(count) non è più quello pubblicato:"
        : "\(changed.count) file su \(count) non sono più quelli pubblicati:",
      "\(changed.count) of \(count) files are no longer those that were published:")
      + changed.map { "\n    " + $0 }.joined()
      + say(
        "\n  Per rimetterli com'erano: `bilancio pubblica --verifica`.",
        "\n  To have them as they were: `bilancio publish --verify`.")
  }

  private func changes(
    _ manifest: Manifest?, _ live: LiveSite, _ publisher: Publisher, _ publishing: Publishing,
    _ say: Wording
  ) async throws(PublishError) -> String {
    guard let manifest else {
      return say(
        "I testi hanno errori: `bilancio controlla` li dice.",
        "The texts have errors: `bilancio check` tells them.")
    }
    let plan = try publisher.plan(manifest, from: publishing.site, over: live)
    if plan.isEmpty {
      return say("I testi sono quelli in linea.", "The texts are those that are live.")
    }
    let changes = try await publisher.changes(
      plan, from: publishing.site, over: live,
      progress: Progress.shown(false, say.language, PlanText.comparison))
    let text = PlanText(
      plan: plan, changes: changes, place: publisher.place, editionFiles: publishing.editionFiles)
    return text.text(in: say.language).split(whereSeparator: \.isNewline).joined(separator: "\n  ")
  }
}
