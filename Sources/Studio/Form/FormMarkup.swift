import Diagnostics
import Preview
import SocialReport

/// The controls of a form as HTML, complete without scripts.
struct FormMarkup {
  let problems: FieldProblems
  let choices: ReferenceChoices
  /// What was typed and is not in the file, by the names of controls.
  var typed: [String: String] = [:]
  /// Why a value could not be written, by the names of fields.
  var refusals: [String: Phrase] = [:]
  /// The lists to which an entry is being added.
  var adding: Set<String> = []
  /// The edition whose registers a field's choices come from.
  var edition: String?

  func nodes(_ nodes: [FormNode]) -> EscapedHTML {
    let (near, further) = split(nodes)
    let rest: EscapedHTML? =
      further.isEmpty
      ? nil
      : """
      <details class="altri"><summary>Altri campi: \(further.map { $0.head.label.italian.lowercased() }.joined(separator: ", "))</summary>
      \(further.map(node))</details>
      """
    return "\(near.map(node))\(rest)"
  }

  /// What has to be there or is, and what can be left out.
  private func split(_ nodes: [FormNode]) -> (near: [FormNode], further: [FormNode]) {
    var (near, further): ([FormNode], [FormNode]) = ([], [])
    for node in nodes {
      let head = node.head
      let isNear =
        !head.isFurther || problems.count(in: head.name) > 0 || refusals[head.name] != nil
        || typed["f." + head.name] != nil || adding.contains(head.name)
      if isNear { near.append(node) } else { further.append(node) }
    }
    return (near, further)
  }

  private func node(_ node: FormNode) -> EscapedHTML {
    switch node {
    case .item(let item): field(item)
    case .group(let head, let nodes):
      """
      <fieldset class="gruppo" id="\(head.name)"><legend>\(head.label.italian)\(need(head))</legend>
      \(hint(head))\(messages(head.name))\(nodes.map(self.node))</fieldset>
      """
    case .records(let head, let entries): records(head, entries)
    case .grid(let head, let columns, let rows): grid(head, columns, rows)
    }
  }

  // One value

  private func field(_ item: FormItem) -> EscapedHTML {
    let control = FieldControl(
      item: item, value: typed["f." + item.name] ?? item.value,
      describedBy: describedBy(item), isInvalid: isInvalid(item.name))
    let confirm: EscapedHTML? =
      item.isUnconfirmed
      ? "<p class=\"conferma\"><label class=\"scelta\"><input type=\"checkbox\" name=\"c.\(item.name)\" value=\"1\"> È ancora così: lo confermo<span class=\"nascosto\"> (\(item.label.italian))</span></label></p>"
      : nil
    let kept: EscapedHTML =
      "<input type=\"hidden\" name=\"b.\(item.name)\" value=\"\(FormValue.fingerprint(item.value))\">"
    let options = choices.of(item)
    if let group = control.group(options) {
      return """
        <fieldset class="campo" id="\(item.name)"\(describedBy(item))><legend>\(item.label.italian)\(need(item))</legend>
        \(hint(item))\(messages(item.name))\(group)\(adding(item))\(confirm)\(kept)</fieldset>
        """
    }
    return """
      <div class="campo" id="\(item.name)"><label for="f.\(item.name)">\(item.label.italian)\(need(item))</label>
      \(hint(item))\(messages(item.name))\(control.single(options))\(echo(item))\(adding(item))\(confirm)\(kept)</div>
      """
  }

  /// What the value was understood as.
  private func echo(_ item: FormItem) -> EscapedHTML? {
    guard FieldEcho.isSaid(item.type) else { return nil }
    return
      "<p class=\"eco\" id=\"e.\(item.name)\">\(FieldEcho.of(typed["f." + item.name] ?? item.value, item.type))</p>"
  }

  /// The way to a new entry of the register that a field refers to; what is typed here stays.
  private func adding(_ item: FormItem) -> EscapedHTML? {
    guard let edition, let kind = ReferenceChoices.newKind(for: item.type) else { return nil }
    return """
      <p class="aiuto">Non c'è? <a href="\(Shell.root)\(edition)/?nuovo=\(kind.rawValue)" target="nuovo">Aggiungi \(kind.title.lowercased())<span class="nascosto"> (si apre in un'altra finestra)</span></a></p>
      """
  }

  private func need(_ item: FormItem) -> EscapedHTML? {
    if item.isRequired { return " <span class=\"serve\">(serve)</span>" }
    return item.condition.map {
      " <span class=\"serve\">(serve \(ProblemList.withCode($0.italian)))</span>"
    }
  }

  private func hint(_ item: FormItem) -> EscapedHTML { FieldHint.markup(item, id: item.name) }

  private func isInvalid(_ name: String) -> Bool {
    refusals[name] != nil || problems.ofField[name]?.contains { $0.severity == .error } == true
  }

  private func describedBy(_ item: FormItem) -> EscapedHTML {
    let hasMessages = refusals[item.name] != nil || problems.ofField[item.name] != nil
    let marks =
      ["a"] + (hasMessages ? ["m"] : []) + (FieldEcho.isSaid(item.type) ? ["e"] : [])
    return
      " aria-describedby=\"\(marks.map { "\($0).\(item.name)" }.joined(separator: " "))\""
  }

  private func messages(_ name: String) -> EscapedHTML {
    var lines: [EscapedHTML] = []
    if let refusal = refusals[name] {
      lines.append(ProblemLine.refusal(refusal))
    }
    lines += (problems.ofField[name] ?? []).map(ProblemLine.markup)
    return "<ul class=\"messaggi\" id=\"m.\(name)\"\(lines.isEmpty ? " hidden" : "")>\(lines)</ul>"
  }

  // Lists of records

  private func records(_ head: FormItem, _ entries: [FormEntry]) -> EscapedHTML {
    let items = entries.enumerated().map { place, entry in
      self.entry(entry, place, of: entries.count, head)
    }
    let new: EscapedHTML? = adding.contains(head.name) ? newEntry(head) : nil
    return """
      <fieldset class="elenco" id="\(head.name)"><legend>\(head.label.italian) (\(entries.count))\(need(head))</legend>
      \(hint(head))\(messages(head.name))\(entries.isEmpty ? nil : "<ol class=\"voci\">\(items)</ol>")\(new)
      <p><button name="azione" value="nuova:\(head.name)">Aggiungi<span class="nascosto"> a \(head.label.italian)</span></button></p></fieldset>
      """
  }

  private func entry(
    _ entry: FormEntry, _ place: Int, of count: Int, _ head: FormItem
  ) -> EscapedHTML {
    let what: EscapedHTML = "<span class=\"nascosto\"> \(entry.summary)</span>"
    func button(_ action: String, _ label: String) -> EscapedHTML {
      "<button name=\"azione\" value=\"\(action):\(entry.name)\">\(label)\(what)</button> "
    }
    let problems = problems.count(in: entry.name)
    let mark: EscapedHTML? =
      problems == 0
      ? nil
      : " <span class=\"conta\">⚠ \(problems == 1 ? "1 problema" : "\(problems) problemi")</span>"
    let known: EscapedHTML =
      "<input type=\"hidden\" name=\"k.\(entry.name)\" value=\"\(entry.identity)\">"
    let body = entry.nodes.map { nodes -> EscapedHTML in
      "<div class=\"aperta\">\(self.nodes(nodes))<p>\(button("chiudi", "Chiudi"))</p></div>"
    }
    return """
      <li id="\(entry.name)"><p class="voce"><span class="riassunto">\(entry.summary.isEmpty ? "(vuota)" : entry.summary)</span>\(mark)</p>
      \(messages(entry.name))<p class="bottoni">\(entry.nodes == nil ? button("apri", "Modifica") : nil)\
      \(place > 0 ? button("su", "Su") : nil)\(place + 1 < count ? button("giu", "Giù") : nil)\(button("togli", "Togli"))</p>\(known)\(body)</li>
      """
  }

  private func newEntry(_ head: FormItem) -> EscapedHTML {
    guard case .list(.record(let table)) = head.type else { return "" }
    // What has entries of its own is written when the entry is there.
    let (plain, nested) = (
      table.fields.filter { $0.type.innerTable == nil },
      table.fields.filter { $0.type.innerTable != nil }
    )
    // Its controls are counted apart: `n.` and not `f.`.
    let fields = plain.map { field -> EscapedHTML in
      let item = FormItem(
        field, name: "\(head.name).0.\(field.italian)", value: "", isThere: false)
      let control = FieldControl(
        item: item, value: typed["n." + item.name] ?? "", describedBy: "", isInvalid: false,
        prefix: "n.")
      let options = choices.of(item)
      if let group = control.group(options) {
        return
          "<fieldset class=\"campo\"><legend>\(item.label.italian)\(need(item))</legend>\(hint(item))\(group)</fieldset>"
      }
      return """
        <div class="campo"><label for="n.\(item.name)">\(item.label.italian)\(need(item))</label>\(hint(item))\(control.single(options))</div>
        """
    }
    let later: EscapedHTML? =
      nested.isEmpty
      ? nil
      : "<p class=\"aiuto\">Dopo averla salvata si aggiungono: \(nested.map { $0.label.italian.lowercased() }.joined(separator: ", ")).</p>"
    return "<div class=\"aperta\" id=\"nuova\"><h2>Nuova voce</h2>\(fields)\(later)</div>"
  }

  // Series

  private func grid(_ head: FormItem, _ columns: [Field], _ rows: [FormRow]) -> EscapedHTML {
    let heads = columns.map { "<th scope=\"col\">\($0.label.italian)</th>" as EscapedHTML }
    let lines = rows.map { row -> EscapedHTML in
      let period = row.cells.first?.value ?? ""
      let cells = row.cells.map { item in cell(item, "\(item.label.italian), \(period)") }
      return """
        <tr id="\(row.name)">\(cells)\
        <td><input type="hidden" name="k.\(row.name)" value="\(row.identity)"><button name="azione" value="togli:\(row.name)">Togli<span class="nascosto"> \(period)</span></button></td></tr>
        """
    }
    let start = "n.\(head.name)."
    let filled = Set(
      typed.keys.compactMap { key in
        key.hasPrefix(start) ? Int(key.dropFirst(start.count).prefix { $0 != "." }) : nil
      })
    let free = (0...).lazy.filter { !filled.contains($0) }.prefix(max(1, 3 - filled.count))
    let new = (filled.sorted() + free).map { number -> EscapedHTML in
      let cells = columns.map { field -> EscapedHTML in
        let name = "\(start)\(number).\(field.italian)"
        return
          "<td><input type=\"text\" name=\"\(name)\" aria-label=\"\(field.label.italian), riga nuova \(number &+ 1)\" value=\"\(typed[name] ?? "")\"></td>"
      }
      return "<tr class=\"nuova\">\(cells)<td></td></tr>"
    }
    return """
      <fieldset class="elenco" id="\(head.name)"><legend>\(head.label.italian) (\(rows.count))</legend>
      \(hint(head))\(messages(head.name))
      <div class="griglia" role="region" aria-label="\(head.label.italian)" tabindex="0"><table>
      <thead><tr>\(heads)<th scope="col"><span class="nascosto">Azioni</span></th></tr></thead><tbody>\(lines)\(new)</tbody></table></div>
      <details class="incolla"><summary>Incolla da Excel</summary><label for="p.\(head.name)">Le righe copiate dal foglio, con gli anni</label>
      <textarea id="p.\(head.name)" name="p.\(head.name)" rows="4"></textarea><p><button name="azione" value="leggi:\(head.name)">Leggi le righe</button></p></details></fieldset>
      """
  }

  private func cell(_ item: FormItem, _ label: String) -> EscapedHTML {
    let invalid: EscapedHTML? = isInvalid(item.name) ? " aria-invalid=\"true\"" : nil
    let value = typed["f." + item.name] ?? item.value
    // One line is all that an input can hold.
    let control: EscapedHTML =
      value.contains(where: \.isNewline)
      ? "<textarea name=\"f.\(item.name)\" aria-label=\"\(label)\" rows=\"2\"\(invalid)>\n\(value)</textarea>"
      : "<input type=\"text\" name=\"f.\(item.name)\" aria-label=\"\(label)\" value=\"\(value)\"\(invalid)>"
    return """
      <td>\(control)\
      <input type="hidden" name="b.\(item.name)" value="\(FormValue.fingerprint(item.value))">\(messages(item.name))</td>
      """
  }
}

/// One problem in a line: how bad it is in a word, what it is, what to do.
enum ProblemLine {
  /// Why a value cannot be written.
  static func refusal(_ reason: Phrase) -> EscapedHTML {
    "<li class=\"error\"><strong>Non si può salvare:</strong> \(ProblemList.withCode(reason.italian))</li>"
  }

  /// With the words that it is about, for whoever goes to them, and what could stand in their place.
  static func markup(_ found: FieldProblems.Found) -> EscapedHTML {
    guard !found.words.isEmpty else { return markup(found.problem) }
    var data: EscapedHTML = " data-parole=\"\(found.words)\" data-volta=\"\(found.turn)\""
    // What is to be exchanged at several places is not done at one.
    if let correction = found.problem.correction, correction.others.isEmpty,
      found.words.ranges(of: correction.old).count == 1
    {
      data = "\(data) data-togli=\"\(correction.old)\" data-metti=\"\(correction.new)\""
    }
    return markup(found.problem, data)
  }

  static func markup(_ problem: Diagnostic) -> EscapedHTML { markup(problem, "") }

  private static func markup(_ problem: Diagnostic, _ data: EscapedHTML) -> EscapedHTML {
    let help = problem.help.map { " \(ProblemList.withCode($0.italian))." as EscapedHTML }
    return """
      <li class="\(Words.severity(problem.severity).english)"\(data)><strong>\(Words.severity(problem.severity).italian.capitalizedFirst):</strong> \
      \(ProblemList.withCode(problem.message.italian)).\(help)</li>
      """
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
