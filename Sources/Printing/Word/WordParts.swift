import Diagnostics
import Site
import SocialReport

/// What a word processor's file has around its text.
struct WordParts {
  private let document: DocumentText
  private let title: String
  private var language: String { WordLook.tag(document.edition.language.rawValue) }

  init(_ document: DocumentText, title: String) {
    (self.document, self.title) = (document, title)
  }

  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  /// Says which edition the text is of and what its styles mean.
  ///
  /// Every file of ours has this among the names of its
  /// parts; one that was saved by a word processor calls it otherwise, so that what somebody wrote in it is not ours
  /// to replace.
  static let mark = "customXml/bilancio.xml"

  private static let markProperties = "customXml/itemProps1.xml"

  private static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let names =
    "xmlns:w=\"\(namespace)\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""

  static func text(_ body: String) -> String {
    "\(start)<w:document \(names)><w:body>\n\(body)\n</w:body></w:document>\n"
  }

  /// - Parameter notes: the paragraphs of each, in the order of their numbers.
  static func footnotes(_ notes: [String]) -> String {
    let all = notes.enumerated().map { number, note in
      "<w:footnote w:id=\"\(number + 1)\">\n\(note)</w:footnote>\n"
    }.joined()
    return """
      \(start)<w:footnotes \(names)>
      <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
      <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
      \(all)</w:footnotes>

      """
  }

  // What there is

  static func types(_ endings: Set<String>, hasNotes: Bool) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let pictures = endings.sorted().compactMap { ending in
      (ShownPictures.mediaTypes[ending] ?? metafile[ending]).map {
        "<Default Extension=\"\(ending)\" ContentType=\"\($0)\"/>\n"
      }
    }.joined()
    let parts =
      [
        ("word/document.xml", "\(word).document.main+xml"),
        ("word/styles.xml", "\(word).styles+xml"),
        ("word/numbering.xml", "\(word).numbering+xml"),
        ("word/settings.xml", "\(word).settings+xml"), ("word/header1.xml", "\(word).header+xml"),
        ("word/footer1.xml", "\(word).footer+xml"), ("word/fontTable.xml", "\(word).fontTable+xml"),
        ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        (markProperties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ] + (hasNotes ? [("word/footnotes.xml", "\(word).footnotes+xml")] : [])
    let list = parts.map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>\n" }.joined()
    return """
      \(start)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      \(pictures)\(list)</Types>

      """
  }

  private static let metafile = ["emf": "image/x-emf"]

  static let relations = WordRelations.file(
    WordRelations.relation("testo", "officeDocument", "word/document.xml")
      + "<Relationship Id=\"notizie\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
      + "core-properties\" Target=\"docProps/core.xml\"/>\n")

  /// - Parameter list: what the text itself leads to.
  static func relations(ofText list: String, hasNotes: Bool) -> String {
    let parts =
      [
        ("stili", "styles", "styles.xml"), ("elenchi", "numbering", "numbering.xml"),
        ("impostazioni", "settings", "settings.xml"), ("testata", "header", "header1.xml"),
        ("piede", "footer", "footer1.xml"), ("caratteri", "fontTable", "fontTable.xml"),
        ("tema", "theme", "theme/theme1.xml"), ("origine", "customXml", "../\(mark)"),
      ] + (hasNotes ? [("note", "footnotes", "footnotes.xml")] : [])
    return WordRelations.file(
      parts.map { WordRelations.relation($0.0, $0.1, $0.2) }.joined() + list)
  }

  // What it is

  var core: String {
    """
    \(WordParts.start)<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <dc:title>\(WordXML.text(title))</dc:title>
    <dc:creator>\(WordXML.text(document.entity))</dc:creator>
    <dc:description>\(WordXML.text(document.description))</dc:description>
    <dc:language>\(language)</dc:language>
    <cp:keywords>bilancio-modello:edizione:1</cp:keywords>
    <dcterms:created xsi:type="dcterms:W3CDTF">\(document.date)T00:00:00Z</dcterms:created>
    <dcterms:modified xsi:type="dcterms:W3CDTF">\(document.date)T00:00:00Z</dcterms:modified>
    </cp:coreProperties>

    """
  }

  var origin: String {
    """
    \(WordParts.start)<bilancio xmlns="urn:bilancio:modello" modello="edizione" versione="1" \
    edizione="\(WordXML.text(document.edition.id.value))"/>

    """
  }

  /// What every part of its kind has beside it: a name that no other has.
  static let originParts = [
    (
      "customXml/_rels/bilancio.xml.rels",
      WordRelations.file(
        WordRelations.relation("facts", "customXmlProps", "itemProps1.xml"))
    ),
    (
      markProperties,
      "\(start)<ds:datastoreItem ds:itemID=\"{B11A0C10-5C1A-4E00-8000-B11A0C10E017}\" "
        + "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
        + "<ds:schemaRefs><ds:schemaRef ds:uri=\"urn:bilancio:modello\"/></ds:schemaRefs></ds:datastoreItem>\n"
    ),
  ]

  func settings(hasNotes: Bool) -> String {
    let notes =
      hasNotes
      ? "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\n" : ""
    return """
      \(WordParts.start)<w:settings \(WordParts.names)>
      <w:zoom w:percent="100"/>
      <w:defaultTabStop w:val="708"/>
      <w:autoHyphenation/>
      <w:characterSpacingControl w:val="doNotCompress"/>
      \(notes)<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
      <w:themeFontLang w:val="\(language)"/>
      </w:settings>

      """
  }

  // Above and below the text

  var header: String {
    edge(
      "hdr",
      "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\(WordXML.runs(title, WordLook()))</w:p>")
  }

  /// Whose the document is, and the page: word processors count it, in the theme's words.
  var footer: String {
    var runs = WordXML.runs(document.entity, WordLook()) + "<w:r><w:tab/></w:r>"
    var rest = (document.words["page"] ?? "{page}")[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      runs += WordXML.runs(String(rest[..<start]), WordLook())
      let code = rest[start...end] == "{pages}" ? "NUMPAGES" : "PAGE"
      runs += WordXML.field(code, shown: "<w:r><w:t>1</w:t></w:r>")
      rest = rest[rest.index(after: end)...]
    }
    runs += WordXML.runs(String(rest), WordLook())
    return edge("ftr", "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(runs)</w:p>")
  }

  private func edge(_ name: String, _ content: String) -> String {
    "\(WordParts.start)<w:\(name) \(WordParts.names)>\(content)</w:\(name)>\n"
  }
}
