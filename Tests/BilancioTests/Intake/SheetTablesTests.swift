import Testing

@testable import Intake
@testable import Office

/// The tables of a sheet are found as a person sees them, and their series with every number.
@Suite struct SheetTablesTests {
  /// A sheet of lines: cells between bars; a number shows itself, `=` begins what is shown behind the number.
  private static func sheet(_ lines: String) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: "Foglio", isHidden: false)
    for (row, line) in lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated()
      {
        let words = text.split(separator: " ").joined(separator: " ")
        guard !words.isEmpty else { continue }
        let parts = words.split(separator: "=", maxSplits: 1).map(String.init)
        let isNumber = ExactNumber(parts[0]) != nil
        sheet.cells.append(
          Workbook.Cell(
            row: row, column: column, value: isNumber ? .number(parts[0]) : .text(words),
            shown: parts.count > 1 ? parts[1] : words,
            isFormula: false))
      }
    }
    return sheet
  }

  private static func series(_ lines: String) -> [String] {
    SheetTables(sheet(lines)).tables.flatMap { table in
      SeriesPlan(table).series.map { one in
        "\(one.name): " + one.values.map { "\($0.period)=\($0.value)" }.joined(separator: " ")
      }
    }
  }

  @Test(arguments: [
    ("Anno|Iscritti\n2019|310\n2020|352", ["Iscritti: 2019=310 2020=352"]),
    ("La mensa\n\nAnno|Valore\n2019|310\n2020|352", ["La mensa: 2019=310 2020=352"]),
    ("La mensa\nAnno|Valore\n2019|310\n2020|352", ["La mensa: 2019=310 2020=352"]),
    ("Anno|A|B\n2019|1|2\n2020|3|", ["A: 2019=1 2020=3", "B: 2019=2"]),
    (
      "Materiale|2019|2020\nCarta|5|6\nVetro|7|8\nTotale|12|14",
      ["Carta: 2019=5 2020=6", "Vetro: 2019=7 2020=8"]
    ),
    ("|Anno|Quota\n|2020|0.634=63,4%\n|2021|0.7=70,0%", ["Quota: 2020=63,4 2021=70,0"]),
    ("Anno|Saldo\n2020|-1234=(1.234)\n2021|5=5", ["Saldo: 2020=-1234 2021=5"]),
    ("Anno|A\n2019|1\n\nAnno|B\n2020|2", ["A: 2019=1", "B: 2020=2"]),
    ("Anno|A||Anno|B\n2019|1||2020|2", ["A: 2019=1", "B: 2020=2"]),
    ("Periodo|Valore\n1° trimestre 2020|5\n2020/21|6", ["Foglio: 2020-T1=5 2020/21=6"]),
    // Things one by one are no series of their numbers; one remark beside each value is none of them.
    (
      "Organo|N.|Data|Oggetto\nGiunta|12|3/5/2021|Una palestra\nSindaco|3|1/7/2021|Il gelo", []
    ),
    ("Data|Posti|Note\n3/5/2021|12|prima\n1/7/2021|3|dopo", ["Posti: 2021-05-03=12 2021-07-01=3"]),
    ("Nome|Età\nAnna|31\nBruno|40", []), ("Solo una parola", []), ("Anno|A\nboh|1\nmah|2", []),
    ("Anno|A\n2019|1\n2019|2\n2020|3", ["A: 2019=1 2020=3"]),
    ("Anno|A\n2019|57,9\n2020|n.d.\n2021|60", ["A: 2019=57,9 2021=60"]),
    ("Anno scolastico|A\na.s. 2019/20|3\na.s. 2020/21|4", ["A: 2019/20=3 2020/21=4"]),
    ("Anno|Quota (%)|Valore\n2019|1|2", ["Quota (%): 2019=1", "Valore: 2019=2"]),
    ("Servizio|2019|2020\nNidi|n.d.|3,5\nTotali|1|2", ["Nidi: 2020=3,5"]),
    // A thousand, or one and something: nobody can tell.
    ("Anno|A\n2019|x 1.234\n2020|1.250=1.250", ["A: 2020=1250"]),
    ("Anno|Spesa\n2020|1500000=1,5 mln €\n2021|2=2 €", ["Spesa: 2021=2"]),
  ])
  func `a series is found as it is seen`(lines: String, series: [String]) {
    #expect(SheetTablesTests.series(lines) == series)
  }

  @Test func `what is no value is told`() {
    let table = SheetTables(SheetTablesTests.sheet("Anno|A|Note\n2019|1|nota\n2019|2|\nTotale|3|"))
      .tables[0]
    #expect(Set(SeriesPlan(table).rest) == ["Note", "nota", "2", "3", "Totale"])
  }

  @Test func `a cell at the far corner makes no table of what is empty`() {
    var sheet = SheetTablesTests.sheet("Anno|A\n2019|1")
    sheet.cells.append(
      Workbook.Cell(
        row: 1_048_575, column: 16_383, value: .number("9"), shown: "9", isFormula: false))
    let tables = SheetTables(sheet)
    #expect(tables.tables.count == 1 && tables.loose.map(\.name) == ["XFD1048576"])
  }

  @Test func `a named table goes on below its end, and not into another`() {
    var sheet = SheetTablesTests.sheet("Anno|A\n2019|1\n2020|2\nAnno|B\n2019|3\n2020|4\n2021|5")
    sheet.tables = [
      ("uno", Workbook.Range(rows: 0...1, columns: 0...1)),
      ("due", Workbook.Range(rows: 3...4, columns: 0...1)),
    ]
    let found = SheetTables(sheet).tables.flatMap { table in
      SeriesPlan(table).series.map { "\($0.name): \($0.values.map(\.value))" }
    }
    #expect(found == ["A: [\"1\", \"2\"]", "B: [\"3\", \"4\", \"5\"]"])
  }

  @Test func `more named tables than any sheet has lose nothing`() {
    let lines = (0..<150).map { "Anno|S\($0)\n2019|1\n2020|2\n" }.joined(separator: "\n")
    var sheet = SheetTablesTests.sheet(lines)
    sheet.tables = (0..<150).map { number in
      ("t\(number)", Workbook.Range(rows: number * 4...number * 4 + 2, columns: 0...1))
    }
    let series = SheetTables(sheet).tables.flatMap { SeriesPlan($0).series }
    #expect(series.count == 150 && series.allSatisfy { $0.values.count == 2 })
  }
}
