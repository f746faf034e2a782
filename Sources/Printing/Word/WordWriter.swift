import Facts
import Files
import Site

/// Writes the elements of a whole document as paragraphs and tables of a word processor.
struct WordWriter {
  let links: PrintLinks
  let fields: DocumentFields
  let registers: Set<String>
  let drawingStyle: String
  /// The ids that links lead to.
  let targets: Set<String>
  /// The texts of notes by their ids.
  let notes: [String: HTMLElement]

  /// What is written.
  var body = ""
  /// Where a paragraph stands, and what it has of what it stands in.
  var place = WordPlace()
  /// What the next paragraph begins with.
  var pending = ""
  var breaksPage = false
  var isAfterTable = false
  var sections = 0

  var bookmarks = WordBookmarks()
  var contents: [WordContents.Entry] = []
  /// Whether what is written belongs to the lists of facts, of which the contents have the names alone.
  var isClosing = false
  var numbered: [WordNumbering.Numbered] = []
  /// The footnotes, and the number and place of those that were met.
  var footnotes: [String] = []
  var known: [String: (number: Int, bookmark: String)] = [:]

  var relations = WordRelations()
  var media = WordMedia()

  init(_ document: DocumentText, _ nodes: [HTMLNode], drawingStyle: String) {
    self.drawingStyle = drawingStyle
    (fields, registers) = (document.fields, document.registers)
    var ids: Set<String> = []
    var notes: [String: HTMLElement] = [:]
    nodes.visit { element in
      if let id = element["id"] { ids.insert(id) }
      guard element.has(class: "note") else { return }
      for list in element.children("ol") {
        for item in list.children("li") {
          if let id = item["id"] { notes[id] = item }
        }
      }
    }
    let links = PrintLinks(document, ids: ids)
    var targets: Set<String> = []
    nodes.visit {
      // A footnote knows the way back.
      guard let address = $0["href"], $0["role"] != "doc-backlink",
        case .label(let id)? = links.target(of: address)
      else { return }
      targets.insert(id)
    }
    (self.links, self.targets, self.notes) = (links, targets, notes)
  }

  // Places that links lead to

  /// What marks an element's place, where a link leads to it; each is marked once.
  mutating func anchor(_ element: HTMLElement) -> String {
    guard let id = element["id"], targets.contains(id), let name = bookmarks.place(id) else {
      return ""
    }
    return bookmarks.mark(name)
  }

  /// Marks what links lead to and what stands in no paragraph.
  mutating func finish() {
    for id in targets.sorted() {
      if let name = bookmarks.place(id) { pending += bookmarks.mark(name) }
    }
    body += pending
    pending = ""
  }

  // Paragraphs

  /// - Parameters:
  ///   - style: nil for that of what it stands in.
  ///   - level: where the contents have it, if that is not the style's.
  mutating func paragraph(
    _ style: String? = nil, _ content: String, keepsNext: Bool = false, level: Int? = nil
  ) {
    var properties = ""
    if let style = style ?? place.style { properties += "<w:pStyle w:val=\"\(style)\"/>" }
    if keepsNext { properties += "<w:keepNext/>" }
    if breaksPage { properties += "<w:pageBreakBefore/>" }
    let marker = place.marker
    place.marker = nil
    if let marker {
      properties +=
        "<w:numPr><w:ilvl w:val=\"\(marker.level)\"/><w:numId w:val=\"\(marker.list)\"/></w:numPr>"
    }
    if isAfterTable, level == nil, style?.hasPrefix("Heading") != true {
      properties += "<w:spacing w:before=\"160\"/>"
    }
    if let marker {
      if place.indent != WordNumbering.indent(marker.level) {
        properties += "<w:ind w:left=\"\(place.indent)\" w:hanging=\"\(WordNumbering.step)\"/>"
      }
    } else if place.indent > 0 {
      properties += "<w:ind w:left=\"\(place.indent)\"/>"
    }
    if let alignment = place.alignment { properties += "<w:jc w:val=\"\(alignment)\"/>" }
    if let level { properties += "<w:outlineLvl w:val=\"\(level - 1)\"/>" }
    body +=
      "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + pending + content
      + "</w:p>\n"
    (pending, breaksPage, isAfterTable) = ("", false, false)
  }

  /// What needs a paragraph before it gets one: the sign of a list's item.
  mutating func settleMarker() {
    if place.marker != nil { paragraph(nil, "") }
  }
}

/// What paragraphs have of what they stand in.
struct WordPlace {
  /// Where the item of a list begins, and which list it is of.
  struct Marker {
    let list: Int
    let level: Int
  }

  var style: String?
  var look = WordLook()
  var indent = 0
  /// How many lists it stands in.
  var depth = 0
  var marker: Marker?
  var alignment: String?
  var room = WordPage.upright.room
  var isInCell = false
  var isInNote = false
  /// What the part is whose sections stand here; nil within those.
  var record: DocumentFields.Record?

  /// Whether what stands here may have a sheet of its own.
  var isOutermost: Bool { !isInCell && !isInNote && indent == 0 && marker == nil }
}
