import Diagnostics
import Facts
import Hypertext
import Output
import Site
import SocialReport
import Testing

@testable import Printing

/// A whole document in the language of the engine: every text is a text there, and every link leads on.
@Suite struct PrintingTests {
  // Texts

  @Test(arguments: [
    ("Mensa", #""Mensa""#), (#"a"b\c"#, #""a\"b\\c""#),
    ("#panic() $x$ @y ]", ##""#panic() $x$ @y ]""##),
    ("una\nriga", #""una riga""#), ("a\u{0}b\u{FEFF}c\u{9F}", #""abc""#),
    ("perché 你", #""perché 你""#),
  ])
  func `a text is a literal that nothing ends but its own sign`(text: String, code: String) {
    #expect(TypstCode.literal(text) == code)
  }

  @Test func `the lines of code are kept`() {
    #expect(TypstCode.literal(lines: "a  b\n \"c") == #""a  b" + "\n" + " \"c""#)
  }

  @Test func `blanks in a row are one, across elements too`() async throws {
    #expect(
      try await body("<p> Una \n <strong> mensa </strong> nuova. </p>") == [
        #"par({"Una "; strong({"mensa "}); "nuova."})"#
      ])
    #expect(
      try await body("<p>di<em>retta</em></p>") == [#"par({"di"; emph({"retta"})})"#])
    #expect(
      try await body("<p> </p><p><em> </em></p>").isEmpty)
  }

  @Test(arguments: [
    ("&amp;&lt;b&gt; &#39;x&#x27;", "&<b> 'x'"), ("a&nbsp;b&shy;c", "a\u{A0}b\u{AD}c"),
    ("AT&T; R&D &zzz;", "AT&T; R&D &zzz;"),
    ("&#xD800; &#99999999; &", "&#xD800; &#99999999; &"),
  ])
  func `references are replaced, and what is none stays`(html: String, text: String) {
    #expect(HTMLReferences.decoded(Array(html.utf8)[...]) == text)
  }

  // Elements

  @Test func `what is not closed loses no text`() {
    let text = HTMLTree.nodes(of: Array("<div><p>uno<p>due</div></section>tre<b>quattro".utf8)).map
    {
      switch $0 {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
    #expect(text == "unoduetrequattro")
  }

  @Test func `as many elements within each other as a page may have stop nothing`() async throws {
    let html = String(repeating: "<div>", count: 100_000) + "fondo"
    #expect(
      try await body(html).joined().contains("fondo"))
  }

  @Test func `a heading takes the label of its part, and the contents lead to parts alone`()
    async throws
  {
    let html = """
      <section class="parte" id="d-x"><h2>Titolo</h2><h3 id="d-x-y">Sotto</h3></section>
      <p><a href="#d-x">qui</a> <a href="#d-x-y">lì</a> <a href="#manca">altrove</a></p>
      """
    #expect(
      try await body(html) == [
        ##"[#heading(level: 1, outlined: true, bookmarked: true, {"Titolo"})#label("d-x")]"##,
        ##"[#heading(level: 2, outlined: false, bookmarked: true, {"Sotto"})#label("d-x-y")]"##,
        #"par({link(label("d-x"), {"qui"}); " "; link(label("d-x-y"), {"lì"}); " altrove"})"#,
      ])
  }

  @Test func `an empty heading and an empty list are none`() async throws {
    #expect(
      try await body("<h2> </h2><ul></ul><ol> </ol><dl></dl><table></table>").isEmpty)
  }

  @Test func `tables keep heads, spans and alignment`() async throws {
    let html = """
      <table><caption>Nome</caption><thead><tr><th scope="col">A</th><th scope="col" class="text-end">B</th></tr></thead>
      <tbody><tr><th scope="row">r</th><td class="text-end">1</td></tr><tr><td colspan="2">x</td></tr></tbody></table>
      """
    #expect(
      try await body(html) == [
        """
        grid-table({"Nome"}, 2,
        table.header(cell({"A"}), cell(align: right, {"B"})),
        cell(heads: "row", {"r"}),
        cell(align: right, {"1"}),
        cell(colspan: 2, {"x"}))
        """
      ])
  }

  @Test func `what only helps who cannot see a page, and controls, are left out`() async throws {
    #expect(
      try await body(
        #"<p>A<span class="visually-hidden">: B</span></p><form><p>C</p></form><nav><p>D</p></nav>"#
      ) == [#"par({"A"})"#])
  }

  @Test func `a drawing is a picture with its words, and its style goes along`() async throws {
    let html =
      #"<figure><svg viewBox="0 0 1 1"><title>Cresce</title><desc>Da 1 a 2</desc><path d="M0"/></svg><figcaption>Nome</figcaption></figure>"#
    #expect(
      try await body(html) == [
        ##"illustration(drawing("<svg viewBox=\"0 0 1 1\" xmlns=\"http://www.w3.org/2000/svg\"><style>.x{}</style>"##
          + ##"<title>Cresce</title><desc>Da 1 a 2</desc><path d=\"M0\"/></svg>", "Cresce. Da 1 a 2"), {"Nome"})"##
      ])
  }

  // Links

  @Test func `links to pages of the document stay in it, all others go to the site`() async throws {
    let document = try await document()
    let links = PrintLinks(document, ids: ["d-scuole", "d-registro-acts", "d-registro-acts-atto"])
    func told(_ address: String) -> String {
      switch links.target(of: address) {
      case .label(let id): "#" + id
      case .address(let address): address
      case nil: "-"
      }
    }
    #expect(told("/2021/scuole/") == "#d-scuole")
    #expect(told("/2021/atti/#atto") == "#d-registro-acts-atto")
    #expect(told("/2021/atti/#altro") == "#d-registro-acts")
    #expect(told("/2021/") == "https://esempio.it/2021/")
    #expect(told("//altro.it/x") == "//altro.it/x")
    #expect(told("mailto:a@b.it") == "mailto:a@b.it")
    #expect(told("#manca") == "-")
  }

  @Test func `the document of the base has its parts, each in the order of the page`() async throws
  {
    let document = try await document()
    let code = PrintSource(document, drawingStyle: "").code
    let parts = document.parts.values.filter { !$0.isEmpty }
    #expect(parts.count > 3)
    #expect(code.hasPrefix("#import \"document.typ\": *\n#show: report.with((title: \""))
    let marked = PrintSource(document, drawingStyle: "", marksPlaces: true).code
    #expect(marked.hasPrefix("#import \"document.typ\": *\n#let bilancio-place(number) = "))
    #expect(marked.contains("par({bilancio-place(") && !code.contains("bilancio-place"))
    #expect(code.allSatisfy { $0 != "\u{FEFF}" })
    let scuole = DocumentText.Selection("Scuola", .only(["d-scuole"]))
    let one = PrintSource(document, scuole, drawingStyle: "").code
    #expect(one.utf8.count < code.utf8.count && one.contains("title: \"Scuola\""))
  }

  @Test func `volumes hold each part once, and stand where readers of an objective find theirs`()
    async throws
  {
    let made = try await MadeReport([:])
    let site = try #require(made.site)
    let document = try #require(try await site.documents().first)
    let whole = HTMLTree.nodes(of: document.html)
    let ids = document.volumes.map { sections(whole.selected($0.selection)) }
    #expect(ids.flatMap(\.self).sorted() == sections(whole).sorted())
    #expect(ids.count == document.edition.objectives.count + 1)
    #expect(ids.allSatisfy { !$0.isEmpty })

    var prints = EditionPrints()
    prints.files = document.volumes.map { volume in
      var file = PrintedFile(.pdf, bytes: [1], pages: 2)
      file.part = volume.part
      return file
    }
    prints.picture = [2]
    let files = site.with([document.edition.id.value: prints]).jobs.flatMap { $0.run().files }
    func text(_ path: String) -> String {
      files.filter { $0.path == path }.map {
        if case .bytes(let bytes) = $0.body { String(decoding: bytes, as: UTF8.self) } else { "" }
      }.joined()
    }
    let general = "2021/bilancio-sociale-2021-generale.pdf"
    let own = "2021/bilancio-sociale-2021-obiettivo-scuole.pdf"
    for path in [general, own, "2021/anteprima.png"] {
      #expect(files.contains { $0.path == path }, "\(path)")
    }
    #expect(text("2021/index.html").contains(own) && text("2021/index.html").contains(general))
    #expect(text("2021/scuole/index.html").contains(own))
    #expect(!text("2021/scuole/index.html").contains(general))
    #expect(text("2021/scuole/index.html").contains("og:image"))
  }

  private func sections(_ nodes: [HTMLNode]) -> [String] {
    var ids: [String] = []
    nodes.visit { if $0.has(class: "parte"), let id = $0["id"] { ids.append(id) } }
    return ids
  }

  // Books

  @Test
  func
    `a book has a file for each part of the first level, and its links lead from one to another`()
    async throws
  {
    let book = Book(try await document(), style: "p {}", drawingStyle: "")
    let files = Dictionary(book.files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    let chapters = book.files.map(\.path).filter { $0.hasPrefix("EPUB/parte-") }
    #expect(chapters.count > 4 && chapters == chapters.sorted())
    #expect(book.files.first?.path == "META-INF/container.xml")
    #expect(files["EPUB/stile.css"] == "p {}")
    let objective = chapters.compactMap { files[$0] }.first { $0.contains("id=\"d-scuole\"") }
    #expect(objective?.contains("<h1>") == true)
    let all = chapters.compactMap { files[$0] }.joined()
    #expect(all.contains("href=\"parte-00"))
    #expect(!all.contains("<nav") && !all.contains("visually-hidden") && !all.contains("<form"))
  }

  @Test
  func `what is not closed in HTML is closed in a book, and an address that leads nowhere is text`()
    async throws
  {
    let nodes = HTMLTree.nodes(
      of: Array(
        ##"<p>a<br>b &amp; <a href="#manca">c</a> <a href="https://x.it/?a=1&amp;b">d</a><span id="q"></span></p>"##
          .utf8))
    var writer = XHTMLWriter(
      PrintLinks(try await document(), ids: []), files: [:], drawingStyle: "")
    #expect(
      writer.markup(nodes, in: "a.xhtml")
        == #"<p>a<br/>b &amp; <span>c</span> <a href="https://x.it/?a=1&amp;b">d</a><span id="q"></span></p>"#
    )
  }

  @Test func `a book beside a print has its pages, and one without has none`() async throws {
    let document = try await document()
    // The places that the engine is asked about, twenty to a page.
    let code = PrintSource(document, drawingStyle: "", marksPlaces: true).code
    let asked = code.matches(of: /bilancio-place\((\d+)\)/).compactMap { Int($0.1) }
    let numbers = asked.enumerated().map { ($1, $0 / 20 + 1) }
    let places = PrintPlaces(pages: Dictionary(numbers, uniquingKeysWith: min))
    let with = Book(document, style: "", drawingStyle: "", places: places)
      .files.map(\.text).joined()
    #expect(with.contains("epub:type=\"page-list\"") && with.contains("pageBreakSource"))
    #expect(with.contains("#pagina-2\">2</a>"))
    #expect(with.matches(of: /id="pagina-2"/).count == 1)
    let without = Book(document, style: "", drawingStyle: "").files.map(\.text).joined()
    #expect(!without.contains("page-list") && !without.contains("pageBreak"))
    #expect(!without.contains("pageNavigation"))
  }

  // Means

  private func document() async throws -> DocumentText {
    let made = try await MadeReport([:])
    return try #require(try await made.site?.documents().first)
  }

  /// The statements that a fragment is written as.
  private func body(_ html: String) async throws -> [String] {
    let nodes = HTMLTree.nodes(of: Array(html.utf8))
    var writer = try await TypstWriter(document(), nodes, drawingStyle: ".x{}")
    return writer.blocks(nodes)
  }
}
