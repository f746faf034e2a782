import Testing

@testable import Attachments

/// Whether a PDF says what its parts are, where that can be seen, and nothing where it cannot.
@Suite struct PDFFactsTests {
  private static func facts(_ head: String, _ tail: String = "") -> PDFFacts {
    PDFFacts(head: Array(head.utf8), tail: Array(tail.utf8))
  }

  @Test func `a catalog says it, however it is written`() {
    let word =
      "%PDF-1.7\r\n1 0 obj\r\n<</Type/Catalog/Pages 2 0 R/Lang(it-IT) /StructTreeRoot 10 0 R/MarkInfo<</Marked true>>>>\r\nendobj\r\n"
    #expect(PDFFactsTests.facts(word).isTagged == true)
    let plain =
      "9 0 obj\n<< /Pages 3 0 R /Type /Catalog >>\nendobj 3 0 obj <</Type /Pages /Count 12 /Kids []>> endobj"
    #expect(PDFFactsTests.facts("%PDF", plain).isTagged == false)
    #expect(PDFFactsTests.facts("%PDF", plain).pages == 12)
  }

  @Test func `of several catalogs the last holds, and each only for itself`() {
    let old = "1 0 obj<</Type/Catalog>>endobj 5 0 obj<</StructTreeRoot 1 0 R>>endobj "
    #expect(PDFFactsTests.facts(old).isTagged == false)
    #expect(
      PDFFactsTests.facts(old + "1 0 obj<</Type/Catalog/StructTreeRoot 5 0 R>>endobj").isTagged
        == true)
  }

  @Test(arguments: [
    "", "%PDF-1.5 1 0 obj<</Type/ObjStm>>stream xx endstream endobj", "/Type/CatalogX", "/Catalog",
    "/Pages 2 0 R",
  ])
  func `where it cannot be seen nothing is said`(text: String) {
    #expect(PDFFactsTests.facts(text).isTagged == nil && PDFFactsTests.facts(text).pages == nil)
  }

  @Test func `signs without end take no time`() {
    let many = String(repeating: "/Type/Catalog ", count: 20_000)
    #expect(PDFFactsTests.facts(many, many).isTagged == false)
    let blanks = "/Type" + String(repeating: " ", count: 60_000) + "/Catalog"
    #expect(PDFFactsTests.facts(String(repeating: blanks, count: 2)).isTagged == false)
  }
}
