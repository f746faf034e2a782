import Testing

@testable import Office

/// One hard construction of Word, what becomes of it, and what stays behind for which reason.
struct WordCase: CustomTestStringConvertible {
  let name: String
  let sample: WordSample
  let markdown: String
  var left: [LeftReason: Int] = [:]
  var doubts: [OfficeText.Doubt.Kind] = []

  var testDescription: String { name }

  init(
    _ name: String, _ body: String, _ markdown: String, left: [LeftReason: Int] = [:],
    doubts: [OfficeText.Doubt.Kind] = [],
    parts: [String: String] = [:], relations: [String: (type: String, target: String)] = [:],
    binaries: [String: [UInt8]] = [:]
  ) {
    (self.name, self.markdown, self.left, self.doubts) = (name, markdown, left, doubts)
    sample = WordSample(body: body, parts: parts, relations: relations, binaries: binaries)
  }

  static func p(_ text: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(r(text))</w:p>"
  }

  static func r(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func field(_ code: String, _ result: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>\(code)</w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(result)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  static func cell(_ inner: String, _ properties: String = "") -> String {
    "<w:tc>\(properties.isEmpty ? "" : "<w:tcPr>\(properties)</w:tcPr>")\(inner)</w:tc>"
  }

  static func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }

  static let styles = WordSample.root(
    "w:styles",
    """
    <w:style w:type="paragraph" w:default="1" w:styleId="Normale"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Titolo1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Capo"><w:name w:val="Capo di settore"/><w:basedOn w:val="Titolo1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Livello"><w:name w:val="Mio"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Elenco"><w:name w:val="Elenco"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Sommario1"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="character" w:styleId="Forte"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Nascosto"><w:name w:val="Nascosto"/><w:rPr><w:vanish/></w:rPr></w:style>
    """)

  static let numbering = WordSample.root(
    "w:numbering",
    """
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Art. %1"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
    """)

  static func item(_ text: String, list: Int, level: Int = 0) -> String {
    p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  static let withStyles = ["word/styles.xml": styles]
  static let withLists = ["word/styles.xml": styles, "word/numbering.xml": numbering]

  static let all = texts + revisions + fieldsAndControls + lists + tables + drawings
}
