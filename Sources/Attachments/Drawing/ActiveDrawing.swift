/// Looks through an SVG for what is no drawing: programs, pages, and what it would fetch from elsewhere.
///
/// As a picture of a page none of it works; opened by itself it is a page of the site
/// (SVG 2, 2.2, https://www.w3.org/TR/SVG2/conform.html#processing-modes).
package struct ActiveDrawing {
  package enum Flaw: Equatable, Sendable {
    case element(String, line: Int)
    case handler(String, line: Int)
    case address(String, line: Int)
    case style(String, line: Int)
    case entity(line: Int)
    case instruction(String, line: Int)
    case encoding
    case malformed(line: Int)
    case noDrawing
    case tooLarge
  }

  private let bytes: [UInt8]
  private var reader: XMLReader
  private var spaces = NamespaceTable()
  private var open: [Element] = []
  /// The words of a `<style>` so far: they may come in parts, between which comments stand.
  private var style = ""

  private struct Element {
    let name: String
    let local: String
    let line: Int
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    reader = XMLReader(bytes)
  }

  /// The first thing that must not be; nil for a drawing that is only one.
  static func flaw(of bytes: [UInt8]) -> Flaw? {
    var drawing = ActiveDrawing(bytes)
    return drawing.read()
  }

  private mutating func read() -> Flaw? {
    guard isASCIICompatible else { return .encoding }
    var hasRoot = false
    while let token = reader.next() {
      if let place = reader.oddEntity { return .entity(line: line(place)) }
      switch token {
      case .start(let name, let attributes, let at, let isWhole):
        spaces.enter(attributes)
        let local = ActiveDrawing.local(name)
        if !hasRoot, local != "svg" { return .noDrawing }
        hasRoot = true
        if let flaw = element(local, name, attributes, at) { return flaw }
        if isWhole {
          spaces.leave()
        } else {
          open.append(Element(name: name, local: local, line: isStyle(local) ? line(at) : 0))
        }
      case .end(let name):
        // A browser stops here as well, and shows what stood before.
        guard let last = open.popLast(), last.name == name else {
          return .malformed(line: line(reader.at))
        }
        spaces.leave()
        if isStyle(last.local) {
          if let found = StyleReferences.outside(in: style) {
            return .style(found, line: last.line)
          }
          style = ""
        }
      case .text(let range): if isInStyle { style += reader.text(range) }
      case .characters(let range): if isInStyle { style += reader.string(range) }
      case .instruction(let name, let body, let at):
        if let flaw = instruction(name.lowercased(), body, at) { return flaw }
      case .malformed(let at): return .malformed(line: line(at))
      }
    }
    return hasRoot ? nil : .noDrawing
  }

  /// Not of two bytes a letter, nor of codes that turn letters into signs.
  private var isASCIICompatible: Bool {
    !(bytes.count > 1 && bytes[0] >= 0xFE && bytes[1] >= 0xFE) && !bytes.contains(0)
  }

  private var isInStyle: Bool { open.last.map { isStyle($0.local) } ?? false }

  private func isStyle(_ local: String) -> Bool { local == "style" }

  private mutating func instruction(_ name: String, _ body: Range<Int>, _ at: Int) -> Flaw? {
    switch name {
    case "xml":
      let words = reader.string(body).lowercased()
      guard let mark = words.firstRange(of: "encoding") else { return nil }
      let value = words[mark.upperBound...].drop { " =\"'".contains($0) }
        .prefix { !"\"'".contains($0) }
      let known = ["utf-8", "us-ascii", "ascii"]
      let isKnown =
        known.contains(String(value)) || value.hasPrefix("iso-8859-")
        || value.hasPrefix("windows-125")
      return isKnown ? nil : .encoding
    case _ where name.hasPrefix("xml-"), "php": return .instruction(name, line: line(at))
    default: return nil
    }
  }

  private func element(
    _ local: String, _ name: String, _ attributes: [XMLReader.Attribute], _ at: Int
  ) -> Flaw? {
    // What no browser knows does nothing: the notes of Inkscape and Adobe, descriptions in RDF.
    let space = spaces.meaning(of: name)
    if space == .foreign { return nil }
    // Illustrator keeps its own data behind a condition that no browser fulfils.
    let isOfIllustrator = attributes.contains {
      $0.name == "requiredExtensions" && $0.value.hasPrefix("http://ns.adobe.com/")
    }
    let isForbidden =
      space == .page || ActiveDrawing.forbidden.contains(local)
      || local == "foreignobject" && !isOfIllustrator
    if isForbidden { return .element(name, line: line(at)) }
    for attribute in attributes {
      guard !NamespaceTable.declares(attribute.name),
        spaces.meaning(ofAttribute: attribute.name) != .foreign
      else { continue }
      let key = ActiveDrawing.local(attribute.name)
      if key.hasPrefix("on"), key.utf8.count > 4 {
        return .handler(attribute.name, line: line(attribute.at))
      }
      if leadsOut(key, attribute, of: local) {
        let shown = DrawingAddress.plain(attribute.value).prefix(60)
        return .address(String(shown), line: line(attribute.at))
      }
      if let found = StyleReferences.outside(in: attribute.value) {
        return .style(found, line: line(attribute.at))
      }
    }
    return nil
  }

  private func leadsOut(
    _ key: String, _ attribute: XMLReader.Attribute, of element: String
  ) -> Bool {
    let value = DrawingAddress.plain(attribute.value)
    let programs = ["javascript:", "vbscript:", "data:text/", "data:application/xhtml"]
    if programs.contains(where: value.contains) { return true }
    if key == "attributename" {
      // An animation that sets an address or a handler.
      let target = ActiveDrawing.local(value)
      return target == "href" || target == "src" || target.hasPrefix("on")
    }
    guard ActiveDrawing.addresses.contains(key) else { return false }
    if value.isEmpty || value.hasPrefix("#") { return false }
    let takesPicture = ["image", "feimage", "pattern"].contains(element)
    return !(takesPicture && DrawingAddress.isPicture(value))
  }

  /// A name without its prefix, in lower case.
  private static func local(_ name: String) -> String {
    let part = name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
    return part.lowercased()
  }

  private func line(_ at: Int) -> Int {
    bytes[..<min(at, bytes.count)].count { $0 == 0x0A } + 1
  }

  private static let addresses: Set<String> = [
    "href", "src", "srcset", "action", "formaction", "data", "poster", "background", "ping",
    "srcdoc", "codebase", "base", "manifest",
  ]

  /// Programs, and elements of pages.
  private static let forbidden: Set<String> = [
    "script", "handler", "listener", "iframe", "frame", "frameset", "embed",
    "object", "applet", "portal", "html", "body", "head", "link", "meta", "base", "form", "input",
    "button", "textarea", "select", "video", "audio", "source", "track", "template", "slot",
    "noscript", "marquee", "dialog", "details", "math", "annotation-xml",
  ]
}
