import Diagnostics
import Facts
import Files
import Foundation
import FoundationXML
import Output
import Site
import SocialReport
import Testing

@testable import Printing

/// A whole document in the language of word processors: every text is a text there, and every link leads on.
@Suite struct WordTests {
  // Texts

  @Test(arguments: [
    ("<w:p/> & \"x\"", "&lt;w:p/&gt; &amp; &quot;x&quot;"), ("]]>", "]]&gt;"),
    ("a\u{0}b\u{FEFF}c\u{9F}d\u{FFFE}e\u{B}", "abcde"), ("due\nrighe", "due righe"),
    ("perché 你\u{A0}😀", "perché 你\u{A0}😀"), ("{ TOC \\o }", "{ TOC \\o }"),
  ])
  func `a text is character data, without what XML has no place for`(text: String, xml: String) {
    #expect(WordXML.text(text) == xml)
  }

  @Test func `a hyphen that shows only at the end of a line is an element`() {
    #expect(
      WordXML.runs("pre\u{AD}cipite", WordLook())
        == "<w:r><w:t xml:space=\"preserve\">pre</w:t></w:r><w:r><w:softHyphen/></w:r>"
        + "<w:r><w:t xml:space=\"preserve\">cipite</w:t></w:r>")
  }

  @Test(arguments: [
    ("https://x.it/?a=1&b=2#c", "https://x.it/?a=1&amp;b=2#c"),
    ("https://x.it/a b\"<>", "https://x.it/a%20b%22%3C%3E"),
    ("https://x.it/è#a#b", "https://x.it/%C3%A8#a%23b"),
    ("https://x.it/100%/%2f/%zz", "https://x.it/100%25/%2f/%25zz"),
    ("mailto:a@b.it", "mailto:a@b.it"), ("https://x.it/[1]", "https://x.it/%5B1%5D"), ("", ""),
  ])
  func `an address is a URI whatever it was`(address: String, written: String) {
    #expect(WordXML.address(address) == written)
  }

  @Test(arguments: [
    ("en", "en-GB"), ("IT", "it-IT"), ("sc", "sc"), ("\"/><w:b/>", "wb"), ("de-AT", "de-AT"),
  ])
  func `a language has a country, and is a tag whatever it was`(language: String, tag: String) {
    #expect(WordLook.tag(language) == tag)
  }

  @Test func `letters say what they are in the order of the schema`() async throws {
    #expect(
      try await body(
        "<p>Una <strong> mensa <em lang=\"en\">open</em></strong> <sup>2</sup>&shy;</p>")
        == paragraph(
          run("Una ") + run("mensa ", "<w:b/><w:bCs/>")
            + run("open", "<w:b/><w:bCs/><w:i/><w:iCs/><w:lang w:val=\"en-GB\"/>") + run(" ")
            + run("2", "<w:vertAlign w:val=\"superscript\"/>") + "<w:r><w:softHyphen/></w:r>"))
  }

  // Elements

  @Test func `parts are headings, and a link leads to a bookmark`() async throws {
    let html = """
      <section class="parte" id="d-x"><h2>Titolo</h2><h3 id="d-x-y">Sotto</h3></section>
      <p><a href="#d-x">qui</a> <a href="#manca">altrove</a></p>
      """
    let xml = try await body(html)
    #expect(xml.contains("<w:pStyle w:val=\"Heading1\"/>"))
    #expect(xml.contains("<w:pStyle w:val=\"Heading2\"/>"))
    #expect(xml.contains("w:name=\"d_x\"") && xml.contains("<w:hyperlink w:anchor=\"d_x\""))
    #expect(!xml.contains("w:name=\"d_x_y\"") && !xml.contains("manca"))
    #expect(xml.contains(run(" altrove")))
  }

  @Test func `an empty heading, list and table are none`() async throws {
    #expect(
      try await body("<h2> </h2><ul></ul><ol><li> </li></ol><dl></dl><table></table>").isEmpty)
  }

  @Test func `each numbered list begins anew, and what is in it stands in`() async throws {
    var writer = try await writer(
      "<ol><li>a<ul><li>b</li></ul></li></ol><ol start=\"7\"><li><p>c</p><p>d</p></li></ol>")
    let xml = writer.written()
    #expect(writer.numbered.map(\.start) == [1, 7])
    let lists = xml.matches(of: /w:ilvl w:val="(\d)"\/><w:numId w:val="(\d)"/).map {
      "\($0.1)/\($0.2)"
    }
    #expect(lists == ["0/2", "1/1", "0/3"])
    #expect(xml.contains("<w:ind w:left=\"425\"/></w:pPr>" + run("d")))
    #expect(
      WordNumbering.part(writer.numbered).contains(
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
          + "<w:startOverride w:val=\"7\"/>"))
  }

  @Test func `tables keep heads, spans, merged rows and alignment`() async throws {
    let html = """
      <table><caption>Nome</caption><thead><tr><th>A</th><th class="text-end">B</th><th>C</th></tr></thead>
      <tbody><tr><th rowspan="2">r</th><td colspan="2">x</td></tr><tr><td>y</td></tr></tbody></table>
      """
    let xml = try await body(html)
    #expect(xml.matches(of: /<w:tblHeader\/>/).count == 1)
    #expect(xml.matches(of: /<w:cantSplit\/>/).count == 3)
    #expect(xml.contains("<w:tblCaption w:val=\"Nome\"/>"))
    #expect(xml.contains("<w:gridSpan w:val=\"2\"/>"))
    #expect(xml.contains("<w:vMerge w:val=\"restart\"/>") && xml.contains("<w:vMerge/>"))
    #expect(xml.contains("<w:jc w:val=\"right\"/>"))
    #expect(xml.matches(of: /<w:tc>/).count == 3 + 2 + 3)
  }

  @Test(arguments: [5, 63, 64, 500])
  func `no table has more columns than word processors open, and no cell is lost`(
    columns: Int
  ) async throws {
    let cells = (0..<columns).map { "<td>c\($0)z</td>" }.joined()
    let last = "<tr><td colspan=\"\(columns)\">q</td></tr>"
    let xml = try await body("<table><tr>\(cells)</tr>\(last)</table>")
    #expect(xml.matches(of: /<w:gridCol\x20/).count == min(columns, 63))
    for column in 0..<columns { #expect(xml.contains(">c\(column)z<")) }
    let widths = xml.matches(of: /<w:gridCol w:w="(\d+)"/).compactMap { Int($0.1) }
    #expect(widths.allSatisfy { $0 > 0 })
  }

  @Test func `notes are footnotes: a second sign leads to the first, and an unused one stays`()
    async throws
  {
    let sign = "<sup><a href=\"#n-1\" role=\"doc-noteref\">1</a></sup>"
    let html = """
      <p>a\(sign) b\(sign)</p><section class="note" id="note"><h3>Note</h3><ol>
      <li id="n-1"><p>Testo <a href="https://x.it/">là</a> <a href="#r" role="doc-backlink">↩</a></p></li>
      \("")</ol></section>
      """
    var writer = try await writer(html)
    let xml = writer.written()
    #expect(writer.footnotes.count == 1)
    #expect(writer.footnotes[0].contains("Testo") && !writer.footnotes[0].contains("↩"))
    #expect(xml.matches(of: /<w:footnoteReference w:id="1"\/>/).count == 1)
    #expect(xml.contains(" NOTEREF n_1 \\f \\h "))
    #expect(!xml.contains("Note<"))
    #expect(writer.relations.list(ofNotes: true).contains("https://x.it/"))
    #expect(!writer.relations.list(ofNotes: false).contains("https://x.it/"))
    let kept = try await body(html.replacing("<p>a\(sign) b\(sign)</p>", with: ""))
    #expect(kept.contains("Note<") && kept.contains("Testo"))
  }

  @Test func `as many elements within each other as a page may have stop nothing`() async throws {
    for element in ["div", "blockquote", "strong"] {
      let html = String(repeating: "<\(element)>", count: 2000) + "fondo"
      #expect(try await body(html).contains("fondo"))
    }
    for element in ["ul><li", "table><tr><td", "dl><dd", "section><h2"] {
      _ = try await body(String(repeating: "<\(element)>", count: 2000) + "fondo")
    }
  }

  @Test func `what only helps who cannot see a page, and controls, are left out`() async throws {
    let html =
      #"<p>A<span class="visually-hidden">: B</span></p><form><p>C</p></form><nav><p>D</p></nav>"#
    #expect(try await body(html) == paragraph(run("A")))
  }

  // Names

  @Test func `names of bookmarks are short, begin with a letter, and are each there once`() {
    var bookmarks = WordBookmarks()
    let long = String(repeating: "a-b", count: 40)
    let names = ["d-x", "D-X", "d.x", "1a", "", "è", long + "1", long + "2", "\" w:id=\""].map {
      bookmarks.name($0)
    }
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]{0,39}/) != nil) }
    #expect(bookmarks.name("d-x") == "d_x")
  }

  @Test func `the styles of fields are the names that are declared`() {
    func folded(_ name: String) -> String {
      name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        .replacing(" ", with: "_")
    }
    let records: [(DocumentFields.Record, [Field])] = [
      (.objective, Objective.declaration.fields.map(\.field)),
      (.achievement, Achievement.declaration.fields.map(\.field)),
    ]
    for (record, fields) in records {
      for style in FieldStyle.all where style.record == record {
        let field = fields.first { $0.italian == style.field }
        #expect(field != nil, "\(style.field)")
        guard style.field != "titolo" else { continue }
        #expect(folded(style.name.italian) == field?.italian)
        #expect(folded(style.name.english) == field?.english)
      }
      for string in DocumentFields.strings[record] ?? [] {
        #expect(FieldStyle.of(record, string.field) != nil)
      }
    }
    #expect(Set(FieldStyle.all.map(\.id)).count == FieldStyle.all.count)
  }

  // Drawings

  @Test func `a chart's outlines are lines, boxes and circles`() {
    let data = "M24 60H314M1 2V-3.5M0 0L5 5H0zM9 4a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    let told = ChartOutline.all(in: data).map { outline in
      switch outline {
      case .circle(let x, let y, let radius): "o \(x) \(y) \(radius)"
      case .points(let points, let isClosed):
        (isClosed ? "z " : "- ") + points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      }
    }
    #expect(
      told == [
        "- 24.0,60.0 314.0,60.0", "- 1.0,2.0 1.0,-3.5", "z 0.0,0.0 5.0,5.0 0.0,5.0",
        "o 13.0 4.0 4.0",
      ])
  }

  @Test(arguments: ["", "M", "a a a", "M1e999 2L", "zzz", "M1 2 3 4 5", "H5V6", "M- -L..", "Mé"])
  func `what is no path draws nothing`(data: String) {
    for case .points(let points, _) in ChartOutline.all(in: data) { #expect(!points.isEmpty) }
  }

  // The whole

  @Test func `the document of the base is whole, and the same each time`() async throws {
    let document = try await document()
    let one = WordDocument(document, drawingStyle: "")
    let two = WordDocument(document, drawingStyle: "")
    #expect(one.files.map(\.path) == two.files.map(\.path))
    #expect(one.files.map(\.bytes) == two.files.map(\.bytes))
    #expect(one.files.first?.path == "[Content_Types].xml")
    for (path, bytes) in one.files where path.hasSuffix(".xml") || path.hasSuffix(".rels") {
      #expect(XMLParser(data: Data(bytes)).parse(), "\(path)")
    }
    let part = WordDocument(
      document, DocumentText.Selection("Scuola & C.", .only(["d-scuole"])), drawingStyle: "")
    #expect(text(part).contains("Scuola &amp; C."))
    #expect(text(part).utf8.count < text(one).utf8.count)
  }

  private func text(_ document: WordDocument) -> String {
    let file = document.files.first { $0.path == "word/document.xml" }
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  // Means

  private func run(_ text: String, _ look: String = "") -> String {
    "<w:r>" + (look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>")
      + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private func paragraph(_ runs: String) -> String { "<w:p>\(runs)</w:p>\n" }

  private func document() async throws -> DocumentText {
    let made = try await MadeReport([:])
    return try #require(try await made.site?.documents().first)
  }

  private func writer(_ html: String) async throws -> Made {
    let nodes = HTMLTree.nodes(of: Array(html.utf8))
    return Made(writer: WordWriter(try await document(), nodes, drawingStyle: ""), nodes: nodes)
  }

  private func body(_ html: String) async throws -> String {
    var made = try await writer(html)
    return made.written()
  }

  /// A writer with what it is to write.
  @dynamicMemberLookup
  private struct Made {
    var writer: WordWriter
    let nodes: [HTMLNode]

    subscript<Value>(dynamicMember path: KeyPath<WordWriter, Value>) -> Value {
      writer[keyPath: path]
    }

    mutating func written() -> String {
      writer.blocks(nodes)
      writer.finish()
      return writer.body
    }
  }
}
