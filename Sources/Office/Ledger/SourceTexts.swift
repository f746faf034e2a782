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
    "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "html:p", "html:h1", "html:h2",
    "html:h3",
    "html:h4", "html:h5", "html:h6", "html:img",
  ]

  private static let spoken: Set<String> = ["w:t", "text:p", "text:h", "text:span", "text:a"]

  init(_ document: OfficePackage, _ ledger: Ledger) {
    for (part, content) in document.parts.enumerated() {
      guard let tree = content.tree else { continue }
      add(tree, part, ledger)
      addCells(tree, part)
    }
  }

  /// Counts rows and columns, with what is merged and what is deleted.
  private mutating func addCells(_ tree: XMLTree, _ part: Int) {
    guard let names = CellNames.all.first(where: { tree.names.contains($0.cell) }) else { return }
    var rows: [Int: Int] = [:]
    var columns: [Int: Int] = [:]
    var places: [Int: (row: Int, column: Int)] = [:]
    var around = [[Int]](repeating: [], count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() where node.name >= 0 {
      let above = node.parent < 0 ? [] : around[Int(node.parent)]
      around[index] = above
      let element = XMLElement(tree: tree, index: index)
      let name = element.name
      if name == names.row {
        guard element.first("w:trPr", "w:del") == nil,
          let table = SourceTexts.enclosing(names.table, element)
        else { continue }
        rows[table, default: -1] += 1
        columns[index] = names.before(element)
        places[index] = (rows[table] ?? 0, 0)
      } else if name == names.cell || name == names.covered {
        guard element.first("w:tcPr", "w:cellDel") == nil,
          let row = SourceTexts.enclosing(names.row, element), let column = columns[row],
          let place = places[row]
        else { continue }
        let width = names.width(element)
        // Of cells that are repeated the last has the text.
        places[index] = (place.row, column + (names.cell == "w:tc" ? 0 : width - 1))
        columns[row] = column + width
        around[index] = [index] + above
      } else if !above.isEmpty, SourceTexts.containers.contains(name) {
        cells[OfficeText.Source(part: part, node: index)] = above.compactMap { places[$0] }
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
    var deletedEnd = -1
    for (index, node) in tree.nodes.enumerated() {
      let above = node.parent < 0 ? -1 : nearest[Int(node.parent)]
      guard node.name >= 0 else {
        guard index >= end, node.parent >= 0 else { continue }
        let parent = XMLElement(tree: tree, index: Int(node.parent))
        // A space by itself is on no list, and parts words.
        let isBlank = tree.isBlank(node.range)
        guard
          isBlank
            ? index >= deletedEnd
              && (SourceTexts.spoken.contains(parent.name) || parent.name.hasPrefix("html:"))
            : ledger.isUsed(Ledger.Key(part, index))
        else { continue }
        let text = tree.string(node.range)
        if ["svg:title", "svg:desc"].contains(parent.name) {
          attributes[OfficeText.Source(part: part, node: above), default: []].append(text)
        } else {
          append(SourceTexts.shown(text, in: parent), part, above)
        }
        continue
      }
      let element = XMLElement(tree: tree, index: index)
      let name = element.name
      if name == "w:moveFrom" || name == "w:del" || name == "html:del" {
        deletedEnd = max(deletedEnd, Int(node.end))
      }
      let isEquation = name == "m:oMath" || name == "m:oMathPara"
      nearest[index] =
        SourceTexts.containers.contains(name) && !(isEquation && above >= 0) ? index : above
      let place = nearest[index]
      switch name {
      case "m:oMath" where index >= end:
        var math = MathText(part)
        append(math.words(element), part, place)
        end = Int(node.end)
      case "w:tab", "w:ptab", "w:br", "w:cr", "text:tab", "text:line-break", "text:s",
        "html:br":
        append(" ", part, place)
      case "w:noBreakHyphen": append("\u{2011}", part, place)
      case "w:ruby", "text:ruby":
        let isWord = name == "w:ruby"
        let base = used(element.first(isWord ? "w:rubyBase" : "text:ruby-base"), part, ledger)
        let above = used(element.first(isWord ? "w:rt" : "text:ruby-text"), part, ledger)
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
    guard let element else { return "" }
    let tree = element.tree
    return element.span.filter { tree.nodes[$0].name < 0 && ledger.isUsed(Ledger.Key(part, $0)) }
      .map { tree.string(tree.nodes[$0].range) }.joined()
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

/// What tables are called in a form of documents.
private struct CellNames {
  let table: String
  let row: String
  let cell: String
  let covered: String

  static let all = [
    CellNames(table: "w:tbl", row: "w:tr", cell: "w:tc", covered: "w:tc"),
    CellNames(
      table: "table:table", row: "table:table-row", cell: "table:table-cell",
      covered: "table:covered-table-cell"),
    CellNames(
      table: "html:table", row: "html:tr", cell: "html:td", covered: "html:covered"),
  ]

  func before(_ row: XMLElement) -> Int {
    row.first("w:trPr", "w:gridBefore")?[attribute: "w:val"].flatMap { Int($0) } ?? 0
  }

  func width(_ cell: XMLElement) -> Int {
    let text =
      cell.first("w:tcPr", "w:gridSpan")?[attribute: "w:val"]
      ?? cell[attribute: "table:number-columns-repeated"]
    return min(max(1, text.flatMap { Int($0) } ?? 1), 63)
  }
}
