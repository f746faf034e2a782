import Hypertext
import Testing

@testable import Intake
@testable import Office

/// Pages of HTML from clipboards and programs: what becomes of them, and that nothing in them is lost.
@Suite struct HTMLReaderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let page: String
    let markdown: String
    var left: [LeftReason: Int] = [:]
    var doubts: [OfficeText.Doubt.Kind] = []
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "text without a paragraph", page: "uno <b>due</b> tre", markdown: "uno **due** tre"),
    Case(
      name: "text beside paragraphs", page: "<div>uno<p>due</p>tre</div>quattro",
      markdown: "uno\n\ndue\n\ntre\n\nquattro"),
    Case(
      name: "paragraphs that nobody closes", page: "<p>uno<p>due<ul><li>a<li>b</ul>tre",
      markdown: "uno\n\ndue\n\n- a\n- b\n\ntre"),
    Case(
      name: "bold around paragraphs", page: "<b><p>uno</p><p>due</p></b><p>tre</p>",
      markdown: "**uno**\n\n**due**\n\ntre"),
    Case(
      name: "Google's wrapper that is not bold",
      page:
        "<b style=\"font-weight:normal\" id=\"docs-internal-guid-1\"><p><span style=\"font-weight:700\">uno</span> due</p></b>",
      markdown: "**uno** due"),
    Case(
      name: "bold and italic that cross", page: "<p>a <b>b <i>c</b> d</i> e</p>",
      markdown: "a **b** ***c*** *d* e"),
    Case(
      name: "a class of a style sheet",
      page:
        "<style>.c1{font-weight:700}.c2,.c3{font-style:italic}</style><p><span class=\"c1\">uno</span> <span class=c3>due</span></p>",
      markdown: "**uno** *due*", left: [.settings: 1]),
    Case(
      name: "references by name and by number",
      page: "<p>perch&eacute; 5&nbsp;&euro; &#8217; &#146; &amp;amp; &ignota;</p>",
      markdown: "perché 5\u{A0}€ ’ ’ \\&amp; \\&ignota;"),
    Case(
      name: "signs of Markdown", page: "<p>*a* _b_ [c](d) # e</p><p># f</p><p>- g</p><p>1. h</p>",
      markdown: "\\*a\\* \\_b\\_ \\[c\\](d) # e\n\n\\# f\n\n\\- g\n\n1\\. h",
      doubts: [.typedList]),
    Case(
      name: "lists whose signs somebody typed",
      page:
        "<p>– pane</p><p>-pasta</p><p>Poi</p><p>a) uno<br>b) due</p><p>1. solo</p><p>Il 3. piano</p><p>-</p>",
      markdown: "– pane\n\n-pasta\n\nPoi\n\na) uno\\\nb) due\n\n1\\. solo\n\nIl 3. piano\n\n\\-",
      doubts: [.typedList, .typedList]),
    Case(name: "a line that is broken", page: "<p>uno<br>due</p>", markdown: "uno\\\ndue"),
    Case(name: "lines as they were typed", page: "<pre>uno\n  due</pre>", markdown: "uno\\\ndue"),
    Case(
      name: "lists of numbers that go on and begin elsewhere",
      page: "<ol start=3><li>tre<li value=7>sette</ol><ol type=a><li>x</ol>",
      markdown: "3. tre\n\n7) sette\n\n- a) x"),
    Case(
      name: "lists within lists, beside and inside",
      page: "<ul><li>uno<ul><li>due</ul><li>tre<ul></ul></li><ol><li>q</ol></ul>",
      markdown: "- uno\n  - due\n- tre\n  1. q"),
    Case(
      name: "entries of several paragraphs",
      page:
        "<ol><li><p>uno</p><p>ancora</p><ul><li>a<p>a bis</p></ul><p>fine</p></li><li>due</li></ol>",
      markdown: "1. uno\n\n   ancora\n   - a\n\n     a bis\n\n   fine\n2. due"),
    Case(
      name: "Word's entries, which are paragraphs",
      page:
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>uno</p>"
        + "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2)<span>&nbsp;</span></span>due</p>",
      markdown: "- uno\n\n2. due", left: [.listSign: 4]),
    Case(
      name: "Word's notes",
      page:
        "<p>uno<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span>[1]</span></a></p>"
        + "<div><hr><div id=ftn1><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> Nota.</p><p>Ancora.</p></div></div>",
      markdown: "uno[^1]\n\n[^1]: Nota.\n\n    Ancora.", left: [.separator: 2]),
    Case(
      name: "LibreOffice's notes",
      page:
        "<p>uno<sup><a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a></sup> due</p>"
        + "<div id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>Nota</p></div>",
      markdown: "uno[^1] due\n\n[^1]: Nota", left: [.separator: 2]),
    Case(
      name: "Google's notes",
      page:
        "<p>uno<sup><a href=\"#ftnt1\" id=\"ftnt_ref1\">[1]</a></sup></p><hr><div><p><a href=\"#ftnt_ref1\" id=\"ftnt1\">[1]</a> Nota</p></div>",
      markdown: "uno[^1]\n\n[^1]: Nota", left: [.separator: 2]),
    Case(
      name: "a link within the page",
      page: "<p><a href=\"#sotto\">vedi sotto</a></p><p id=sotto>Qui</p>",
      markdown: "vedi sotto\n\nQui"),
    Case(
      name: "links to the web, through Google, to a disk and to a program",
      page:
        "<p><a href=\"https://a.it/?x=1&amp;y=2\">a</a> <a href=\"https://www.google.com/url?q=https://b.it/%3Fc&amp;sa=D\">b</a> "
        + "<a href=\"file:///C:/x.doc\">c</a> <a href=\"javascript:alert(1)\">d</a></p>",
      markdown: "[a](https://a.it/?x=1&y=2) [b](https://b.it/?c) c d", left: [.outsideText: 2]),
    Case(
      name: "what is deleted, hidden or remarked",
      page:
        "<p>uno <del>via</del><ins>nuovo</ins> <span style=\"display:none\">no</span><span style='mso-hide:all'>no</span></p>"
        + "<div style='mso-element:comment-list'><p>commento</p></div><p hidden>no</p>",
      markdown: "uno nuovo", left: [.deleted: 1, .hidden: 3, .comment: 1]),
    Case(
      name: "struck and highlighted", page: "<p><s>uno</s> <mark>due</mark> x<sup>2</sup></p>",
      markdown: "~~uno~~ due x²", doubts: [.struckText, .highlightedText]),
    Case(
      name: "a table whose cells nobody closes",
      page: "<table><tr><th>A<th>B<tr><td>1<td>2</table>",
      markdown: "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    Case(
      name: "cells that are merged both ways",
      page:
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e<td>f<td>g</tr></table>",
      markdown: "| a | b |  |\n| --- | --- | --- |\n|  | c | d |\n| e | f | g |",
      doubts: [.mergedCells, .mergedCells]),
    Case(
      name: "a table within a cell, and a text in none",
      page: "<table>sopra<tr><td>a<td><table><tr><td>x<td>y</table></table>",
      markdown: "| sopra |  |\n| --- | --- |\n| a | x; y |", doubts: [.innerTable]),
    Case(
      name: "a caption", page: "<table><caption>Pasti</caption><tr><td>a<td>b</table>",
      markdown: "Pasti\n\n| a | b |\n| --- | --- |"),
    Case(
      name: "pictures: in the page, and elsewhere",
      page:
        "<p>uno <img alt=\"Un prato\" src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP\"></p><p><img src=\"https://a.it/x.png\" alt=\"Una casa\"></p>",
      markdown: "uno ![Un prato](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP)\n\nUna casa",
      left: [.repeated: 1, .outsideText: 1], doubts: [.linkedPicture]),
    Case(
      name: "programs, styles and forms",
      page:
        "<title>T</title><script>var x = '<p>no</p>'</script><style>p{}</style><p>uno<select><option>s</select><button>b</button></p><svg><text>d</text></svg>",
      markdown: "uno", left: [.settings: 2, .macro: 1, .choices: 2, .object: 1]),
    Case(
      name: "headings and a title", page: "<p class=MsoTitle>T</p><h1><b>Uno</b></h1><h3>Tre</h3>",
      markdown: "## T\n\n## **Uno**\n\n#### Tre"),
  ]

  private static func read(_ page: String) throws -> TextDocument {
    try TextDocument(OfficePackage(page: Array(page.utf8)))
  }

  private static func written(_ document: TextDocument) -> String {
    var writer = MarkdownText(topLevel: 2, notes: document.text.notes) { $0.part }
    return writer.text(document.text.blocks)
  }

  private static func prove(_ document: TextDocument) throws {
    var proof = Proof(document)
    try proof.check("testo", document.text.blocks, written: written(document))
    try proof.close([])
  }

  @Test(arguments: cases) func `a page of HTML`(one: Case) throws {
    let document = try HTMLReaderTests.read(one.page)
    #expect(document.ledger.faults.map(\.text) == [])
    #expect(HTMLReaderTests.written(document) == one.markdown)
    #expect(
      Dictionary(document.ledger.left.map { ($0.reason, $0.count) }) { a, _ in a } == one.left)
    #expect(document.text.doubts.map(\.kind) == one.doubts)
    try HTMLReaderTests.prove(document)
  }

  @Test func `of broken markup no text is lost`() throws {
    var random = SplitMix(state: 7)
    let pieces = [
      "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>",
      "<th colspan=2>", "<td rowspan=3>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<b>", "</b>",
      "<i>", "</i>", "<h2>", "</h2>", "<br>", "<span style='display:none'>", "</span>", "<del>",
      "</del>", "<a href='https://a.it'>", "<a href='#x' id=y>", "<a href='#y' id=x>", "</a>",
      "<pre>", "</pre>", "<!-- c -->", "<caption>", "<tbody>", "</tbody>", "<title>", "</title>",
      "<script>", "</script>", "<img alt='foto' src=x>", "<sup>", "</sup>",
      "<p style='mso-list:l0 level1'>",
      "<span style='mso-list:ignore'>", "&amp;", "&#0;", "<", ">", "<svg>", "</svg>", "<dl><dt>",
      "<dd>",
    ]
    for round in 0..<4000 {
      var page = ""
      for number in 0..<Int.random(in: 1...24, using: &random) {
        page += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        if Bool.random(using: &random) { page += "p\(number) " }
      }
      let document = try HTMLReaderTests.read(page)
      #expect(document.ledger.faults.isEmpty, "\(round): \(page)")
      // Every text of the page is on the list, whoever reads it.
      let listed = document.ledger.entries.filter { $0.kind == .text }.map(\.text).joined()
      let told = HTMLTokens(Array(page.utf8)).reduce(into: "") { all, token in
        switch token {
        case .text(let text): all += HTMLReferences.decoded(text)
        case .raw(let text): all += String(decoding: text, as: UTF8.self)
        default: break
        }
      }
      func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
      #expect(letters(listed) == letters(told), "\(round): \(page)")
      #expect(throws: Never.self, "\(round): \(page)") { try HTMLReaderTests.prove(document) }
    }
  }

  @Test func `what is deeper or larger than any page is refused`() {
    let deep = String(repeating: "<div>", count: 500)
    #expect(throws: OfficeFlaw.self) { _ = try HTMLReaderTests.read(deep) }
    // Signs that nobody closes are none.
    let unclosed = String(repeating: "<p><b><font>x", count: 2000)
    #expect(throws: Never.self) { _ = try HTMLReaderTests.read(unclosed) }
  }

  @Test func `the lines that Windows writes before a page are none of it`() throws {
    let given =
      "Version:0.9\r\nStartHTML:0000000105\r\nStartFragment:0000000141\r\n<html><body><!--StartFragment--><p>uno</p>"
    let page = try #require(WebPage(Array(given.utf8), named: "appunti.txt"))
    #expect(String(decoding: page.bytes, as: UTF8.self).hasPrefix("<html>"))
    #expect(WebPage(Array("<p>uno</p>".utf8), named: "x.htm") != nil)
    #expect(WebPage(Array("anno;valore".utf8), named: "x.csv") == nil)
    // As some programs give it: UTF-16.
    let units = [0xFEFF] + Array("<html><p>perché</p>".utf16)
    let wide = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(WebPage(wide, named: "x") != nil)
  }

  @Test func `bytes in letters`() {
    #expect(Base64.bytes("cGVyY2jDqQ==".utf8) == Array("perché".utf8))
    #expect(Base64.bytes("cGVy\r\nY2jDqQ".utf8) == Array("perché".utf8))
    #expect(Base64.bytes("".utf8) == nil)
  }
}
