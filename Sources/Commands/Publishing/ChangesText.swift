import Diagnostics
import Publish

/// What changes in words, as one reads it before saying yes; styles and data follow from pages.
struct ChangesText {
  let changes: SiteChanges

  private static let listed = 10
  private static let sentences = 3

  func lines(_ say: Wording) -> [String] {
    var lines: [String] = []
    for page in changes.pages.prefix(ChangesText.listed) { lines += self.lines(page, say) }
    let rest = changes.pages.count - ChangesText.listed
    if rest > 0 {
      lines.append(say("    … e altre \(rest) pagine", "    … and \(rest) more pages"))
    }
    lines += changes.shared.prefix(ChangesText.sentences).map { shared in
      let isAll = shared.pages == changes.changed
      let scope = say(
        isAll ? "su tutte le pagine cambiate" : "su \(shared.pages) pagine",
        isAll ? "on all changed pages" : "on \(shared.pages) pages")
      return "    \(scope): \(text(shared.change, say))"
    }
    if changes.repeating > 0 {
      lines.append(
        say(
          changes.repeating == 1
            ? "    1 pagina cambia solo per quello che riprende dalle altre"
            : "    \(changes.repeating) pagine cambiano solo per quello che riprendono dalle altre",
          changes.repeating == 1
            ? "    1 page changes only in what it repeats of others"
            : "    \(changes.repeating) pages change only in what they repeat of others"))
    }
    if changes.silent > 0 {
      lines.append(
        say(
          changes.silent == 1
            ? "    1 pagina cambia, ma non nelle parole"
            : "    \(changes.silent) pagine cambiano, ma non nelle parole",
          changes.silent == 1
            ? "    1 page changes, but not in its words"
            : "    \(changes.silent) pages change, but not in their words"))
    }
    return lines
  }

  private func lines(_ page: SiteChanges.Page, _ say: Wording) -> [String] {
    let title = page.title.isEmpty ? "" : " «\(page.title.printable(keepsLines: false))»"
    let head = "    \(page.isNew ? "+" : "~") \(page.path)\(title)"
    let shown = page.changes.prefix(ChangesText.sentences).map { change in
      "        " + text(change, say) + repeated(page.repeated[change] ?? 0, say)
    }
    let rest = page.changes.count - shown.count
    let more = rest == 1 ? "        … e un'altra frase" : "        … e altre \(rest) frasi"
    return [head] + shown + (rest > 0 ? [say(more, "        … and \(rest) more sentences")] : [])
  }

  private func repeated(_ count: Int, _ say: Wording) -> String {
    guard count > 0 else { return "" }
    return say(
      count == 1 ? " (anche su un'altra pagina)" : " (anche su altre \(count) pagine)",
      count == 1 ? " (on one more page too)" : " (on \(count) more pages too)")
  }

  private func text(_ change: TextChange, _ say: Wording) -> String {
    let shown = change.shown
    let before = shown.before.map { "«\($0.printable(keepsLines: false))»" }
    let after = shown.after.map { "«\($0.printable(keepsLines: false))»" }
    return switch (before, after) {
    case (let before?, let after?): "\(before) → \(after)"
    case (nil, let after?): say("c'è in più: ", "new: ") + after
    case (let before?, nil): say("non c'è più: ", "gone: ") + before
    case (nil, nil): ""
    }
  }
}
