/// A document as its program packed it, or a page with its pictures: its parts, and how they hang together (ISO/IEC 29500-2; OpenDocument 1.3, part 2).
package struct OfficePackage: Sendable {
  package enum Kind: Sendable { case word, workbook, openText, openSheet, hypertext, other }

  struct Part: Sendable {
    let name: String
    /// Nil for a part that is no markup, or none that can be read.
    let tree: XMLTree?
  }

  package let kind: Kind
  let parts: [Part]
  /// The part that the document begins with.
  let main: Int?
  /// Nil for a page by itself.
  private let archive: ZipArchive?
  /// The bytes of parts that no archive has.
  private let contents: [String: [UInt8]]
  private let places: [String: Int]

  package init(_ bytes: [UInt8]) throws(OfficeFlaw) {
    let archive = try ZipArchive(bytes)
    // As Google's documents come as a page: with its pictures beside it.
    if archive["[Content_Types].xml"] == nil, archive["mimetype"] == nil,
      let page = archive.parts.first(where: { $0.name.hasSuffix(".html") })
    {
      var pictures: [String: [UInt8]] = [:]
      for part in archive.parts where part.name != page.name && part.size > 0 {
        pictures[part.name] = try archive.bytes(of: part)
      }
      try self.init(page: try archive.bytes(of: page), pictures: pictures)
    } else {
      try self.init(archive)
    }
  }

  private init(_ archive: ZipArchive) throws(OfficeFlaw) {
    self.archive = archive
    contents = [:]
    var parts: [Part] = []
    for part in archive.parts {
      let isMarkup =
        part.name.hasSuffix(".xml") || part.name.hasSuffix(".rels") || part.name.hasSuffix(".vml")
      let content = isMarkup && part.size > 0 ? try archive.bytes(of: part) : []
      // Some programs pack a part that is empty, or no markup, under such a name; those that are read are looked at below.
      var tree: XMLTree?
      if isMarkup, !content.isEmpty {
        do throws(OfficeFlaw) { tree = try XMLReader.tree(of: content, part: part.name) } catch {
          guard case .markup = error, !OfficePackage.isNeeded(part.name) else { throw error }
        }
      }
      parts.append(Part(name: part.name, tree: tree))
    }
    self.parts = parts
    let places = Dictionary(parts.indices.map { (parts[$0].name, $0) }) { a, _ in a }
    self.places = places
    if let mime = places["mimetype"], let text = try? archive.bytes(of: archive.parts[mime]) {
      let name = String(decoding: text, as: UTF8.self)
      kind =
        name.contains("opendocument.text")
        ? .openText : name.contains("opendocument.spreadsheet") ? .openSheet : .other
      main = places["content.xml"]
      return
    }
    let relations = Relations(parts, places, of: "")
    main = relations.first(ofType: "officeDocument").flatMap { places[$0] }
    let first = main
    switch first.flatMap({ [parts] in parts[$0].tree })?.root.name {
    case "w:document": kind = .word
    case "s:workbook": kind = .workbook
    default: kind = .other
    }
  }

  /// A page of HTML.
  ///
  /// - Parameters:
  ///   - page: in UTF-8.
  ///   - pictures: by the addresses that the page has for them; those within its text need not be there.
  ///   - beside: the bytes of a picture elsewhere that the page names; nil where nobody has it.
  package init(
    page: [UInt8], pictures: [String: [UInt8]] = [:], beside: (String) -> [UInt8]? = { _ in nil }
  ) throws(OfficeFlaw) {
    kind = .hypertext
    archive = nil
    let tree = try HTMLTreeBuilder.tree(of: page, part: OfficePackage.pageName)
    var contents = pictures
    for image in tree.root.descendants("html:img") {
      guard let address = image[attribute: "src"], contents[address] == nil else { continue }
      contents[OfficePackage.name(of: address)] = DataAddress.bytes(address) ?? beside(address)
    }
    self.contents = contents
    parts =
      [Part(name: OfficePackage.pageName, tree: tree)]
      + contents.keys.sorted().map { Part(name: $0, tree: nil) }
    main = 0
    places = Dictionary(parts.indices.map { [parts] in (parts[$0].name, $0) }) { a, _ in a }
  }

  private static let pageName = "pagina.html"

  /// The part of a picture that a page names; nil where it is not there.
  func picture(_ address: String) -> String? {
    let names = [address, OfficePackage.name(of: address), PercentEncoding.decoded(address) ?? ""]
    return names.first { places[$0] != nil && $0 != OfficePackage.pageName }
  }

  /// How a picture that stands in an address is called: by its beginning, its length and its end.
  private static func name(of address: String) -> String {
    guard address.utf8.count > 80 else { return address }
    return "\(address.prefix(32))…\(address.suffix(32)) (\(address.utf8.count))"
  }

  /// Parts without which a document says nothing.
  private static func isNeeded(_ name: String) -> Bool {
    ["content.xml", "[Content_Types].xml", "_rels/.rels"].contains(name)
      || name.hasSuffix("/document.xml")
      || name.hasSuffix("/workbook.xml") || name.hasSuffix("notes.xml")
      || name.contains("/worksheets/")
  }

  func place(of name: String) -> Int? { places[name] }

  /// The bytes of a part.
  package func bytes(of name: String) throws(OfficeFlaw) -> [UInt8] {
    if let content = contents[name] { return content }
    guard let archive, let part = archive[name] else { throw .broken(part: name) }
    return try archive.bytes(of: part)
  }

  func relations(of part: Int) -> Relations { Relations(parts, places, of: parts[part].name) }
}

/// What a part leads to (ISO/IEC 29500-2, 6.5).
struct Relations: Sendable {
  struct Relation: Sendable {
    /// The last word of its type: `hyperlink`.
    let type: String
    /// A part's name, or an address outside.
    let target: String
    let isOutside: Bool
    /// Where its address stands.
    let key: Ledger.Key
  }

  let all: [String: Relation]

  init(_ parts: [OfficePackage.Part], _ places: [String: Int], of name: String) {
    let folder = name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let file = name.split(separator: "/").last ?? ""
    let part = places["\(folder)_rels/\(file).rels"]
    var all: [String: Relation] = [:]
    if let part, let root = parts[part].tree?.root {
      for relation in root.all("rel:Relationship") {
        guard let id = relation[attribute: "Id"], let target = relation[attribute: "Target"] else {
          continue
        }
        let isOutside = relation[attribute: "TargetMode"] == "External"
        all[id] = Relation(
          type: String(relation[attribute: "Type"]?.split(separator: "/").last ?? ""),
          target: isOutside ? target : Relations.path(target, in: folder), isOutside: isOutside,
          key: Ledger.Key(
            part, relation.index, attribute: relation.place(ofAttribute: "Target") ?? -1))
      }
    }
    self.all = all
  }

  subscript(id: String) -> Relation? { all[id] }

  func first(ofType type: String) -> String? {
    all.sorted { $0.key < $1.key }.first { $0.value.type == type && !$0.value.isOutside }?.value
      .target
  }

  private static func path(_ target: String, in folder: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

extension XMLElement {
  /// An attribute's place among all of its tree.
  func place(ofAttribute name: String) -> Int? {
    tree.nodes[index].range.first { tree.names[Int(tree.attributes[Int($0)].name)] == name }.map {
      Int($0)
    }
  }

  /// The nodes in it, with itself.
  var span: Range<Int> { index..<Int(tree.nodes[index].end) }
}
