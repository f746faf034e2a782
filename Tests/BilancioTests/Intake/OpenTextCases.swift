import Testing

@testable import Office

/// One construction of an OpenDocument text, and what becomes of it.
struct OpenTextCase: CustomTestStringConvertible {
  let name: String
  let body: String
  let markdown: String
  var left: [LeftReason: Int] = [:]
  var doubts: [OfficeText.Doubt.Kind] = []
  var binaries: [String: [UInt8]] = [:]

  var testDescription: String { name }

  init(
    _ name: String, _ body: String, _ markdown: String, left: [LeftReason: Int] = [:],
    doubts: [OfficeText.Doubt.Kind] = [], binaries: [String: [UInt8]] = [:]
  ) {
    (self.name, self.body, self.markdown) = (name, body, markdown)
    (self.left, self.doubts, self.binaries) = (left, doubts, binaries)
  }

  static let spaces =
    [
      "office", "text", "table", "draw", "style", "meta",
    ].map { " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined()
    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  private static let styles = """
    <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
    <style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
    <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
    <style:style style:name="Title" style:family="paragraph"/>
    <text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2"/></text:list-style>
    <text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>\
    <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>
    """

  var bytes: [UInt8] {
    let content =
      "<?xml version=\"1.0\"?><office:document-content\(OpenTextCase.spaces)><office:automatic-styles>\(OpenTextCase.styles)</office:automatic-styles>"
      + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>"
    let meta =
      "<?xml version=\"1.0\"?><office:document-meta\(OpenTextCase.spaces)><meta:generator>x</meta:generator></office:document-meta>"
    return StoredZip.bytes(
      [
        ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
        ("content.xml", Array(content.utf8)),
        ("meta.xml", Array(meta.utf8)),
      ] + binaries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private static func p(_ inner: String) -> String { "<text:p>\(inner)</text:p>" }

  private static func list(_ style: String, _ items: String..., more: String = "") -> String {
    "<text:list text:style-name=\"\(style)\"\(more)>\(items.map { "<text:list-item>\($0)</text:list-item>" }.joined())</text:list>"
  }

  private static func cell(_ inner: String, _ more: String = "") -> String {
    "<table:table-cell\(more)>\(inner)</table:table-cell>"
  }

  private static func row(_ cells: String...) -> String {
    "<table:table-row>\(cells.joined())</table:table-row>"
  }

  static let all: [OpenTextCase] = [
    OpenTextCase(
      "a paragraph with spaces",
      p("uno<text:s text:c=\"3\"/>due<text:tab/>tre<text:line-break/>quattro"),
      "uno due tre\\\nquattro"),
    OpenTextCase(
      "headings and a title",
      "<text:p text:style-name=\"P1\">Tutto</text:p><text:h text:outline-level=\"1\">Uno</text:h><text:h text:outline-level=\"2\">Due</text:h>",
      "## Tutto\n\n## Uno\n\n### Due"),
    OpenTextCase(
      "bold, italic and raised",
      p(
        "<text:span text:style-name=\"B\">a</text:span> <text:span text:style-name=\"I\">b</text:span> m<text:span text:style-name=\"U\">2</text:span>"
      ), "**a** *b* m²"),
    OpenTextCase(
      "struck text", p("<text:span text:style-name=\"S\">via</text:span>"), "~~via~~",
      doubts: [.struckText]),
    OpenTextCase(
      "hidden text", p("vedi<text:span text:style-name=\"H\"> segreto</text:span>"), "vedi",
      left: [.hidden: 1]),
    OpenTextCase(
      "a hidden section",
      "<text:section text:display=\"none\">\(p("segreto"))</text:section><text:section>\(p("vedi"))</text:section>",
      "vedi", left: [.hidden: 1]),
    OpenTextCase(
      "a link", p("<text:a xlink:href=\"https://a.it/\" office:title=\"dove\">qui</text:a>"),
      "[qui](https://a.it/)", left: [.tooltip: 1]),
    OpenTextCase(
      "changes",
      "<text:tracked-changes><text:changed-region><text:deletion>\(p("via"))</text:deletion></text:changed-region></text:tracked-changes>\(p("uno<text:change text:change-id=\"c\"/> due"))",
      "uno due", left: [.deleted: 1]),
    OpenTextCase(
      "a remark", p("uno<office:annotation>\(p("no"))</office:annotation>"), "uno",
      left: [.comment: 1]),
    OpenTextCase(
      "a note",
      p(
        "uno<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>\(p("Nota"))</text:note-body></text:note> due"
      ), "uno[^1] due\n\n[^1]: Nota", left: [.separator: 1]),
    OpenTextCase(
      "a placeholder and a field",
      p(
        "<text:placeholder text:placeholder-type=\"text\">&lt;nome&gt;</text:placeholder>pagina <text:page-number>3</text:page-number>"
      ), "pagina 3", left: [.placeholder: 1]),
    OpenTextCase(
      "contents",
      "<text:table-of-content><text:index-body>\(p("Uno 3"))</text:index-body></text:table-of-content>\(p("Testo"))",
      "Testo", left: [.contentsList: 1]),
    OpenTextCase(
      "bullets in bullets", list("L", p("uno") + list("L", p("due")), p("tre")),
      "- uno\n  - due\n- tre"),
    OpenTextCase(
      "numbers and letters", list("N", p("uno") + list("N", p("a")), p("due")),
      "1. uno\n   - a) a\n2. due"),
    OpenTextCase(
      "numbers that go on",
      list("N", p("uno")) + p("testo")
        + list("N", p("due"), more: " text:continue-numbering=\"true\""),
      "1. uno\n\ntesto\n\n2) due"),
    OpenTextCase(
      "two paragraphs in an item", list("L", p("uno") + p("ancora"), p("due")),
      "- uno\n\n  ancora\n- due"),
    OpenTextCase(
      "a table",
      "<table:table><table:table-header-rows>\(row(cell(p("Voce")), cell(p("Euro"))))</table:table-header-rows>\(row(cell(p("a")), cell(p("1"))))</table:table>",
      "| Voce | Euro |\n| --- | --- |\n| a | 1 |"),
    OpenTextCase(
      "merged cells",
      "<table:table>\(row(cell(p("a"), " table:number-columns-spanned=\"2\""), "<table:covered-table-cell/>", cell(p("b"))))\(row(cell(p("c")), cell("", " table:number-columns-repeated=\"1\""), cell(p("d"))))</table:table>",
      "| a |  | b |\n| --- | --- | --- |\n| c |  | d |", doubts: [.mergedCells]),
    OpenTextCase(
      "a picture",
      p(
        "<draw:frame><draw:image xlink:href=\"Pictures/a.png\"/><svg:title>Sala</svg:title><svg:desc>La sala piena</svg:desc></draw:frame>"
      ), "![Sala. La sala piena](a.png)", binaries: ["Pictures/a.png": [1]]),
    OpenTextCase(
      "a text box",
      p("prima<draw:frame><draw:text-box>\(p("riquadro"))</draw:text-box></draw:frame> dopo"),
      "prima dopo\n\nriquadro", doubts: [.textBox]),
    OpenTextCase(
      "a chart",
      p(
        "<draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image xlink:href=\"./ObjectReplacements/Object 1\"/><svg:desc>Cresce</svg:desc></draw:frame>"
      ), "Cresce", left: [.object: 1], doubts: [.innerDocument],
      binaries: ["Object 1/content.bin": [1]]),
    OpenTextCase(
      "a word with its reading",
      p(
        "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"
      ), "漢(kan)"),
  ]
}
