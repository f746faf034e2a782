/// Reads a Word document (ISO/IEC 29500-1, 17): what a person sees who prints it, and of all else why it stays behind.
package struct WordReader {
  package internal(set) var text = OfficeText()
  package internal(set) var ledger: Ledger
  let document: OfficePackage
  let styles: WordStyleSheet
  var numbers: WordNumbers
  var place: Place
  /// The fields that are begun and not ended, which may hold each other.
  var fields: [OpenField] = []
  var seenTargets: Set<Ledger.Key> = []
  /// Notes in the order in which they are referred to: the part that holds them, and their ids.
  private var wanted: [Note] = []
  private var numbersOfNotes: [Note: Int] = [:]

  private struct Note: Hashable {
    let part: Int
    let id: String
  }

  /// The part that is being read, and what it leads to.
  struct Place {
    let part: Int
    let relations: Relations
  }

  struct OpenField {
    var isCode = true
    var instruction = ""
    var isContents: Bool { instruction.split(separator: " ").first?.uppercased() == "TOC" }

    /// The address of a link that is written as a field.
    var address: String? {
      let words = instruction.split(separator: "\"", omittingEmptySubsequences: false)
      guard words.first?.split(separator: " ").first?.uppercased() == "HYPERLINK", words.count > 1,
        !(words.first?.contains("\\l") ?? false)
      else { return nil }
      return String(words[1])
    }
  }

  /// - Throws: `OfficeFlaw.unknown` where it has no text.
  package init(_ document: OfficePackage) throws(OfficeFlaw) {
    guard document.kind == .word, let main = document.main,
      let body = document.parts[main].tree?.root.first("w:body")
    else { throw .unknown }
    self.document = document
    ledger = Ledger(document)
    let relations = document.relations(of: main)
    func tree(_ type: String) -> XMLTree? {
      relations.first(ofType: type).flatMap { document.place(of: $0) }.flatMap {
        document.parts[$0].tree
      }
    }
    styles = WordStyleSheet(tree("styles"))
    numbers = WordNumbers(tree("numbering"))
    place = Place(part: main, relations: relations)
    text.blocks = blocks(in: body, OfficeText.Look())
    readNotes(tree: document)
    leaveTheRest(main)
  }

  // Notes

  /// - Returns: the note's number; nil where there is none.
  mutating func note(_ id: String, type: String) -> Int? {
    guard let name = place.relations.first(ofType: type), let part = document.place(of: name) else {
      return nil
    }
    let note = Note(part: part, id: id)
    // One that is referred to again is there once.
    if let known = numbersOfNotes[note] { return known }
    numbersOfNotes[note] = wanted.count
    wanted.append(note)
    return wanted.count - 1
  }

  private mutating func readNotes(tree document: OfficePackage) {
    var next = 0
    var elements: [Note: XMLElement] = [:]
    var seen: Set<Int> = []
    // A note may refer to another.
    while next < wanted.count {
      let (part, id) = (wanted[next].part, wanted[next].id)
      next += 1
      if seen.insert(part).inserted {
        for note in document.parts[part].tree?.root.elements.reversed() ?? [] {
          if let id = note[attribute: "w:id"] { elements[Note(part: part, id: id)] = note }
        }
      }
      place = Place(part: part, relations: document.relations(of: part))
      fields = []
      let note = elements[Note(part: part, id: id)]
      text.notes.append(note.map { blocks(in: $0, OfficeText.Look()) } ?? [])
    }
  }

  // What is left

  private mutating func leaveTheRest(_ main: Int) {
    for (part, content) in document.parts.enumerated() where part != main && ledger.isOpen(part) {
      // Notes to which nothing refers were referred to by what is deleted.
      let isOfNotes =
        content.tree.map { ["w:footnotes", "w:endnotes"].contains($0.root.name) } ?? false
      if isOfNotes {
        leaveUnwanted(part)
      } else {
        ledger.leave(part, WordReader.reason(content.name))
      }
    }
  }

  private mutating func leaveUnwanted(_ part: Int) {
    let read = Set(wanted.filter { $0.part == part }.map(\.id))
    for note in document.parts[part].tree?.root.elements ?? []
    where !read.contains(note[attribute: "w:id"] ?? "") {
      ledger.leave(
        part, within: note.span, note[attribute: "w:type"] == nil ? .deleted : .separator)
    }
  }

  private static func reason(_ name: String) -> LeftReason {
    let table: [(String, LeftReason)] = [
      ("docProps/thumbnail", .preview), ("docProps/", .properties), ("/header", .headerOrFooter),
      ("/footer", .headerOrFooter), ("/comments", .comment), ("/people", .comment),
      ("/charts/", .chart),
      ("/embeddings/", .object), ("/diagrams/", .diagram), ("customXml/", .customData),
      ("/glossary/", .buildingBlocks),
      ("/settings", .settings), ("/styles", .settings), ("/fontTable", .font), ("/fonts/", .font),
      ("/theme", .settings),
      ("/webSettings", .settings), ("/numbering", .settings), ("vbaProject", .macro),
      ("/vbaData", .macro),
      ("/activeX/", .object), ("/ctrlProps/", .object), ("/printerSettings", .settings),
      ("_xmlsignatures/", .settings),
      ("/afchunk", .innerDocument), ("_rels/", .outsideText), ("/media/", .repeated),
      ("/ink/", .drawnPicture),
      ("/stylesWithEffects", .settings), ("userCustomization", .settings), ("customUI", .settings),
      ("/_rels/", .outsideText), ("mimetype", .settings),
    ]
    return table.first { name.contains($0.0) }?.1 ?? .unknownPart
  }
}

extension WordReader {
  func source(_ element: XMLElement) -> OfficeText.Source {
    OfficeText.Source(part: place.part, node: element.index, end: element.span.upperBound)
  }

  mutating func use(_ index: Int) { ledger.mark(Ledger.Key(place.part, index), .used) }

  /// Takes an attribute over, or leaves it.
  mutating func mark(_ element: XMLElement, _ attribute: String, _ fate: Ledger.Fate) {
    guard let at = element.place(ofAttribute: attribute) else { return }
    ledger.mark(Ledger.Key(place.part, element.index, attribute: at), fate)
  }

  mutating func leave(_ element: XMLElement, _ reason: LeftReason) {
    ledger.leave(place.part, within: element.span, reason)
  }

}
