import Testing

@testable import Office

/// The number that a person sees in a spreadsheet is the number that arrives.
@Suite struct WorkbookTests {
  @Test(arguments: [
    ("General", "1234.5", "1234,5"), ("General", "0.1", "0,1"), ("General", "42", "42"),
    ("General", "-7", "-7"),
    ("General", "0.30000000000000004", "0,3"), ("General", "1E-7", "0,0000001"),
    ("General", "123456789012", "123456789012"),
    ("0", "2.5", "3"), ("0", "-2.5", "-3"), ("0.00", "1.005", "1,01"), ("0.00", "2.675", "2,68"),
    ("0.0", "0.25", "0,3"),
    ("#,##0", "1234567", "1.234.567"), ("#,##0.00", "1234.5", "1.234,50"),
    ("#,##0.00 \"€\"", "120000", "120.000,00 €"),
    ("[$€-410] #,##0.00", "12.3", "€ 12,30"), ("#,##0 [$€-1]", "1000", "1.000 €"),
    ("0%", "0.634", "63%"), ("0.0%", "0.634", "63,4%"),
    ("0.00%", "1.5", "150,00%"), ("#,##0,\" mila\"", "1234567", "1.235 mila"),
    ("0.0,,\" mln\"", "12345678", "12,3 mln"),
    ("#,##0;[Red]-#,##0", "-1234", "-1.234"), ("0.00;(0.00)", "-3", "(3,00)"),
    ("0;-0;\"n.d.\"", "0", "n.d."), ("0.###", "1.5", "1,5"),
    ("000000", "82053", "082053"), ("0\\ \\k\\m", "12", "12 km"),
    ("_-* #,##0.00\\ \"€\"_-", "5", "5,00 €"), ("\"circa \"0", "9.6", "circa 10"),
    ("0.00", "-0.001", "0,00"), ("#,##0", "0.4", "0"), ("0", "999.5", "1000"),
    ("0.00E+00", "1234.5", "1234,5"),
    ("dd/mm/yyyy", "44197", "2021-01-01"), ("d-mmm-yy", "43891", "2020-03-01"),
    ("yyyy", "60", "1900-02-28"), ("[h]:mm", "1.5", "1900-01-01T12:00:00"),
    ("dd/mm/yyyy hh:mm", "44197.75", "2021-01-01T18:00:00"),
  ])
  func `a number is shown as its format says`(code: String, digits: String, shown: String) {
    #expect(NumberFormat(code).shown(digits) == shown)
  }

  @Test func `days that are counted from 1904`() {
    #expect(NumberFormat("dd/mm/yyyy").shown("42735", isFrom1904: true) == "2021-01-01")
  }

  @Test(arguments: [
    ("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383),
  ])
  func `cells have names`(name: String, row: Int, column: Int) throws {
    let place = try #require(Workbook.place(name))
    #expect(place == (row, column))
    #expect(Workbook.name(column) + String(row + 1) == name)
  }

  @Test(arguments: [
    "", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "A99999999999999999999",
  ])
  func `what names no cell is none`(name: String) { #expect(Workbook.place(name) == nil) }

  static func made(
    _ sheets: [(name: String, state: String, body: String)], shared: [String] = [],
    styles: [String] = [], extra: [(String, [UInt8])] = []
  ) -> [UInt8] {
    let main =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let relations = { (lines: [String]) in
      "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(lines.joined())</Relationships>"
    }
    let list = sheets.enumerated().map {
      "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"s\($0)\"/>"
    }.joined()
    let parts = sheets.enumerated().map {
      "<Relationship Id=\"s\($0.offset)\" Type=\"\(office)worksheet\" Target=\"worksheets/sheet\($0.offset).xml\"/>"
    }
    let formats = styles.enumerated().map {
      "<numFmt numFmtId=\"\($0 + 200)\" formatCode=\"\($1)\"/>"
    }.joined()
    let uses = styles.indices.map { "<xf numFmtId=\"\($0 + 200)\"/>" }.joined()
    var files: [(String, String)] = [
      (
        "_rels/.rels",
        relations([
          "<Relationship Id=\"r\" Type=\"\(office)officeDocument\" Target=\"xl/workbook.xml\"/>"
        ])
      ),
      (
        "xl/workbook.xml",
        "<?xml version=\"1.0\"?><workbook \(main)><sheets>\(list)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations(
          parts + [
            "<Relationship Id=\"t\" Type=\"\(office)sharedStrings\" Target=\"sharedStrings.xml\"/>",
            "<Relationship Id=\"y\" Type=\"\(office)styles\" Target=\"styles.xml\"/>",
          ])
      ),
      (
        "xl/sharedStrings.xml",
        "<?xml version=\"1.0\"?><sst \(main)>\(shared.map { "<si>\($0)</si>" }.joined())</sst>"
      ),
      (
        "xl/styles.xml",
        "<?xml version=\"1.0\"?><styleSheet \(main)><numFmts>\(formats)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(uses)</cellXfs></styleSheet>"
      ),
    ]
    for (place, sheet) in sheets.enumerated() {
      files.append(
        (
          "xl/worksheets/sheet\(place).xml",
          "<?xml version=\"1.0\"?><worksheet \(main)>\(sheet.body)</worksheet>"
        ))
    }
    return StoredZip.bytes(files.map { ($0.0, Array($0.1.utf8)) } + extra)
  }

  @Test func `cells come as they are seen, and what stays behind has its reason`() throws {
    let bytes = WorkbookTests.made(
      [
        (
          "Dati", "visible",
          """
          <cols><col min="2" max="3" hidden="1"/></cols><sheetData>
          <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in riga</t></is></c></row>
          <row r="2" hidden="1"><c r="A2"><v>2021</v></c><c r="B2" s="1"><v>0.634</v></c><c r="C2" t="str"><f>A1&amp;B1</f><v>unito</v></c></row>
          <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3" t="b"><v>1</v></c><c r="D3"/><c r="E3" s="2"><v>44197</v></c></row>
          <row r="1048576"><c r="XFD1048576"><v>9</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>
          <headerFooter><oddHeader>Comune</oddHeader></headerFooter>
          """
        ),
        (
          "Nascosto", "hidden", "<sheetData><row r=\"1\"><c r=\"A1\"><v>5</v></c></row></sheetData>"
        ),
      ],
      shared: [
        "<t>Anno</t>", "<r><t>Quo</t></r><r><t>ta</t></r><rPh><t>x</t></rPh>",
        "<t xml:space=\"preserve\">1.234,50</t>", "<t>mai usato</t>",
      ],
      styles: ["0.0%", "dd/mm/yyyy"])
    let reader = try WorkbookReader(OfficePackage(bytes))
    #expect(reader.ledger.faults.map(\.text) == [])
    let sheet = reader.workbook.sheets[0]
    #expect(
      sheet.cells.map { "\($0.name)=\($0.shown)" } == [
        "A1=Anno", "B1=Quota", "C1=in riga", "A2=2021", "B2=63,4%", "C2=unito", "A3=1.234,50",
        "B3=#DIV/0!", "C3=VERO", "E3=2021-01-01", "XFD1048576=9",
      ])
    #expect(
      sheet.cells[6].value == .text("1.234,50") && sheet.cells[4].value == .number("0.634")
        && sheet.cells[5].isFormula)
    #expect(
      sheet.hiddenRows == [1] && sheet.hiddenColumns == [1, 2]
        && sheet.merged == [Workbook.Range(rows: 0...0, columns: 0...1)])
    #expect(
      reader.workbook.sheets[1].isHidden && reader.workbook.sheets[1].cells.map(\.shown) == ["5"])
    let left = Dictionary(reader.ledger.left.map { ($0.reason, $0.count) }) { $0 + $1 }
    #expect(left[.fieldCode] == 2 && left[.headerOrFooter] == 1 && left[.repeated] == 2)
  }

  @Test func `numbers of any length trap nothing`() {
    var random = SplitMix(state: 7)
    let signs = Array("0123456789.-+eE")
    for _ in 0..<20_000 {
      let digits = String(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in
          signs[Int.random(in: 0..<signs.count, using: &random)]
        })
      let code = String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          Array("0#,.%;\"[]\\_*@ymdhs€E+- ")[Int.random(in: 0..<23, using: &random)]
        })
      _ = NumberFormat(code).shown(digits)
      _ = NumberFormat("yyyy").shown(digits)
    }
  }
}
