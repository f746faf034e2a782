import Diagnostics
import SocialReport
import Testing

@testable import Content

/// Tables as Excel, LibreOffice, Google and the portals save them, and what is read of them.
@Suite struct SpreadsheetTests {
  @Test(arguments: Sheet.all)
  func `a table gives its observations, and each cause one message`(sheet: Sheet) {
    let read = ReadSheet(sheet.text, sheet.measure, name: "Dato di prova", unit: "unità")
    #expect(read.observations == sheet.observations)
    #expect(read.findings == sheet.findings, "\(read.diagnostics.map(\.message.italian))")
  }

  @Test func `a place is that of the cell`() {
    let marked = Marked("Anno;Valore;Nota\n2022;52,1;⟦\"⟧rivisto\n2023;57,9;\n2024;63,4;\n")
    let read = ReadSheet(marked.text, .percentage)
    #expect(read.diagnostics.map(\.place?.bytes) == [marked.bytes])
    #expect(read.diagnostics[0].message.italian.contains("`2023;57,9;`"))
    let total = Marked("Anno;Valore\n2023;310\n2024;352\nTotale;⟦672⟧")
    #expect(ReadSheet(total.text, .count).diagnostics.map(\.place?.bytes) == [total.bytes])
    let across = Marked("Voce;2023;2024\nValore;⟦tanti⟧;63,4")
    #expect(ReadSheet(across.text, .rate).diagnostics.map(\.place?.bytes) == [across.bytes])
  }

  @Test func `a missing value says why in the words of its mark`() {
    let read = ReadSheet("Anno;Valore\n2022;..\n2023;n.d.\n2024;c", .count)
    #expect(read.reasons.map { $0.prefix(11) } == ["Il valore è", "Dato non di", "Dato riserv"])
    let own = ReadSheet("Anno;Valore;Motivo\n2023;n.d.;Mense chiuse.", .count)
    #expect(own.reasons == ["Mense chiuse."])
  }

  @Test func `thousands of the heading are compared with the unit`() {
    let text = "Anno;Importo (migliaia di euro)\n2023;1.250\n2024;1.300"
    #expect(ReadSheet(text, .amount, unit: "euro").findings == ["warning csv-unita-diversa"])
    #expect(ReadSheet(text, .amount, unit: "migliaia di euro").findings == ["error csv-cella"])
    let clear = "Anno;Importo (migliaia di euro)\n2023;1250,5\n2024;1300,0"
    #expect(ReadSheet(clear, .amount, unit: "migliaia di euro").findings == [])
  }

  @Test(.slow) func `reading takes time with the length of the table`() {
    let clock = ContinuousClock()
    func time(_ rows: Int) -> Duration {
      let tables = [
        "Anno;Valore\n" + String(repeating: "x;\"a\n", count: rows),
        "Anno;Valore;Nota\n" + String(repeating: "2024;1,5;x\n", count: rows),
        "Anno;Valore\n2023;1\n2024;2\n" + String(repeating: "Totale;3\n", count: rows),
        "Anno;Valore\n2023;1\n2024;2\n" + String(repeating: "Fonte: x;;\n", count: rows),
        String(repeating: "\"a\"\n", count: rows), String(repeating: "2024;", count: rows) + "\nx",
        "Anno;" + String(repeating: "()", count: rows) + "\n2024;1",
        String(repeating: "2024;", count: rows) + String(repeating: "\n;1", count: rows),
      ]
      return clock.measure { for table in tables { _ = ReadSheet(table, .count) } }
    }
    _ = time(100)
    #expect(time(16_000) < time(2_000) * 40)
  }
}
