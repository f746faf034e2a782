import ArgumentParser
import Diagnostics
import Files
import Publish
import Scaffolding
import SocialReport

/// `bilancio publish`: the site on the municipal site.
struct PublishCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "publish", "pubblica",
      abstract: Speech.say(
        "Pubblica il sito, o torna alla versione prima.",
        "Publishes the site, or goes back to the release before."),
      discussion: Speech.say(
        """
        Dove, sta scritto in `sito.yml` (`pubblicazione:`). Prima fa tutti i controlli e dice che cosa \
        cambierebbe; poi chiede. Tocca solo i file che ha pubblicato lui. Esempi:

          bilancio pubblica --prova         dice che cosa cambierebbe, e basta
          bilancio pubblica                 pubblica
          bilancio pubblica --annulla       torna alla versione prima
          bilancio pubblica prova --bozze   anche le bozze, in un posto di prova
        """,
        """
        Where to stands in the site's file (`publishing:`). It makes all checks and tells what would \
        change; then it asks. It touches only the files that it published itself. Examples:

          bilancio publish --dry-run     tells what would change, and no more
          bilancio publish               publishes
          bilancio publish --undo        goes back to the release before
          bilancio publish trial --drafts the drafts too, to a place of trial
        """))
  }

  @Argument(
    help: .words(
      "Il nome di uno dei posti in `sito.yml`.",
      "The name of one of the places in the site's file.", value: ("dove", "where")))
  var target: String?

  @OptionGroup var source: SourceOptions

  @Flag(
    name: .named("dry-run", "prova"),
    help: .words(
      "Dice che cosa cambierebbe, e non cambia niente.",
      "Tells what would change, and changes nothing."))
  var dryRun = false

  @Flag(
    name: .named("drafts", "bozze"),
    help: .words(
      "Con le bozze: solo in un posto segnato `prova: sì`.",
      "With the drafts: only to a place marked `trial: yes`."))
  var drafts = false

  @Flag(
    name: .named("yes", "si"),
    help: .words("Non chiede conferma.", "Asks for no yes."))
  var yes = false

  @Flag(
    name: .named("verify", "verifica"),
    help: .words(
      "Prima rilegge ogni file dal server, per rimettere quelli che qualcuno ha cambiato.",
      "First fetches every file from the server, to put back those that somebody changed."))
  var verify = false

  @Flag(
    name: .named("undo", "annulla"),
    help: .words(
      "Torna alla versione prima di quella in linea.",
      "Goes back to the release before the live one."))
  var undo = false

  @Flag(
    name: .named("redo", "rimetti"),
    help: .words(
      "Rimette la versione che `--annulla` ha tolto.",
      "Brings back the release that `--undo` took away."))
  var redo = false

  @Flag(
    name: .named("accept-warnings", "accetta-avvisi"),
    help: .words(
      "Pubblica anche se ci sono avvisi; resta scritto in `pubblicazioni.csv`.",
      "Publishes though there are warnings; `pubblicazioni.csv` keeps it."))
  var acceptWarnings = false

  @Option(
    name: .named("removing", "togliendo"),
    help: .words(
      "Conferma che spariranno tante pagine, quando sono più di una su cinque.",
      "Confirms that so many pages will vanish, where they are more than one in five.",
      value: ("numero", "number")))
  var removing: Int?

  @OptionGroup var telling: TellingOptions

  func validate() throws {
    guard !(undo && redo) else {
      throw ValidationError(
        Speech.say(
          "`--annulla` e `--rimetti` insieme non dicono in quale verso andare",
          "`--undo` and `--redo` together do not say which way to go"))
    }
    guard !drafts || !(undo || redo) else {
      throw ValidationError(
        Speech.say(
          "`--bozze` non serve con `--annulla` e `--rimetti`: la versione che torna è fatta",
          "`--drafts` is of no use with `--undo` and `--redo`: the release that comes back is made")
      )
    }
  }

  private var quiet: Bool { telling.quiet }

  func run() async throws {
    // What was refused left the place as it was, which is told; what failed later tells for itself.
    var (language, hasBegun) = (Speech.language, false)
    do {
      let publishing = try await Publishing(
        source, .target(target), isQuiet: quiet, tellsAll: telling.all, drafts: drafts)
      language = publishing.run.language
      let dialog = PublishDialog(
        language: language, isQuiet: quiet, saysYes: yes, removing: removing)
      if undo || redo {
        try await bringBack(publishing, dialog, &hasBegun)
      } else {
        try await publish(publishing, dialog, &hasBegun)
      }
    } catch {
      throw hasBegun
        ? (error as? any ExplainedError).map { Failure($0, language) } ?? error
        : PublishDialog.refusal(error, language)
    }
  }

  // Publication

  private func publish(
    _ publishing: Publishing, _ dialog: PublishDialog, _ hasBegun: inout Bool
  ) async throws {
    let run = publishing.run
    // Before all that is to be told of the texts.
    let target = try publishing.target(target)
    try Trial.check(target, drafts: drafts, of: run.report?.site, run.language)
    guard run.output != nil else {
      try run.finish(nil, as: .nothing)
      return
    }
    // Nothing is published that could not be recorded.
    try publishing.ledger.check()
    let home = try publishing.openHome()
    defer { withExtendedLifetime(home) {} }
    let gate = try await PublishingGate(
      publishing, acceptsWarnings: acceptWarnings || target.isTrial)
    let publisher = try await publishing.publisher(target)
    let lock = dryRun ? nil : try publisher.lock()
    defer { withExtendedLifetime(lock) {} }
    dialog.say(
      Phrase(
        it: "Guardo che cosa c'è in \(publisher.place) …",
        en: "Looking at what is at \(publisher.place) …"))
    var live = try await publisher.live(for: gate.manifest)
    try await publisher.refuseOthers(live)
    if verify, live.unfinished == nil {
      live.changedByHand = try await publisher.changedByHand(
        live, progress: dialog.progress(Phrase(it: "confronto", en: "comparison")))
    }
    let plan = try publisher.plan(gate.manifest, from: publishing.site, over: live)
    let drafts = DraftsText(run).phrase
    try plan.refuseForeign(at: publisher.place)
    if !dryRun { try publisher.align(with: live) }
    guard !plan.isEmpty else {
      if !dryRun {
        try await publisher.tidy(live)
        try recordMissing(gate, publishing, publisher, dialog)
      }
      if let drafts { dialog.say(drafts) }
      return dialog.say(
        Phrase(
          it: "In \(publisher.place) c'è già questo sito: niente da pubblicare.",
          en: "\(publisher.place) already has this site: nothing to publish."))
    }
    let changes = try await publisher.changes(
      plan, from: publishing.site, over: live, progress: dialog.progress(PlanText.comparison))
    dialog.show(
      PlanText(
        plan: plan, changes: changes, place: publisher.place,
        editionFiles: publishing.editionFiles))
    if let line = Trial.line(target, drafts: self.drafts) { dialog.say(line) }
    if target.isTrial, let found = gate.found { dialog.say(Trial.line(of: found)) }
    if let drafts { dialog.say(drafts) }
    // Nothing is told of it before: until it is published an address is nobody's.
    if publishing.builtAddress == Beginning.address {
      Terminal.error(
        Failure.remark(
          Phrase(
            it: "le pagine dicono di stare a `\(Beginning.address)`, l'indirizzo di prova",
            en: "the pages say that they are at `\(Beginning.address)`, which is a placeholder"),
          help: Phrase(
            it: "scrivi quello vero in `sito.yml`, `indirizzo:`",
            en: "write the true one in `sito.yml`, `base_url:`"), dialog.language))
    }
    try gate.refuseWarnings(isDryRun: dryRun)
    if dryRun { return }
    try dialog.confirm(plan)
    let moment = Timestamp.now
    hasBegun = true
    let kept = try await publisher.publish(
      gate.manifest, from: publishing.site, over: live, at: moment,
      progress: dialog.progress())
    dialog.tellKept(kept)
    let action: Ledger.Line.Action =
      target.isTrial ? (self.drafts ? .trialWithDrafts : .trial) : .publication
    try record(action, gate.manifest, at: moment, gate, publishing, publisher, dialog)
    dialog.say(
      Phrase(
        it: "Pubblicato: \(Wording(language: .italian).pages(gate.pages)) in \(publisher.place).",
        en: "Published: \(Wording(language: .english).pages(gate.pages)) at \(publisher.place)."))
    try await readBack(
      gate.manifest, in: publishing.site, changed: plan.new + plan.changed, target, publishing,
      dialog)
  }

  /// Goes one release back, or forward again.
  private func bringBack(
    _ publishing: Publishing, _ dialog: PublishDialog, _ hasBegun: inout Bool
  ) async throws {
    let target = try publishing.target(target)
    // Nothing is published that could not be recorded.
    try publishing.ledger.check()
    let home = try publishing.openHome()
    defer { withExtendedLifetime(home) {} }
    let publisher = try await publishing.publisher(target)
    let lock = dryRun ? nil : try publisher.lock()
    defer { withExtendedLifetime(lock) {} }
    let before = try await publisher.live(for: nil)
    try await publisher.refuseOthers(before)
    if !dryRun { try publisher.align(with: before) }
    let release = try await redo ? publisher.after(before) : publisher.before(before)
    try Trial.check(release.folder, for: target, dialog.language)
    let live = try await publisher.live(for: release.manifest)
    let plan = try publisher.plan(release.manifest, from: release.folder, over: live)
    try plan.refuseForeign(at: publisher.place)
    dialog.say(
      redo
        ? Phrase(
          it: "Si rimette la versione annullata (\(release.spoken.italian)).",
          en: "Forward to the release that was undone (\(release.spoken.english)).")
        : Phrase(
          it: "Si torna alla versione prima (\(release.spoken.italian)).",
          en: "Back to the release before (\(release.spoken.english))."))
    let changes = try await publisher.changes(
      plan, from: release.folder, over: live, progress: dialog.progress(PlanText.comparison))
    dialog.show(
      PlanText(plan: plan, changes: changes, place: publisher.place, editionFiles: [:]))
    if dryRun { return }
    try dialog.confirm(nil)
    let moment = Timestamp.now
    hasBegun = true
    dialog.tellKept(
      try await publisher.restore(
        release, over: live, at: moment, progress: dialog.progress()))
    try record(
      redo ? .redo : .undo, release.manifest, at: moment, nil, publishing, publisher, dialog)
    dialog.say(
      redo
        ? Phrase(
          it: "Rimessa: in linea c'è di nuovo la versione del \(release.spoken.italian).",
          en: "Brought back: the release of \(release.spoken.english) is live again.")
        : Phrase(
          it: "Annullato: in linea c'è di nuovo la versione di prima (\(release.spoken.italian)). "
            + "I testi sono ancora quelli nuovi. Per rimettere quella annullata: "
            + "`bilancio pubblica --rimetti`.",
          en: "Undone: the release before (\(release.spoken.english)) is live again. The texts are "
            + "still the new ones. To bring back what was undone: `bilancio publish --redo`."))
    try await readBack(
      release.manifest, in: release.folder, changed: plan.new + plan.changed, target, publishing,
      dialog)
  }
}
