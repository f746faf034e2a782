import Desk
import Diagnostics
import Files
import Preview
import SocialReport

/// What there is in an edition, what is wrong with it, and the way to each form.
struct Board {
  let index: RecordIndex
  let rebuild: Rebuild
  let home: String?
  let name: String
  /// Which registers are shown; the pages where there is none.
  let list: String?
  /// What is searched for.
  let query: String
  let states: PageStates
  /// The id of the office whose pages are shown; empty for all.
  let office: String
  let notes: [String: [PageNotes.Note]]
  /// What the journal tells, the newest first.
  let changes: [Journal.Line]
  /// How many answers of offices are to be looked at.
  let proposals: Int

  private var problems: [String: [Diagnostic]] {
    let root = (rebuild.contentRoot ?? "") + "/"
    return Dictionary(
      rebuild.problemsByPath.map { path, found in
        (path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path, found)
      }, uniquingKeysWith: +)
  }

  func markup() -> EscapedHTML {
    let problems = problems
    if !query.isEmpty { return search() }
    switch list {
    case "dati":
      return register("I dati", [.indicator, .indicators], problems, add: ["indicatore": "Dato"])
    case "atti": return register("Gli atti", [.acts], problems, add: ["atto": "Atto"])
    case "fonti": return register("Le fonti", [.sources], problems, add: ["fonte": "Fonte"])
    case "altro":
      return register(
        "Altre pagine e registri",
        [.edition, .context, .area, .offices, .glossary, .plans, .corrections], problems,
        add: ["ufficio": "Ufficio", "voce": "Voce del glossario"])
        + outside(problems)
    default: return pages(problems)
    }
  }

  // The pages

  private func pages(_ problems: [String: [Diagnostic]]) -> EscapedHTML {
    let objectives = index.records(of: .objective, in: home)
    let achievements = index.records(of: .achievement, in: home)
    let all = problems.values.flatMap(\.self)
    let parts = objectives.map { objective -> EscapedHTML in
      let folder = Path.folder(of: objective.record.path)
      let own = achievements.filter { Path.folder(of: $0.record.path) == folder }
      return """
        <section><h2><a href="\(link(objective))">\(objective.title)</a></h2>\(state(objective, problems))
        \(table(own, problems))<p><a href="\(Shell.root)\(name)/?nuovo=realizzazione&amp;obiettivo=\(objective.record.id)">Aggiungi una realizzazione<span class="nascosto"> a \(objective.title)</span></a></p></section>
        """
    }
    let new = adding(["obiettivo": "Obiettivo", "contesto": "Pagina di racconto", "area": "Area"])
    let folders = Set(objectives.map { Path.folder(of: $0.record.path) })
    let loose = achievements.filter { !folders.contains(Path.folder(of: $0.record.path)) }
    let rest: EscapedHTML? =
      loose.isEmpty
      ? nil : "<section><h2>Realizzazioni senza obiettivo</h2>\(table(loose, problems))</section>"
    return """
      <h1>Il bilancio \(name)</h1>
      <p>\(summary(all))\(rebuild.isComplete ? "" : " Il controllo è in corso.")</p>\(progress(objectives + achievements))\(officeForm)
      \(searchForm)
      \(waiting)\(broken)\(parts)\(rest)\(new)<p><a href="\(Shell.root)\(name)/?importa">Porta dentro un documento, o fai un modello da riempire</a></p>\(lastChanges)<p><a href="\(Shell.root)?edizione">Comincia l'edizione dell'anno dopo</a></p>
      """
  }

  private func progress(_ entries: [RecordIndex.Entry]) -> EscapedHTML? {
    guard !entries.isEmpty else { return nil }
    let counts = Dictionary(grouping: entries) { states.of($0.record) }.mapValues(\.count)
    let parts = PageState.allCases.reversed().compactMap { state in
      counts[state].map { "\($0) \(state.label.lowercased())" }
    }
    let done = counts[.approved] ?? 0
    return """
      <p><label for="avanzamento">Pagine \(entries.count): \(parts.joined(separator: ", "))</label> <progress id="avanzamento" max="\(entries.count)" value="\(done)"></progress></p>
      """
  }

  private var officeForm: EscapedHTML? {
    let offices =
      index.records(of: .offices, in: home)
      + (home == nil ? [] : index.records(of: .offices, in: nil))
    guard offices.count > 1 else { return nil }
    let options = offices.map { entry -> EscapedHTML in
      "<option value=\"\(entry.record.id)\"\(entry.record.id == office ? " selected" : "")>\(entry.title)</option>"
    }
    return """
      <form class="cerca" method="get" action="\(Shell.root)\(name)/"><label for="ufficio">Ufficio</label>
      <select id="ufficio" name="ufficio"><option value="">tutti</option>\(options)</select> <button>Mostra</button></form>
      """
  }

  private func summary(_ problems: [Diagnostic]) -> String {
    let (errors, warnings) = (problems.errors, problems.warnings)
    if errors + warnings == 0 { return "Nessun problema: si può pubblicare." }
    let counts = [
      errors == 1 ? "1 errore" : "\(errors) errori",
      warnings == 1 ? "1 avviso" : "\(warnings) avvisi",
    ]
    return errors > 0
      ? "Prima di pubblicare \(errors == 1 ? "c'è" : "ci sono") \(counts[0]) da correggere\(warnings > 0 ? "; poi \(counts[1]) da guardare" : "")."
      : "Nessun errore; \(counts[1]) da guardare."
  }

  private var waiting: EscapedHTML? {
    guard proposals > 0 else { return nil }
    let count = proposals == 1 ? "C'è una proposta" : "Ci sono \(proposals) proposte"
    return """
      <p>\(count) di un ufficio: <a href="\(Shell.root)\(name)/?invita">guarda</a></p>
      """
  }

  private static let mostChanges = 8

  private var lastChanges: EscapedHTML? {
    let records = Dictionary(grouping: index.entries) { $0.record.path }
    let own = changes.lazy.compactMap { line -> (line: Journal.Line, entry: RecordIndex.Entry)? in
      let entry = records[line.path]?.first { $0.home == home || $0.home == nil }
      return entry.map { (line, $0) }
    }
    let items = Array(own.prefix(Board.mostChanges)).map { change -> EscapedHTML in
      "<li><a href=\"\(link(change.entry))?vista=versioni\">\(change.entry.title)</a>: \(ChangeWords.of(change.line, change.entry.record))</li>"
    }
    return items.isEmpty ? nil : "<section><h2>Ultime modifiche</h2><ul>\(items)</ul></section>"
  }

  private var broken: EscapedHTML? {
    guard !index.broken.isEmpty else { return nil }
    let items = index.broken.map { file -> EscapedHTML in
      "<li><a href=\"\(Shell.root)\(file.address)\">\(file.path)</a></li>"
    }
    return """
      <section><h2>Da rimettere a posto</h2><p>Questi file hanno un errore di scrittura e non si possono aprire come moduli.</p>
      <ul>\(items)</ul></section>
      """
  }

  private func table(
    _ entries: [RecordIndex.Entry], _ problems: [String: [Diagnostic]]
  ) -> EscapedHTML {
    guard !entries.isEmpty else { return "<p>Ancora nessuna realizzazione.</p>" }
    let names = Dictionary(
      index.entries.filter { $0.record.kind == .offices }.map { ($0.record.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
    let shown = entries.filter { office.isEmpty || $0.office == office }
    guard !shown.isEmpty else { return "<p>Niente di questo ufficio.</p>" }
    let rows = shown.map { entry -> EscapedHTML in
      let open = (notes[entry.record.name] ?? []).count { !$0.isResolved }
      let remarks: EscapedHTML? = open == 0 ? nil : " (\(open == 1 ? "1 nota" : "\(open) note"))"
      return """
        <tr><th scope="row"><a href="\(link(entry))">\(entry.title)</a></th><td>\(entry.office.map { names[$0] ?? $0 } ?? "–")</td>\
        <td><a href="\(link(entry))?vista=rilettura">\(states.of(entry.record).label)<span class="nascosto">, \(entry.title)</span></a>\(remarks)</td><td>\(words(entry, problems))</td></tr>
        """
    }
    return """
      <table class="pagine"><thead><tr><th scope="col">Realizzazione</th><th scope="col">Ufficio</th><th scope="col">Stato</th><th scope="col">Problemi</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private func state(
    _ entry: RecordIndex.Entry, _ problems: [String: [Diagnostic]]
  ) -> EscapedHTML {
    "<p class=\"conta\"><a href=\"\(link(entry))?vista=rilettura\">\(states.of(entry.record).label)<span class=\"nascosto\">, \(entry.title)</span></a>; problemi: \(words(entry, problems))</p>"
  }

  private func words(
    _ entry: RecordIndex.Entry, _ problems: [String: [Diagnostic]]
  ) -> String {
    let own = problems[entry.record.path] ?? []
    let parts = [
      (own.errors, "errore", "errori"), (own.warnings, "avviso", "avvisi"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return parts.isEmpty ? "nessuno" : parts.joined(separator: ", ")
  }

  private func link(_ entry: RecordIndex.Entry) -> String {
    Shell.root + Path.encoded(entry.address)
  }

  // Registers

  private func register(
    _ title: String, _ kinds: [EntityKind], _ problems: [String: [Diagnostic]],
    add: KeyValuePairs<String, String>
  ) -> EscapedHTML {
    let groups = kinds.map { kind -> EscapedHTML in
      let own = index.records(of: kind, in: home)
      let shared = home == nil ? [] : index.records(of: kind, in: nil)
      let entries = own + shared
      guard !entries.isEmpty else { return "" }
      let items = entries.map { entry -> EscapedHTML in
        let place = entry.home == nil && home != nil ? " (di tutte le edizioni)" : ""
        return
          "<li><a href=\"\(link(entry))\">\(entry.title)</a> <span class=\"nome\">\(entry.record.id)</span>\(place)</li>"
      }
      return "<h2>\(kind.italian.capitalizedFirst) (\(entries.count))</h2><ul>\(items)</ul>"
    }
    return "<h1>\(title)</h1>\(searchForm)\(adding(add))\(groups)"
  }

  private func outside(_ problems: [String: [Diagnostic]]) -> EscapedHTML {
    let items = [EntityKind.site, .publishing].flatMap { index.records(of: $0, in: nil) }
      .map { entry -> EscapedHTML in
        "<li><a href=\"\(link(entry))\">\(entry.record.kind.italian.capitalizedFirst): \(entry.title)</a></li>"
      }
    return items.isEmpty ? "" : "<h2>Di tutte le edizioni</h2><ul>\(items)</ul>"
  }

  /// The ways to something new.
  private func adding(_ kinds: KeyValuePairs<String, String>) -> EscapedHTML {
    let items = kinds.map { kind, label -> EscapedHTML in
      "<li><a href=\"\(Shell.root)\(name)/?nuovo=\(kind)\">\(label)</a></li>"
    }
    return
      "<nav aria-label=\"Aggiungi\" class=\"aggiungi\"><span>Aggiungi:</span><ul>\(items)</ul></nav>"
  }

  // Search

  private var searchForm: EscapedHTML {
    """
    <form class="cerca" role="search" method="get" action="\(Shell.root)\(name)/"><label for="q">Cerca nei testi</label>
    <input type="search" id="q" name="q" value="\(query)"> <button>Cerca</button></form>
    """
  }

  private func search() -> EscapedHTML {
    let wanted = query.lowercased()
    let root = (rebuild.contentRoot ?? "") + "/"
    let found = rebuild.sources.filter { source in
      source.path.hasPrefix(root) && source.text.lowercased().contains(wanted)
    }.prefix(200)
    let paths = Dictionary(grouping: index.entries, by: \.record.path)
    let items = found.map { source -> EscapedHTML in
      let path = String(source.path.dropFirst(root.count))
      let line =
        source.text.split(whereSeparator: \.isNewline)
        .first { $0.lowercased().contains(wanted) } ?? ""
      let excerpt = line.count > 160 ? String(line.prefix(159)) + "…" : String(line)
      let entries = paths[path] ?? []
      let entry =
        entries.first { entry in
          entries.count > 1 && source.text.contains(entry.title) && line.contains(entry.title)
        } ?? entries.first
      let title = entry.map { "<a href=\"\(link($0))\">\($0.title)</a>" as EscapedHTML }
      return "<li>\(title ?? "\(path)")<br><span class=\"nome\">\(excerpt)</span></li>"
    }
    return """
      <h1>«\(query)» nei testi</h1>\(searchForm)
      <p>\(found.isEmpty ? "Non c'è in nessun testo." : found.count == 1 ? "In un testo." : "In \(found.count) testi.")</p><ul>\(items)</ul>
      """
  }
}
