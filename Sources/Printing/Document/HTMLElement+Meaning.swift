import Site

/// What an element is to a document that is no page.
extension HTMLElement {
  /// What a document has otherwise, or cannot have: the contents with their pages, controls, what is only for
  /// who cannot see a page.
  var isLeftOut: Bool {
    switch name {
    case "form", "button", "input", "select", "textarea", "script", "style", "template", "nav": true
    case "svg": self["aria-hidden"] == "true"
    default: has(class: "visually-hidden")
    }
  }

  /// Elements that begin a line of their own.
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "ul",
  ]

  var isBlock: Bool {
    HTMLElement.blockNames.contains(name) || drawing != nil && !isLeftOut
  }

  var holdsBlocks: Bool { elements.contains { $0.isBlock || $0.holdsBlocks } }

  /// Whether it is a list whose items stand in a row.
  var isRow: Bool { name == "ul" && has(class: "list-inline") }

  /// The level of a heading; nil for another element.
  var level: Int? {
    guard name.utf8.count == 2, name.hasPrefix("h") else { return nil }
    return Int(name.dropFirst())
  }

  /// Its text with one blank between words.
  var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// A drawing of the program's own as a file by itself, with a style; nil for another element.
  func drawing(style: String) -> String? {
    guard let drawing else { return nil }
    let text = String(decoding: drawing, as: UTF8.self)
    guard let end = text.firstIndex(of: ">") else { return nil }
    let start = text[..<end]
    let names = start.contains("xmlns=") ? "" : " xmlns=\"http://www.w3.org/2000/svg\""
    return start + names + "><style>" + style + "</style>" + text[text.index(after: end)...]
  }
}

extension [HTMLNode] {
  /// What a file is of.
  func selected(_ selection: DocumentText.Selection?) -> [HTMLNode] {
    switch selection?.parts {
    case .only(let ids)?: parts(ids)
    case .allBut(let ids)?: without(ids)
    case nil: self
    }
  }

  /// The sections of some ids.
  private func parts(_ ids: Set<String>) -> [HTMLNode] {
    flatMap { node -> [HTMLNode] in
      guard case .element(let element) = node else { return [] }
      if let id = element["id"], ids.contains(id) { return [node] }
      return element.children.parts(ids)
    }
  }

  /// All but the sections of some ids.
  private func without(_ ids: Set<String>) -> [HTMLNode] {
    compactMap { node -> HTMLNode? in
      guard case .element(var element) = node else { return node }
      if let id = element["id"], ids.contains(id) { return nil }
      element.children = element.children.without(ids)
      return .element(element)
    }
  }

  /// What stands before the first part, and the parts.
  var frontAndParts: (front: [HTMLNode], parts: [HTMLNode]) {
    let first =
      firstIndex { if case .element(let element) = $0 { element.name == "section" } else { false } }
      ?? 0
    return (Array(self[..<first]), Array(self[first...]))
  }

  /// Looks at every element that is not left out, those before what is in them.
  func visit(_ look: (HTMLElement) -> Void) {
    for case .element(let element) in self where !element.isLeftOut {
      look(element)
      element.children.visit(look)
    }
  }
}

/// The kinds of pictures that prints and books show (EPUB 3.3, 3.2), by the endings of their names.
enum ShownPictures {
  static let mediaTypes = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "svg": "image/svg+xml", "webp": "image/webp",
  ]
}
