import Desk
import Diagnostics
import Preview

/// A page read again: what changed since it was approved, remarks, a yes or a wish.
struct ReviewPage {
  let entry: RecordIndex.Entry
  let form: RecordForm
  /// The form as it was approved last; nil where it never was, or that is not kept.
  let approved: RecordForm?
  let approval: Approvals.Line?
  let state: PageState
  let notes: [PageNotes.Note]
  let fingerprint: String
  let token: String
  let edition: String?
  let page: String?
  /// What was typed, where it is not written yet.
  var remark = ""
  var refusal: Phrase?

  func body() -> EscapedHTML {
    let address = RecordPage.address(entry)
    let last = approval.map { line -> EscapedHTML in
      "<p>\(line.isApproved ? "Approvata" : "Modifiche chieste") da \(line.author.isEmpty ? "qualcuno" : line.author)\(SpokenTime.of(line.time)).\(line.text.isEmpty ? "" : " «\(line.text)»")</p>"
    }
    let beside = page.map { page -> EscapedHTML in
      "<aside class=\"accanto\"><h2>La pagina</h2><iframe src=\"/\(page)\" title=\"La pagina\"></iframe></aside>"
    }
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition.map { $0 + "/" } ?? "")">Quadro</a> › <a href="\(address)">\(entry.title)</a> › rilettura</nav>
      <h1>Rilettura: \(entry.title)</h1>\(told)<p>\(state.label).</p>\(last)
      <div class="due"><div>\(changes)\(noteList)
      <form method="post" action="\(address)"><input type="hidden" name="t" value="\(token)"><input type="hidden" name="h" value="\(fingerprint)">
      <h2>La tua parola</h2><div class="campo"><label for="testo">Nota, o che cosa cambiare</label><textarea id="testo" name="testo" rows="3">
      \(remark)</textarea></div>
      <p><button class="primo" name="azione" value="approva">Approvo questa pagina</button> <button name="azione" value="chiedi">Chiedo modifiche</button> <button name="azione" value="annota">Lascio solo una nota</button></p></form></div>\(beside)</div>
      """
  }

  private var told: EscapedHTML? {
    Refusal.markup("Non ancora", refusal)
  }

  private var changes: EscapedHTML {
    guard let approved else {
      return "<p>Non è mai stata approvata: leggila tutta.</p>"
    }
    let old = Dictionary(approved.items.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    let new = Dictionary(form.items.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    let changed = form.items.filter { old[$0.name] ?? "" != $0.value }
    let gone = approved.items.filter { new[$0.name] == nil && !$0.value.isEmpty }
    guard !changed.isEmpty || !gone.isEmpty else {
      return "<p>Da allora non è cambiato nessun campo.</p>"
    }
    let items = changed.map { item -> EscapedHTML in
      "<li><h3>\(item.label.italian)</h3><p class=\"cambiato\">\(WordChanges.markup(from: old[item.name] ?? "", to: item.value))</p></li>"
    }
    let removed = gone.map { item -> EscapedHTML in
      "<li><h3>\(item.label.italian)</h3><p class=\"cambiato\"><del>\(item.value)</del></p></li>"
    }
    return "<h2>Che cosa è cambiato</h2><ul class=\"cambiamenti\">\(items)\(removed)</ul>"
  }

  private var noteList: EscapedHTML? {
    guard !notes.isEmpty else { return nil }
    let items = notes.map { note -> EscapedHTML in
      let resolve: EscapedHTML? =
        note.isResolved
        ? " <strong>Risolta.</strong>"
        : """
         <form method="post" class="annulla" action="\(RecordPage.address(entry))"><input type="hidden" name="t" value="\(token)">\
        <button name="azione" value="risolvi:\(note.id)">Risolta<span class="nascosto">: \(note.text)</span></button></form>
        """
      return
        "<li>\(note.author.isEmpty ? "Qualcuno" : note.author)\(SpokenTime.of(note.time)): «\(note.text)»\(resolve)</li>"
    }
    return "<h2>Note</h2><ul>\(items)</ul>"
  }
}
