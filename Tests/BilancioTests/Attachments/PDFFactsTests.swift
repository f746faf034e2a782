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

  /// Signs of ASCII by the codes that are fixed, each by itself (RFC 1951, 3.2.6), with zlib's head and checksum.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var bits: [UInt8] = [1, 1, 0]
    for byte in content {
      let code = 0x30 + Int(byte)
      bits += (0..<8).reversed().map { UInt8(code >> $0 & 1) }
    }
    bits += [UInt8](repeating: 0, count: 7)
    let packed = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) {
        $0 | $1.element << UInt8($1.offset)
      }
    }
    var sums = (a: 1, b: 0)
    for byte in content {
      sums.a = (sums.a + Int(byte)) % 65521
      sums.b = (sums.b + sums.a) % 65521
    }
    return [0x78, 0x01] + packed
      + [sums.b >> 8, sums.b & 0xFF, sums.a >> 8, sums.a & 0xFF].map { UInt8($0) }
  }

  /// Objects that are packed together.
  private static func packed(_ objects: [String], places: [Int]? = nil) -> [UInt8] {
    var (at, head): (Int, [String]) = (0, [])
    for (number, object) in objects.enumerated() {
      head.append("\(number + 1) \(places?[number] ?? at)")
      at += object.utf8.count + 1
    }
    let table = head.joined(separator: " ") + " "
    let stream = deflated(Array((table + objects.joined(separator: " ")).utf8))
    let dictionary =
      "7 0 obj<</Filter/FlateDecode/First \(table.utf8.count)/Length \(stream.count)/N \(objects.count)/Type/ObjStm>>stream\r\n"
    return Array(dictionary.utf8) + stream + Array("\r\nendstream endobj\n".utf8)
  }

  @Test func `a catalog that is packed with other objects says it too`() {
    let tree = "<</Type/Pages/Count 7/Kids[]>>"
    func facts(_ catalog: String, _ more: [UInt8] = [], places: [Int]? = nil) -> PDFFacts {
      PDFFacts(
        head: Array("%PDF-1.6\n".utf8),
        tail: PDFFactsTests.packed([tree, catalog], places: places) + more)
    }
    let (tagged, plain) = (
      "<</Type/Catalog/Pages 1 0 R/StructTreeRoot 9 0 R>>", "<</Type/Catalog/Pages 1 0 R>>"
    )
    #expect(facts(tagged).isTagged == true && facts(tagged).pages == 7)
    #expect(facts(plain).isTagged == false)
    // Whoever changed it added another at its end.
    #expect(facts(plain, Array("3 0 obj\(tagged)endobj".utf8)).isTagged == true)
    #expect(facts(tagged, PDFFactsTests.packed([plain])).isTagged == false)
    // Places that are none, and a stream that is cut or no stream.
    for places in [[0, 0], [5, 2], [-1, 3], [0, 70_000]] {
      #expect(facts(tagged, places: places).isTagged == nil, "\(places)")
    }
    let whole = PDFFactsTests.packed([tagged])
    for count in stride(from: 0, to: whole.count - 20, by: 7) {
      #expect(PDFFacts(head: Array(whole.prefix(count)), tail: []).isTagged == nil)
    }
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
