import Hypertext

/// HTML as a tree like those of packages: every text stands in a paragraph, and every row of a table has all its cells.
///
/// Browsers draw a box around a text that has no paragraph of its own (CSS 2.2, 9.2.1.1), and begin anew in each what was
/// bold around it; so does this. No text of the page is left out of the tree.
struct HTMLTreeBuilder {
  /// So many elements within each other no program writes.
  private static let mostLevels = 400
  private static let mostNodes = 8_000_000
  private static let mostColumns = 256
  private static let mostAlike = 16

  private var nodes: [XMLTree.Node] = []
  private var attributes: [XMLTree.Attribute] = []
  private var names: [String] = []
  private var places: [String: Int32] = [:]
  private var text: [UInt8] = []

  private struct Block {
    let name: String
    let node: Int
    /// Of a cell: what it covers beside itself.
    var span = (columns: 1, rows: 1)
    /// Of a table: how many rows each column is still covered from above.
    var covered: [Int: Int] = [:]
    /// Of a cell its own, of a table that of the next cell.
    var column = 0
  }

  private var blocks: [Block] = []
  /// What is around the texts to come, the outermost first, and how many blocks were open where it began.
  private var inlines: [(tag: HTMLTag, depth: Int)] = []
  /// The paragraph that is open, and the inlines that are written in it.
  private var paragraph: (node: Int, name: String)?
  private var written: [Int] = []
  /// What the next text is that of, where it is not a paragraph's: `title`.
  private var named: String?

  private init() {}

  /// - Throws: `tooDeep`, `tooLarge`.
  static func tree(of bytes: [UInt8], part: String) throws(OfficeFlaw) -> XMLTree {
    var builder = HTMLTreeBuilder()
    builder.openBlock("html", HTMLTag(name: "html"))
    for token in HTMLTokens(bytes) {
      switch token {
      case .start(let tag): builder.start(tag)
      case .end(let name): builder.end(name)
      case .text(let text): builder.add(HTMLReferences.decoded(text))
      case .raw(let text): builder.add(aside: String(decoding: text, as: UTF8.self))
      }
      if builder.blocks.count + builder.inlines.count > mostLevels { throw .tooDeep(part: part) }
      if builder.nodes.count > mostNodes { throw .tooLarge(part: part) }
    }
    while !builder.blocks.isEmpty { builder.closeBlock() }
    return XMLTree(
      nodes: builder.nodes, attributes: builder.attributes, names: builder.names,
      text: builder.text)
  }

  // Tags

  /// Those that stand on lines of their own (HTML Standard, 15.3).
  private static let flow: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "li",
    "main",
    "menu", "nav", "ol", "pre", "section", "summary", "ul", "table", "tbody", "thead", "tfoot",
    "tr",
    "td", "caption", "colgroup", "hgroup", "search", "frameset",
  ]
  private static let leaves: Set<String> = ["p", "h1", "h2", "h3", "h4", "h5", "h6"]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "frame", "param",
  ]
  private static let formatting: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]
  private static let tableParts: Set<String> = ["table", "tbody", "thead", "tfoot", "tr"]

  private mutating func start(_ tag: HTMLTag) {
    let name = tag.name == "th" ? "td" : tag.name
    if HTMLTreeBuilder.leaves.contains(name) {
      closeParagraph()
      prepareCell()
      open(paragraph: name, tag)
    } else if HTMLTreeBuilder.flow.contains(name) {
      closeParagraph()
      close(before: name)
      if name == "td", blocks.last?.name != "tr" { openBlock("tr", HTMLTag(name: "tr")) }
      if !HTMLTreeBuilder.tableParts.contains(name) || name == "table", name != "td",
        name != "caption", name != "colgroup"
      {
        prepareCell()
      }
      if name == "td" { cover() }
      openBlock(name, tag)
      if name == "td" {
        func number(_ name: String, _ most: Int) -> Int {
          min(max(tag[name].flatMap { Int($0) } ?? 1, 1), most)
        }
        blocks[blocks.count - 1].span = (number("colspan", 63), number("rowspan", 1000))
      }
    } else if HTMLTreeBuilder.void.contains(name) {
      switch name {
      case "hr": closeParagraph()
      case "col", "base", "link", "meta", "param", "source", "track", "area", "wbr", "frame": break
      default:
        openParagraph()
        element(name, tag)
      }
    } else if ["script", "style", "title", "textarea"].contains(name) {
      named = name
    } else if name != "html" {
      add(inline: tag)
    }
  }

  /// Of those that nobody ever closes only the last go on (HTML Standard, 13.2.4.3).
  private mutating func add(inline tag: HTMLTag) {
    let same = inlines.indices.filter {
      inlines[$0].tag.name == tag.name && inlines[$0].depth == blocks.count
    }
    if same.count >= HTMLTreeBuilder.mostAlike, let first = same.first {
      closeInlines(from: first)
      inlines.remove(at: first)
    }
    inlines.append((tag, blocks.count))
  }

  /// Closes what ends where something begins (HTML Standard, 13.1.2.4).
  private mutating func close(before name: String) {
    switch name {
    case "li": close("li", within: ["ul", "ol", "menu", "dir"])
    case "dd", "dt":
      close("dd", within: ["dl"])
      close("dt", within: ["dl"])
    case "td": close("td", within: ["table"])
    case "tr":
      close("td", within: ["table"])
      close("tr", within: ["table"])
    case "tbody", "thead", "tfoot", "caption", "colgroup":
      for part in ["td", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"] {
        close(part, within: ["table"])
      }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    let name = name == "th" ? "td" : name
    if name == named {
      named = nil
    } else if HTMLTreeBuilder.leaves.contains(name) {
      if paragraph?.name == name { closeParagraph() }
    } else if HTMLTreeBuilder.flow.contains(name) {
      closeParagraph()
      // No end of something else leads out of a cell.
      let isTable = HTMLTreeBuilder.tableParts.contains(name) || name == "td" || name == "caption"
      close(name, within: isTable ? (name == "table" ? [] : ["table"]) : ["td", "caption"])
    } else if let place = inlines.lastIndex(where: { $0.tag.name == name }) {
      closeInlines(from: place)
      // What only begins in it ends with it; how letters look goes on (HTML Standard, 13.2.6.4.7).
      let inner = inlines[(place + 1)...].filter {
        HTMLTreeBuilder.formatting.contains($0.tag.name)
      }
      inlines.replaceSubrange(place..., with: inner)
    }
  }

  /// Closes a block that is open, with all in it.
  ///
  /// - Parameter limits: those that it is not looked for beyond.
  private mutating func close(_ name: String, within limits: Set<String>) {
    guard let place = blocks.lastIndex(where: { $0.name == name || limits.contains($0.name) }),
      place > 0, blocks[place].name == name
    else { return }
    closeParagraph()
    while blocks.count > place { closeBlock() }
  }

  // Blocks

  private mutating func openBlock(_ name: String, _ tag: HTMLTag) {
    var block = Block(name: name, node: element(name, tag))
    if name == "td", let table { block.column = blocks[table].column }
    blocks.append(block)
  }

  private mutating func closeBlock() {
    closeParagraph()
    guard let block = blocks.last else { return }
    if block.name == "tr" { coverTheRest() }
    nodes[block.node].end = Int32(nodes.count)
    blocks.removeLast()
    inlines.removeAll { $0.depth > blocks.count }
    guard block.name == "td", let table = table else { return }
    for _ in 0..<block.span.columns where blocks[table].column < HTMLTreeBuilder.mostColumns {
      let column = blocks[table].column
      if column > block.column { element("covered", HTMLTag(name: "covered")) }
      if block.span.rows > 1 { blocks[table].covered[column] = block.span.rows - 1 }
      blocks[table].column += 1
    }
  }

  /// The table that the blocks which are open end in.
  private var table: Int? { blocks.lastIndex { $0.name == "table" } }

  /// Writes the cells that are covered from above, up to the next that is not.
  private mutating func cover() {
    guard let table else { return }
    while let rows = blocks[table].covered[blocks[table].column], rows > 0 {
      coverOne(table, rows)
    }
  }

  private mutating func coverTheRest() {
    guard let table else { return }
    let last = blocks[table].covered.filter { $0.value > 0 }.keys.max() ?? -1
    while blocks[table].column <= last {
      coverOne(table, blocks[table].covered[blocks[table].column] ?? 0)
    }
    blocks[table].column = 0
  }

  private mutating func coverOne(_ table: Int, _ rows: Int) {
    element("covered", HTMLTag(name: "covered"))
    if rows > 0 { blocks[table].covered[blocks[table].column] = rows - 1 }
    blocks[table].column += 1
  }

  /// Gives a cell to what stands in a table and in none.
  private mutating func prepareCell() {
    guard let last = blocks.last?.name, HTMLTreeBuilder.tableParts.contains(last) else { return }
    if last != "tr" { openBlock("tr", HTMLTag(name: "tr")) }
    cover()
    openBlock("td", HTMLTag(name: "td"))
  }

  // Paragraphs

  private mutating func openParagraph() {
    if paragraph == nil {
      prepareCell()
      open(paragraph: "p", HTMLTag(name: "p"))
    }
    for inline in inlines[written.count...] {
      written.append(element(inline.tag.name, inline.tag))
    }
  }

  private mutating func open(paragraph name: String, _ tag: HTMLTag) {
    paragraph = (element(name, tag), name)
  }

  private mutating func closeParagraph() {
    guard let open = paragraph else { return }
    closeInlines(from: 0)
    nodes[open.node].end = Int32(nodes.count)
    paragraph = nil
  }

  private mutating func closeInlines(from first: Int) {
    while written.count > first {
      if let node = written.popLast() { nodes[node].end = Int32(nodes.count) }
    }
  }

  // Texts

  private mutating func add(_ words: String) {
    if named != nil { return add(aside: words) }
    let isBlank = words.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if isBlank, paragraph == nil { return }
    guard blocks.contains(where: { $0.name == "pre" }) else {
      openParagraph()
      return append(words)
    }
    for (number, line) in words.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      openParagraph()
      if number > 0 { element("br", HTMLTag(name: "br")) }
      if !line.isEmpty { append(String(line)) }
    }
  }

  /// A text that is none of the page's own: its title, its styles.
  private mutating func add(aside words: String) {
    let node = element(named ?? "style", HTMLTag(name: named ?? "style"))
    append(words, in: node)
    nodes[node].end = Int32(nodes.count)
    named = nil
  }

  private mutating func append(_ words: String, in parent: Int? = nil) {
    let start = Int32(text.count)
    text += words.utf8
    nodes.append(
      XMLTree.Node(
        name: -1, parent: Int32(parent ?? innermost), end: Int32(nodes.count) + 1,
        range: start..<Int32(text.count)))
  }

  private var innermost: Int { written.last ?? paragraph?.node ?? blocks.last?.node ?? -1 }

  // Nodes

  @discardableResult
  private mutating func element(_ name: String, _ tag: HTMLTag) -> Int {
    let first = Int32(attributes.count)
    for attribute in tag.attributes {
      let start = Int32(text.count)
      text += HTMLReferences.decoded(attribute.bytes).utf8
      attributes.append(
        XMLTree.Attribute(name: place(of: attribute.name), value: start..<Int32(text.count)))
    }
    let node = nodes.count
    nodes.append(
      XMLTree.Node(
        name: place(of: "html:" + name), parent: Int32(innermost), end: Int32(node) + 1,
        range: first..<Int32(attributes.count)))
    return node
  }

  private mutating func place(of name: String) -> Int32 {
    if let known = places[name] { return known }
    let place = Int32(names.count)
    names.append(name)
    places[name] = place
    return place
  }
}
