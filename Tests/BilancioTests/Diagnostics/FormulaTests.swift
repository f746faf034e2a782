import Diagnostics
import Testing

/// Tables that a spreadsheet opens and never runs.
@Suite struct FormulaTests {
  private static let texts = [
    "=1+1", "x;=HYPERLINK(\"http://a.it\")", "x,=1+1", "x\t@SUM(A1)", "x\n=1", "x|-1", "x;\"=1\"",
    "x; =1", "x;\u{A0}=1", "x;\u{A0}\u{A0}+1", ";=1;=2", "a;b", "Nord; - Sud", "da 5,-3 a 2",
    "x;\u{FF1D}1", "x;''=1", ";;;===", "x;", "-", "=",
  ]

  @Test(arguments: texts) func `a text comes back from its table as it was`(text: String) {
    var csv = CSVWriter()
    csv.text("prima")
    csv.text(text)
    csv.endLine()
    let read = CSV(
      String(decoding: csv.bytes, as: UTF8.self), of: SourceFile.ID(0), separator: 0x2C)
    #expect(read.rows.first?.last?.text == text)
  }

  @Test(arguments: texts) func `no cell begins as a formula, wherever it is divided`(text: String) {
    var csv = CSVWriter()
    csv.text(text)
    csv.endLine()
    let line = String(decoding: csv.bytes, as: UTF8.self)
    for cell in line.split(whereSeparator: { ";,|\t\r\n".contains($0) || $0 == "\r\n" }) {
      let first = cell.drop { $0 == "\"" || $0 == "'" }.unicodeScalars.first
      #expect(first.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true, "\(cell)")
    }
  }

  @Test func `what could falsify a line is written by its code in JSON`() {
    var renderer = JSONRenderer(sources: [])
    let text = renderer.render([
      Diagnostic(.unknownKey, Phrase(it: "a\u{202E}b\u{9B}c\u{7F}d\u{200B}", en: "è 😀"), at: nil)
    ])
    #expect(text.contains(#"a\u202eb\u009bc\u007fd\u200b"#))
    #expect(text.contains("è 😀"))
  }
}
