import Diagnostics
import Files
import Preview
import SocialReport

/// Publishing in four steps: checks, readings, where, what changes.
struct PublishPage {
  let edition: String
  let rebuild: Rebuild
  /// How many pages are in each state.
  let states: [PageState: Int]
  let targets: [SiteInfo.PublishingTarget]
  let token: String
  /// What was said last, by the program that publishes.
  var told: String?
  /// Where the plan that is shown is of.
  var planned: String?
  var isDone = false

  private var problems: [Diagnostic] { rebuild.problems }

  func body() -> EscapedHTML {
    """
    <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition)/">Quadro</a> › pubblica</nav>
    <h1>\(isDone ? "Pubblicato" : "Pubblica")</h1>\(answer)
    <h2>1. Controlli</h2><p>\(checks)</p>
    <h2>2. Rilettura</h2><p>\(readings)</p>
    <h2>3. Dove, e che cosa cambia</h2>\(places)
    """
  }

  private var checks: EscapedHTML {
    let (errors, warnings) = (problems.errors, problems.warnings)
    if !rebuild.isComplete { return "Il controllo è in corso: ricarica la pagina fra poco." }
    if errors > 0 {
      return
        "\(errors == 1 ? "C'è 1 errore" : "Ci sono \(errors) errori"): così non si pubblica. <a href=\"/_preview/\">Guarda quali</a>"
    }
    return warnings == 0
      ? "Nessun problema."
      : "Nessun errore; \(warnings == 1 ? "1 avviso" : "\(warnings) avvisi") da accettare. <a href=\"/_preview/\">Guarda quali</a>"
  }

  private var readings: EscapedHTML {
    let all = states.values.reduce(0, +)
    let done = states[.approved] ?? 0
    return done == all
      ? "Tutte le pagine sono approvate."
      : "\(done) pagine su \(all) sono approvate: per pubblicare lo stesso scrivi il perché."
  }

  private var places: EscapedHTML {
    guard !targets.isEmpty else {
      return
        "<p>In <a href=\"\(Shell.root)-/sito\">sito</a> non c'è ancora scritto dove si pubblica: aggiungi una voce a «Pubblicazione».</p>"
    }
    let items = targets.map { target -> EscapedHTML in
      let name = target.name.value
      return """
        <li><h3>\(target.isTrial ? "Posto di prova" : "Sito"): \(name)</h3><p>\(target.location.value)</p>
        <form method="post" action="\(Shell.root)\(edition)/"><input type="hidden" name="t" value="\(token)">
        <p><button name="azione" value="prova:\(name)">Guarda che cosa cambia</button></p></form>\(planned == name ? confirm(name) : nil)</li>
        """
    }
    return "<ul class=\"voci\">\(items)</ul>"
  }

  private func confirm(_ name: String) -> EscapedHTML {
    let warnings = problems.warnings
    let accept: EscapedHTML? =
      warnings == 0
      ? nil
      : "<label class=\"scelta\"><input type=\"checkbox\" name=\"avvisi\" value=\"1\"> Accetto \(warnings == 1 ? "1 avviso" : "\(warnings) avvisi")</label>"
    let isApproved = (states[.approved] ?? 0) == states.values.reduce(0, +)
    let reason: EscapedHTML? =
      isApproved
      ? nil
      : "<div class=\"campo\"><label for=\"perche\">Perché pubblico senza tutte le approvazioni</label><input type=\"text\" id=\"perche\" name=\"perche\"></div>"
    return """
      <form method="post" action="\(Shell.root)\(edition)/"><input type="hidden" name="t" value="\(token)">\(accept)\(reason)
      <p><button class="primo" name="azione" value="pubblica:\(name)">Pubblica su \(name)</button></p></form>
      """
  }

  private var answer: EscapedHTML? {
    told.map {
      "<section class=\"bozza\" id=\"letto\" tabindex=\"-1\"><h2>Risposta</h2><pre tabindex=\"0\">\($0)</pre></section>"
    }
  }
}
