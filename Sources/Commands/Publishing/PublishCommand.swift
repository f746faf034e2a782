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
      commandName: "publish",
      abstract: Speech.say(
        "Pubblica il sito, o torna alla versione prima.",
        "Publishes the site, or goes back to the release before."),
      discussion: Speech.say(
        """
        Dove, sta scritto in `sito.yml` (`pubblicazione:`). Prima fa tutti i controlli e dice che cosa \
        cambierebbe; poi chiede. Tocca solo i file che ha pubblicato lui. Esempi:

          bilancio publish --dry-run     dice che cosa cambierebbe, e basta
          bilancio publish               pubblica
          bilancio publish --undo        torna alla versione prima
          bilancio publish prova --drafts anche le bozze, in un posto di prova
        """,
        """
        Where to stands in the site's file (`publishing:`). It makes all checks and tells what would \
        change; then it asks. It touches only the files that it published itself. Examples:

          bilancio publish --dry-run     tells what would change, and no more
          bilancio publish               publishes
          bilancio publish --undo        goes back to the release before
          bilancio publish trial --drafts the drafts too, to a place of trial
        """),
      aliases: ["pubblica"])
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        "Il nome di uno dei posti in `sito.yml`.",
        "The name of one of the places in the site's file."),
      valueName: Speech.say("dove", "where")))
  var target: String?

  @OptionGroup var source: SourceOptions

  @Flag(
    name: .named("dry-run", "prova"),
    help: ArgumentHelp(
      Speech.say(
        "Dice che cosa cambierebbe, e non cambia niente.",
        "Tells what would change, and changes nothing.")))
  var dryRun = false

  @Flag(
    name: .named("drafts", "bozze"),
    help: ArgumentHelp(
      Speech.say(
        "Con le bozze: solo in un posto segnato `prova: sì`.",
        "With the drafts: only to a place marked `trial: yes`.")))
  var drafts = false

  @Flag(
    name: .named("yes", "si"),
    help: ArgumentHelp(Speech.say("Non chiede conferma.", "Asks for no yes.")))
  var yes = false

  @Flag(
    name: .named("verify", "verifica"),
    help: ArgumentHelp(
      Speech.say(
        "Prima rilegge ogni file dal server, per rimettere quelli che qualcuno ha cambiato.",
        "First fetches every file from the server, to put back those that somebody changed.")))
  var verify = false

  @Flag(
    name: .named("undo", "annulla"),
    help: ArgumentHelp(
      Speech.say(
        "Torna alla versione prima di quella in linea.",
        "Goes back to the release before the live one.")))
  var undo = false

  @Flag(
    name: .named("redo", "rimetti"),
    help: ArgumentHelp(
      Speech.say(
        "Rimette la versione che `--undo` ha tolto.",
        "Brings back the release that `--undo` took away.")))
  var redo = false

  @Flag(
    name: .named("accept-warnings", "accetta-avvisi"),
    help: ArgumentHelp(
      Speech.say(
        "Pubblica anche se ci sono avvisi; resta scritto in `pubblicazioni.csv`.",
        "Publishes though there are warnings; `pubblicazioni.csv` keeps it.")))
  var acceptWarnings = false

  @Option(
    name: .named("removing", "togliendo"),
    help: ArgumentHelp(
      Speech.say(
        "Conferma che spariranno tante pagine, quando sono più di una su cinque.",
        "Confirms that so many pages will vanish, where they are more than one in five."),
      valueName: Speech.say("numero", "number")))
  var removing: Int?

  @OptionGroup var telling: TellingOptions

  func validate() throws {
    guard !(undo && redo) else {
      throw ValidationError(
        Speech.say(
          "`--undo` e `--redo` insieme non dicono in quale verso andare",
          "`--undo` and `--redo` together do not say which way to go"))
    }
    guard !drafts || !(undo || redo) else {
      throw ValidationError(
        Speech.say(
          "`--drafts` non serve con `--undo` e `--redo`: la versione che torna è fatta",
          "`--drafts` is of no use with `--undo` and `--redo`: the release that comes back is made")
      )
    }
  }

  private var quiet: Bool { telling.quiet }

  func run() async throws {
    let publishing = try await Publishing(
      source, .target(target), isQuiet: quiet, tellsAll: telling.all, drafts: drafts)
    let dialog = PublishDialog(
      language: publishing.run.language, isQuiet: quiet, saysYes: yes, removing: removing)
    do {
      if undo || redo {
        try await bringBack(publishing, dialog)
      } else {
        try await publish(publishing, dialog)
      }
    } catch let error as any ExplainedError {
      throw Failure(error, dialog.language)
    }
  }

  // Publication

  private func publish(_ publishing: Publishing, _ dialog: PublishDialog) async throws {
    let run = publishing.run
    guard run.output != nil else {
      try run.finish(nil, as: .nothing)
      return
    }
    let target = try publishing.target(target)
    try Trial.check(target, drafts: drafts, of: run.report?.site, run.language)
    // Nothing is published that could not be recorded.
    try publishing.ledger.check()
    let home = try publishing.openHome()
    defer { withExtendedLifetime(home) {} }
    let gate = try await PublishingGate(publishing, acceptsWarnings: acceptWarnings)
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
  private func bringBack(_ publishing: Publishing, _ dialog: PublishDialog) async throws {
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
            + "`bilancio publish --redo`.",
          en: "Undone: the release before (\(release.spoken.english)) is live again. The texts are "
            + "still the new ones. To bring back what was undone: `bilancio publish --redo`."))
    try await readBack(
      release.manifest, in: release.folder, changed: plan.new + plan.changed, target, publishing,
      dialog)
  }
}
