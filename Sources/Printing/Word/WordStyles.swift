import Diagnostics
import Site
import SocialReport

/// How a document looks in a word processor.
///
/// The names of styles that every word processor has are those of the standard, which each shows in its own language;
/// those of fields are the edition's.
struct WordStyles {
  private let document: DocumentText

  init(_ document: DocumentText) { self.document = document }

  private var language: String { WordLook.tag(document.edition.language.rawValue) }
  private var isItalian: Bool { document.edition.language == .italian }

  /// The theme's colour, darker by a fifth, as titles have it.
  var colour: String {
    let digits = Array(document.colour.drop { $0 == "#" }.utf8)
    guard digits.count == 6 else { return "1F3A5F" }
    let parts = stride(from: 0, to: 6, by: 2).map { at -> String in
      let value = UInt8(String(decoding: digits[at...at + 1], as: UTF8.self), radix: 16) ?? 0
      let text = String(Int(value) * 4 / 5, radix: 16, uppercase: true)
      return text.utf8.count < 2 ? "0" + text : text
    }
    return parts.joined()
  }

  static let quiet = "455B71"
  static let font = "Calibri"
  static let codeFont = "Consolas"
  static let link = "004080"

  var part: String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:styles xmlns:w="\(WordParts.namespace)">
    <w:docDefaults><w:rPrDefault><w:rPr>\(WordStyles.letters)<w:sz w:val="21"/><w:szCs w:val="21"/>\
    <w:lang w:val="\(language)" w:eastAsia="\(language)" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
    \((paragraphs + headings + contents + fields + letters).joined(separator: "\n"))
    \(WordStyles.tables)
    </w:styles>

    """
  }

  private static let letters =
    "<w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\" w:eastAsia=\"\(font)\" w:cs=\"\(font)\"/>"

  // Kinds of styles

  private func style(
    _ id: String, _ name: String, on parent: String? = "Normal", next: String? = nil,
    isDefault: Bool = false, _ properties: String = "", _ letters: String = ""
  ) -> String {
    "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + (parent.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
      + (next.map { "<w:next w:val=\"\($0)\"/>" } ?? "") + "<w:qFormat/>"
      + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")
      + (letters.isEmpty ? "" : "<w:rPr>\(letters)</w:rPr>") + "</w:style>"
  }

  private func look(_ id: String, _ name: String, _ letters: String) -> String {
    "<w:style w:type=\"character\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:rPr>\(letters)</w:rPr></w:style>"
  }

  private func size(_ halves: Int) -> String {
    "<w:sz w:val=\"\(halves)\"/><w:szCs w:val=\"\(halves)\"/>"
  }

  private func ink(_ colour: String) -> String { "<w:color w:val=\"\(colour)\"/>" }

  // Which there are

  private var paragraphs: [String] {
    let quiet = ink(WordStyles.quiet)
    let edge = "<w:spacing w:after=\"0\"/>"
    return [
      style("Normal", "Normal", on: nil, isDefault: true),
      style(
        "Title", "Title", next: "Normal",
        "<w:keepNext/><w:spacing w:before=\"600\" w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/>" + ink(colour) + size(56)),
      style("Lead", isItalian ? "Sommario in testa" : "Lead", "", size(24)),
      style(
        "Facts", isItalian ? "Fatti" : "Facts",
        "<w:spacing w:after=\"40\"/><w:ind w:left=\"284\" w:hanging=\"284\"/>"),
      style("ListParagraph", "List Paragraph", "<w:contextualSpacing/>"),
      style(
        "Quote", "Quote",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"9AA7B3\"/></w:pBdr>",
        quiet),
      style(
        "Caption", "caption", "<w:keepLines/><w:spacing w:before=\"120\" w:after=\"80\"/>",
        "<w:b/><w:bCs/>" + size(19)),
      style(
        "Picture", isItalian ? "Immagine" : "Picture",
        "<w:spacing w:before=\"120\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>"),
      style(
        "HTMLPreformatted", "HTML Preformatted", "<w:suppressAutoHyphens/>",
        "<w:rFonts w:ascii=\"\(WordStyles.codeFont)\" w:hAnsi=\"\(WordStyles.codeFont)\" w:cs=\"\(WordStyles.codeFont)\"/><w:noProof/>"
          + size(18)),
      style(
        "Rule", isItalian ? "Linea" : "Rule",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"9AA7B3\"/></w:pBdr>"),
      style(
        "FootnoteText", "footnote text",
        "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", size(18)),
      style("Header", "header", edge, quiet + size(17)),
      style(
        "Footer", "footer",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(WordPage.upright.room)\"/></w:tabs>" + edge,
        quiet + size(17)),
      style(
        "TableText", isItalian ? "Testo tabella" : "Table text",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>", size(19)),
      style(
        "TableText2", isItalian ? "Testo tabella piccolo" : "Small table text", on: "TableText", "",
        size(17)),
      style(
        "TableText3", isItalian ? "Testo tabella minuto" : "Tiny table text", on: "TableText", "",
        size(15)),
    ]
  }

  private var headings: [String] {
    [34, 26, 23, 21, 21, 21].enumerated().map { index, halves in
      style(
        "Heading\(index + 1)", "heading \(index + 1)", next: "Normal",
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"\(index == 0 ? 400 : 280)\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>"
          + "<w:outlineLvl w:val=\"\(index)\"/>",
        "<w:b/><w:bCs/>" + (index > 3 ? "<w:i/><w:iCs/>" : "") + (index == 0 ? ink(colour) : "")
          + size(halves))
    }
  }

  private var contents: [String] {
    let dots =
      "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(WordPage.upright.room)\"/></w:tabs>"
    return [
      style(
        "TOCHeading", "TOC Heading", next: "Normal",
        "<w:keepNext/><w:spacing w:before=\"400\" w:after=\"120\"/>",
        "<w:b/><w:bCs/>" + ink(colour) + size(28)),
      style(
        "TOC1", "toc 1", next: "Normal", dots + "<w:spacing w:before=\"80\" w:after=\"40\"/>",
        "<w:b/><w:bCs/>"),
      style(
        "TOC2", "toc 2", next: "Normal", dots + "<w:spacing w:after=\"20\"/><w:ind w:left=\"284\"/>"
      ),
    ]
  }

  private var fields: [String] {
    FieldStyle.all.map { field in
      style(
        field.id, WordXML.text(field.name.text(in: document.edition.language)), on: field.parent,
        next: "Normal")
    }
  }

  private var letters: [String] {
    [
      look("Hyperlink", "Hyperlink", ink(WordStyles.link) + "<w:u w:val=\"single\"/>"),
      look("FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>"),
      look("Minor", isItalian ? "Secondario" : "Minor", ink(WordStyles.quiet)),
      look(
        "HTMLCode", "HTML Code",
        "<w:rFonts w:ascii=\"\(WordStyles.codeFont)\" w:hAnsi=\"\(WordStyles.codeFont)\" w:cs=\"\(WordStyles.codeFont)\"/><w:noProof/>"
          + size(19)),
    ]
  }

  private static let tables = """
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>\
    <w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>\
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
    <w:style w:type="table" w:styleId="FactsTable"><w:name w:val="Bilancio"/><w:basedOn w:val="TableNormal"/><w:tblPr>\
    <w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="9AA7B3"/>\
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="9AA7B3"/></w:tblBorders></w:tblPr>\
    <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>\
    <w:bottom w:val="single" w:sz="8" w:space="0" w:color="455B71"/></w:tcBorders></w:tcPr></w:tblStylePr>\
    <w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
    """
}
