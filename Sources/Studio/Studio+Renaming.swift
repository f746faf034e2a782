import Content
import Desk
import Diagnostics
import Files
import Preview
import SocialReport

extension Studio {
  /// Asks for another name of a record, and says what hangs on it.
  func namePage(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, typed: String? = nil, refusal: Phrase? = nil
  ) -> PreviewResponse {
    let address = RecordPage.address(entry)
    let told = Refusal.markup("Non ancora", refusal)
    let hasPage = visit.rebuild.page(writtenIn: entry.record.path) != nil
    let warning: EscapedHTML? =
      hasPage
      ? "<p>Cambia anche l'indirizzo della pagina: se è già pubblicata, chi ha il vecchio indirizzo non la trova più.</p>"
      : nil
    return page(
      Shell(
        title: "Nome di \(entry.title)", edition: visit.edition(of: entry),
        hasErrors: refusal != nil),
      """
      <nav aria-label="Dove sei"><a href="\(address)">\(entry.title)</a> › nome stabile</nav>
      <h1>Nome stabile di «\(entry.title)»</h1>\(told)<p>Con questo nome lo chiamano gli altri testi: cambiando qui cambia dovunque è nominato, in un colpo solo.</p>\(warning)
      <form method="post" action="\(address)"><input type="hidden" name="t" value="\(session.token)">
      <div class="campo"><label for="nome">Nome</label><p class="aiuto" id="a.nome">minuscole, cifre e trattini, come <code>nuova-mensa</code></p><input type="text" id="nome" name="nome" value="\(typed ?? entry.record.id)" aria-describedby="a.nome"></div>
      <p class="salva"><button class="primo" name="azione" value="rinomina">Cambia il nome</button> <a href="\(address)">Lascia stare</a></p></form>
      """)
  }

  func rename(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData
  ) async -> PreviewResponse {
    let name = FormValue.received(data["nome"] ?? "", .text())
    do {
      let folder = try await wholeFolder()
      var revision = Revision(desk)
      try Rename(folder).give(name, to: entry.record, in: &revision)
      let changes = revision.changes
      try write(changes, as: ChangeNote(.name, field: "\(entry.record.id) → \(name)"), visit)
      let fresh = await wait(visit, changes)
      let path = changes.first { $0.path == entry.record.path }?.newPath ?? entry.record.path
      let made = fresh.index.entries.first {
        $0.record.path == path && $0.record.id == name && $0.record.kind == entry.record.kind
      }
      if let made { follow(entry.record.name, made.record.name) }
      return .done(
        to: made.map { RecordPage.address($0) + "?fatto=\(Done.saved.rawValue)" } ?? Shell.root)
    } catch let error as any ExplainedError {
      return namePage(visit, entry, typed: name, refusal: error.message)
    } catch {
      return namePage(visit, entry, typed: name, refusal: Phrase(it: "\(error)", en: "\(error)"))
    }
  }

  /// What was typed, said and asked of a record goes with its name; that it cannot is told by the pages that miss it.
  private func follow(_ old: String, _ new: String) {
    let time = Timestamp.now.text
    try? drafts.rename(old, to: new)
    try? approvals.rename(old, to: new, by: session.author, at: time)
    try? notes.rename(old, to: new, by: session.author, at: time)
  }

  // The next edition

  func editionPage(_ visit: StudioVisit, refusal: String? = nil) -> PreviewResponse {
    let last = visit.index.editions.compactMap { Int($0.name.prefix(4)) }.max()
    let told = refusal.map { reason -> EscapedHTML in
      "<section class=\"sommario\" id=\"problemi\" tabindex=\"-1\"><h2>Risposta</h2><pre tabindex=\"0\">\(reason)</pre></section>"
    }
    return page(
      Shell(title: "Nuova edizione", hasErrors: refusal != nil),
      """
      <h1>Nuova edizione</h1>\(told)<p>Comincia dall'ultima: porta avanti gli obiettivi e le realizzazioni che non sono finiti, con i testi da scrivere di nuovo e gli stati da confermare, e apre il posto del nuovo anno in ogni serie. L'edizione di prima resta com'è.</p>
      <form method="post" action="\(Shell.root)"><input type="hidden" name="t" value="\(session.token)">
      <div class="campo"><label for="anno">Anno</label><input type="text" inputmode="numeric" id="anno" name="anno" value="\(last.map { String($0 + 1) } ?? "")"></div>
      <p class="salva"><button class="primo" name="azione" value="edizione">Comincia l'edizione</button></p></form>
      """)
  }

  /// The program's own command does it, as from a terminal.
  func makeEdition(_ visit: StudioVisit, _ data: FormData) async -> PreviewResponse {
    let year = FormValue.received(data["anno"] ?? "", .text())
    guard year.count == 4, let number = Int(year), number > 1989 else {
      return editionPage(visit, refusal: "Scrivi l'anno con quattro cifre.")
    }
    let (status, text) = await run(["nuova-edizione", year])
    guard status == 0 else { return editionPage(visit, refusal: text) }
    if let texts = try? await wholeFolder().texts.filter({ $0.path.hasPrefix("\(year)/") }) {
      _ = await visit.store.current(
        with: Dictionary(texts.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first }))
    }
    return .done(to: "\(Shell.root)\(year)/?fatto=\(Done.made.rawValue)")
  }
}
