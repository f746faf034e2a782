import Desk
import Diagnostics
import Files
import Preview
import SocialReport

/// The form of a record.
struct RecordPage {
  let entry: RecordIndex.Entry
  let form: RecordForm
  let markup: FormMarkup
  /// SHA-256 of the file that the form is made of.
  let fingerprint: String
  let token: String
  let edition: String?
  /// The page of the site that the record is shown on, relative to the site's root.
  let page: String?
  /// What two changed at the same time.
  var conflicts: [FormChanges.Conflict] = []
  /// What was typed and not saved, which the form is filled with; the newest last.
  var drafts: [Drafts.Draft] = []
  /// The windows whose drafts are in the form, and go with it when it is saved.
  var windows: Set<String> = []
  /// What was read of a spreadsheet, and is in the form.
  var note: String?
  /// Who else is writing here; empty for nobody.
  var others = ""

  static func address(_ entry: RecordIndex.Entry) -> String {
    Shell.root + Path.encoded(entry.address)
  }

  func body() -> EscapedHTML {
    let beside = page.map { page -> EscapedHTML in
      """
      <aside class="accanto"><h2>Anteprima</h2><p><a href="/\(Path.encoded(page))" target="anteprima">Apri in un'altra finestra</a></p>
      <iframe src="/\(Path.encoded(page))" title="Anteprima della pagina"></iframe></aside>
      """
    }
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition.map { $0 + "/" } ?? "")">Quadro</a> › \(entry.record.kind.italian)</nav>
      <h1>\(entry.title)</h1>
      <p class="presenti" id="presenti">\(others)</p>\(draftLine)\(noteLines)<div class="due"><form method="post" action="\(RecordPage.address(entry))" id="modulo" autocomplete="off" data-edizione="\(edition ?? "")">
      <input type="hidden" name="t" value="\(token)"><input type="hidden" name="h" value="\(fingerprint)">\(draftNames)
      <button class="nascosto" name="azione" value="salva" tabindex="-1" aria-hidden="true">Salva</button>
      \(conflictList)\(summary)
      \(markup.nodes(form.nodes))
      <p class="salva"><button name="azione" value="salva" class="primo">Salva</button> \(reading)<a href="?vista=rilettura">Rilettura</a> <a href="?vista=nome">Nome stabile</a> <a href="?vista=versioni">Versioni</a> <a href="?vista=testo">Testo del file</a>\(deletion)</p>
      </form>\(beside)</div>
      """
  }

  /// A draft is written to its end when somebody else is to read it.
  private var reading: EscapedHTML? {
    form.items.contains { $0.name == "bozza" && $0.value == "sì" }
      ? "<button name=\"azione\" value=\"rileggi\">Salva e chiedi la rilettura</button> " : nil
  }

  private var deletion: EscapedHTML? {
    Deletion.takes(entry.record.kind) ? " <a href=\"?vista=elimina\">Elimina</a>" : nil
  }

  private var noteLines: EscapedHTML? {
    note.map { note in
      let lines = note.split(separator: "\n").map { "<p>\($0)</p>" as EscapedHTML }
      return "<div class=\"bozza\" id=\"letto\" tabindex=\"-1\">\(lines)</div>"
    }
  }

  private var draftLine: EscapedHTML? {
    guard let newest = drafts.last else { return nil }
    let items = Dictionary(form.items.map { ($0.control, $0) }, uniquingKeysWith: { $1 })
    let fields = markup.typed.sorted { $0.key < $1.key }.map { name, text -> EscapedHTML in
      let label = items[name]?.label.italian ?? String(name.dropFirst(2))
      return
        "<h3>\(label)</h3><h4>Nel file</h4><pre>\(items[name]?.value ?? "")</pre><h4>Nella bozza</h4><pre>\(text)</pre>"
    }
    let changed =
      drafts.allSatisfy { $0.fingerprint == fingerprint }
      ? "" : " Il file è cambiato dopo: confronta prima di salvare."
    return """
      <section class="bozza"><p>C'è una bozza non salvata\(SpokenTime.of(newest.time)): il modulo è riempito con quella.\(changed)</p>
      <details><summary>Confronta</summary>\(fields)</details>
      <form method="post" action="\(RecordPage.address(entry))"><input type="hidden" name="t" value="\(token)"><button name="azione" value="scarta">Scarta la bozza</button></form></section>
      """
  }

  private var draftNames: EscapedHTML? {
    windows.isEmpty
      ? nil
      : "<input type=\"hidden\" name=\"bozze\" value=\"\(windows.sorted().joined(separator: " "))\">"
  }

  private var summary: EscapedHTML? {
    let problems = markup.problems
    let fields = problems.ofField.sorted { $0.key < $1.key }
    let count = markup.refusals.count + problems.all.count { $0.severity != .hint }
    guard count > 0 else { return nil }
    let refused = markup.refusals.sorted { $0.key < $1.key }.map { name, reason -> EscapedHTML in
      "<li><a href=\"#\(name)\">\(label(of: name))</a>: non salvato, \(ProblemList.withCode(reason.italian))</li>"
    }
    let found = fields.flatMap { name, problems in
      problems.filter { $0.severity != .hint }.map { found -> EscapedHTML in
        "<li><a href=\"#\(name)\">\(label(of: name))</a>: \(ProblemList.withCode(found.problem.message.italian))</li>"
      }
    }
    let others = problems.others.filter { $0.severity != .hint }.map(ProblemLine.markup)
    return """
      <section class="sommario" id="problemi" tabindex="-1" aria-labelledby="titolo-problemi"><h2 id="titolo-problemi">\(count == 1 ? "C'è 1 problema" : "Ci sono \(count) problemi")</h2>
      <ul>\(refused)\(found)\(others)</ul></section>
      """
  }

  private func label(of name: String) -> String {
    form.items.first { $0.name == name }?.label.italian
      ?? form.nodes.first { name == $0.head.name || name.hasPrefix($0.head.name + ".") }?.head.label
      .italian ?? name
  }

  private var conflictList: EscapedHTML? {
    guard !conflicts.isEmpty else { return nil }
    let items = conflicts.map { conflict -> EscapedHTML in
      let name = conflict.item.name
      let shown = conflict.shown.map { "<h4>Prima</h4><pre>\($0)</pre>" as EscapedHTML }
      return """
        <li><h3><a href="#\(name)">\(conflict.item.label.italian)</a></h3>\(shown)
        <h4>Adesso nel file</h4><pre>\(conflict.item.value)</pre>
        <h4>Il tuo</h4><pre>\(conflict.mine)</pre></li>
        """
    }
    return """
      <section class="sommario" id="conflitti" tabindex="-1"><h2>Qualcun altro ha cambiato \(conflicts.count == 1 ? "lo stesso campo" : "gli stessi campi")</h2>
      <p>Qui sotto nel modulo c'è il tuo testo, e nel file quello dell'altro: uniscili come vuoi, poi premi Salva. Il resto è già salvato.</p><ol>\(items)</ol></section>
      """
  }
}
