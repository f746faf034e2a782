import Hypertext

/// A part of a page as a tree, for who writes it in another language.
enum HTMLNode {
  case element(HTMLElement)
  /// With its references replaced, and its blanks as they stand.
  case text(String)
}

struct HTMLElement {
  let tag: HTMLTag
  /// Which one it is of all in the document, in their order.
  var number = 0
  var children: [HTMLNode] = []
  /// A drawing as it was written; nil for all other elements.
  var drawing: [UInt8]?

  var name: String { tag.name }

  /// The value of an attribute.
  subscript(_ name: String) -> String? { tag[name] }

  func has(class name: String) -> Bool {
    tag["class"]?.split(separator: " ").contains { $0 == name } ?? false
  }

  var elements: [HTMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements of some names among its children.
  func children(_ names: String...) -> [HTMLElement] {
    elements.filter { names.contains($0.name) }
  }

  /// All text in it.
  var text: String {
    children.map {
      switch $0 {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// The first element of a name in it, at any depth.
  func first(_ name: String) -> HTMLElement? {
    for element in elements {
      if element.name == name { return element }
      if let found = element.first(name) { return found }
    }
    return nil
  }
}

/// Reads a fragment into a tree.
///
/// What the program writes is well-formed; what else a theme's templates have, an end without a beginning or a
/// paragraph that is not closed, is read so that no text is lost.
struct HTMLTree {
  private var open: [HTMLElement] = [HTMLElement(tag: HTMLTag(name: ""))]
  private var count = 0
  /// The drawing that is being read: where it began, and at which depth.
  private var drawing: (start: Int, depth: Int)?

  /// Elements that hold nothing and have no end.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// No page has so many elements within each other; what is deeper stands beside the deepest.
  private static let deepest = 400

  static func nodes(of bytes: [UInt8]) -> [HTMLNode] {
    var tree = HTMLTree()
    var tokens = HTMLTokens(bytes)
    var start = 0
    while let token = tokens.next() {
      tree.add(token, from: start, to: tokens.at, in: bytes)
      start = tokens.at
    }
    while tree.open.count > 1 { tree.close() }
    return tree.open[0].children
  }

  private mutating func add(_ token: HTMLToken, from start: Int, to end: Int, in bytes: [UInt8]) {
    switch token {
    case .text(let text): append(.text(HTMLReferences.decoded(text)))
    // A drawing's own title is read as a page's is; scripts and styles are no text.
    case .raw: break
    case .start(let tag):
      count += 1
      let isEmpty =
        HTMLTree.void.contains(tag.name) || drawing != nil && bytes[end - 2] == UInt8(ascii: "/")
      guard !isEmpty, open.count < HTMLTree.deepest else {
        return append(.element(HTMLElement(tag: tag, number: count)))
      }
      open.append(HTMLElement(tag: tag, number: count))
      if tag.name == "svg", drawing == nil { drawing = (start, open.count) }
    case .end(let name):
      guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else { return }
      while open.count > place + 1 { close() }
      if let begun = drawing, begun.depth == open.count {
        open[place].drawing = Array(bytes[begun.start..<end])
        drawing = nil
      }
      close()
    }
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    append(.element(last))
  }

  private mutating func append(_ node: HTMLNode) { open[open.count - 1].children.append(node) }
}
