/// What the prefixes of names stand for at a place of an XML text (https://www.w3.org/TR/xml-names/).
struct NamespaceTable {
  enum Meaning {
    /// Of a drawing, or of nothing that is known.
    case drawing
    /// Of a page: XHTML, or formulas, in which pages can stand.
    case page
    /// Of a program that draws, or of a description.
    case foreign
  }

  /// By prefix, the innermost last.
  private var meanings: [String: [Meaning]] = [:]
  /// The prefixes that each open element declares.
  private var declared: [[String]] = []

  mutating func enter(_ attributes: [XMLReader.Attribute]) {
    var prefixes: [String] = []
    for attribute in attributes {
      guard let prefix = NamespaceTable.prefix(declaredBy: attribute.name) else { continue }
      meanings[prefix, default: []].append(NamespaceTable.meaning(ofName: attribute.value))
      prefixes.append(prefix)
    }
    declared.append(prefixes)
  }

  mutating func leave() {
    for prefix in declared.popLast() ?? [] { meanings[prefix]?.removeLast() }
  }

  func meaning(of name: String) -> Meaning { meanings[prefix(of: name)]?.last ?? .drawing }

  /// A name without a prefix belongs to its element.
  func meaning(ofAttribute name: String) -> Meaning {
    name.contains(":") ? meaning(of: name) : .drawing
  }

  static func declares(_ name: String) -> Bool { prefix(declaredBy: name) != nil }

  private static func prefix(declaredBy name: String) -> String? {
    if name == "xmlns" { return "" }
    return name.hasPrefix("xmlns:") ? String(name.dropFirst(6)) : nil
  }

  private func prefix(of name: String) -> String {
    name.firstIndex(of: ":").map { String(name[..<$0]) } ?? ""
  }

  private static func meaning(ofName name: String) -> Meaning {
    switch name {
    case "", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink",
      "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2001/xml-events":
      .drawing
    case "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML",
      "http://www.w3.org/1999/XSL/Transform":
      .page
    default: .foreign
    }
  }
}
