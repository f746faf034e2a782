import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

extension Studio {
  func show(_ visit: StudioVisit) async -> PreviewResponse {
    if visit.request.query("nome") != nil { return names() }
    if visit.address.isEmpty, visit.request.query("edizione") != nil { return editionPage(visit) }
    if visit.address.isEmpty, isEmpty { return begin(.municipality, [:]) }
    if let failure = visit.rebuild.failure, visit.index[visit.address] == nil,
      visit.index.broken(at: visit.address) == nil
    {
      return unreadable(failure, visit)
    }
    if visit.address.isEmpty {
      guard let newest = visit.index.editions.first else { return editions(visit) }
      return visit.index.editions.count == 1
        ? .moved(to: Shell.root + Path.encoded(newest.name) + "/") : editions(visit)
    }
    if visit.address.hasSuffix("/"), let edition = edition(visit) {
      let new = visit.request.query("nuovo").flatMap(NewPage.Kind.init(rawValue:))
      if visit.request.query("invita") != nil { return invitePage(visit, edition) }
      if let code = visit.request.query("proposta") { return proposal(visit, edition, code) }
      if visit.request.query("pubblica") != nil { return publishing(visit, edition) }
      if visit.request.query("importa") != nil { return intakePage(visit, edition) }
      if let name = visit.request.query("appunto") {
        return intakeNote(name, edition) ?? missing(visit)
      }
      if let kind = visit.request.query("modello") {
        return await template(kind, visit, edition) ?? missing(visit)
      }
      if visit.request.query("immagini") != nil { return await pictures(visit, edition) }
      if let name = visit.request.query("immagine") {
        return await picture(name) ?? missing(visit)
      }
      if let kind = visit.request.query("fatti").flatMap(FactChoices.Kind.init(rawValue:)) {
        return facts(kind, visit, edition)
      }
      return new.map { self.new($0, edition, visit) } ?? board(visit, edition)
    }
    if let file = visit.index.broken(at: visit.address) {
      return text(visit, path: file.path, address: file.address)
    }
    guard let entry = visit.index[visit.address] else { return missing(visit) }
    if visit.request.query("vista") == "bozza" {
      return looks[entry.address] ?? missing(visit)
    }
    if visit.request.query("vista") == "nome" { return namePage(visit, entry) }
    if visit.request.query("vista") == "elimina" { return await deletionPage(visit, entry) }
    if visit.request.query("vista") == "versioni" { return versions(visit, entry) }
    if visit.request.query("vista") == "rilettura" { return review(visit, entry) }
    if visit.request.query("vista") == "testo" {
      return text(visit, path: entry.record.path, address: entry.address)
    }
    return record(visit, entry)
  }

  func edition(_ visit: StudioVisit) -> (folder: String, name: String)? {
    visit.index.editions.first { visit.address == $0.name + "/" }
  }

  private func editions(_ visit: StudioVisit) -> PreviewResponse {
    let items = visit.index.editions.map { edition -> EscapedHTML in
      "<li><a href=\"\(Shell.root)\(Path.encoded(edition.name))/\">Bilancio \(edition.name)</a></li>"
    }
    let broken = visit.index.broken.map { file -> EscapedHTML in
      "<li><a href=\"\(Shell.root)\(file.address)\">\(file.path)</a>: ha un errore di scrittura</li>"
    }
    return page(
      Shell(title: "Le edizioni"), "<h1>Le edizioni</h1><ul>\(items)</ul><ul>\(broken)</ul>")
  }

  /// Why nothing can be made of the texts, and the way to the forms that may say why.
  private func unreadable(_ failure: String, _ visit: StudioVisit) -> PreviewResponse {
    let ways = visit.index.entries.filter { [.site, .edition].contains($0.record.kind) }.map {
      "<li><a href=\"\(RecordPage.address($0))\">\($0.record.kind.italian.capitalizedFirst): \($0.title)</a></li>"
        as EscapedHTML
    }
    let mend: EscapedHTML? =
      ways.isEmpty ? nil : "<p>Se lo dice uno di questi moduli, si corregge lì:</p><ul>\(ways)</ul>"
    return page(
      Shell(title: "Niente da leggere"),
      "<h1>Il bilancio non si può leggere</h1><pre>\(failure)</pre>\(mend)", status: 503)
  }

  private func names() -> PreviewResponse {
    page(
      Shell(title: "Il tuo nome"),
      """
      <h1>Il tuo nome</h1><p>Serve solo al registro delle modifiche, per sapere chi ha scritto che cosa.</p>
      <form method="post" action="\(Shell.root)"><input type="hidden" name="t" value="\(session.token)">
      <p><label for="nome">Nome</label> <input type="text" id="nome" name="nome" value="\(session.author)" autocomplete="name"></p>
      <p><button name="azione" value="nome" class="primo">Salva</button></p></form>
      """)
  }

  private func board(
    _ visit: StudioVisit, _ edition: (folder: String, name: String)
  ) -> PreviewResponse {
    let board = Board(
      index: visit.index, rebuild: visit.rebuild, home: edition.folder, name: edition.name,
      list: visit.request.query("elenco"), query: visit.request.query("q") ?? "",
      states: pageStates(visit), office: visit.request.query("ufficio") ?? "",
      notes: (try? notes.all()) ?? [:], changes: (try? desk.lastChanges()) ?? [],
      proposals: proposals(of: edition.name))
    return page(
      Shell(title: "Bilancio \(edition.name)", edition: edition.name, status: status(visit)),
      board.markup())
  }

  private func facts(
    _ kind: FactChoices.Kind, _ visit: StudioVisit, _ edition: (folder: String, name: String)
  ) -> PreviewResponse {
    guard let report = visit.rebuild.report?.edition(named: edition.name) else {
      return missing(visit)
    }
    let query = visit.request.query("q") ?? ""
    let view = FactPage(
      edition: edition.name, kind: kind, query: query,
      found: FactChoices(kind, in: report, matching: query))
    guard visit.request.query("parte") == nil else {
      return .page(Array(view.part().html.utf8), policy: Shell.policy)
    }
    return page(Shell(title: "Collega un fatto", edition: edition.name), view.body())
  }

  func missing(_ visit: StudioVisit) -> PreviewResponse {
    page(
      Shell(title: "Non c'è"),
      "<h1>Questa pagina non c'è</h1><p>Forse il suo nome è cambiato. <a href=\"\(Shell.root)\">Vai al quadro</a></p>",
      status: 404)
  }

  // A record

  private func record(_ visit: StudioVisit, _ entry: RecordIndex.Entry) -> PreviewResponse {
    do throws(DeskError) {
      let whole = try OpenedRecord(entry, desk, open: nil)
      let typed = drafts.all(of: entry.record.name).map { draft in
        (draft: draft, form: ReturnedForm(draft.data, to: whole))
      }
      // What was typed in an entry is seen where that is open.
      let begun = typed.reduce(into: Set<String>()) { $0.formUnion($1.form.open) }
      let open = begun.union(visit.request.query("apri").map { [$0] } ?? [])
      let opened = whole.closing(to: open)
      return form(visit, entry, opened, Outcome(of: typed, in: opened.form))
    } catch { return failed(visit, entry, error) }
  }

  func form(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ opened: OpenedRecord, _ outcome: Outcome
  ) -> PreviewResponse {
    // The page's own words are looked at now: the pass over all pages may be under way.
    let isNewest = visit.rebuild.text(of: entry.record.path).map {
      $0.utf8.elementsEqual(opened.bytes)
    }
    let look = isNewest == true ? Look(visit.rebuild, at: entry.record.path) : nil
    let problems =
      look.map {
        FieldProblems(
          entry.record, in: opened.file, opened.form, $0.problems, $0.sources,
          contentRoot: visit.rebuild.contentRoot ?? "")
      } ?? .none
    var markup = FormMarkup(
      problems: problems, choices: ReferenceChoices(visit.index, in: entry.home))
    (markup.typed, markup.refusals) = (outcome.typed, outcome.refusals)
    markup.edition = visit.edition(of: entry)
    // Entries that were begun and not saved are open again.
    markup.adding = Set(
      outcome.typed.keys.filter { $0.hasPrefix("n.") }.map { name in
        name.split(separator: ".").dropFirst().dropLast(2).joined(separator: ".")
      })
    if let list = visit.request.query("nuova") { markup.adding.insert(list) }
    let edition = visit.edition(of: entry)
    let record = RecordPage(
      entry: entry, form: opened.form, markup: markup, fingerprint: see(opened.bytes),
      token: session.token, edition: edition,
      page: visit.rebuild.page(writtenIn: entry.record.path), conflicts: outcome.conflicts,
      drafts: outcome.drafts, windows: outcome.windows, note: outcome.note,
      others: PresenceWords.of(
        presences.others(in: entry.record.name, window: ""), to: session.author))
    let shell = Shell(
      title: entry.title, edition: edition, status: status(visit),
      hasErrors: !outcome.isClean)
    return page(shell, record.body())
  }

  /// What was done last, with the way back.
  private func status(_ visit: StudioVisit) -> EscapedHTML? {
    guard let done = visit.request.query("fatto"), let words = Done(rawValue: done)?.words else {
      return nil
    }
    guard let name = visit.request.query("di"), doneChanges[name] != nil else { return "\(words)" }
    let back = done == Done.gone.rawValue ? "Rimettila" : "Annulla"
    return """
      \(words) <form method="post" class="annulla" action="\(Shell.root)\(Path.encoded(visit.address))"><input type="hidden" name="t" value="\(session.token)">\
      <input type="hidden" name="di" value="\(name)"><button name="azione" value="annulla">\(back)</button></form>
      """
  }

  func failed(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ error: DeskError
  ) -> PreviewResponse {
    let help = error.help.map { "<p>\(ProblemList.withCode($0.italian))</p>" as EscapedHTML }
    return page(
      Shell(title: entry.title, edition: visit.edition(of: entry), hasErrors: true),
      """
      <h1>\(entry.title)</h1><p>\(ProblemList.withCode(error.message.italian))</p>\(help)
      <p><a href="\(RecordPage.address(entry))?vista=testo">Apri il testo del file</a></p>
      """, status: 409)
  }

  // A file

  func text(
    _ visit: StudioVisit, path: String, address: String, mine: String? = nil,
    refusal: Phrase? = nil
  ) -> PreviewResponse {
    guard let bytes = try? desk.read(path) else { return missing(visit) }
    guard let text = RawText(bytes) else {
      return page(
        Shell(title: path),
        "<h1>\(path)</h1><p>Il file non è in UTF-8: aprilo con un editor e salvalo in UTF-8.</p>",
        status: 409)
    }
    let full = Path.join(visit.rebuild.contentRoot ?? content, path)
    let problems = visit.rebuild.problems.filter { problem in
      problem.place.flatMap { visit.rebuild.sources[$0.file]?.path } == full
    }
    let view = TextPage(
      path: path, address: address, text: text.shown, fingerprint: see(bytes),
      token: session.token, problems: problems, sources: visit.rebuild.sources, mine: mine,
      refusal: refusal)
    return page(
      Shell(title: path, hasErrors: refusal != nil || mine != nil), view.body())
  }
}

/// What was done, as the address of the page after it says.
enum Done: String {
  case saved = "salvato"
  case nothing = "uguale"
  case moved = "spostata"
  case removed = "tolta"
  case undone = "annullato"
  case notUndone = "troppo-tardi"
  case made = "nuova"
  case gone = "eliminata"
  case brought = "riportata"
  case asked = "da-rileggere"

  var words: String {
    switch self {
    case .saved: "Salvato."
    case .nothing: "Non è cambiato niente."
    case .moved: "Salvato: la voce è stata spostata."
    case .removed: "Salvato: la voce è stata tolta."
    case .undone: "Annullato: il file è com'era prima."
    case .notUndone:
      "Non posso annullare: il file è cambiato dopo. Il testo di prima è nella cartella _redazione/versioni."
    case .gone: "Eliminata. Il testo resta nella cartella _redazione."
    case .asked: "Salvato: la pagina è da rileggere."
    case .brought: "È di nuovo com'era."
    case .made: "La pagina è fatta: ora scrivila."
    }
  }
}
