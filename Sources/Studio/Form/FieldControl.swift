import Diagnostics
import Preview
import SocialReport

/// The control that a value is typed or chosen with.
struct FieldControl {
  let item: FormItem
  let value: String
  let describedBy: EscapedHTML
  let isInvalid: Bool
  /// `f.` for a value that is there, `n.` for one of an entry that is new.
  var prefix = "f."

  private var name: String { prefix + item.name }
  private var invalid: EscapedHTML? { isInvalid ? " aria-invalid=\"true\"" : nil }

  /// Up to so many choices are buttons.
  private static let mostButtons = 6
  private static let mostChoices = 200

  /// Controls that belong together, for which the field's name is a legend; nil for a single one.
  func group(_ references: [ReferenceChoices.Choice]?) -> EscapedHTML? {
    switch item.type {
    case .flag: return buttons([("sì", "Sì"), ("no", "No")], empty: "Non detto")
    case .choice(let words) where words.count <= FieldControl.mostButtons && isKnown(words):
      let empty = item.isRequired && !value.isEmpty ? nil : "Non detto"
      return buttons(words.map { ($0.italian, FieldControl.words($0.italian)) }, empty: empty)
    case .list(.reference):
      guard let references, !references.isEmpty, references.count <= FieldControl.mostChoices else {
        return nil
      }
      return boxes(references.map { ($0.id, $0.title) })
    case .list(.choice(let words)):
      return boxes(words.map { ($0.italian, FieldControl.words($0.italian)) })
    default: return nil
    }
  }

  func single(_ references: [ReferenceChoices.Choice]?) -> EscapedHTML {
    switch item.type {
    case .markdown: return area(rows: 12, editor: true)
    case .text(_, let maximum):
      return maximum ?? 121 > 120
        ? area(rows: 3, maximum: maximum) : input(maximum: maximum)
    case .list, .yearPair, .choices: return area(rows: max(3, value.count(where: \.isNewline) + 2))
    case .choice(let words):
      guard isKnown(words) else { return input() }
      return select(words.map { ($0.italian, FieldControl.words($0.italian)) })
    case .reference:
      guard let references, references.count <= FieldControl.mostChoices,
        value.isEmpty || references.contains(where: { $0.id == value })
      else { return input() }
      return select(references.map { ($0.id, $0.title) })
    case .openChoice(let words):
      let options = words.map { "<option value=\"\($0.italian)\">" as EscapedHTML }
      return "\(input(list: true))<datalist id=\"s.\(item.name)\">\(options)</datalist>"
    case .integer, .digits: return input(mode: "numeric")
    case .decimal, .money: return input(mode: "decimal")
    case .email: return input(mode: "email")
    case .url, .siteAddress: return input(mode: "url")
    default: return input()
    }
  }

  private func isKnown(_ words: [FieldType.Word]) -> Bool {
    value.isEmpty || words.contains { $0.italian == value }
  }

  static func words(_ name: String) -> String {
    name.split(separator: "_").joined(separator: " ").capitalizedFirst
  }

  // Forms of controls

  private func input(
    mode: String? = nil, maximum: Int? = nil, list: Bool = false
  ) -> EscapedHTML {
    // One line is all that an input can hold.
    if value.contains(where: \.isNewline) { return area(rows: 3, maximum: maximum) }
    let mode = mode.map { " inputmode=\"\($0)\"" as EscapedHTML }
    let limit = maximum.map { " data-massimo=\"\($0)\"" as EscapedHTML }
    let options: EscapedHTML? = list ? " list=\"s.\(item.name)\"" : nil
    return """
      <input type="text" id="\(name)" name="\(name)" value="\(value)"\(mode)\(limit)\(options)\(describedBy)\(invalid) autocomplete="off">
      """
  }

  private func area(rows: Int, maximum: Int? = nil, editor: Bool = false) -> EscapedHTML {
    let limit = maximum.map { " data-massimo=\"\($0)\"" as EscapedHTML }
    let kind: EscapedHTML? = editor ? " data-testo" : nil
    // The first line end behind the tag is none of the text.
    return """
      <textarea id="\(name)" name="\(name)" rows="\(rows)"\(limit)\(kind)\(describedBy)\(invalid)>
      \(value)</textarea>
      """
  }

  private func select(_ options: [(value: String, label: String)]) -> EscapedHTML {
    let items = options.map { option -> EscapedHTML in
      "<option value=\"\(option.value)\"\(option.value == value ? " selected" : "")>\(option.label)</option>"
    }
    return """
      <select id="\(name)" name="\(name)"\(describedBy)\(invalid)><option value="">(scegli)</option>\(items)</select>
      """
  }

  private func buttons(
    _ options: [(value: String, label: String)], empty: String?
  ) -> EscapedHTML {
    let all = options + (empty.map { [("", $0)] } ?? [])
    return EscapedHTML(
      joining: all.map { option -> EscapedHTML in
        """
        <label class="scelta"><input type="radio" name="\(name)" value="\(option.value)"\(option.value == value ? " checked" : "")> \(option.label)</label>
        """
      })
  }

  private func boxes(_ options: [(value: String, label: String)]) -> EscapedHTML {
    let chosen = FormValue.entries(value)
    // Those that are chosen first and in their order; what is none of the options is kept.
    let labels = Dictionary(options.map { ($0.value, $0.label) }, uniquingKeysWith: { $1 })
    let rest = options.filter { !chosen.contains($0.value) }
    let all =
      chosen.map { ($0, labels[$0] ?? "\($0) (non c'è)") } + rest.map { ($0.value, $0.label) }
    let items = all.map { option -> EscapedHTML in
      """
      <label class="scelta"><input type="checkbox" name="\(name)" value="\(option.0)"\(chosen.contains(option.0) ? " checked" : "")> \(option.1)</label>
      """
    }
    return
      "<input type=\"hidden\" name=\"l.\(item.name)\" value=\"1\"><div class=\"scelte\">\(items)</div>"
  }
}

/// How a value is written, where its control does not show it.
enum FieldHint {
  /// What goes into a field, above its control, which is tied to it by `a.` and the name.
  static func markup(_ item: FormItem, id: String) -> EscapedHTML {
    let form = of(item.type)
    let meaning = item.meaning.italian
    let isRepeated = meaning.lowercased() == item.label.italian.lowercased()
    let parts = [isRepeated ? "" : meaning, form].filter { !$0.isEmpty }
    return
      "<p class=\"aiuto\" id=\"a.\(id)\">\(ProblemList.withCode(parts.joined(separator: "; ")))</p>"
  }

  static func of(_ type: FieldType) -> String {
    switch type {
    case .text(nil, nil), .markdown, .flag, .choice, .reference, .record, .list(.record),
      .list(.reference), .list(.choice), .openChoice:
      ""
    case .list: "una per riga"
    case .choices: "una per riga, come `nome: parola`"
    case .observations: "una riga per periodo; le righe vuote in fondo servono per aggiungerne"
    case .period: "come `2024`, `2023/24`, `2024-T1`, `2024-06` o due date con `..` in mezzo"
    default: type.form.italian
    }
  }
}
