import SocialReport
import Testing

/// Codes of the recovery plan and of the budget, as people write them.
@Suite struct MoneyWordTests {
  @Test(arguments: [
    ("M1C1", "M1C1"), ("m1c1", "M1C1"), ("M5C2I2.1", "M5C2I2.1"), ("M5C2 2.1", "M5C2I2.1"),
    ("M1C1-1.4.1", "M1C1I1.4.1"), ("M1C1 – 1.4.1", "M1C1I1.4.1"), ("M1.C1.1.4.1", "M1C1I1.4.1"),
    ("M1C1 Investimento 1.4.1", "M1C1I1.4.1"), ("M1C1 - Inv. 1.4.1", "M1C1I1.4.1"),
    ("M1C1 sub-investimento 1.4.1", "M1C1I1.4.1"), ("M5C2 Riforma 1", "M5C2R1"),
    ("M5C2R1", "M5C2R1"), ("M5 C2 I2.1", "M5C2I2.1"), ("M.2 C.4 I.2.2", "M2C4I2.2"),
    ("Missione 1 Componente 1 Investimento 1.4", "M1C1I1.4"),
    ("Missione 1, Componente 1, Investimento 1.4", "M1C1I1.4"),
    ("Missione 4 – Istruzione e ricerca – Componente 1 – Investimento 1.1", "M4C1I1.1"),
    ("Missione 4 Componente 1 – Potenziamento dell'offerta – Riforma 1.3", "M4C1R1.3"),
    ("PNRR M6C1 1.1", "M6C1I1.1"), ("PNRR – M6C1", "M6C1"), ("Misura M6C1I1.1", "M6C1I1.1"),
    ("M1C1I1.4.1 Esperienza del cittadino", "M1C1I1.4.1 Esperienza del cittadino"),
    ("M1C1 1.4.1 «Esperienza»", "M1C1I1.4.1 «Esperienza»"),
    ("M1C1 Digitalizzazione", "M1C1 Digitalizzazione"),
    ("M2C4 Investimenti per la mobilità", "M2C4 Investimenti per la mobilità"),
  ])
  func `a measure is read in any form and printed in one`(text: String, printed: String) throws {
    let measure = try #require(PNRRMeasure(text), "\(text)")
    #expect(measure.text == printed)
    #expect(measure.exists)
    #expect(PNRRMeasure(printed)?.text == printed)
  }

  @Test(arguments: [
    "", "M", "M1", "Missione 1", "1.4.1", "Digitalizzazione", "C1M1", "M1C1X", "MM1C1", "M123C1",
    "PNRR", "componente 1",
  ])
  func `what is no measure is none`(text: String) { #expect(PNRRMeasure(text) == nil) }

  @Test(arguments: ["M8C1", "M0C1", "M1C9", "M1C0", "M7C2", "M3C3 1.1"])
  func `a mission and its component are of the plan`(text: String) throws {
    #expect(!(try #require(PNRRMeasure(text)).exists))
  }

  @Test(arguments: [
    ("04", "04"), ("4", "04"), ("Missione 12", "12"), ("missione 04", "04"), ("M. 4", "04"),
    ("04 – Istruzione e diritto allo studio", "04"), ("Missione 1: Servizi istituzionali", "01"),
    ("99", "99"), (" 50 ", "50"),
  ])
  func `a budget mission is read by its number`(text: String, number: String) {
    #expect(BudgetMission.number(in: text) == number)
    #expect(BudgetMission.name(of: number) != nil)
  }

  @Test(arguments: ["", "Istruzione", "12.01", "123", "4a", "-4"])
  func `what is no mission's number is none`(text: String) {
    #expect(BudgetMission.number(in: text) == nil)
  }

  @Test func `there are twenty-three missions`() {
    #expect(BudgetMission.names.count == 23)
    #expect(BudgetMission.name(of: "21") == nil)
  }
}
