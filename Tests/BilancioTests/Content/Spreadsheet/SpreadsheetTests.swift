import Diagnostics
import SocialReport
import Testing

@testable import Content

/// Tables as Excel, LibreOffice, Google and the portals save them, and what is read of them.
@Suite struct SpreadsheetTests {
  struct Sheet: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let measure: IndicatorMeasure
    let text: String
    let observations: String
    let findings: [String]

    init(
      _ what: String, _ measure: IndicatorMeasure, _ text: String, gives observations: String,
      saying findings: [String] = []
    ) {
      (testDescription, self.measure, self.text) = (what, measure, text)
      (self.observations, self.findings) = (observations, findings)
    }

    /// A table of percentages.
    init(
      _ what: String, _ text: String, gives observations: String, saying findings: [String] = []
    ) {
      self.init(what, .percentage, text, gives: observations, saying: findings)
    }
  }

  static let whole = "2023=57.9 2024=63.4"
  static let unread = "hint csv-non-letto"
  static let total = "hint csv-totale"
  static let missing = "hint csv-valore-mancante"
  static let cell = "error csv-cella"
  static let header = "error csv-intestazione"

  static let layouts = [
    Sheet("semicolons", "periodo;valore\n2023;57,9\n2024;63,4\n", gives: whole),
    Sheet("commas and points", "periodo,valore\n2023,57.9\n2024,63.4\n", gives: whole),
    Sheet(
      "commas and quoted commas", "periodo,valore\n2023,\"57,9\"\n2024,\"63,4\"\n", gives: whole),
    Sheet("tabs", "Anno\tValore\r\n2023\t57,9\r\n2024\t63,4\r\n", gives: whole),
    Sheet("strokes", "Anno|Valore\n2023|57,9\n2024|63,4\n", gives: whole),
    Sheet("old line ends", "Anno;Valore\r2023;57,9\r2024;63,4\r", gives: whole),
    Sheet(
      "quotes around all", "\"Anno\";\"Valore\"\r\n\"2023\";\"57,9\"\r\n\"2024\";\"63,4\"",
      gives: whole),
    Sheet("the line sep=", "sep=;\r\nAnno;Valore\r\n2023;57,9\r\n2024;63,4", gives: whole),
    Sheet("the line sep= in quotes", "\"sep=;\"\nAnno;Valore\n2023;57,9\n2024;63,4", gives: whole),
    Sheet(
      "a byte-order mark and sep=", "\u{FEFF}sep=;\nAnno;Valore\n2023;57,9\n2024;63,4", gives: whole
    ),
    Sheet("empty columns behind", "Anno;Valore;;;\n2023;57,9;;;\n2024;63,4;;;\n", gives: whole),
    Sheet("empty columns in front", ";;Anno;Valore\n;;2023;57,9\n;;2024;63,4\n", gives: whole),
    Sheet("empty rows", "Anno;Valore\n\n2023;57,9\n;\n2024;63,4\n;\n;\n;\n", gives: whole),
    Sheet("units in headings", "ANNO;Valore (%)\n2023;57,9\n2024;63,4", gives: whole),
    Sheet("accents and points", "Annualità;Perc.\n2023;57,9\n2024;63,4", gives: whole),
    Sheet("no heading over the years", ";Differenziata\n2023;57,9\n2024;63,4", gives: whole),
    Sheet(
      "the indicator's name as heading", "Anno;Raccolta differenziata\n2023;57,9\n2024;63,4",
      gives: whole),
    Sheet(
      "several columns, one with the indicator's name",
      "Anno;Indifferenziato;Dato di prova\n2023;42,1;57,9\n2024;36,6;63,4", gives: whole,
      saying: [unread]),
    Sheet(
      "titles above",
      "Raccolta differenziata, Borgo;\nAnni 2023-2024;\n;\nAnno;Valore\n2023;57,9\n2024;63,4",
      gives: whole, saying: [unread]),
    Sheet(
      "sources below",
      "Anno;Valore\n2023;57,9\n2024;63,4\n;\nFonte: ISPRA, Catasto rifiuti;\n*dati provvisori;",
      gives: whole, saying: [unread]),
    Sheet(
      "a source with commas in a file of commas",
      "Anno,Valore\n2023,57.9\n2024,63.4\nFonte: ISPRA, Catasto rifiuti, 2024", gives: whole,
      saying: [unread]),
    Sheet(
      "a source with a semicolon",
      "Anno;Valore\n2023;57,9\n2024;63,4\nFonte: Istat; dati provvisori; 2025",
      gives: whole, saying: [unread]),
    Sheet(
      "a row of units", "Anno;Valore\n;(%)\n2023;57,9\n2024;63,4", gives: whole, saying: [unread]),
    Sheet(
      "further columns", "Anno;Valore;Codice;Territorio\n2023;57,9;A;Borgo\n2024;63,4;A;Borgo",
      gives: whole, saying: [unread]),
    Sheet(
      "further columns with nothing in them", "Anno;Valore;Codice\n2023;57,9;\n2024;63,4;",
      gives: whole),
    Sheet("years across", "Indicatore;2023;2024\nDifferenziata;57,9;63,4", gives: whole),
    Sheet("years across without a name", ";2023;2024\n;57,9;63,4", gives: whole),
    Sheet("years across in words", "Voce;Anno 2023;Anno 2024\nValore;57,9;63,4", gives: whole),
    Sheet(
      "years across with notes",
      "Indicatore;2023;2024\nValore;57,9;63,4\nNota;;dato rivisto\nFonte: ISPRA;;",
      gives: whole, saying: [unread]),
    Sheet(
      "years across, several rows", "Indicatore;2023;2024\nDato di prova;57,9;63,4\nAltro;1;2",
      gives: whole, saying: [unread]),
    Sheet(
      "years across with titles",
      "Rifiuti di Borgo;;\n;;\nIndicatore;2023;2024\nDifferenziata;57,9;63,4",
      gives: whole, saying: [unread]),
    Sheet(
      "an average below", "Anno;Valore\n2023;57,9\n2024;63,4\nMedia;60,65", gives: whole,
      saying: [unread]),
    Sheet(
      "a change across", "Voce;2023;2024;Var. %\nDifferenziata;57,9;63,4;9,5", gives: whole,
      saying: [unread]),
    Sheet(
      "Istat's names", "TIME_PERIOD,OBS_VALUE,OBS_STATUS\n2023,57.9,\n2024,63.4,p",
      gives: "2023=57.9 2024=63.4(P)"),
    Sheet(
      "our own open data",
      "period,value,missing_reason,out_of,tied,status,note,source\r\n2023,57.9,,,,A,,\r\n2024,63.4,,,,A,,\r\n",
      gives: whole),
    Sheet(
      "a formula that keeps a text", "Anno;Valore\n=\"2023\";57,9\n=\"2024\";63,4", gives: whole),
  ]

  static let totals = [
    Sheet(
      "a total that is right", .count, "Anno;Iscritti\n2023;310\n2024;352\nTotale;662",
      gives: "2023=310 2024=352", saying: [total]),
    Sheet(
      "a total that is wrong", .count, "Anno;Iscritti\n2023;310\n2024;352\nTOTALE;672",
      gives: "2023=310 2024=352", saying: ["warning csv-totale"]),
    Sheet(
      "a total of what does not add up", .percentage,
      "Anno;Valore\n2023;57,9\n2024;63,4\nTotale;60,1",
      gives: whole, saying: [total]),
    Sheet(
      "a total column", .amount, "Voce;2023;2024;Totale\nSpesa;1.200,50;1.300,50;2.501,00",
      gives: "2023=1200.50 2024=1300.50", saying: [total]),
    Sheet(
      "totals beside parts", .count,
      "Anno;Maschi;Femmine;Totale\n2023;150;160;310\n2024;170;182;352",
      gives: "2023=310 2024=352", saying: [unread]),
  ]

  static let numbers = [
    Sheet(
      "points of thousands", .count, "Anno;Valore\n2023;98.765\n2024;100.001",
      gives: "2023=98765 2024=100001"),
    Sheet(
      "a style shown by one cell", .rate, "Anno;Valore\n2023;1.234\n2024;1.234,5",
      gives: "2023=1234 2024=1234.5"),
    Sheet(
      "English style shown by one cell", .rate, "Anno,Valore\n2023,1.234\n2024,12.5",
      gives: "2023=1.234 2024=12.5"),
    Sheet(
      "English thousands", .count, "Year,Value\n2023,\"98,765\"\n2024,\"100,001\"",
      gives: "2023=98765 2024=100001"),
    Sheet(
      "euro", .amount, "Anno;Importo\n2023;€ 1.250,00\n2024;1.300 €",
      gives: "2023=1250.00 2024=1300"),
    Sheet("per cent", .percentage, "Anno;Quota\n2023;57,9%\n2024;63,4 %", gives: whole),
    Sheet(
      "three decimals of a percentage", .percentage, "Anno;Valore\n2023;57.912\n2024;63.401",
      gives: "2023=57.912 2024=63.401"),
    Sheet(
      "spaces", .count, "Anno;Valore\n2023;98 765\n2024;100\u{A0}001",
      gives: "2023=98765 2024=100001"),
    Sheet(
      "thin spaces and apostrophes", .count, "Anno;Valore\n2023;98\u{202F}765\n2024;1'250'000",
      gives: "2023=98765 2024=1250000"),
    Sheet(
      "brackets and minus", .amount, "Anno;Saldo\n2022;(12)\n2023;12,50-\n2024;-7",
      gives: "2022=-12 2023=-12.50 2024=-7"),
    Sheet(
      "a minus that is a dash", .index, "Anno;Valore\n2023;\u{2212}1,5\n2024;\u{2013}2,5",
      gives: "2023=-1.5 2024=-2.5"),
    Sheet(
      "no cents", .amount, "Anno;Importo\n2023;1.250.000,=\n2024;300,-",
      gives: "2023=1250000 2024=300"),
    Sheet(
      "powers that keep all digits", .count, "Anno;Valore\n2023;1,25E+02\n2024;3E+00",
      gives: "2023=125 2024=3"),
    Sheet(
      "letters of the status", .percentage, "Anno;Valore\n2023;57,9\n2024;63,4 (p)",
      gives: "2023=57.9 2024=63.4(P)"),
    Sheet(
      "note marks", .percentage, "Anno;Valore\n2023;57,9*\n2024;63,4 (1)", gives: whole,
      saying: [unread]),
    Sheet(
      "ordinals", .position, "Anno;Posizione;Su\n2023;72°;107\n2024;13º;107",
      gives: "2023=72 2024=13"),
    Sheet(
      "nothing decides", .rate, "Anno;Valore\n2023;1.234\n2024;2.345", gives: "", saying: [cell]),
    Sheet(
      "two styles and one that could be either", .rate,
      "Anno;Valore\n2022;1,5\n2023;2.5\n2024;2.345", gives: "", saying: [cell]),
    Sheet(
      "digits cut off", .count, "Anno;Valore\n2023;1,2E+06\n2024;1,3E+06", gives: "", saying: [cell]
    ),
    Sheet(
      "a column too narrow", .count, "Anno;Valore\n2023;#####\n2024;13", gives: "", saying: [cell]),
    Sheet(
      "words for numbers", .count, "Anno;Valore\n2022;circa 300\n2023;molti\n2024;352", gives: "",
      saying: [cell]),
  ]

  static let gaps = [
    Sheet(
      "n.d.", .count, "Anno;Valore\n2023;n.d.\n2024;352", gives: "2023=- 2024=352",
      saying: [missing]),
    Sheet(
      "many marks, one message", .count,
      "Anno;Valore\n2020;nd\n2021;-\n2022;\u{2013}\n2023;...\n2024;352",
      gives: "2020=- 2021=- 2022=- 2023=- 2024=352", saying: [missing]),
    Sheet(
      "marks of statistics", .count, "Anno;Valore\n2021;..\n2022;:\n2023;c\n2024;352",
      gives: "2021=- 2022=- 2023=- 2024=352", saying: [missing]),
    Sheet(
      "a division by zero", .percentage, "Anno;Valore\n2022;#DIV/0!\n2023;#DIV/0!\n2024;63,4",
      gives: "2022=- 2023=- 2024=63.4", saying: ["warning csv-valore-mancante"]),
    Sheet(
      "other faults", .percentage, "Anno;Valore\n2022;#N/D\n2023;#RIF!\n2024;63,4",
      gives: "2022=- 2023=- 2024=63.4", saying: ["warning csv-valore-mancante"]),
    Sheet(
      "a reason of its own", .count,
      "Anno;Valore;Motivo\n2023;n.d.;Le mense erano chiuse.\n2024;352;", gives: "2023=- 2024=352"),
    Sheet(
      "a dash of a qualitative value", .qualitative, "Anno;Valore\n2023;-\n2024;Buono",
      gives: "2023=- 2024=Buono"),
  ]

  static let periods = [
    Sheet(
      "months", .count, "Mese;Valore\ngen-24;3\nfeb-24;4\nMarzo 2024;5\n04/2024;6",
      gives: "2024-01=3 2024-02=4 2024-03=5 2024-04=6"),
    Sheet(
      "quarters", .count,
      "Trimestre;Valore\n2024-T1;3\nT2 2024;4\n3° trimestre 2024;5\nIV trim. 2024;6",
      gives: "2024-01/2024-03=3 2024-04/2024-06=4 2024-07/2024-09=5 2024-10/2024-12=6"),
    Sheet(
      "year and month", .count, "Anno;Mese;Valore\n2024;gennaio;3\n;febbraio;4\n2025;1;5",
      gives: "2024-01=3 2024-02=4 2025-01=5"),
    Sheet(
      "year and quarter", .count,
      "Anno;Trimestre;Valore\n2024;1;3\n2024;II;4\n2024;T3;5\n2024;4° trimestre;6",
      gives: "2024-01/2024-03=3 2024-04/2024-06=4 2024-07/2024-09=5 2024-10/2024-12=6"),
    Sheet(
      "days", .count, "Data;Valore\n31/12/2023;310\n31/12/2024;352",
      gives: "2023-12-31=310 2024-12-31=352"),
    Sheet(
      "days with a time", .count, "Data;Valore\n31/12/2023 00:00;310\n2024-12-31T00:00:00;352",
      gives: "2023-12-31=310 2024-12-31=352"),
    Sheet(
      "the word year", .count, "Periodo;Valore\nAnno 2023;310\nanno 2024;352",
      gives: "2023=310 2024=352"),
    Sheet(
      "years as programs write them", .count, "year,value\n2023.0,310\n2024.0,352",
      gives: "2023=310 2024=352"),
    Sheet(
      "provisional years", .count, "Anno;Valore\n2023;310\n2024 (p);352\n2025 stima;360",
      gives: "2023=310 2024=352(P) 2025=360(E)"),
    Sheet(
      "years with a note mark", .count, "Anno;Valore\n2023*;310\n2024 (1);352",
      gives: "2023=310 2024=352", saying: [unread]),
    Sheet(
      "what is no period", .count, "Anno;Valore\n20223;310\n2023;5\n20244;352", gives: "",
      saying: [cell]),
    Sheet(
      "a day that does not exist", .count, "Data;Valore\n31/11/2023;310\n31/12/2024;352", gives: "",
      saying: [cell]),
  ]

  static let refused = [
    Sheet("an empty file", "", gives: "", saying: [header]),
    Sheet("headings alone", "periodo;valore\n", gives: "", saying: [header]),
    Sheet("headings and empty rows", "periodo;valore\n;\n;\n", gives: "", saying: [header]),
    Sheet("headings and a source", "periodo;valore\nFonte: ISPRA;\n", gives: "", saying: [header]),
    Sheet("no headings", "2023;57,9\n2024;63,4\n", gives: "", saying: [header]),
    Sheet(
      "no period anywhere", "Comune;Valore\nBorgo;57,9\nPoggio;63,4", gives: "", saying: [header]),
    Sheet(
      "quotes that stay open", "Anno;Valore;Nota\n2022;52,1;\"rivisto\n2023;57,9;\n2024;63,4;\n",
      gives: "", saying: [cell]),
    Sheet(
      "quotes that close in another row",
      "Anno;Valore;Nota\n2022;52,1;\"rivisto\n2023;57,9;\"ok\"\n2024;63,4;\n", gives: "",
      saying: [cell]),
    Sheet(
      "quotes that swallow a row and close",
      "Anno;Nota;Valore\n2022;\"rivisto;52,1\n2023;x;57,9\n2024;y\";63,4\n", gives: "",
      saying: [cell]),
    Sheet(
      "a row with more cells", "Anno,Valore\n2023,57,9\n2024,63,4\n", gives: "", saying: [cell]),
    Sheet("rows without a period", "Anno;Valore;Nota\n;57,9;x\n;63,4;y", gives: "", saying: [cell]),
    Sheet("a misspelt name", "Anno;Valor\n2023;57,9\n2024;63,4", gives: "", saying: [header]),
    Sheet(
      "several columns of values", "Anno;Maschi;Femmine\n2023;1;2\n2024;3;4", gives: "",
      saying: [header]),
    Sheet(
      "several municipalities",
      "Comune;Anno;Valore\nBorgo;2023;57,9\nPoggio;2023;50\nBorgo;2024;63,4\nPoggio;2024;51",
      gives: "", saying: [cell]),
  ]

  static let kept = [
    Sheet(
      "a note of two lines", "Anno;Valore;Nota\n2023;57,9;\"Prima riga\nseconda riga\"\n2024;63,4;",
      gives: whole),
    Sheet(
      "quotes inside words",
      "Anno;Valore;Nota\n2023;57,9;Mensa \"Rodari\"\n2024;63,4;\"Rodari\" e altre", gives: whole),
    Sheet(
      "sources in words", "Anno;Valore;Fonte\n2023;57,9;ISPRA\n2024;63,4;ISPRA", gives: whole,
      saying: [unread]),
  ]

  @Test(arguments: layouts + totals + numbers + gaps + periods + refused + kept)
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
