import Preview
import SocialReport

/// The facts that a text can link to, found by their words.
struct FactPage {
  let edition: String
  let kind: FactChoices.Kind
  let query: String
  let found: FactChoices

  /// A page by itself, for browsers without scripts: the link is copied from it.
  func body() -> EscapedHTML {
    let kinds = FactChoices.Kind.allCases.map { kind -> EscapedHTML in
      """
      <label class="scelta"><input type="radio" name="fatti" value="\(kind.rawValue)"\(kind == self.kind ? " checked" : "")> \(kind.label)</label>
      """
    }
    let items = found.choices.map { choice -> EscapedHTML in
      "<li>\(choice.label)<br><code>[\(choice.words)](\(choice.address))</code></li>"
    }
    return """
      <h1>Collega un fatto</h1>
      <form method="get" action="\(Shell.root)\(edition)/"><fieldset class="campo"><legend>Che cosa</legend>\(kinds)</fieldset>
      <div class="campo"><label for="q">Parole</label><input type="search" id="q" name="q" value="\(query)"></div><p><button>Cerca</button></p></form>
      <p>Copia la riga grigia e incollala nel testo.</p><ul>\(items)</ul>\(rest)
      """
  }

  /// The list alone, for the dialogue beside a text.
  func part() -> EscapedHTML {
    let items = found.choices.enumerated().map { number, choice -> EscapedHTML in
      """
      <label class="scelta"><input type="radio" name="fatto" value="\(choice.address)" data-parole="\(choice.words)"\(number == 0 ? " checked" : "")> \(choice.label)</label>
      """
    }
    return items.isEmpty ? "<p>Niente con queste parole.</p>" : "\(items)\(rest)"
  }

  private var rest: EscapedHTML? {
    found.more > 0 ? "<p>E altri \(found.more): scrivi altre parole per trovarli.</p>" : nil
  }
}
