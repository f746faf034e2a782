import Diagnostics
import Preview
import SocialReport

/// The six questions that a report begins with, one after the other; nothing is written before the last.
struct BeginPage {
  enum Step: Int, CaseIterable {
    case municipality = 1
    case edition, offices, objective, achievement, figure

    var title: String {
      switch self {
      case .municipality: "Il Comune"
      case .edition: "L'edizione"
      case .offices: "Gli uffici"
      case .objective: "Il primo obiettivo"
      case .achievement: "La prima realizzazione"
      case .figure: "Un dato con la sua fonte"
      }
    }

    /// Whether it can be left for later.
    var isOptional: Bool { rawValue > 3 }

    var fields: [Field] {
      switch self {
      case .municipality:
        [
          Field("comune", "Nome", "come «Comune di Borgo»"),
          Field("indirizzo", "Indirizzo del sito", "se si sa già; comincia con `https://`"),
        ]
      case .edition: [Field("anno", "Anno", "quello di cui si rende conto")]
      case .offices: [Field("uffici", "Uffici", "uno per riga; altri si aggiungono dopo", lines: 5)]
      case .objective:
        [
          Field("obiettivo", "Titolo", "che cosa voleva ottenere il Comune"),
          Field("premessa", "Premessa", "perché è importante, in poche frasi", lines: 4),
        ]
      case .achievement:
        [
          Field("realizzazione", "Titolo", "una cosa fatta per quell'obiettivo"),
          Field("in_breve", "In breve", "in due frasi, al massimo 280 caratteri", lines: 3),
          Field("stato", "A che punto è", "", choices: CodeLists.status.listedWords),
        ]
      case .figure:
        [
          Field("dato", "Che cosa si misura", "come «Raccolta differenziata»"),
          Field("valore", "Valore nell'anno", "come `57,9`"),
          Field("unita", "Unità di misura", "come `%`, `persone`, `euro`"),
          Field("fonte", "Fonte", "chi lo dice, come «Catasto dei rifiuti, ISPRA»"),
        ]
      }
    }
  }

  struct Field {
    let name: String
    let label: String
    let hint: String
    let lines: Int
    let choices: [FieldType.Word]

    init(
      _ name: String, _ label: String, _ hint: String, lines: Int = 1,
      choices: [FieldType.Word] = []
    ) {
      (self.name, self.label, self.hint) = (name, label, hint)
      (self.lines, self.choices) = (lines, choices)
    }
  }

  static let summaryField = Achievement.declaration.table.fields.first { $0.english == "summary" }

  static let names = Step.allCases.flatMap(\.fields).map(\.name)

  let step: Step
  let token: String
  let typed: [String: String]
  var refusal: Phrase?

  func body() -> EscapedHTML {
    let own = Set(step.fields.map(\.name))
    let carried = BeginPage.names.filter { !own.contains($0) && typed[$0]?.isEmpty == false }
      .map { name -> EscapedHTML in
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(typed[name] ?? "")\">"
      }
    let told = Refusal.markup("Non ancora", refusal)
    let skip: EscapedHTML? =
      step.isOptional
      ? " <button name=\"azione\" value=\"salta\">Salta, lo scrivo dopo</button>" : nil
    let isLast = step == BeginPage.Step.allCases.last
    return """
      <p>Passo \(step.rawValue) di \(BeginPage.Step.allCases.count)</p>
      <h1>\(step.title)</h1>\(told)
      <form method="post" action="\(Shell.root)" autocomplete="off"><input type="hidden" name="t" value="\(token)">
      <input type="hidden" name="passo" value="\(step.rawValue)">\(carried)\(step.fields.map(control))
      <p class="salva"><button class="primo" name="azione" value="avanti">\(isLast ? "Comincia il bilancio" : "Avanti")</button>\(skip)\(step.rawValue > 1 ? " <button name=\"azione\" value=\"indietro\">Indietro</button>" : nil)</p></form>
      """
  }

  private func control(_ field: Field) -> EscapedHTML {
    let value = typed[field.name] ?? ""
    let help: EscapedHTML? =
      field.hint.isEmpty
      ? nil : "<p class=\"aiuto\" id=\"a.\(field.name)\">\(ProblemList.withCode(field.hint))</p>"
    let described: EscapedHTML? =
      field.hint.isEmpty ? nil : " aria-describedby=\"a.\(field.name)\""
    let body: EscapedHTML
    if !field.choices.isEmpty {
      let options = field.choices.map { word -> EscapedHTML in
        "<option value=\"\(word.italian)\"\(word.italian == value ? " selected" : "")>\(FieldControl.words(word.italian))</option>"
      }
      body =
        "<select id=\"\(field.name)\" name=\"\(field.name)\"><option value=\"\">(scegli)</option>\(options)</select>"
    } else if field.lines > 1 {
      body = """
        <textarea id="\(field.name)" name="\(field.name)" rows="\(field.lines)"\(described)>
        \(value)</textarea>
        """
    } else {
      body =
        "<input type=\"text\" id=\"\(field.name)\" name=\"\(field.name)\" value=\"\(value)\"\(described)>"
    }
    return
      "<div class=\"campo\"><label for=\"\(field.name)\">\(field.label)</label>\(help)\(body)</div>"
  }
}
