/// What stands in a package, piece by piece, and what became of each: taken over, or left out with a reason.
///
/// The list is made before anything is read and without the reader, which can only mark what is on it.
package struct Ledger: Sendable {
  /// By which a piece is known.
  struct Key: Hashable, Sendable {
    /// The part's place in the package.
    let part: Int
    /// In the part's tree; -1 for a part that is no markup.
    let node: Int
    /// Among all attributes of the tree; -1 for a text.
    let attribute: Int

    init(_ part: Int, _ node: Int, attribute: Int = -1) {
      (self.part, self.node, self.attribute) = (part, node, attribute)
    }
  }

  package enum Kind: Sendable { case text, attribute, target, binary }

  package enum Fate: Sendable, Equatable {
    case used
    case left(LeftReason)
    /// Nobody said what became of it.
    case open
    /// It was taken twice, or taken and left.
    case twice
  }

  package struct Entry: Sendable {
    package let part: String
    package let kind: Kind
    /// The name of the element that it stands in; empty for a part.
    package let element: String
    package let text: String
    /// Whether somebody deleted it, or moved it away: it may never be taken over.
    package let isDeleted: Bool
    package internal(set) var fate: Fate
  }

  /// In the order of the package.
  package private(set) var entries: [Entry] = []
  private var places: [Key: Int] = [:]
  /// The entries of each part, and the node of each entry: they stand in their order.
  private var ofParts: [Range<Int>] = []
  private var nodes: [Int] = []

  init(_ document: OfficePackage) {
    for (part, content) in document.parts.enumerated() {
      let start = entries.count
      if let tree = content.tree {
        add(tree, part, content.name)
      } else {
        add(
          Key(part, -1),
          Entry(
            part: content.name, kind: .binary, element: "", text: "", isDeleted: false, fate: .open)
        )
      }
      ofParts.append(start..<entries.count)
    }
  }

  private static let deletions: Set<String> = [
    "w:del", "w:moveFrom", "text:tracked-changes", "html:del",
  ]

  private mutating func add(_ tree: XMLTree, _ part: Int, _ name: String) {
    // The end of what is deleted.
    var deletedEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      let isDeleted = index < deletedEnd
      if !isDeleted, node.name >= 0, Ledger.deletions.contains(tree.names[Int(node.name)]) {
        deletedEnd = Int(node.end)
      }
      guard node.name < 0 else {
        let element = tree.names[Int(node.name)]
        for place in node.range {
          let attribute = tree.attributes[Int(place)]
          let key = tree.names[Int(attribute.name)]
          guard let kind = SpokenAttributes.kind(key, of: element, in: tree, node) else { continue }
          let value = tree.string(attribute.value)
          guard value.contains(where: { !$0.isWhitespace }) else { continue }
          add(
            Key(part, index, attribute: Int(place)),
            Entry(
              part: name, kind: kind, element: element, text: value, isDeleted: isDeleted,
              fate: .open))
        }
        continue
      }
      guard !tree.isBlank(node.range), node.parent >= 0 else { continue }
      let element = tree.names[Int(tree.nodes[Int(node.parent)].name)]
      add(
        Key(part, index),
        Entry(
          part: name, kind: .text, element: element, text: tree.string(node.range),
          isDeleted: isDeleted,
          fate: .open)
      )
    }
  }

  private mutating func add(_ key: Key, _ entry: Entry) {
    places[key] = entries.count
    nodes.append(key.node)
    entries.append(entry)
  }

  /// Marks a piece; what is on no list (a blank, an attribute that says nothing) is not marked.
  mutating func mark(_ key: Key, _ fate: Fate) {
    guard let place = places[key] else { return }
    let old = entries[place].fate
    entries[place].fate = old == .open || old == fate && fate != .used ? fate : .twice
  }

  func isUsed(_ key: Key) -> Bool { places[key].map { entries[$0].fate == .used } ?? false }

  /// Leaves what was taken over of a paragraph, or a part, after all.
  mutating func release(_ source: OfficeText.Source, _ reason: LeftReason) {
    let range = ofParts[source.part]
    for place in place(ofNode: source.node, in: range)..<range.upperBound {
      guard source.node >= 0 ? nodes[place] < source.end : nodes[place] < 0 else { break }
      if entries[place].fate == .used { entries[place].fate = .left(reason) }
    }
  }

  /// Leaves all that nobody has marked of a part, or of some nodes of it.
  mutating func leave(_ part: Int, within wanted: Range<Int>? = nil, _ reason: LeftReason) {
    let range = ofParts[part]
    let first = wanted.map { place(ofNode: $0.lowerBound, in: range) } ?? range.lowerBound
    for place in first..<range.upperBound {
      if let wanted, nodes[place] >= wanted.upperBound { break }
      if entries[place].fate == .open { entries[place].fate = .left(reason) }
    }
  }

  /// Of the first entry that stands at a node or behind it.
  private func place(ofNode node: Int, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether something of a part is still to be marked.
  func isOpen(_ part: Int) -> Bool { ofParts[part].contains { entries[$0].fate == .open } }

  /// The same of some of its nodes.
  func isOpen(_ part: Int, within wanted: Range<Int>) -> Bool {
    let range = ofParts[part]
    let first = place(ofNode: wanted.lowerBound, in: range)
    return (first..<range.upperBound).prefix { nodes[$0] < wanted.upperBound }
      .contains { entries[$0].fate == .open }
  }

  /// What is neither taken over nor left with a reason, or both: a fault of the reader's, for which nothing is written.
  package var faults: [Entry] {
    entries.filter { $0.fate == .open || $0.fate == .twice || $0.isDeleted && $0.fate == .used }
  }

  package var used: Int { entries.count { $0.fate == .used } }

  /// How many pieces were left for each reason, the most first.
  package var left: [(reason: LeftReason, count: Int)] {
    var counts: [LeftReason: Int] = [:]
    for case .left(let reason) in entries.map(\.fate) { counts[reason, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { ($0.key, $0.value) }
  }
}

/// The attributes in which words stand that somebody wrote, or an address outside.
enum SpokenAttributes {
  static func kind(
    _ name: String, of element: String, in tree: XMLTree, _ node: XMLTree.Node
  ) -> Ledger.Kind? {
    if element.hasPrefix("html:") { return hypertext(name, of: element, in: tree, node) }
    switch name {
    case "descr", "title":
      return element.hasSuffix(":docPr") || element.hasSuffix(":cNvPr") ? .attribute : nil
    case "alt", "o:title", "o:alt": return element.hasPrefix("v:") ? .attribute : nil
    case "string": return element == "v:textpath" ? .attribute : nil
    case "w:char": return element == "w:sym" ? .attribute : nil
    case "w:displayText", "w:tooltip": return .attribute
    case "w:val": return element == "w:listEntry" ? .attribute : nil
    case "m:val":
      return element == "m:chr" || element == "m:begChr" || element == "m:endChr" ? .attribute : nil
    case "Target":
      let isOutside = node.range.contains { place in
        let attribute = tree.attributes[Int(place)]
        return tree.names[Int(attribute.name)] == "TargetMode"
          && tree.string(attribute.value) == "External"
      }
      return isOutside ? .target : nil
    case "xlink:href":
      let value =
        node.range.first { tree.names[Int(tree.attributes[Int($0)].name)] == name }
        .map { tree.string(tree.attributes[Int($0)].value) } ?? ""
      return element == "text:a" || value.contains("://") ? .target : nil
    case "office:title", "text:description": return .attribute
    default: return nil
    }
  }

  private static func hypertext(
    _ name: String, of element: String, in tree: XMLTree, _ node: XMLTree.Node
  ) -> Ledger.Kind? {
    switch name {
    case "alt": return element == "html:img" ? .attribute : nil
    case "title": return .attribute
    case "value": return element == "html:input" ? .attribute : nil
    case "src": return element == "html:img" ? .target : nil
    case "href":
      let place = node.range.first { tree.names[Int(tree.attributes[Int($0)].name)] == name }
      let value = place.map { tree.string(tree.attributes[Int($0)].value) } ?? ""
      return element == "html:a" && !value.hasPrefix("#") ? .target : nil
    default: return nil
    }
  }
}
