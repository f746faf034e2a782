import Office

/// A drawing of Windows, as Excel and older programs put them into documents: browsers show none of it, and
/// LibreOffice turns it into an SVG.
enum VectorPicture: String, CaseIterable {
  /// [MS-EMF] and [MS-WMF], by Microsoft's open specifications.
  case emf, wmf

  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [1, 0, 0, 0]), bytes.dropFirst(40).starts(with: Array(" EMF".utf8)) {
      self = .emf
    } else if bytes.starts(with: [0xD7, 0xCD, 0xC6, 0x9A])
      || bytes.starts(with: [1, 0, 9, 0]) || bytes.starts(with: [2, 0, 9, 0])
    {
      self = .wmf
    } else {
      return nil
    }
  }

  /// What pages show of drawings; nil for each of which nothing came.
  static func drawings(of files: [[UInt8]], _ form: VectorPicture) async -> [[UInt8]?] {
    guard !files.isEmpty,
      let made = try? await LibreOffice.turned(files, from: form.rawValue, to: "svg")
    else { return files.map { _ in nil } }
    return made.files.map { $0.flatMap { DrawnPage($0)?.drawing } }
  }
}

/// A page that LibreOffice drew as SVG, with one picture on it.
struct DrawnPage {
  /// The picture alone, as large as it is.
  let drawing: [UInt8]

  private static let space = "{http://www.w3.org/2000/svg}"
  /// Of a page of LibreOffice, in hundredths of a millimetre: fifty metres.
  private static let most = 5_000_000

  /// Nil for what is none.
  init?(_ bytes: [UInt8]) {
    // What LibreOffice says of the document's type is all that stands before its root.
    guard let root = bytes.firstRange(of: Array("<svg".utf8)),
      let tree = try? XMLReader.tree(of: Array(bytes[root.lowerBound...]), part: "disegno")
    else { return nil }
    let frames = tree.root.descendants(DrawnPage.space + "rect").filter {
      $0[attribute: "class"] == "BoundingBox"
    }
    guard frames.count == 1, let frame = frames.first, let group = frame.parent,
      let (x, y) = DrawnPage.numbers(frame, "x", "y"),
      let (width, height) = DrawnPage.numbers(frame, "width", "height"),
      (1...DrawnPage.most).contains(width), (1...DrawnPage.most).contains(height)
    else { return nil }
    // Ninety-six pixels of CSS are an inch.
    let size = [width, height].map { max(1, $0 * 96 / 2540) }
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      + "width=\"\(size[0])\" height=\"\(size[1])\" viewBox=\"\(x) \(y) \(width) \(height)\" "
      + "fill-rule=\"evenodd\" stroke-width=\"28.222\" stroke-linejoin=\"round\">"
    for element in group.elements where element.index != frame.index {
      DrawnPage.write(element, to: &svg)
    }
    drawing = Array((svg + "</svg>\n").utf8)
  }

  private static func numbers(
    _ element: XMLElement, _ one: String, _ other: String
  ) -> (Int, Int)? {
    guard let one = element[attribute: one].flatMap({ Int($0) }),
      let other = element[attribute: other].flatMap({ Int($0) })
    else { return nil }
    return (one, other)
  }

  /// What draws, and nothing that would do or fetch anything.
  private static func write(_ element: XMLElement, to svg: inout String) {
    guard element.name.hasPrefix(space) else { return }
    let name = String(element.name.dropFirst(space.count))
    guard drawn.contains(name) else { return }
    svg += "<" + name
    for (key, value) in element.attributes {
      let isOwn = !key.contains(":") && !key.contains("{") && !key.hasPrefix("on") && key != "class"
      let isWithin =
        key == "xlink:href" && (value.hasPrefix("#") || value.hasPrefix("data:image/"))
      guard isOwn || isWithin else { continue }
      svg += " \(key)=\"\(PackageMarkup.escaped(value))\""
    }
    svg += ">"
    for child in element.children {
      switch child {
      case .element(let inner): write(inner, to: &svg)
      case .text(let words, _):
        if name == "tspan" || name == "text" { svg += PackageMarkup.escaped(words) }
      }
    }
    svg += "</\(name)>"
  }

  private static let drawn: Set<String> = [
    "g", "defs", "clipPath", "path", "rect", "circle", "ellipse", "line", "polygon", "polyline",
    "text", "tspan", "image", "use", "linearGradient", "radialGradient", "stop", "pattern", "mask",
    "filter", "feColorMatrix",
  ]
}
