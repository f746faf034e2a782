import Diagnostics
import Files
import Output
import Publish
import SocialReport

/// What follows a publication: its line in the record, and the pages fetched back from the web.
extension PublishCommand {
  func record(
    _ action: Ledger.Line.Action, _ manifest: Manifest, at moment: Timestamp,
    _ gate: PublishingGate?,
    _ publishing: Publishing, _ publisher: Publisher, _ dialog: PublishDialog
  ) throws {
    let line = Ledger.Line(
      when: moment, by: OperatingUser.name, target: publisher.target.name.value, action: action,
      editions: manifest.editions, contentHash: manifest.digest, pages: manifest.pages,
      acceptedWarnings: gate?.accepted ?? "", commit: gate?.commit)
    do {
      guard let count = try publishing.ledger.add(line) else { return }
      let lines = Wording.phrase { $0.count(count, ("riga", "righe"), ("line", "lines")) }
      dialog.say(
        Phrase(
          it:
            "`\(Ledger.name)` era come l'ha salvato un foglio di calcolo: l'ho rimesso nella sua forma, "
            + "con quello che c'era (\(lines.italian)).",
          en:
            "`\(Ledger.name)` was as a spreadsheet had saved it: it is in its own form again, with all "
            + "that it had (\(lines.english))."))
    } catch {
      // The site is out there all the same.
      throw Failure(
        Phrase(
          it: "il sito è pubblicato, ma non riesco a scriverlo in `\(Ledger.name)`: "
            + error.message.italian,
          en: "the site is published, but that cannot be written into `\(Ledger.name)`: "
            + error.message.english), help: error.help, publishing.run.language)
    }
  }

  func readBack(
    _ manifest: Manifest, in site: String, changed: [Manifest.Entry],
    _ target: SiteInfo.PublishingTarget,
    _ publishing: Publishing, _ dialog: PublishDialog
  ) async throws {
    guard let address = target.address?.value else {
      return dialog.say(
        Phrase(
          it: "Non rileggo le pagine: `\(target.name.value)` non ha un `indirizzo`.",
          en: "The pages are not fetched back: `\(target.name.value)` has no `address`."))
    }
    dialog.say(
      Phrase(it: "Rileggo le pagine da \(address) …", en: "Fetching pages from \(address) …"))
    let (count, differences): (Int, [LiveVerification.Difference])
    do throws(PublishError) {
      (count, differences) = try await LiveVerification(base: address, scratch: publishing.home)
        .run(manifest, in: site, changed: changed)
    } catch {
      throw Failure(
        Phrase(
          it: "il sito è pubblicato, ma non riesco a rileggerlo: \(error.message.italian)",
          en: "the site is published, but cannot be fetched back: \(error.message.english)"),
        help: error.help, dialog.language)
    }
    guard !differences.isEmpty else {
      return dialog.say(
        Phrase(
          it: "Riletti \(count) indirizzi da \(address): sono quelli pubblicati.",
          en: "\(count) addresses fetched back from \(address): they are what was published."))
    }
    if target.isTrial, differences.allSatisfy(\.asksForPassword) {
      return dialog.say(
        Phrase(
          it: "Non rileggo le pagine: \(address) chiede una password, come deve.",
          en: "The pages are not fetched back: \(address) asks for a password, as it should."))
    }
    let list = differences.map { "\n    \($0.address): " }
    throw Failure(
      Phrase(
        it: "il sito è pubblicato, ma \(differences.count) indirizzi su \(count) non lo mostrano:"
          + zip(list, differences).map { $0 + $1.reason.italian }.joined(),
        en: "the site is published, but \(differences.count) of \(count) addresses do not show it:"
          + zip(list, differences).map { $0 + $1.reason.english }.joined()),
      help: Phrase(
        it:
          "controlla che `indirizzo` e `dove` siano lo stesso posto (di una cartella il server mostra "
          + "`current`), e se c'è una cache; "
          + "per tornare indietro: `bilancio pubblica --annulla`",
        en: "see that `address` and `location` are the same place (of a folder the server shows "
          + "`current`), and whether there is a cache; "
          + "to go back: `bilancio publish --undo`"), dialog.language)
  }

  /// What an earlier run published, and was ended before it could write down.
  func recordMissing(
    _ gate: PublishingGate, _ publishing: Publishing, _ publisher: Publisher,
    _ dialog: PublishDialog
  ) throws {
    let target = publisher.target.name.value
    guard try publishing.ledger.last(gate.manifest.digest, at: target) == nil else { return }
    let action: Ledger.Line.Action =
      publisher.target.isTrial ? (drafts ? .trialWithDrafts : .trial) : .publication
    try record(action, gate.manifest, at: .now, gate, publishing, publisher, dialog)
    dialog.say(
      Phrase(
        it: "In `\(Ledger.name)` mancava: l'ho scritto.",
        en: "It was missing in `\(Ledger.name)`, and is there now."))
  }
}
