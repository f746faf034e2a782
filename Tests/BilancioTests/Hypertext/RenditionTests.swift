import Hypertext
import Testing

/// One piece of HTML, written for each of the places where it stands.
@Suite struct RenditionTests {
  private static func scanned(_ template: String) -> HTML {
    var scanner = MarkupScanner()
    return scanner.scan(template)
  }

  private static func text(_ html: HTML, _ change: (inout Rendition) -> Void = { _ in }) -> String {
    var rendition = Rendition()
    change(&rendition)
    return String(decoding: rendition.bytes(of: html), as: UTF8.self)
  }

  private static func part(_ template: String) -> String {
    text(scanned(template)) {
      $0.levels = 1
      $0.idPrefix = "d-"
      $0.isEmbedded = true
    }
  }

  @Test(arguments: [
    ("<h2 id=\"a\">A</h2>", "<h3 id=\"d-a\">A</h3>"),
    ("<h6>A</h6>", "<h6>A</h6>"), ("<header>A</header><hr>", "<header>A</header><hr>"),
    ("<a href=\"#a\">A</a>", "<a href=\"#d-a\">A</a>"),
    ("<a href=\"/b/#a\">A</a>", "<a href=\"/b/#a\">A</a>"),
    ("<label for=\"a\">A</label>", "<label for=\"d-a\">A</label>"),
    ("<div aria-labelledby=\"a b\" id=\"c\">", "<div aria-labelledby=\"d-a d-b\" id=\"d-c\">"),
    ("<section class=\"it-page-section\">", "<section class=\"mt-5\">"),
    ("<section class=\"it-page-section voce\">", "<section class=\"voce\">"),
    ("<section class=\"it-page-sections\">", "<section class=\"it-page-sections\">"),
    ("<div role=\"region\">", "<div role=\"group\">"),
    ("<p class=\"id\">id=\"a\"", "<p class=\"id\">id=\"a\""),
    ("a<!--[page]-->b<!--[/page]-->c", "ac"), ("a<!--[document]-->b<!--[/document]-->c", "abc"),
    ("<!--[page]-->a<i class=\"it-page-section\">b</i><!--[/page]-->c", "c"),
    ("<!-- <h2 id=\"a\"> --><h1>A</h1>", "<!-- <h2 id=\"a\"> --><h2>A</h2>"),
    ("<script>\"<h1 id='a'>\"</script><h1>", "<script>\"<h1 id='a'>\"</script><h2>"),
  ])
  func `a part of a larger page has lower headings and ids of its own`(
    template: String, part: String
  ) {
    #expect(RenditionTests.part(template) == part)
  }

  @Test func `a page has what it alone has`() {
    let html = RenditionTests.scanned(
      "<h2 id=\"a\">A</h2><!--[page]--><i class=\"it-page-section\">b</i><!--[/page]-->"
        + "<!--[document]-->c<!--[/document]--><a href=\"#a\">d</a>")
    #expect(
      RenditionTests.text(html)
        == "<h2 id=\"a\">A</h2><i class=\"it-page-section\">b</i><a href=\"#a\">d</a>")
    #expect(html.standalone == Array(RenditionTests.text(html).utf8))
  }

  @Test(arguments: [
    ("/sito/", "2021/", "../index.html"), ("/sito/2021/a/#b", "2021/", "../2021/a/index.html#b"),
    ("/sito/a.css", "", "a.css"), ("/sito/2021/?x=1", "", "2021/index.html?x=1"),
    ("/sito/icone.svg#it-a", "2021/", "#it-a"), ("https://www.example.it/sito/", "", nil),
    ("//www.example.it/", "", nil), ("/altro/", "", nil), ("#a", "2021/", nil),
  ])
  func `a page on the disk has addresses of files`(address: String, page: String, other: String?) {
    let html = RenditionTests.text(
      RenditionTests.scanned("<a href=\"\(address)\" title=\"/sito/\">")
    ) {
      $0.addresses = RelativeAddresses(basePath: "/sito/", icons: "icone.svg", from: page)
    }
    #expect(html == "<a href=\"\(other ?? address)\" title=\"/sito/\">")
  }

  @Test func `as XML every element is closed and every attribute has a value`() {
    let html = RenditionTests.scanned(
      "<img src=\"a\"><br><hr /><input type=\"radio\" disabled><p hidden>a</p><col>")
    #expect(
      RenditionTests.text(html) { $0.isXML = true }
        == "<img src=\"a\"/><br/><hr /><input type=\"radio\" disabled=\"\"/><p hidden=\"\">a</p><col/>"
    )
  }

  /// A name of an attribute may be the last thing before a section of a template.
  @Test func `a tag may be in several pieces`() {
    var scanner = MarkupScanner()
    var html = scanner.scan("<fieldset", endsSection: true)
    html.append(scanner.scan(" disabled", endsSection: true))
    html.append(scanner.scan("><a href=\""))
    html.append(text: "/sito/?a='b'")
    html.append(scanner.scan("#c\" id=\""))
    html.append(text: "d")
    html.append(scanner.scan("\"></body>"))
    let written = RenditionTests.text(html) {
      $0.isXML = true
      $0.idPrefix = "x-"
      $0.addresses = RelativeAddresses(basePath: "/sito/", icons: nil, from: "")
      $0.bodyEnd = Array("<svg/>".utf8)
    }
    #expect(
      written
        == "<fieldset disabled=\"\"><a href=\"index.html?a=&#39;b&#39;#c\" id=\"x-d\"><svg/></body>"
    )
  }

  @Test func `what is taken back leaves no seam`() {
    var html = RenditionTests.scanned("<h1>a</h1>")
    let extent = html.extent
    html.append(RenditionTests.scanned("<h1 id=\"b\">b</h1>"))
    html.truncate(to: extent)
    #expect(html == RenditionTests.scanned("<h1>a</h1>"))
  }

  @Test func `a page in pieces has a beginning and an end`() {
    var html = RenditionTests.scanned("<h1>a</h1>")
    html.append(seam: .gap)
    html.append(RenditionTests.scanned("<h1>b</h1>"))
    let halves = [html.halves.first, html.halves.second].map { half in
      RenditionTests.text(half) { $0.levels = 1 }
    }
    #expect(halves == ["<h2>a</h2>", "<h2>b</h2>"])
  }

  @Test(arguments: [
    ("https://www.example.it/a?b=c&d=e#f", "https://www.example.it/a?b=c&amp;d=e#f"),
    ("/è/a b", "/%C3%A8/a%20b"), ("a'b\"c<d>", "a&#x27;b%22c%3Cd%3E"), ("100%25_(~)", "100%25_(~)"),
    ("[x]{y}|\\^`", "%5Bx%5D%7By%7D%7C%5C%5E%60"),
    ("mailto:a+b@example.it", "mailto:a+b@example.it"),
  ])
  func `an address is written as CommonMark has it`(address: String, written: String) {
    var html = HTML()
    html.append(address: address)
    #expect(String(decoding: html.bytes, as: UTF8.self) == written)
  }
}
