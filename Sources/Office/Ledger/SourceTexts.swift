/// What is taken over of a document, paragraph by paragraph, read from its markup and its ledger alone.
///
/// The reader has no part in it: what it made of the document is compared with this.
package struct SourceTexts: Sendable {
  private var paragraphs: [OfficeText.Source: String] = [:]
  /// The words of attributes: descriptions of pictures, and what is drawn as letters.
  private var attributes: [OfficeText.Source: [String]] = [:]

  /// The cells in which paragraphs stand, the innermost first.
  private var cells: [OfficeText.Source: [(row: Int, column: Int)]] = [:]

  private static let containers: Set<String> = [
    "w:p", "a:p", "text:p", "text:h", "m:oMathPara", "m:oMath", "w:drawing", "w:pict", "v:textpath",
  ]

  init(_ document: OfficePackage, _ ledger: Ledger) {
    for (part, content) in document.parts.enumerated() {
      guard let tree = content.tree else { continue }
      add(tree, part, ledger)
      addCells(tree, part)
    }
  }

  /// Counts rows and columns, with what is merged and what is deleted.
  private mutating func addCells(_ tree: XMLTree, _ part: Int) {
    guard tree.names.contains("w:tc") else { return }
    var rows: [Int: Int] = [:]
    var columns: [Int: Int] = [:]
    var places: [Int: (row: Int, column: Int)] = [:]
    var around: [[Int]] = [[Int]](repeating: [], count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() where node.name >= 0 {
      let above = node.parent < 0 ? [] : around[Int(node.parent)]
      around[index] = above
      let element = XMLElement(tree: tree, index: index)
      switch element.name {
      case "w:tr":
        let properties = element.first("w:trPr")
        guard properties?.first("w:del") == nil, let table = SourceTexts.enclosing("w:tbl", element)
        else { continue }
        rows[table, default: -1] += 1
        columns[index] =
          properties?.first("w:gridBefore")?[attribute: "w:val"].flatMap { Int($0) } ?? 0
        places[index] = (rows[table] ?? 0, 0)
      case "w:tc":
        let properties = element.first("w:tcPr")
        guard properties?.first("w:cellDel") == nil,
          let row = SourceTexts.enclosing("w:tr", element),
          let column = columns[row], let place = places[row]
        else { continue }
        places[index] = (place.row, column)
        columns[row] =
          column
          + max(1, properties?.first("w:gridSpan")?[attribute: "w:val"].flatMap { Int($0) } ?? 1)
        around[index] = [index] + above
      case "w:p", "w:drawing", "w:pict":
        if !above.isEmpty {
          cells[OfficeText.Source(part: part, node: index)] = above.compactMap { places[$0] }
        }
      default: break
      }
    }
  }

  private static func enclosing(_ name: String, _ element: XMLElement) -> Int? {
    var parent = element.parent
    while let found = parent, found.name != name { parent = found.parent }
    return parent?.index
  }

  /// The cell of a paragraph's table, or of the one around that.
  package func cell(of source: OfficeText.Source, outer: Int) -> (row: Int, column: Int)? {
    guard let places = cells[source], outer < places.count else { return nil }
    return places[outer]
  }

  private mutating func add(_ tree: XMLTree, _ part: Int, _ ledger: Ledger) {
    // The nearest container of each node, which its parent knows already.
    var nearest = [Int](repeating: -1, count: tree.nodes.count)
    // The end of what was taken as a whole: an equation, a word with its reading.
    var end = -1
    for (index, node) in tree.nodes.enumerated() {
      let above = node.parent < 0 ? -1 : nearest[Int(node.parent)]
      guard node.name >= 0 else {
        guard index >= end, ledger.isUsed(Ledger.Key(part, index)) else { continue }
        let text = tree.string(node.range)
        append(
          SourceTexts.shown(text, in: XMLElement(tree: tree, index: Int(node.parent))), part, above)
        continue
      }
      let element = XMLElement(tree: tree, index: index)
      let name = element.name
      let isEquation = name == "m:oMath" || name == "m:oMathPara"
      nearest[index] =
        SourceTexts.containers.contains(name) && !(isEquation && above >= 0) ? index : above
      let place = nearest[index]
      switch name {
      case "m:oMath" where index >= end:
        var math = MathText(part)
        append(math.words(element), part, place)
        end = Int(node.end)
      case "w:tab", "w:ptab", "w:br", "w:cr", "text:tab", "text:line-break", "text:s":
        append(" ", part, place)
      case "w:noBreakHyphen": append("\u{2011}", part, place)
      case "w:ruby":
        let (base, above) = (
          used(element.first("w:rubyBase"), part, ledger), used(element.first("w:rt"), part, ledger)
        )
        append(above.isEmpty ? base : "\(base)(\(above))", part, place)
        end = Int(node.end)
      default: break
      }
      for attribute in node.range
      where ledger.isUsed(Ledger.Key(part, index, attribute: Int(attribute))) {
        let value = tree.string(tree.attributes[Int(attribute)].value)
        switch tree.names[Int(tree.attributes[Int(attribute)].name)] {
        case "w:char":
          append(
            SymbolFonts.sign(value, font: element[attribute: "w:font"] ?? "") ?? "", part, place)
        case "descr", "title", "alt", "string", "o:title":
          attributes[OfficeText.Source(part: part, node: place), default: []].append(value)
        default: break
        }
      }
    }
  }

  private func used(_ element: XMLElement?, _ part: Int, _ ledger: Ledger) -> String {
    (element?.descendants("w:t") ?? []).map { text in
      text.children.map { child in
        if case .text(let words, let index) = child, ledger.isUsed(Ledger.Key(part, index)) {
          words
        } else {
          ""
        }
      }.joined()
    }.joined()
  }

  /// The words of a text as its program shows them.
  private static func shown(_ words: String, in parent: XMLElement) -> String {
    guard parent.name == "w:t" else { return words }
    let font = parent.parent?.first("w:rPr", "w:rFonts")?[attribute: "w:ascii"] ?? ""
    let kept = parent[attribute: "xml:space"] == "preserve" ? words : Blank.trimmed(words)
    return SymbolFonts.shown(kept, font: font)
  }

  private mutating func append(_ text: String, _ part: Int, _ node: Int) {
    paragraphs[OfficeText.Source(part: part, node: node), default: ""] += text
  }

  /// Those that have words.
  package var sources: Set<OfficeText.Source> {
    Set(paragraphs.filter { $0.value.contains { !$0.isWhitespace } }.keys).union(attributes.keys)
  }

  package func text(of source: OfficeText.Source) -> String { paragraphs[source] ?? "" }

  /// The descriptions that stand at a place, in their order.
  package func descriptions(at source: OfficeText.Source) -> [String] { attributes[source] ?? [] }
}
