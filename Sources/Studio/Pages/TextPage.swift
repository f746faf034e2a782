import Diagnostics
import Files
import Preview
import Writing

/// The whole text of a file, for what a form cannot do.
struct TextPage {
  /// Relative to the content's folder.
  let path: String
  let address: String
  let text: String
  let fingerprint: String
  let token: String
  let problems: [Diagnostic]
  let sources: [SourceFile]
  /// What was typed, where somebody else wrote meanwhile.
  var mine: String?
  var refusal: Phrase?

  func body() -> EscapedHTML {
    let told = Refusal.markup("Non salvato", refusal)
    let other = mine.map { _ -> EscapedHTML in
      """
      <section class="sommario" id="conflitti" tabindex="-1"><h2>Il file è cambiato intanto</h2>
      <p>Sotto c'è il tuo testo; questo è quello che c'è adesso nel file. Uniscili, poi premi Salva.</p><pre>\(text)</pre></section>
      """
    }
    let found: EscapedHTML? =
      problems.isEmpty
      ? nil : "<h2>Problemi</h2><ul class=\"messaggi\">\(problems.map(line))</ul>"
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)">Quadro</a> › Testo del file</nav>
      <h1>\(path)</h1>\(told)\(other)
      <form method="post" action="\(Shell.root)\(Path.encoded(address))" autocomplete="off">
      <input type="hidden" name="t" value="\(token)"><input type="hidden" name="h" value="\(fingerprint)">
      <label for="testo">Il testo com'è nel file</label>
      <textarea id="testo" name="testo" rows="30" class="grezzo" spellcheck="false">
      \(mine ?? text)</textarea>
      <p class="salva"><button name="azione" value="testo" class="primo">Salva</button></p></form>\(found)
      """
  }

  private func line(_ problem: Diagnostic) -> EscapedHTML {
    var locator = Locator(sources)
    let number = problem.place.flatMap { locator.location(of: $0)?.line }
    return
      "\(number.map { "<li class=\"riga\">Riga \($0)</li>" as EscapedHTML })\(ProblemLine.markup(problem))"
  }
}
