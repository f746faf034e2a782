import Diagnostics

/// What one page says of itself, read in one go: what its links lead to and what other pages may lead to, and
/// what its readers would stumble over.
struct PageFacts: Sendable {
  /// A rule of WCAG 2.2 that can be seen without a browser, and is broken here.
  struct Finding: Sendable {
    /// The number of the success criterion.
    let criterion: String
    let message: Phrase
  }

  private(set) var ids: Set<String> = []
  /// The addresses that it loads or leads to, as they are written.
  private(set) var links: [String] = []
  private(set) var findings: [Finding] = []

  init(_ html: String) {
    var reader = Reader()
    for token in HTMLTokens(html) { reader.read(token) }
    reader.finish()
    ids = reader.ids
    links = reader.links
    findings = reader.findings
  }
}

/// Reads a page from its beginning to its end.
private struct Reader {
  /// An element whose name is the text in it.
  private struct Named {
    let element: Substring
    let kind: Phrase
    var hasName: Bool
  }

  var title = ""
  var ids: Set<String> = []
  var links: [String] = []
  var findings: [PageFacts.Finding] = []
  private var isInTitle = false
  private var named: [Named] = []
  private var level = 0
  private var mainHeadings = 0
  private var mains = 0
  private var labelled: Set<String> = []
  private var labels = 0
  /// Ids that others speak of, and fields that are to have a label, with what is said where they do not.
  private var references: [(id: String, attribute: Substring)] = []
  private var fields: [(id: String, name: String)] = []

  private mutating func tell(_ criterion: String, _ italian: String, _ english: String) {
    findings.append(.init(criterion: criterion, message: Phrase(it: italian, en: english)))
  }

  mutating func read(_ token: HTMLToken) {
    switch token {
    case .text(let text): read(text)
    case .end(let name): end(name)
    case .start(let name, let attributes):
      identify(attributes)
      refer(attributes)
      start(name, attributes)
    }
  }

  private mutating func read(_ text: Substring) {
    if isInTitle { title += text }
    guard !named.isEmpty, text.contains(where: { !$0.isWhitespace }) else { return }
    for index in named.indices { named[index].hasName = true }
  }

  private mutating func end(_ name: Substring) {
    if name == "title" { isInTitle = false }
    if name == "label" { labels = max(0, labels - 1) }
    guard let last = named.last, last.element == name else { return }
    named.removeLast()
    guard !last.hasName else { return }
    tell(
      name.hasPrefix("h") ? "1.3.1" : "4.1.2", "\(last.kind.italian) senza testo",
      "\(last.kind.english) without a text")
  }

  private mutating func identify(_ attributes: [Substring: String]) {
    guard let id = attributes["id"] else { return }
    if !ids.insert(id).inserted {
      tell("1.3.1", "due elementi hanno l'id `\(id)`", "two elements have the id `\(id)`")
    }
  }

  private mutating func refer(_ attributes: [Substring: String]) {
    for name: Substring in [
      "aria-labelledby", "aria-describedby", "aria-controls", "for", "headers",
    ] {
      for id in attributes[name]?.split(separator: " ") ?? [] {
        references.append((String(id), name))
      }
    }
    if let id = attributes["for"] { labelled.insert(id) }
    if let index = attributes["tabindex"].flatMap({ Int($0) }), index > 0 {
      tell("2.4.3", "un `tabindex` maggiore di 0", "a `tabindex` greater than 0")
    }
    if attributes["autoplay"] != nil {
      tell(
        "1.4.2", "qualcosa parte da solo (`autoplay`)", "something starts by itself (`autoplay`)")
    }
  }

  private static func name(_ attributes: [Substring: String]) -> Bool {
    ["aria-label", "aria-labelledby", "title"].contains { !(attributes[$0] ?? "").isEmpty }
  }

  private mutating func open(
    _ element: Substring, _ kind: Phrase, _ attributes: [Substring: String]
  ) {
    named.append(Named(element: element, kind: kind, hasName: Reader.name(attributes)))
  }

  private mutating func start(_ name: Substring, _ attributes: [Substring: String]) {
    switch name {
    case "html":
      if (attributes["lang"] ?? "").isEmpty {
        tell("3.1.1", "la pagina non dice la sua lingua", "the page does not tell its language")
      }
    case "title": isInTitle = title.isEmpty
    case "meta": meta(attributes)
    case "main": mains += 1
    case "h1", "h2", "h3", "h4", "h5", "h6": heading(name, attributes)
    case "a":
      if let address = attributes["href"] { links.append(address) }
      open(name, Phrase(it: "un collegamento", en: "a link"), attributes)
    case "button": open(name, Phrase(it: "un pulsante", en: "a button"), attributes)
    case "img": picture(attributes)
    case "svg" where attributes["role"] == "img":
      if !Reader.name(attributes) {
        tell("1.1.1", "un grafico senza nome", "a chart without a name")
      }
    case "link", "script", "source":
      if let address = attributes["href"] ?? attributes["src"] { links.append(address) }
    case "label": labels += 1
    case "input", "select", "textarea": field(attributes)
    case "th":
      if attributes["scope"] == nil, attributes["id"] == nil {
        tell(
          "1.3.1", "una cella d'intestazione senza `scope`", "a header cell without `scope`")
      }
    case "iframe" where !Reader.name(attributes):
      tell("4.1.2", "un riquadro (`iframe`) senza titolo", "a frame without a title")
    default: break
    }
  }

  private mutating func meta(_ attributes: [Substring: String]) {
    guard attributes["name"] == "viewport", let content = attributes["content"] else { return }
    if content.contains("user-scalable=no") || content.contains("maximum-scale") {
      tell("1.4.4", "la pagina non si può ingrandire", "the page cannot be enlarged")
    }
  }

  private mutating func heading(_ name: Substring, _ attributes: [Substring: String]) {
    let new = Int(name.dropFirst()) ?? 1
    if new > level + 1 {
      tell(
        "1.3.1", "dopo un titolo di livello \(level) ne viene uno di livello \(new)",
        "a heading of level \(new) follows one of level \(level)")
    }
    level = new
    if new == 1 { mainHeadings += 1 }
    open(name, Phrase(it: "un titolo", en: "a heading"), attributes)
  }

  private mutating func picture(_ attributes: [Substring: String]) {
    if let address = attributes["src"] { links.append(address) }
    guard let alternative = attributes["alt"] else {
      return tell(
        "1.1.1", "un'immagine senza testo alternativo", "a picture without a text alternative")
    }
    if !alternative.isEmpty { for index in named.indices { named[index].hasName = true } }
  }

  private mutating func field(_ attributes: [Substring: String]) {
    let isSilent = ["hidden", "submit", "button", "reset"].contains(attributes["type"])
    guard !isSilent, !Reader.name(attributes), labels == 0 else { return }
    fields.append((attributes["id"] ?? "", attributes["name"] ?? ""))
  }

  mutating func finish() {
    if title.allSatisfy(\.isWhitespace) {
      tell("2.4.2", "la pagina non ha titolo", "the page has no title")
    }
    if mainHeadings != 1 {
      tell(
        "1.3.1", "i titoli di livello 1 sono \(mainHeadings), non uno",
        "there are \(mainHeadings) headings of level 1, not one")
    }
    if mains != 1 {
      tell(
        "1.3.1", "le parti principali (`main`) sono \(mains), non una",
        "there are \(mains) main parts (`main`), not one")
    }
    for (id, attribute) in references where !ids.contains(id) {
      tell(
        "1.3.1", "`\(attribute)` parla di `\(id)`, che non c'è",
        "`\(attribute)` names `\(id)`, "
          + "which is not there")
    }
    for field in fields where !labelled.contains(field.id) {
      tell(
        "1.3.1", "il campo `\(field.name)` non ha un'etichetta",
        "the field `\(field.name)` has no label")
    }
  }
}
