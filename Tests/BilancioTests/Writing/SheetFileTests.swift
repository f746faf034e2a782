import Content
import Files
import SocialReport
import Testing
import YAMLTree

@testable import Writing

/// Cells of tables that spreadsheets saved.
@Suite struct SheetFileTests {
  private static let table: FieldTable = {
    let field = Indicator.declaration.table.fields.first { $0.english == "observations" }
    guard case .observations(let table)? = field?.type else { fatalError("no observations") }
    return table
  }()

  static func file(_ text: String, measure: String = "percentuale") throws -> SheetFile {
    try file(Array(text.utf8), measure: measure)
  }

  static func file(_ bytes: [UInt8], measure: String = "percentuale") throws -> SheetFile {
    let yaml = try YAMLFile(Array("nome: X\nmisura: \(measure)\n".utf8), isMarkdown: false)
    return try SheetFile(bytes, table, of: yaml.pairs(FieldPath([])))
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A table, the entry and the field, the new text, and what comes out.
  static let cells: [(String, Int, String, String, String)] = [
    (
      "periodo;valore\r\n2022;54,1\r\n2023;57,9\r\n", 1, "value", "58,2",
      "periodo;valore\r\n2022;54,1\r\n2023;58,2\r\n"
    ),
    (
      "periodo,valore\n2022,54.1\n2023,57.9", 0, "value", "54,2",
      "periodo,valore\n2022,\"54,2\"\n2023,57.9"
    ),
    (
      "Anno\tTasso (%)\tNote\n2022\t54,1\tuno\n", 0, "note", "due; tre",
      "Anno\tTasso (%)\tNote\n2022\t54,1\t\"due; tre\"\n"
    ),
    // A cell that had quotes keeps them.
    (
      "\"periodo\";\"valore\"\n\"2022\";\"54,1\"\n", 0, "value", "55",
      "\"periodo\";\"valore\"\n\"2022\";\"55\"\n"
    ),
    // A row that is too short, and a column that is not there.
    (
      "periodo;valore;nota\n2022;1\n2023;2;x\n", 0, "note", "y",
      "periodo;valore;nota\n2022;1;y\n2023;2;x\n"
    ),
    (
      "periodo;valore\n2022;1\n2023;2\n", 1, "note", "y",
      "periodo;valore;nota\n2022;1\n2023;2;y\n"
    ),
    ("period,value\n2022,1\n", 0, "status", "P", "period,value,status\n2022,1,P\n"),
    // What stands above and below stays.
    (
      "Tavola 1\n\nAnno;Valore\n2022;1\nTotale;1\nFonte: Istat\n", 0, "value", "3",
      "Tavola 1\n\nAnno;Valore\n2022;3\nTotale;1\nFonte: Istat\n"
    ),
    // Periods that go across.
    ("Voce;2022;2023\nvalore;1;2\n", 1, "value", "3", "Voce;2022;2023\nvalore;1;3\n"),
    ("sep=;\nperiodo;valore\n2022;1\n", 0, "value", "3", "sep=;\nperiodo;valore\n2022;3\n"),
    // A spreadsheet must not take it for a formula.
    (
      "periodo;valore;nota\n2022;1;\n", 0, "note", "=A1",
      "periodo;valore;nota\n2022;1;\" =A1\"\n"
    ),
    ("periodo;valore\n2022;1\n", 0, "value", "-5", "periodo;valore\n2022;-5\n"),
    ("periodo;valore\n2022;1\n", 0, "value", "", "periodo;valore\n2022;\n"),
    ("periodo;valore\n2022;1\n", 0, "value", "1", "periodo;valore\n2022;1\n"),
  ]

  @Test(arguments: cells)
  func `one cell changes, and no other byte`(
    before: String, entry: Int, field: String, value: String, after: String
  ) throws {
    let new = try SheetFileTests.file(before).setting(entry, field, to: value)
    #expect(SheetFileTests.text(new) == after)
  }

  @Test func `a row comes and goes, and leaves no byte`() throws {
    for before in [
      "periodo;valore\r\n2022;1\r\n2024;3\r\n", "periodo;valore\n2022;1\n2024;3",
      "periodo;valore;nota\n2024;3;x\n2022;1\n", "\u{FEFF}periodo;valore\n2022;1\n2024;3\n",
    ] {
      let file = try SheetFileTests.file(before)
      let more = try file.inserting([("period", "2023"), ("value", "2,5")])
      let text = SheetFileTests.text(more)
      #expect(text.contains("2023;2,5"))
      let read = try SheetFileTests.file(more)
      #expect(read.places.entries.map(\.period.start.year).contains(2023))
      let place = try #require(read.places.entries.firstIndex { $0.period.start.year == 2023 })
      #expect(place == 1, "\(text)")
      #expect(SheetFileTests.text(try read.removing(place)) == before)
    }
  }

  @Test func `a table without a row gets its first`() throws {
    let new = try SheetFileTests.file("periodo;valore\n").inserting([
      ("period", "2023"), ("value", "2"),
    ])
    #expect(SheetFileTests.text(new) == "periodo;valore\n2023;2\n")
  }

  @Test func `other encodings stay, and what they cannot write is refused`() throws {
    let old = "periodo;valore;nota\r\n2022;1;città\r\n"
    let narrow = old.unicodeScalars.map { UInt8($0.value) }
    let new = try SheetFileTests.file(narrow).setting(0, "note", to: "perché")
    #expect(
      new == "periodo;valore;nota\r\n2022;1;perché\r\n".unicodeScalars.map { UInt8($0.value) })
    #expect(throws: WritingRefusal.encoding) {
      try SheetFileTests.file(narrow).setting(0, "note", to: "città → paese")
    }
    let wide: [UInt8] = [0xFF, 0xFE] + old.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let changed = try SheetFileTests.file(wide).setting(0, "value", to: "2")
    #expect(
      changed == [0xFF, 0xFE]
        + "periodo;valore;nota\r\n2022;2;città\r\n".utf16.flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        })
  }

  @Test func `what cannot be done is refused`() throws {
    let across = try SheetFileTests.file("Voce;2022;2023\nvalore;1;2\n")
    #expect(throws: WritingRefusal.form) {
      try across.inserting([("period", "2024"), ("value", "3")])
    }
    #expect(throws: WritingRefusal.form) { try across.removing(0) }
    #expect(throws: WritingRefusal.self) { try SheetFileTests.file("x") }
    // With another style the numbers around it would be others.
    let points = try SheetFileTests.file(
      "periodo,valore\n2022,1.234\n2023,2.5\n", measure: "importo")
    #expect(throws: WritingRefusal.self) { try points.setting(1, "value", to: "2") }
  }

  @Test func `whatever is written reads back, or is refused`() throws {
    let tables = [
      "periodo;valore;nota\n2022;1;a\n2023;2;\"b;c\"\n2024;3\n",
      "\u{FEFF}period,value,note\r\n2022,1.5,a\r\n2023,2.5,b",
      "Voce\t2022\t2023\nvalore\t1\t2\nnota\tx\ty\n", "Anno|Valore\n2022|1\nTotale|1\n",
    ]
    let values = [
      "", "a", "x;y", "x,y", "x\ty", "\"", "\"\"", "a\nb", "=1", "+1", "@x", "'x", "1.234", "12,5",
      "Totale", "Fonte: x", "2022", "à", "a\r\nb;c\nd;e", " a ", "\u{A0}", "n.d.", "sep=,",
    ]
    var (done, refused) = (0, 0)
    for table in tables {
      let file = try SheetFileTests.file(table)
      for value in values {
        for entry in file.places.entries.indices {
          for field in ["value", "note", "status", "period"] {
            do throws(WritingRefusal) {
              let new = try file.setting(entry, field, to: value)
              let read = try SheetFile(
                new, SheetFileTests.table,
                of: YAMLFile(Array("misura: percentuale\n".utf8), isMarkdown: false)
                  .pairs(FieldPath([])))
              #expect(read.places.entries.count == file.places.entries.count)
              #expect(read.text(entry, field) ?? "" == value, "\(table) \(value)")
              done += 1
            } catch { refused += 1 }
          }
        }
      }
    }
    #expect(done > 150 && refused > 0, "\(done) \(refused)")
  }
}
