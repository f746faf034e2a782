/// The namespaces of office documents, by the prefixes that their programs write.
enum Namespaces {
  /// A name as the parser gives it (`URI|name`) with the usual prefix; one that is not known keeps its address.
  static func name(_ given: String) -> String {
    guard let bar = given.lastIndex(of: "|") else { return given }
    let (uri, local) = (String(given[..<bar]), given[given.index(after: bar)...])
    guard let prefix = prefixes[uri] else { return "{\(uri)}\(local)" }
    return "\(prefix):\(local)"
  }

  private static let prefixes: [String: String] = {
    let office = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let microsoft = "http://schemas.microsoft.com/office/"
    let open = "urn:oasis:names:tc:opendocument:xmlns:"
    var found: [String: String] = [
      "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xlink": "xlink",
      "http://www.w3.org/1998/Math/MathML": "math", "http://purl.org/dc/elements/1.1/": "dc",
      "http://purl.org/dc/terms/": "dcterms", "http://www.w3.org/1999/xhtml": "html",
      "http://www.w3.org/2001/XMLSchema-instance": "xsi",
      office + "markup-compatibility/2006": "mc",
      office + "package/2006/relationships": "rel", office + "package/2006/content-types": "ct",
      office + "package/2006/metadata/core-properties": "cp",
      "urn:schemas-microsoft-com:vml": "v", "urn:schemas-microsoft-com:office:office": "o",
      "urn:schemas-microsoft-com:office:word": "w10",
      "urn:schemas-microsoft-com:office:excel": "x",
      microsoft + "word/2010/wordml": "w14", microsoft + "word/2012/wordml": "w15",
      microsoft + "word/2010/wordprocessingShape": "wps",
      microsoft + "word/2010/wordprocessingGroup": "wpg",
      microsoft + "word/2010/wordprocessingCanvas": "wpc",
      microsoft + "word/2010/wordprocessingDrawing": "wp14",
      microsoft + "spreadsheetml/2009/9/main": "x14",
    ]
    // The strict form of a document has other addresses for the same names (ISO/IEC 29500-1, annex A).
    let both: KeyValuePairs = [
      "wordprocessingml/%main": "w", "spreadsheetml/%main": "s", "drawingml/%main": "a",
      "drawingml/%wordprocessingDrawing": "wp", "drawingml/%spreadsheetDrawing": "xdr",
      "drawingml/%picture": "pic", "drawingml/%chart": "c", "drawingml/%diagram": "dgm",
      "officeDocument/%relationships": "r", "officeDocument/%math": "m",
      "officeDocument/%docPropsVTypes": "vt", "officeDocument/%extended-properties": "ep",
      "officeDocument/%extendedProperties": "ep", "officeDocument/%custom-properties": "op",
      "officeDocument/%customProperties": "op", "officeDocument/%customXml": "ds",
    ]
    for (path, prefix) in both {
      found[office + path.replacing("%", with: "2006/")] = prefix
      found[strict + path.replacing("%", with: "")] = prefix
    }
    for name in [
      "office", "text", "table", "draw", "style", "meta", "chart", "form", "script", "config",
      "manifest", "presentation", "database",
    ] {
      found[open + name + ":1.0"] = name
    }
    found["urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"] = "calcext"
    for (name, prefix) in [
      "xsl-fo-compatible": "fo", "svg-compatible": "svg", "datastyle": "number", "dr3d": "dr3d",
    ] {
      found[open + name + ":1.0"] = prefix
    }
    return found
  }()
}
