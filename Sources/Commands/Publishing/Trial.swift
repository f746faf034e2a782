import Diagnostics
import Files
import Publish
import Site
import SocialReport

/// What goes to a place of trial (`prova: sì`), and what only goes there.
enum Trial {
  /// Stops where a place may not have what would go there.
  ///
  /// - Parameter drafts: whether drafts are to go there.
  static func check(
    _ target: SiteInfo.PublishingTarget, drafts: Bool, of site: SiteInfo?, _ language: Language
  ) throws {
    let name = target.name.value
    guard target.isTrial else {
      guard drafts else { return }
      throw Failure(
        Phrase(
          it: "`\(name)` non è un posto di prova: le bozze non ci vanno",
          en: "`\(name)` is no place of trial: drafts do not go there"),
        help: Phrase(
          it:
            "senza `--bozze` si pubblica il resto; un posto di prova, con un altro `indirizzo`, si "
            + "segna in `sito.yml` con `prova: sì`",
          en:
            "without `--drafts` the rest is published; a place of trial, with another `address`, is "
            + "marked in the site's file with `trial: yes`"), language)
    }
    guard let address = target.address?.value else {
      throw Failure(
        Phrase(
          it: "il posto di prova `\(name)` non ha un `indirizzo`",
          en: "the place of trial `\(name)` has no `address`"),
        help: Phrase(
          it:
            "scrivi dove lo si guarda, per esempio `indirizzo: https://prova.comune.esempio.it/`: "
            + "senza, le pagine direbbero di essere quelle pubblicate",
          en:
            "write where it is looked at, for example `address: https://trial.example.org/`: without, "
            + "the pages would say that they are the published ones"), language)
    }
    let others = site?.targets.filter { !$0.isTrial } ?? []
    let published = [site?.baseURL.value] + others.map { $0.address?.value }
    let isTaken =
      published.contains(address) || others.contains { $0.location.value == target.location.value }
    guard isTaken else { return }
    throw Failure(
      Phrase(
        it: "il posto di prova `\(name)` è lo stesso del bilancio pubblicato",
        en: "the place of trial `\(name)` is the same as that of the published report"),
      help: Phrase(
        it: "dagli un altro `indirizzo` e un altro `dove`",
        en: "give it another `address` and another `location`"), language)
  }

  /// Stops where a release that was made for trial would come to a place that is none any more.
  static func check(
    _ release: String, for target: SiteInfo.PublishingTarget, _ language: Language
  ) throws {
    let robots = Path.join(release, "robots.txt")
    let bytes: [UInt8]
    do throws(FileError) {
      guard try FileSystem.found(robots) != nil else { return }
      bytes = try FileSystem.read(robots, atMost: 1 << 20)
    } catch { throw Failure(error, language) }
    guard !target.isTrial, Robots.isOfTrial(bytes) else { return }
    throw Failure(
      Phrase(
        it:
          "la versione da rimettere è una prova, e `\(target.name.value)` non è più un posto di prova",
        en:
          "the release to bring back is a trial, and `\(target.name.value)` is no place of trial any more"
      ),
      help: Phrase(
        it: "riporta i testi com'erano e pubblica", en: "bring the texts back and publish"),
      language)
  }

  /// What the plan says of what was found, which stops nothing there.
  static func line(of found: Phrase) -> Phrase {
    Phrase(
      it: "  Nei testi: \(found.italian). In un posto di prova non fermano.",
      en: "  In the texts: \(found.english). At a place of trial they stop nothing.")
  }

  /// What the plan says of it; nil for other places.
  static func line(_ target: SiteInfo.PublishingTarget, drafts: Bool) -> Phrase? {
    guard target.isTrial else { return nil }
    return drafts
      ? Phrase(
        it: "  È un posto di prova, bozze comprese: ogni pagina lo dice, e i motori di ricerca la "
          + "lasciano fuori.",
        en:
          "  It is a place of trial, drafts included: every page says so, and search engines leave it "
          + "out.")
      : Phrase(
        it: "  È un posto di prova: ogni pagina lo dice, e i motori di ricerca la lasciano fuori.",
        en: "  It is a place of trial: every page says so, and search engines leave it out.")
  }
}
