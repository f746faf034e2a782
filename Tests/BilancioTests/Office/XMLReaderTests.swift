import Office
import Testing

/// A part's markup is read as it is, and what no office program writes is refused.
@Suite struct XMLReaderTests {
  private static func read(_ text: String) throws(OfficeFlaw) -> XMLElement {
    try XMLReader.tree(of: Array(text.utf8), part: "parte.xml").root
  }

  private static let usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  @Test(arguments: [usual, strict])
  func `names have the usual prefix, whatever the part calls them`(namespace: String) throws {
    let root = try XMLReaderTests.read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <x:document xmlns:x="\(namespace)"><x:body><x:p x:id="1"><x:r><x:t>per&#242; &amp; così</x:t></x:r>
      <x:r/><x:t xml:space="preserve"> due</x:t></x:p><altro/></x:body></x:document>
      """)
    #expect(root.name == "w:document")
    let paragraph = try #require(root.first("w:body", "w:p"))
    #expect(paragraph[attribute: "w:id"] == "1" && paragraph[attribute: "id"] == nil)
    #expect(paragraph.descendants("w:t").map(\.text) == ["però & così", " due"])
    #expect(paragraph.text.contains("\n") && paragraph.parent?.name == "w:body")
    #expect(root.first("w:body")?.elements.map(\.name) == ["w:p", "altro"])
  }

  @Test func `entities and deep nesting are refused, and a slip is told with its line`() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY x "y"><!ENTITY z SYSTEM "file:///etc/passwd">]>
      <a>&x;&z;</a>
      """
    #expect(throws: OfficeFlaw.documentType(part: "parte.xml")) { try XMLReaderTests.read(bomb) }
    let deep = String(repeating: "<a>", count: 401) + String(repeating: "</a>", count: 401)
    #expect(throws: OfficeFlaw.tooDeep(part: "parte.xml")) { try XMLReaderTests.read(deep) }
    #expect {
      try XMLReaderTests.read("<a>\n<b></a>")
    } throws: { error in
      if case OfficeFlaw.markup("parte.xml", 2, _) = error { true } else { false }
    }
    for text in ["", " ", "testo", "<a>", "<a>&nbsp;</a>", "<a/><b/>"] {
      #expect(throws: OfficeFlaw.self) { try XMLReaderTests.read(text) }
    }
  }

  @Test func `texts keep their pieces together and apart`() throws {
    let root = try XMLReaderTests.read("<p>uno\ndue&amp;tre<b>q</b>quattro<i/>cinque</p>")
    let texts = root.children.compactMap { child in
      if case .text(let text, _) = child { text } else { nil }
    }
    #expect(texts == ["uno\ndue&tre", "quattro", "cinque"])
    #expect(root.text == "uno\ndue&treqquattrocinque")
  }
}
