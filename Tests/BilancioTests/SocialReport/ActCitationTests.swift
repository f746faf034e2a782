import Testing

@testable import SocialReport

/// Citations of acts as offices write them, and what they say; a doubt is nothing.
@Suite struct ActCitationTests {
  /// The text; body, kind, number, date, subject.
  static let citations: [(String, [String])] = [
    (
      "Deliberazione di Giunta comunale n. 149 del 29/06/2020, «Adozione del piano triennale»",
      ["giunta", "deliberazione", "149", "2020-06-29", "Adozione del piano triennale"]
    ),
    (
      "Delibera G.C. n. 12 del 3 febbraio 2021 avente ad oggetto: approvazione bilancio.",
      ["giunta", "deliberazione", "12", "2021-02-03", "Approvazione bilancio"]
    ),
    ("DGC n. 149 del 29.06.2020", ["giunta", "deliberazione", "149", "2020-06-29", ""]),
    ("D.G.C. 149/2020", ["giunta", "deliberazione", "149", "", ""]),
    (
      "DGC n. 149 del 29/06/2020 - Adozione del piano triennale",
      ["giunta", "deliberazione", "149", "2020-06-29", "Adozione del piano triennale"]
    ),
    (
      "Determinazione del Responsabile del Settore II n. 45 del 02/02/2024 – affidamento mensa",
      ["responsabile_di_settore", "determinazione", "45", "2024-02-02", "Affidamento mensa"]
    ),
    (
      "Determinazione del Segretario generale n. 3/2021",
      ["segretario_generale", "determinazione", "3", "", ""]
    ),
    ("Determinazione n. 8 sullo stato di attuazione", ["", "determinazione", "8", "", ""]),
    (
      "Deliberazione 30 aprile 2021 - Consiglio comunale n. 22",
      ["consiglio", "deliberazione", "22", "2021-04-30", ""]
    ),
    ("DCC n. 5 del 12/01/2022", ["consiglio", "deliberazione", "5", "2022-01-12", ""]),
    (
      "Deliberazione del Consiglio comunale 30 aprile 2021, n. 22 - Oggetto: Rendiconto 2020",
      ["consiglio", "deliberazione", "22", "2021-04-30", "Rendiconto 2020"]
    ),
    (
      "Determinazione dirigenziale n. 1045 del 10/11/2021 \"Affidamento del servizio\"",
      ["dirigente", "determinazione", "1045", "2021-11-10", "Affidamento del servizio"]
    ),
    (
      "Ordinanza sindacale n. 7 del 1° marzo 2020",
      ["sindaco", "ordinanza", "7", "2020-03-01", ""]
    ),
    ("D.Lgs. 7 marzo 2005, n. 82", ["stato", "dlgs", "82", "2005-03-07", ""]),
    ("Legge 7 agosto 1990, n. 241", ["stato", "legge", "241", "1990-08-07", ""]),
    ("legge n. 4 del 2004", ["stato", "legge", "4", "", ""]),
    // Nothing is guessed.
    ("La delibera sulla mensa", ["", "deliberazione", "", "", ""]),
    ("Delibera n. 5 e n. 6 del 2020", ["", "deliberazione", "", "", ""]),
    ("", ["", "", "", "", ""]),
    (
      "Deliberazione di Giunta n. 3 del 01/02/2021 recante 64 posizioni e 12 posti",
      ["giunta", "deliberazione", "3", "2021-02-01", "64 posizioni e 12 posti"]
    ),
  ]

  @Test(arguments: citations)
  func `a citation says what it says`(text: String, wanted: [String]) {
    let citation = ActCitation(text)
    let found = [
      citation.body, citation.kind, citation.number, citation.date, citation.subject,
    ]
    #expect(found == wanted)
  }
}
