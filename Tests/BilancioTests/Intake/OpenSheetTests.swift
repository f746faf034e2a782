import Testing

@testable import Intake
@testable import Office

/// A spreadsheet of LibreOffice's comes as it is seen, and what stays behind has its reason.
@Suite struct OpenSheetTests {
  private static func made(_ body: String, styles: String = "") -> [UInt8] {
    let spaces =
      OpenTextCase.spaces
      + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    let content =
      "<?xml version=\"1.0\"?><office:document-content\(spaces)><office:automatic-styles>\(styles)</office:automatic-styles>"
      + "<office:body><office:spreadsheet>\(body)</office:spreadsheet></office:body></office:document-content>"
    return StoredZip.bytes([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ("content.xml", Array(content.utf8)),
    ])
  }

  private static func words(_ text: String) -> String {
    "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
  }

  private static func number(_ value: String, _ shown: String, _ more: String = "") -> String {
    "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\"\(more)><text:p>\(shown)</text:p></table:table-cell>"
  }

  private static func row(_ cells: String..., more: String = "") -> String {
    "<table:table-row\(more)>\(cells.joined())</table:table-row>"
  }

  private static let empty = "<table:table-cell table:number-columns-repeated=\"1020\"/>"

  private static func table(_ name: String, _ inner: String, style: String = "") -> String {
    "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\"><table:table-column table:number-columns-repeated=\"1024\"/>\(inner)</table:table>"
  }

  @Test func `cells come as they are seen`() throws {
    typealias T = OpenSheetTests
    let head = T.row(
      T.words(
        "Anno<office:annotation><dc:creator>Anna</dc:creator><text:p>vedi</text:p></office:annotation>"
      ),
      T.words("La <text:span>quota</text:span><text:s text:c=\"2\"/>x"), T.empty)
    let body =
      "<table:table-header-rows>\(head)</table:table-header-rows>"
      + T.row(
        T.number("2021", "2021"), T.number("0.634", "63.4%").replacing("float", with: "percentage"),
        T.empty, more: " table:visibility=\"filter\"")
      + T.row(
        T.number("2022", "2022"), T.number("1234.5", "€ 1,234.50", " table:formula=\"of:=A1\""),
        "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"date\" office:date-value=\"2021-03-01\"><text:p>01/03/21</text:p></table:table-cell><table:covered-table-cell/>",
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>TRUE</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>"
      )
      + T.row(
        T.number("5", "5", " table:number-columns-repeated=\"2\""),
        more: " table:number-rows-repeated=\"2\"")
      + T.row(T.empty, more: " table:number-rows-repeated=\"1048000\"")
      + T.row(T.words("in fondo"))
    let bytes = T.made(
      T.table("Dati", body) + T.table("Via", T.row(T.words("non c'è")), style: "h")
        + "<table:database-ranges><table:database-range table:name=\"quote\" table:target-range-address=\"Dati.A1:Dati.B3\"/></table:database-ranges>",
      styles:
        "<style:style style:name=\"h\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
    )
    let reader = try OpenSheetReader(OfficePackage(bytes))
    #expect(reader.ledger.faults.map(\.text) == [])
    let sheet = reader.workbook.sheets[0]
    #expect(
      sheet.cells.map { "\($0.name)=\($0.shown)" } == [
        "A1=Anno", "B1=La quota  x", "A2=2021", "B2=63,4%", "A3=2022", "B3=€ 1.234,50",
        "C3=2021-03-01", "E3=VERO", "F3=#DIV/0!", "A4=5", "B4=5", "A5=5", "B5=5",
        "A1048006=in fondo",
      ])
    #expect(
      sheet.hiddenRows == [1] && sheet.cells[5].isFormula && sheet.cells[3].seenNumber == "63,4")
    #expect(sheet.merged == [Workbook.Range(rows: 2...2, columns: 2...3)])
    #expect(sheet.tables.map(\.name) == ["quote"] && reader.workbook.sheets[1].isHidden)
    let left = Dictionary(reader.ledger.left.map { ($0.reason, $0.count) }) { $0 + $1 }
    #expect(left[.comment] == 2)
  }

  @Test(arguments: [
    "table:number-rows-repeated=\"1048576\"", "table:number-rows-repeated=\"99999999999999999999\"",
    "table:number-rows-repeated=\"-1\"",
  ])
  func `a row that says it is there a million times takes no memory`(more: String) throws {
    let many = OpenSheetTests.number("1", "1", " table:number-columns-repeated=\"16384\"")
    let bytes = OpenSheetTests.made(
      OpenSheetTests.table("A", OpenSheetTests.row(many, more: " " + more)))
    let read = Result { try OpenSheetReader(OfficePackage(bytes)).workbook.sheets[0].cells.count }
    switch read {
    case .success(let count): #expect(count == 16_384)
    case .failure(let flaw): #expect(flaw as? OfficeFlaw == .tooLarge(part: "content.xml"))
    }
  }

  @Test(arguments: [
    ("1,234.50 €", "1234.5", "1.234,50 €"), ("63.4%", "0.634", "63,4%"), ("63%", "0.634", "63%"),
    ("1.234", "1234", "1.234"), ("1.234", "1.234", "1,234"), ("1,234", "1.234", "1,234"),
    ("(3.00)", "-3", "(3,00)"), ("-1 234,5", "-1234.5", "-1.234,5"), ("1’234", "1234", "1.234"),
    ("12.3 mln", "12345678", "12,3 mln"), ("1,235 mila", "1234567", "1.235 mila"), ("0", "0", "0"),
    ("3", "2.5", "3"), ("082053", "82053", nil), ("n.d.", "0", nil), ("2,5", "3.7", nil),
  ])
  func `a number that was shown in another language comes as Italians write it`(
    shown: String, digits: String, italian: String?
  ) throws {
    #expect(ShownNumber(shown, of: try #require(ExactNumber(digits)))?.italian == italian)
  }
}

/// Texts with separators come as sheets do, whatever program saved them.
@Suite struct DelimitedSheetTests {
  private static func cells(_ bytes: [UInt8]) throws -> (cells: [String], remarks: Int) {
    let read = try DelimitedSheet(bytes, named: "cartella/dati.csv")
    #expect(read.sheet.name == "dati")
    return (read.sheet.cells.map { "\($0.name)=\($0.shown)" }, read.remarks.count)
  }

  @Test func `separators and encodings are seen by their bytes`() throws {
    let expected = ["A1=Anno", "B1=Città", "A2=2020", "B2=Forlì", "A4=fine"]
    for mark in [";", ",", "\t"] {
      let text = ["Anno\(mark)Città", "2020\(mark)\"Forlì\"\(mark)", "", "fine"].joined(
        separator: "\r\n")
      #expect(try DelimitedSheetTests.cells(Array(text.utf8)) == (expected, 0))
      #expect(
        try DelimitedSheetTests.cells([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == (expected, 0))
      let wide: [UInt8] =
        [0xFF, 0xFE]
        + text.utf16.flatMap { unit -> [UInt8] in
          [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
      #expect(try DelimitedSheetTests.cells(wide) == (expected, 0))
      let narrow = text.unicodeScalars.map { UInt8($0.value) }
      #expect(try DelimitedSheetTests.cells(narrow) == (expected, 1))
    }
  }

  @Test func `what nobody can read is refused with what to do`() {
    #expect(throws: DelimitedFlaw.self) {
      try DelimitedSheet(Array("Anno;Valore\n2019;\"57,9\n2020;60\n".utf8), named: "a.csv")
    }
    #expect(throws: DelimitedFlaw.self) {
      try DelimitedSheet([0x61, 0, 0, 0x62], named: "a.csv")
    }
  }
}
