/// The notes of a page of HTML: a link to a place below that has a link back.
///
/// Word, LibreOffice and Google Docs all write them so, each with names of its own.
struct HTMLNotes {
  /// By the node of the link that refers to it, that of the element that holds the note.
  private var references: [Int: Int] = [:]
  private var backs: Set<Int> = []
  private(set) var bodies: Set<Int> = []

  func note(of link: Int) -> Int? { references[link] }

  func isBack(_ link: Int) -> Bool { backs.contains(link) }

  init(_ tree: XMLTree) {
    let links = tree.root.descendants("html:a").filter {
      $0[attribute: "href"]?.hasPrefix("#") == true
    }
    guard links.count > 1 else { return }
    var places: [String: Int] = [:]
    for index in tree.nodes.indices where tree.nodes[index].name >= 0 {
      let element = XMLElement(tree: tree, index: index)
      for name in [element[attribute: "id"], element[attribute: "name"]].compactMap(\.self)
      where !name.isEmpty && places[name] == nil {
        places[name] = index
      }
    }
    func target(_ link: XMLElement) -> Int? {
      link[attribute: "href"].flatMap { places[String($0.dropFirst())] }
    }
    // A link back stands before the note's words, in the element that the reference names or around that.
    var byPlace: [Int: XMLElement] = [:]
    for link in links {
      for element in HTMLNotes.around(link) where byPlace[element.index] == nil {
        byPlace[element.index] = link
      }
    }
    let nodes = links.map(\.index)
    for link in links where references[link.index] == nil && !backs.contains(link.index) {
      guard let place = target(link), place > link.index,
        let back = byPlace[place]
          ?? HTMLNotes.first(links, nodes, in: place..<Int(tree.nodes[place].end)),
        let home = target(back), home <= link.index,
        HTMLNotes.around(link).contains(where: { $0.index == home })
          || home > link.index - 8 && home <= link.index
      else { continue }
      let body = HTMLNotes.body(of: back, referredBy: link, among: nodes)
      // A note stands below the paragraph that refers to it.
      guard body > link.index, !bodies.contains(body) else { continue }
      references[link.index] = body
      backs.insert(back.index)
      bodies.insert(body)
    }
  }

  /// A link, and the elements right around it, up to its paragraph.
  private static func around(_ link: XMLElement) -> [XMLElement] {
    var found = [link]
    while let last = found.last, last.name != "html:p", found.count < 8, let parent = last.parent {
      found.append(parent)
    }
    return found
  }

  /// The first of some links that stands within some nodes.
  private static func first(
    _ links: [XMLElement], _ nodes: [Int], in range: Range<Int>
  ) -> XMLElement? {
    let place = place(of: range.lowerBound, among: nodes)
    return place < links.count && links[place].index < range.upperBound ? links[place] : nil
  }

  /// Where the first of some nodes stands that is a node or behind it.
  private static func place(of node: Int, among nodes: [Int]) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The element that holds a note: what is around its paragraph, where nothing else is in there.
  ///
  /// - Parameter links: the nodes of all links within the page, in their order.
  private static func body(
    of back: XMLElement, referredBy link: XMLElement, among links: [Int]
  ) -> Int {
    var paragraph = back
    while paragraph.name != "html:p", let parent = paragraph.parent { paragraph = parent }
    guard let around = paragraph.parent,
      ["html:div", "html:li", "html:aside"].contains(around.name),
      !around.span.contains(link.index),
      // Nothing stands between blocks.
      paragraph.index == around.index + 1
    else { return paragraph.index }
    let first = place(of: around.index, among: links)
    let isAlone = first + 1 >= links.count || links[first + 1] >= around.span.upperBound
    return isAlone ? around.index : paragraph.index
  }
}
