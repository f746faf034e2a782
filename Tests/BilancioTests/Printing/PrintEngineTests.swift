import Testing

@testable import Printing

/// What the engine says of a document that it has set, and what its file says of itself.
@Suite struct PrintEngineTests {
  @Test func `a page begins before the headings of the first element on it`() {
    let nodes = HTMLTree.nodes(
      of: Array("<p>a</p><h2>b</h2><h3>c</h3><p>d</p><p>e</p><h2>f</h2><hr><p>g</p>".utf8))
    let places = PrintPlaces(pages: [1: 1, 4: 2, 5: 2, 8: 4])
    #expect(places.breaks(in: nodes) == [1: 1, 2: 2, 8: 4])
  }

  @Test func `what the engine says of places is pairs of numbers, of which the first page counts`()
  {
    let said = PrintPlaces(answer: "[\n [\n 3,\n 2\n ],\n [3,4],[10,5]]")
    #expect(said?.pages == [3: 2, 10: 5])
    for answer in ["", "[]", "[1]", "[[1,2],[3]]", "99999999999999999999 1"] {
      #expect(PrintPlaces(answer: answer) == nil, "\(answer)")
    }
  }

  @Test func `signs that no font has are read from the engine's words, and numbered`() {
    let words = """
      error: PDF/A-2a, PDF/UA-1 error: the text `"你"` could not be displayed with font `"Lora"`
      error: the text `"👨‍👩‍👧"` could not be displayed with font `"Lora"`
      error: something else with `"é"`
      """
    let signs = MissingSigns.named(in: words)
    #expect(signs == ["你", "👨‍👩‍👧"])
    #expect(MissingSigns.replaced(signs, in: #"par("a你b")"#) == #"par("a[U+4F60]b")"#)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2021-12-31", 1_640_908_800), ("2024-02-29", 1_709_164_800),
    ("1969-12-31", -86_400),
  ])
  func `a day is so many seconds`(date: String, seconds: Int) {
    #expect(PrintEngine.seconds(date) == seconds)
  }

  @Test func `the pages of a file are counted by its tree`() {
    let file = Array(
      """
      <</Type/Pages/Count 3/Kids[]>> <</Type/Pages/Parent 1 0 R/Count 12>> <</Type/Outlines/Count 40>> \
      /Type/Pages/Count x /Type/Pages/Count 99999999999999999999
      """.utf8)
    #expect(PDFPages.count(in: file) == 9_999_999)
    #expect(PDFPages.count(in: Array(file.prefix(100))) == 12)
    #expect(PDFPages.count(in: []) == 0)
  }
}
