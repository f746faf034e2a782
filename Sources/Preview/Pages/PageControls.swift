import Checks
import Diagnostics
import Files
import Pipeline
import Site

/// The checks of one page: what is wrong, the figures and acts with what they rest on, how it reads.
struct PageControls {
  let page: InspectedPage
  let rebuild: Rebuild
  /// What the page is part of: the newest state of the report, or the last good one of a page that a
  /// mistake keeps out of the newest.
  let rendering: Rendering
  let editor: Editor?
  let hasAxe: Bool
  /// Whether they stand beside the page, which can then be examined.
  let isBeside: Bool
  private var say: Wording { Wording(language: rebuild.language) }

  func markup() -> EscapedHTML {
    let inspection = rendering.inspector.inspection(of: page.address)
    // A page that an error keeps out of the newest state still lists its problems there.
    let known = rebuild.problemsByPath
    let problems = rendering.paths(of: page).flatMap { known[$0] ?? [] }
    var list = ProblemList(rebuild.sources, rebuild.language, editor)
    // Facts stand where they stood in the state that the page is part of.
    var facts = ProblemList(rendering.draft.sources, rebuild.language, editor)
    let close: EscapedHTML? =
      isBeside
      ? "<button class=\"chiudi\" type=\"button\">\(say("Chiudi", "Close"))</button>" : nil
    let draft: EscapedHTML? =
      page.isDraft
      ? "<p class=\"bozza\">\(say("È una bozza: non si pubblica.", "A draft: it is not published."))</p>"
      : nil
    return """
      <h2 tabindex="-1">\(say("Controlli", "Checks"))</h2>\(close)
      <p><a href="/\(Path.encoded(page.address))">\(page.title)</a></p>\(draft)
      <h3>\(say("Problemi", "Problems"))</h3>
      <p>\(say.summary(problems))</p>
      \(problems.isEmpty ? nil : list.items(problems))
      \(axe)
      \(inspection.map { figures($0.figures, &facts) + acts($0.acts, &facts) + readability($0.texts) })
      <h3>\(say("File", "Files"))</h3>
      <ul>\((page.files + page.others).map { id -> EscapedHTML in "<li>\(facts.file(id))</li>" })</ul>
      """
  }

  private var axe: EscapedHTML {
    let body: EscapedHTML
    if !isBeside {
      body = """
        <p>\(say(
          "Si esamina accanto alla pagina: aprila e scegli «Controlli», in basso.",
          "It is examined beside the page: open it and choose “Checks”, below."))</p>
        """
    } else if hasAxe {
      body = """
        <div class="axe" data-script="\(Routes.axe)" \
        data-nessuno="\(say("Nessun problema.", "No problems."))" \
        data-mostra="\(say("Mostra", "Show"))"></div>
        """
    } else {
      body = """
        <p>\(say(
          "axe, che la esamina, non è accanto al programma: installa di nuovo il programma.",
          "axe, which examines it, is not beside the program: install the program again."))</p>
        """
    }
    return "<h3>\(say("Accessibilità (axe)", "Accessibility (axe)"))</h3>\(body)"
  }

  private func figures(_ figures: [Inspection.Figure], _ list: inout ProblemList) -> EscapedHTML {
    guard !figures.isEmpty else {
      return none(say("Dati", "Figures"), say("La pagina non riporta dati.", "No figures."))
    }
    var rows: EscapedHTML = ""
    for figure in figures {
      let name: EscapedHTML =
        figure.address.map { "<a href=\"/\(Path.encoded($0))\">\(figure.name)</a>" }
        ?? "\(figure.name)"
      rows += """
        <li><p>\(name)\(figure.period.isEmpty ? "" : ", \(figure.period)"): \
        <strong>\(figure.value)</strong></p>\
        <p>\(source(figure.source))</p>\(list.place(figure.place))</li>
        """
    }
    return "<h3>\(say("Dati", "Figures")) (\(figures.count))</h3><ul class=\"fatti\">\(rows)</ul>"
  }

  private func source(_ source: Inspection.Source?) -> EscapedHTML {
    guard let source else { return "\(say("senza fonte", "no source"))" }
    let closed: EscapedHTML? =
      source.canBeOpened
      ? nil : " <em>\(say("(chi legge non può aprirla)", "(readers cannot open it)"))</em>"
    return """
      \(say("fonte", "source")): <a href="/\(source.address)">\(source.title)</a>\(closed)
      """
  }

  private func acts(_ acts: [Inspection.Act], _ list: inout ProblemList) -> EscapedHTML {
    guard !acts.isEmpty else {
      return none(say("Atti", "Acts"), say("La pagina non cita atti.", "No acts."))
    }
    var rows: EscapedHTML = ""
    for act in acts {
      rows += """
        <li><p><a href="/\(act.address)">\(act.name)</a>: \(act.subject)</p>\
        \(list.place(act.place))</li>
        """
    }
    return "<h3>\(say("Atti", "Acts")) (\(acts.count))</h3><ul class=\"fatti\">\(rows)</ul>"
  }

  private func readability(_ texts: [Inspection.Text]) -> EscapedHTML {
    let title = say("Leggibilità", "Readability")
    guard !texts.isEmpty else { return none(title, say("La pagina non ha testi.", "No texts.")) }
    let rows = texts.flatMap { text in
      text.sections.map { section -> EscapedHTML in
        let name = [text.heading, section.title].filter { !$0.isEmpty }.joined(separator: " – ")
        let index = section.gulpease.map(String.init) ?? say("breve", "short")
        return """
          <tr><th scope="row">\(name.isEmpty ? say("Testo", "Text") : name)</th>\
          <td>\(section.words)</td><td>\(index)</td></tr>
          """
      }
    }
    return """
      <h3>\(title)</h3>
      <p>\(say(
        "Indice Gulpease: sotto 40 è difficile anche per chi ha il diploma, sopra 60 lo legge chi ha la terza media.",
        "Gulpease index, for Italian: below 40 hard even with a diploma, above 60 easy for most."))</p>
      <table><thead><tr><th scope="col">\(say("Sezione", "Section"))</th>\
      <th scope="col">\(say("Parole", "Words"))</th><th scope="col">Gulpease</th></tr></thead>\
      <tbody>\(rows)</tbody></table>
      """
  }

  private func none(_ title: String, _ text: String) -> EscapedHTML {
    "<h3>\(title)</h3><p>\(text)</p>"
  }
}
