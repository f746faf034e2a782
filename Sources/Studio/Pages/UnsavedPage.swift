import Diagnostics
import Preview
import SocialReport

/// What somebody typed, where it could not be saved: every text is there to be copied.
struct UnsavedPage {
  let title: String
  let reason: Phrase
  let help: Phrase?
  let data: FormData
  /// Back to where it was typed; nil where there is no way back.
  let address: String?

  func body() -> EscapedHTML {
    // What was typed, and not what was there.
    let fields = data.fields.filter(data.isChanged).map { "f." + $0 }
    let names = (fields + data.names("n.") + data.names("v.") + data.names("testo")).filter {
      !data.all($0).joined().isEmpty
    }
    let texts = names.map { name -> EscapedHTML in
      """
      <div class="campo"><label for="\(name)">\(name == "testo" ? "Testo" : String(name.dropFirst(2)))</label><textarea id="\(name)" rows="4" readonly>
      \(data.all(name).joined(separator: "\n"))</textarea></div>
      """
    }
    let more = help.map { "<p>\(ProblemList.withCode($0.italian))</p>" as EscapedHTML }
    return """
      <h1>Non salvato: \(title)</h1><p>\(ProblemList.withCode(reason.italian)).</p>\(more)
      \(texts.isEmpty ? nil : "<h2>Quello che avevi scritto</h2><p>Copialo da qui prima di andare via.</p>")\(texts)
      \(address.map { "<p><a href=\"\($0)\">Torna alla pagina</a></p>" as EscapedHTML })
      """
  }
}
