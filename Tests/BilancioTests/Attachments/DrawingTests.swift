import Testing

@testable import Attachments
@testable import Site

/// Drawings that are only drawings, and those that are more.
@Suite struct DrawingTests {
  private static let names =
    #"xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink""#

  private func flaw(_ text: String) -> ActiveDrawing.Flaw? {
    ActiveDrawing.flaw(of: Array(text.utf8))
  }

  /// What stands in a drawing.
  private func inner(_ markup: String) -> ActiveDrawing.Flaw? {
    flaw("<svg \(DrawingTests.names)>\n\(markup)</svg>")
  }

  @Test(arguments: [
    "<script>x</script>", "<SCRIPT/>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
    "<foreignObject/>", "<iframe src='#'/>", "<h:div xmlns:h='http://www.w3.org/1999/xhtml'/>",
    "<g xmlns='http://www.w3.org/1999/xhtml'/>", "<handler/>",
  ])
  func `elements of pages are found`(markup: String) {
    guard case .element(_, line: 2) = inner(markup) else {
      Issue.record("\(markup): \(String(describing: inner(markup)))")
      return
    }
  }

  @Test(arguments: [
    "<g onclick='x()'/>", "<animate onbegin = \"x()\"/>", "<g ONLOAD='x'/>",
    "<set attributeName='onclick' to='x'/>", "<animate attributeName='xlink:href' to='x'/>",
    "<a xlink:href='java&#x73;cript:x'><text/></a>", "<a href=' java\nscript:x'/>",
    "<a href='https://www.example.it/'/>", "<use href='http://a.it/b.svg#c'/>",
    "<use xlink:href='b.svg#c'/>", "<image href='foto.png'/>", "<image href='//a.it/x.png'/>",
    "<image href='data:image/svg+xml;base64,AA'/>", "<a href='data:text/html,x'/>",
    "<g xml:base='http://a.it/'><use href='#a'/></g>", "<feImage href='http://a.it/x'/>",
    "<style>@import 'http://a.it/x.css';</style>", "<style>@im<!-- -->port 'x';</style>",
    "<style><![CDATA[a{fill:u\\72l(http://a.it)}]]></style>",
    "<style>a{background:image-set('http://a.it' 1x)}</style>",
    "<rect style='fill:url(http://a.it/#a)'/>", "<rect filter='url( \"//a.it/#a\" )'/>",
    "<?xml-stylesheet href='a.css'?>", "<g a='<'/>", "<g a=b/>", "<g>", "</g>",
  ])
  func `programs and references out of the drawing are found`(markup: String) {
    #expect(inner(markup) != nil)
  }

  @Test func `declarations and codes do not hide anything`() {
    let root = "<svg \(DrawingTests.names)/>"
    #expect(flaw("<!DOCTYPE svg [<!ENTITY x '<script/>'>]>\(root)") == .entity(line: 1))
    #expect(flaw("<!DOCTYPE svg [<!ENTITY % x SYSTEM 'http://a.it'> %x;]>\(root)") != nil)
    #expect(flaw("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>\(root)") == .entity(line: 1))
    let link = "<svg \(DrawingTests.names)><a href='&x;'/></svg>"
    #expect(flaw("<!DOCTYPE svg [<!ENTITY x 'javascript:y'>]>\(link)") != nil)
    #expect(flaw("<?xml version='1.0' encoding='UTF-7'?>\(root)") == .encoding)
    #expect(
      ActiveDrawing.flaw(of: [0xFF, 0xFE] + root.utf16.flatMap { [UInt8($0 & 0xFF), 0] })
        == .encoding)
    #expect(ActiveDrawing.flaw(of: root.utf8.flatMap { [0, $0] }) == .encoding)
    #expect(ActiveDrawing.flaw(of: [0x1F, 0x8B, 8]) != nil)
    #expect(flaw("<html xmlns='http://www.w3.org/1999/xhtml'/>") == .noDrawing)
    #expect(flaw("") == .noDrawing)
  }

  /// As the programs that people draw with write them.
  @Test(arguments: [
    // Inkscape
    """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <svg width="10mm" viewBox="0 0 10 10" version="1.1" inkscape:export-filename="/home/x/a.png"
      xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
      xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
      xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <sodipodi:namedview inkscape:current-layer="g1"/>
      <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
        <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/><dc:source>foto</dc:source>
      </cc:Work></rdf:RDF></metadata>
      <defs><linearGradient id="a" xlink:href="#b"/></defs>
      <g style="fill:url(#a);font-family:'Titillium Web'"><use xlink:href="#g1"/></g>
      <image sodipodi:absref="/home/x/b.png" xlink:href="data:image/png;base64,iVBO
        Rw0KGgo="/>
    </svg>
    """,
    // Illustrator
    """
    <?xml version="1.0" encoding="utf-8"?>
    <!-- Generator: Adobe Illustrator -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
      <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
    ]>
    <svg version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
      xmlns:i="&ns_ai;" style="enable-background:new 0 0 10 10;" xml:space="preserve">
    <style type="text/css">.st0{fill:#FFFFFF;} .st1{clip-path:url(#a);}</style>
    <switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0"><i:pgfRef xlink:href="#p"/>
    </foreignObject><g i:extraneous="self"/></switch></svg>
    """,
    // Figma
    """
    <svg width="24" height="24" fill="none" xmlns="http://www.w3.org/2000/svg"
      xmlns:xlink="http://www.w3.org/1999/xlink"><rect width="24" height="24" fill="url(#p0)"/>
    <defs><pattern id="p0"><use xlink:href="#i0" transform="scale(0.1)"/></pattern>
    <image id="i0" width="9" height="9" xlink:href="data:image/jpeg;base64,/9j/4AAQ"/></defs></svg>
    """,
    // matplotlib
    """
    <?xml version="1.0" encoding="utf-8" standalone="no"?>
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
      "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg">
     <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
     <g clip-path="url(#p1)"><use xlink:href="#m1" x="1" style="stroke: #000"/></g></svg>
    """,
    // QGIS
    """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.2"
      baseProfile="tiny"><title>Qt SVG Document</title><g font-family="Open Sans"><image
      xlink:href="data:image/png;base64,iVBORw0KGgo=" preserveAspectRatio="none"/></g></svg>
    """,
  ])
  func `ordinary drawings are only that`(text: String) {
    #expect(flaw(text) == nil)
  }

  @Test func `what was found is told with its line`() {
    #expect(inner("\n\n<g onclick='x'/>") == .handler("onclick", line: 4))
    #expect(inner("<use href='http://a.it/#b'/>") == .address("http://a.it/#b", line: 2))
  }
}
