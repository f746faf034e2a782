import Diagnostics
import Hypertext
import Output

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
  /// The addresses that it loads or leads to, as they are written, each once.
  private(set) var links: Set<String> = []
  private(set) var findings: [Finding] = []

  init(_ html: [UInt8]) {
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
    let element: String
    let kind: Phrase
    var hasName: Bool
  }

  var title = ""
  var ids: Set<String> = []
  var links: Set<String> = []
  var findings: [PageFacts.Finding] = []
  private var isInTitle = false
  private var named: [Named] = []
  /// How many of them, from the outermost, surely have a name: a text is that of all around it.
  private var namedCount = 0
  private var level = 0
  private var mainHeadings = 0
  private var mains = 0
  private var labelled: Set<String> = []
  private var labels = 0
  /// Ids that other elements refer to, and fields that need a label, each with the finding where it is missing.
  private var references: [(id: String, attribute: String)] = []
  private var fields: [(id: String, name: String)] = []

  private mutating func tell(_ criterion: String, _ italian: String, _ english: String) {
    findings.append(.init(criterion: criterion, message: Phrase(it: italian, en: english)))
  }

  mutating func read(_ token: HTMLToken) {
    switch token {
    case .text(let text): read(text)
    case .raw: break
    case .end(let name): end(name)
    case .start(let tag):
      for attribute in tag.attributes { read(attribute) }
      start(tag)
    }
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    if isInTitle { title += String(decoding: text, as: UTF8.self) }
    guard namedCount < named.count, Reader.saysAnything(text) else { return }
    nameAll()
  }

  private mutating func nameAll() {
    for index in namedCount..<named.count { named[index].hasName = true }
    namedCount = named.count
  }

  private static func saysAnything(_ text: ArraySlice<UInt8>) -> Bool {
    if text.contains(where: { $0 > 0x20 && $0 < 0x7F }) { return true }
    return text.contains { $0 >= 0x80 }
      && String(decoding: text, as: UTF8.self).contains { !$0.isWhitespace }
  }

  private mutating func end(_ name: String) {
    if name == "title" { isInTitle = false }
    if name == "label" { labels = max(0, labels - 1) }
    guard let last = named.last, last.element == name else { return }
    named.removeLast()
    namedCount = min(namedCount, named.count)
    guard !last.hasName else { return }
    tell(
      name.hasPrefix("h") ? "1.3.1" : "4.1.2", "\(last.kind.italian) senza testo",
      "\(last.kind.english) without a text")
  }

  /// What an attribute says of its element and of others, whatever the element is.
  private mutating func read(_ attribute: HTMLTag.Attribute) {
    switch attribute.name {
    case "id": identify(attribute.value)
    case "aria-labelledby", "aria-describedby", "aria-controls", "headers", "for":
      for id in attribute.bytes.split(separator: UInt8(ascii: " ")) {
        references.append((String(decoding: id, as: UTF8.self), attribute.name))
      }
      if attribute.name == "for" { labelled.insert(attribute.value) }
    case "tabindex":
      guard let index = Int(attribute.value), index > 0 else { return }
      tell("2.4.3", "un `tabindex` maggiore di 0", "a `tabindex` greater than 0")
    case "autoplay":
      tell(
        "1.4.2", "qualcosa parte da solo (`autoplay`)", "something starts by itself (`autoplay`)")
    default: break
    }
  }

  private mutating func identify(_ id: String) {
    if !ids.insert(id).inserted {
      tell("1.3.1", "due elementi hanno l'id `\(id)`", "two elements have the id `\(id)`")
    }
  }

  private static func name(_ tag: HTMLTag) -> Bool {
    tag.states("aria-label") || tag.states("aria-labelledby") || tag.states("title")
  }

  private mutating func open(_ tag: HTMLTag, _ kind: Phrase) {
    named.append(Named(element: tag.name, kind: kind, hasName: Reader.name(tag)))
  }

  private mutating func start(_ tag: HTMLTag) {
    switch tag.name {
    case "html":
      if !tag.states("lang") {
        tell("3.1.1", "la pagina non dice la sua lingua", "the page does not tell its language")
      }
    case "title": isInTitle = title.isEmpty
    case "meta": meta(tag)
    case "main": mains += 1
    case "h1", "h2", "h3", "h4", "h5", "h6": heading(tag)
    case "a":
      if let address = tag["href"] { links.insert(address) }
      open(tag, Phrase(it: "un collegamento", en: "a link"))
    case "button": open(tag, Phrase(it: "un pulsante", en: "a button"))
    case "img": picture(tag)
    case "svg" where tag["role"] == "img":
      if !Reader.name(tag) {
        tell("1.1.1", "un grafico senza nome", "a chart without a name")
      }
    case "link", "script", "source":
      if let address = tag["href"] ?? tag["src"] { links.insert(address) }
    case "label": labels += 1
    case "input", "select", "textarea": field(tag)
    case "th":
      if !tag.has("scope"), !tag.has("id") {
        tell(
          "1.3.1", "una cella d'intestazione senza `scope`", "a header cell without `scope`")
      }
    case "iframe" where !Reader.name(tag):
      tell("4.1.2", "un riquadro (`iframe`) senza titolo", "a frame without a title")
    default: break
    }
  }

  private mutating func meta(_ tag: HTMLTag) {
    guard tag["name"] == "viewport", let content = tag["content"] else { return }
    if content.contains("user-scalable=no") || content.contains("maximum-scale") {
      tell("1.4.4", "la pagina non si può ingrandire", "the page cannot be enlarged")
    }
  }

  private mutating func heading(_ tag: HTMLTag) {
    let new = Int(tag.name.dropFirst()) ?? 1
    if new > level + 1 {
      tell(
        "1.3.1", "dopo un titolo di livello \(level) ne viene uno di livello \(new)",
        "a heading of level \(new) follows one of level \(level)")
    }
    level = new
    if new == 1 { mainHeadings += 1 }
    open(tag, Phrase(it: "un titolo", en: "a heading"))
  }

  private mutating func picture(_ tag: HTMLTag) {
    if let address = tag["src"] { links.insert(address) }
    for one in (tag["srcset"] ?? "").split(separator: ",") {
      if let address = one.split(separator: " ").first { links.insert(String(address)) }
    }
    guard tag.has("alt") else {
      return tell(
        "1.1.1", "un'immagine senza testo alternativo", "a picture without a text alternative")
    }
    if tag.states("alt") { nameAll() }
  }

  private mutating func field(_ tag: HTMLTag) {
    let isSilent = ["hidden", "submit", "button", "reset"].contains(tag["type"])
    guard !isSilent, !Reader.name(tag), labels == 0 else { return }
    fields.append((tag["id"] ?? "", tag["name"] ?? ""))
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
