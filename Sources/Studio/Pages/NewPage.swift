import Desk
import Diagnostics
import Preview
import SocialReport

/// The few questions that something new begins with; the rest is written in its form.
struct NewPage {
  /// What can be made, by the Italian word that addresses have.
  enum Kind: String, CaseIterable {
    case objective = "obiettivo"
    case achievement = "realizzazione"
    case indicator = "indicatore"
    case context = "contesto"
    case area
    case act = "atto"
    case source = "fonte"
    case office = "ufficio"
    case term = "voce"

    var title: String {
      switch self {
      case .objective: "Un obiettivo"
      case .achievement: "Una realizzazione"
      case .indicator: "Un dato"
      case .context: "Una pagina di racconto"
      case .area: "Un'area"
      case .act: "Un atto"
      case .source: "Una fonte"
      case .office: "Un ufficio"
      case .term: "Una voce del glossario"
      }
    }
  }

  let kind: Kind
  let edition: String
  let home: String?
  let index: RecordIndex
  let token: String
  /// What was typed, by the names of the controls.
  var typed: [String: String] = [:]
  var refusal: Phrase?
  /// The acts that are there with the same number and date.
  var doubles: [RecordIndex.Entry] = []

  func body() -> EscapedHTML {
    let told = Refusal.markup("Non ancora", refusal)
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition)/">Quadro</a> › nuovo</nav>
      <h1>\(kind.title)</h1>\(told)\(kind == .act ? reader : nil)
      <form method="post" action="\(Shell.root)\(edition)/" autocomplete="off"><input type="hidden" name="t" value="\(token)">
      \(fields)
      <p class="salva"><button class="primo" name="azione" value="crea:\(kind.rawValue)">Aggiungi</button> <a href="\(Shell.root)\(edition)/">Lascia stare</a></p></form>
      """
  }

  private var fields: EscapedHTML {
    switch kind {
    case .objective:
      return text("titolo", "Titolo", "che cosa vuole ottenere il Comune") + offices
        + choices("area", "Area", records([.area]), empty: "(nessuna)")
    case .achievement:
      return text("titolo", "Titolo", "che cosa è stato fatto")
        + choices("obiettivo", "Obiettivo", records([.objective]), empty: nil) + offices
    case .indicator: return text("titolo", "Nome", "che cosa si misura") + offices
    case .context, .area: return text("titolo", "Titolo", "")
    case .office: return text("titolo", "Nome", "come lo chiamano i cittadini")
    case .term:
      return text("titolo", "Parola", "") + text("sigla", "Sigla", "se ne ha una")
        + text("definizione", "Che cosa vuol dire", "in 300 caratteri")
    case .source:
      return text("titolo", "Titolo", "") + text("organizzazione", "Di chi è", "")
        + words("tipo", "Che fonte è", CodeLists.sourceKind)
        + words("qualita", "Quanto è sicura", CodeLists.quality)
        + text("link", "Dove si legge", "un indirizzo che comincia con `https://`, se c'è")
    case .act:
      return words("organo", "Organo", CodeLists.actBody) + words("tipo", "Tipo", CodeLists.actKind)
        + text("numero", "Numero", "solo il numero, come `149`")
        + text("data", "Data", "come `29/06/2020`") + text("titolo", "Oggetto", "di che cosa parla")
        + text("link", "Dove si legge", "l'indirizzo dell'albo, se c'è") + doubleList
    }
  }

  /// A citation as it is written, which fills the form below.
  private var reader: EscapedHTML {
    """
    <form method="get" action="\(Shell.root)\(edition)/" class="campo"><input type="hidden" name="nuovo" value="atto">
    <label for="citazione">Incolla la citazione com'è scritta</label>
    <p class="aiuto" id="a.citazione">per esempio: Deliberazione di Giunta comunale n. 149 del 29/06/2020, «Adozione del piano»; quello che non è sicuro resta vuoto</p>
    <textarea id="citazione" name="citazione" rows="2" aria-describedby="a.citazione">
    \(typed["citazione"] ?? "")</textarea><p><button>Leggi</button></p></form>
    """
  }

  private var doubleList: EscapedHTML {
    guard !doubles.isEmpty else { return "" }
    let items = doubles.map { entry -> EscapedHTML in
      "<li><a href=\"\(RecordPage.address(entry))\">\(entry.title)</a> (\(entry.record.id))</li>"
    }
    return
      "<section class=\"bozza\"><p>C'è già un atto con questo numero e questa data:</p><ul>\(items)</ul></section>"
  }

  private var offices: EscapedHTML {
    let known = records([.offices])
    return choices("ufficio", "Ufficio", known, empty: known.count > 1 ? "(scegli)" : nil)
  }

  private func records(_ kinds: [EntityKind]) -> [(value: String, label: String)] {
    kinds.flatMap {
      index.records(of: $0, in: home) + (home == nil ? [] : index.records(of: $0, in: nil))
    }
    .map { ($0.record.id, $0.title) }
  }

  // Controls

  private func text(_ name: String, _ label: String, _ hint: String) -> EscapedHTML {
    let help: EscapedHTML? =
      hint.isEmpty ? nil : "<p class=\"aiuto\" id=\"a.\(name)\">\(ProblemList.withCode(hint))</p>"
    let described: EscapedHTML? = hint.isEmpty ? nil : " aria-describedby=\"a.\(name)\""
    return """
      <div class="campo"><label for="\(name)">\(label)</label>\(help)<input type="text" id="\(name)" name="\(name)" value="\(typed[name] ?? "")"\(described)></div>
      """
  }

  private func words(_ name: String, _ label: String, _ list: FieldType) -> EscapedHTML {
    choices(
      name, label, list.listedWords.map { ($0.italian, FieldControl.words($0.italian)) },
      empty: "(scegli)")
  }

  private func choices(
    _ name: String, _ label: String, _ options: [(value: String, label: String)], empty: String?
  ) -> EscapedHTML {
    let all = (empty.map { [("", $0)] } ?? []) + options.map { ($0.value, $0.label) }
    let items = all.map { option -> EscapedHTML in
      "<option value=\"\(option.0)\"\(option.0 == typed[name] ? " selected" : "")>\(option.1)</option>"
    }
    return
      "<div class=\"campo\"><label for=\"\(name)\">\(label)</label><select id=\"\(name)\" name=\"\(name)\">\(items)</select></div>"
  }
}
