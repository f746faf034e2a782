extension TypstWriter {
  /// What stands in a line; nil for nothing.
  mutating func line(_ nodes: [HTMLNode]) -> String? {
    var line = TypstLine()
    add(nodes, to: &line)
    return line.content
  }

  mutating func add(_ nodes: [HTMLNode], to line: inout TypstLine) {
    for node in nodes {
      switch node {
      case .text(let text): line.add(text: text)
      case .element(let element): add(element, to: &line)
      }
    }
  }

  private mutating func add(_ element: HTMLElement, to line: inout TypstLine) {
    guard !element.isLeftOut else { return }
    if let anchor = anchor(element) { line.add(code: anchor, endsWithBlank: line.endsWithBlank) }
    switch element.name {
    case "br": line.add(code: "linebreak()", endsWithBlank: true)
    case "wbr": line.add(text: "\u{200B}")
    case "img":
      if let picture = picture(element) { line.add(code: "inline(\(picture))") }
    case "code", "kbd", "samp":
      let text = element.words
      line.add(code: "raw(\(TypstCode.literal(text)))")
    case "span" where element.has(class: "d-block"):
      // It stands below what is before it; at the beginning of a line it is there already.
      if line.content != nil { line.add(code: "linebreak()", endsWithBlank: true) }
      wrap(element, nil, in: &line)
    default: wrap(element, call(element), in: &line)
    }
  }

  /// What an element does with its content; nil for one that only holds it.
  private func call(_ element: HTMLElement) -> String? {
    switch element.name {
    case "strong", "b", "mark", "dt": return "strong("
    case "em", "i", "cite", "dfn", "var": return "emph("
    case "sup": return "super("
    case "sub": return "sub("
    case "del", "s": return "strike("
    case "small": return "minor("
    case "a":
      switch element["href"].flatMap(links.target) {
      case .label(let id): return "link(label(\(TypstCode.literal(id))), "
      case .address(let address): return "link(\(TypstCode.literal(address)), "
      case nil: return nil
      }
    default: break
    }
    if let language = element["lang"] {
      return "text(lang: \(TypstCode.literal(String(language.prefix(2)))), region: none, "
    }
    if element.has(class: "badge") { return "badge(" }
    if element.has(class: "h3") { return "number(" }
    if element.has(class: "titoletto") || element.has(class: "fw-semibold") { return "strong(" }
    return element.has(class: "small") || element.has(class: "text-secondary") ? "minor(" : nil
  }

  private mutating func wrap(_ element: HTMLElement, _ call: String?, in line: inout TypstLine) {
    guard let call else { return add(element.children, to: &line) }
    var inner = line.inner
    add(element.children, to: &inner)
    guard let content = inner.innerContent else { return }
    line.add(code: call + content.code + ")", endsWithBlank: content.endsWithBlank)
  }
}
