package import Diagnostics
import Scaffolding
package import SocialReport

/// A Word file for an office to fill in, made of the declaration of a kind: what comes back through `Imported` needs no
/// question, also after LibreOffice saved it.
///
/// A field of one line is a control with the field's name in a table; a text stands under a heading with the field's
/// label. What explains has a style of its own, and is never taken over (`TemplateWords`).
package struct OfficeTemplate {
  private let kind: EntityKind
  private let language: Language
  /// What is known already, by the Italian names of fields.
  private let known: [String: String]
  /// The ids of the offices, of which one is chosen.
  private let offices: [String]

  package init(
    _ kind: EntityKind, language: Language, known: [String: String], offices: [String]
  ) {
    (self.kind, self.language, self.known, self.offices) = (kind, language, known, offices)
  }

  /// The parts of the package (ISO/IEC 29500), in their order.
  package var parts: [(path: String, bytes: [UInt8])] {
    [
      (
        "[Content_Types].xml",
        PackageMarkup.types([
          ("word/document.xml", "wordprocessingml.document.main"),
          ("word/styles.xml", "wordprocessingml.styles"),
        ])
      ), ("_rels/.rels", PackageMarkup.relations([("officeDocument", "word/document.xml")])),
      ("word/document.xml", document),
      ("word/_rels/document.xml.rels", PackageMarkup.relations([("styles", "styles.xml")])),
      ("word/styles.xml", styles),
    ].map { ($0.0, Array($0.1.utf8)) }
  }

  // Fields

  /// What the program or the editors say, not the office.
  private static let own: Set<String> = ["id", "titolo", "numero", "aggiornato_il", "bozza"]

  private var lines: [Field] {
    kind.table.fields.filter { field in
      guard field.isRequired, !OfficeTemplate.own.contains(field.italian) else { return false }
      switch field.type {
      case .text, .choice, .date, .reference, .period: return true
      default: return false
      }
    }
  }

  private var texts: [Field] { kind.table.fields.filter(\.isText) }

  // Markup

  private var document: String {
    let words = TemplateWords(language)
    let title = kind.table.index(of: "titolo").map { kind.table.fields[$0] }
    let opening =
      title.map {
        explanation(of: $0) + "<w:sdt>\(control($0, paragraphStyle: "Title"))</w:sdt>"
      }
      ?? ""
    let rows = lines.map { field in
      """
      <w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>\(paragraph(field.label.text(in: language)))\
      \(explanation(of: field))</w:tc><w:tc><w:tcPr><w:tcW w:w="6600" w:type="dxa"/></w:tcPr>\
      <w:sdt>\(control(field))</w:sdt></w:tc></w:tr>
      """
    }.joined()
    let sections = texts.map { field in
      paragraph(field.label.text(in: language), style: OfficeTemplate.style(of: field))
        + explanation(of: field)
        + paragraph(known[field.italian] ?? "")
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(explanation(words.opening))\
      \(opening)<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>\(OfficeTemplate.borders)\
      </w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6600"/></w:tblGrid>\(rows)</w:tbl>\
      \(sections)<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" \
      w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
      """
  }

  /// A control that is named as its field is; its words are those of nobody until somebody types.
  private func control(_ field: Field, paragraphStyle style: String? = nil) -> String {
    let words = TemplateWords(language)
    let text = known[field.italian]
    let (choice, empty): (String, String) =
      switch field.type {
      case .choice(let list):
        (dropDown(list.map { language == .italian ? $0.italian : $0.english }), words.choose)
      case .reference: (dropDown(offices), words.choose)
      case .date:
        (
          "<w:date><w:dateFormat w:val=\"dd/MM/yyyy\"/><w:lid w:val=\"\(language == .italian ? "it-IT" : "en-GB")\"/></w:date>",
          words.write
        )
      default: ("<w:text/>", words.write)
      }
    let placeholder = text == nil ? "<w:showingPlcHdr/>" : ""
    let look = text == nil ? "<w:rPr><w:color w:val=\"595959\"/></w:rPr>" : ""
    let styled = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return """
      <w:sdtPr><w:alias w:val="\(PackageMarkup.escaped(field.label.text(in: language)))"/><w:tag w:val="\(field.italian)"/>\
      <w:lock w:val="sdtLocked"/>\(placeholder)\(choice)</w:sdtPr><w:sdtContent><w:p>\(styled)<w:r>\(look)<w:t>\
      \(PackageMarkup.escaped(text ?? empty))</w:t></w:r></w:p></w:sdtContent>
      """
  }

  private func dropDown(_ words: [String]) -> String {
    let items = words.map {
      "<w:listItem w:displayText=\"\(PackageMarkup.escaped($0))\" w:value=\"\(PackageMarkup.escaped($0))\"/>"
    }
    return "<w:dropDownList>\(items.joined())</w:dropDownList>"
  }

  private func explanation(_ words: String) -> String { paragraph(words, style: "Explanation") }

  /// What explains a field, where it says more than its label.
  private func explanation(of field: Field) -> String {
    let words = TemplateWords(language).advice(field)
    return words == field.label.text(in: language) ? "" : explanation(words)
  }

  private func paragraph(_ words: String, style: String? = nil) -> String {
    let styled = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    let text = PackageMarkup.escaped(words)
    let run = words.isEmpty ? "" : "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    return "<w:p>\(styled)\(run)</w:p>"
  }

  private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
    "<w:\($0) w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/>"
  }.joined()

  /// The style of the heading above a text, by which it is known whatever its words become: `CampoPerche`.
  private static func style(of field: Field) -> String {
    "Campo"
      + field.italian.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined()
  }

  private var fieldStyles: String {
    texts.map { field in
      """
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="\(OfficeTemplate.style(of: field))">\
      <w:name w:val="\(PackageMarkup.escaped(field.label.text(in: language)))"/><w:basedOn w:val="Heading1"/>\
      <w:next w:val="Normal"/><w:qFormat/></w:style>
      """
    }.joined()
  }

  private var styles: String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="\(language == .italian ? "it-IT" : "en-GB")"/>\
    </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>\
    <w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
    \(fieldStyles)<w:style w:type="paragraph" w:customStyle="1" w:styleId="Explanation"><w:name w:val="\(TemplateWords.style)"/><w:basedOn w:val="Normal"/>\
    <w:next w:val="Normal"/><w:rPr><w:i/><w:color w:val="595959"/><w:sz w:val="20"/></w:rPr></w:style></w:styles>
    """
  }
}
