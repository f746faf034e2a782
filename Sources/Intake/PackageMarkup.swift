/// Pieces of markup that packages of both kinds have (ISO/IEC 29500-2).
enum PackageMarkup {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// Relations `r1`, `r2`, … to parts, by the last word of their types.
  static func relations(_ relations: [(type: String, target: String)]) -> String {
    let lines = relations.enumerated().map { number, relation in
      "<Relationship Id=\"r\(number + 1)\" Type=\"\(office)\(relation.type)\" Target=\"\(relation.target)\"/>"
    }
    return """
      \(declaration)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(lines.joined())</Relationships>
      """
  }

  /// What each part is, of the last words of the types behind `application/vnd.openxmlformats-officedocument.`.
  static func types(_ parts: [(path: String, type: String)]) -> String {
    let lines = parts.map { part in
      "<Override PartName=\"/\(part.path)\" ContentType=\"application/vnd.openxmlformats-officedocument.\(part.type)+xml\"/>"
    }
    return """
      \(declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(lines.joined())</Types>
      """
  }

  /// A text as character data or the value of an attribute, without what XML has no place for.
  static func escaped(_ text: String) -> String {
    let clean = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
    return clean.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
