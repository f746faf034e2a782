package import Diagnostics
import Files
import Pipeline
import Site
import SocialReport

/// The lines by which files say what they are about, as the tables of keys have them.
package struct FileKinds: Sendable {
  let edition: Phrase
  let achievement: Phrase

  package init(edition: Phrase, achievement: Phrase) {
    (self.edition, self.achievement) = (edition, achievement)
  }
}

/// What an address without a page gets: the pages that may be meant, and what would make this one.
struct MissingPage {
  /// As it was asked for, relative to the site's root.
  let address: String
  let rebuild: Rebuild
  let editor: Editor?
  let kinds: FileKinds
  private var say: Wording { Wording(language: rebuild.language) }

  var title: String { say("Questa pagina non c'è", "There is no such page") }

  func markup() -> EscapedHTML {
    let near = (rebuild.rendering?.near.candidates(for: address) ?? []).map { page -> EscapedHTML in
      "<li><a href=\"/\(Path.encoded(page.address))\">\(page.title)</a></li>"
    }
    let suggestions: EscapedHTML? =
      near.isEmpty
      ? nil : "<h2>\(say("Forse cercavi", "Did you mean"))</h2><ul>\(near)</ul>"
    // An error in a page's own file keeps it from being made.
    var list = ProblemList(rebuild.sources, rebuild.language, editor)
    let errors = rebuild.problems.filter { $0.severity == .error }
    let causes: EscapedHTML? =
      errors.isEmpty
      ? nil
      : """
      <h2>\(say("Forse la tiene fuori un errore", "An error may keep it out"))</h2>\(list.items(errors))
      """
    let maker = (errors.isEmpty ? maker : nil).map { text -> EscapedHTML in
      "<h2>\(say("Perché non c'è", "Why it is not there"))</h2><p>\(ProblemList.withCode(text))</p>"
    }
    return """
      <h1>\(title)</h1><p><code>/\(address)</code></p>\(causes)\(suggestions)\(maker)
      <p><a href="/">\(say("Inizio del sito", "The site's first page"))</a> · \
      <a href="\(Routes.overview)">\(say("Tutte le pagine", "All pages"))</a></p>
      """
  }

  /// What an author would write for a page at this address.
  private var maker: String? {
    let parts = address.split(separator: "/").map(String.init)
    let drafts = rebuild.rendering?.draft.report?.gaps.drafts
    if let drafts, let first = parts.first, let last = parts.last,
      drafts.contains(last) || drafts.editions.contains(first)
    {
      return say(
        "È una bozza, e l'anteprima è senza bozze: aprila di nuovo senza `--senza-bozze`.",
        "It is a draft, and the preview is without drafts: start it without `--no-drafts`.")
    }
    guard let rendering = rebuild.rendering, let edition = parts.first, Int(edition) != nil else {
      return nil
    }
    func source(_ address: String) -> String? {
      rendering.pages[address]?.files.first.flatMap { rebuild.sources[$0]?.path }
    }
    func folder(_ path: String) -> String {
      path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    switch parts.count {
    case 1:
      return say(
        "Per farla serve una cartella `\(edition)/` fra i testi, con dentro il file dell'edizione (`\(kinds.edition.italian)`).",
        "To make it, add a folder `\(edition)/` among the texts, with the edition's file in it (`\(kinds.edition.english)`)."
      )
    case 2:
      guard let home = source(edition + "/") else { return nil }
      return say(
        "Per farla serve, in `\(folder(home))/`, una cartella `\(parts[1])/` con un obiettivo, oppure una pagina di contesto con `id: \(parts[1])`.",
        "To make it, add in `\(folder(home))/` a folder `\(parts[1])/` with an objective, or a context page with `id: \(parts[1])`."
      )
    case 3:
      guard let objective = source("\(edition)/\(parts[1])/") else { return nil }
      return say(
        "Per farla serve un file di testo `\(folder(objective))/\(parts[2]).md` con `\(kinds.achievement.italian)`.",
        "To make it, add a text file `\(folder(objective))/\(parts[2]).md` with `\(kinds.achievement.english)`."
      )
    default: return nil
    }
  }
}
