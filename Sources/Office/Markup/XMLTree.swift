/// One part's markup as a tree: its nodes in the order of the document, kept in arrays.
///
/// A document of a hundred sheets has a million nodes: an object for each would be slow and large.
package final class XMLTree: Sendable {
  struct Node: Sendable {
    /// Of an element, in `names`; -1 for a text.
    var name: Int32
    var parent: Int32
    /// Of the first node behind all that is in it.
    var end: Int32
    /// A text's bytes, or an element's attributes.
    var range: Range<Int32>
  }

  struct Attribute: Sendable {
    let name: Int32
    let value: Range<Int32>
  }

  let nodes: [Node]
  let attributes: [Attribute]
  /// `w:p`: the usual prefix of a namespace that is known, whatever the part calls it.
  let names: [String]
  private let text: [UInt8]

  init(nodes: [Node], attributes: [Attribute], names: [String], text: [UInt8]) {
    (self.nodes, self.attributes, self.names, self.text) = (nodes, attributes, names, text)
  }

  package var root: XMLElement { XMLElement(tree: self, index: 0) }

  func string(_ range: Range<Int32>) -> String {
    String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// Whether a text has more in it than layout.
  func isBlank(_ range: Range<Int32>) -> Bool {
    text[Int(range.lowerBound)..<Int(range.upperBound)].allSatisfy {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
    }
  }
}

/// An element of a tree.
package struct XMLElement: Sendable {
  package let tree: XMLTree
  /// Its place among the nodes, by which it is known.
  package let index: Int

  package enum Child: Sendable {
    case element(XMLElement)
    /// With its place among the nodes.
    case text(String, index: Int)
  }

  package var name: String { tree.names[Int(tree.nodes[index].name)] }

  /// What stands right in it, in order.
  package var children: [Child] {
    var found: [Child] = []
    var at = index + 1
    let end = Int(tree.nodes[index].end)
    while at < end {
      let node = tree.nodes[at]
      if node.name < 0 {
        found.append(.text(tree.string(node.range), index: at))
      } else {
        found.append(.element(XMLElement(tree: tree, index: at)))
      }
      at = node.name < 0 ? at + 1 : Int(node.end)
    }
    return found
  }

  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  package func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  /// Along names, from one to the next within it.
  package func first(_ path: String...) -> XMLElement? {
    path.reduce(Optional(self)) { element, name in element?.first(name) }
  }

  package func all(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  package subscript(attribute name: String) -> String? {
    let range = tree.nodes[index].range
    for attribute in tree.attributes[Int(range.lowerBound)..<Int(range.upperBound)]
    where tree.names[Int(attribute.name)] == name {
      return tree.string(attribute.value)
    }
    return nil
  }

  package var attributes: [(name: String, value: String)] {
    let range = tree.nodes[index].range
    return tree.attributes[Int(range.lowerBound)..<Int(range.upperBound)].map {
      (tree.names[Int($0.name)], tree.string($0.value))
    }
  }

  package var parent: XMLElement? {
    let parent = Int(tree.nodes[index].parent)
    return parent < 0 ? nil : XMLElement(tree: tree, index: parent)
  }

  /// All texts in it, one after another.
  package var text: String {
    let end = Int(tree.nodes[index].end)
    return (index + 1..<end).reduce(into: "") { text, at in
      let node = tree.nodes[at]
      if node.name < 0 { text += tree.string(node.range) }
    }
  }

  /// All elements in it, at any depth, in order.
  package func descendants(_ name: String) -> [XMLElement] {
    guard let wanted = tree.names.firstIndex(of: name) else { return [] }
    let end = Int(tree.nodes[index].end)
    return (index + 1..<end).filter { tree.nodes[$0].name == wanted }
      .map { XMLElement(tree: tree, index: $0) }
  }
}
