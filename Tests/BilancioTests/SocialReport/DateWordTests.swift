import SocialReport
import Testing

/// Dates with the day of the week, and those that are told from them.
@Suite struct DateWordTests {
  @Test(arguments: [
    ("martedì 2 luglio 2024", "2024-07-02"), ("Martedi 2 luglio 2024", "2024-07-02"),
    ("martedi' 2 luglio 2024", "2024-07-02"), ("martedì, 2 luglio 2024", "2024-07-02"),
    ("lunedì 29/06/2020", "2020-06-29"), ("Tuesday 29 February 2000", "2000-02-29"),
    ("giovedì 1° gennaio 2026", "2026-01-01"), ("domenica 31 dicembre 1989", "1989-12-31"),
    ("02-07-2024", "2024-07-02"), ("2-7-2024", "2024-07-02"), ("2024-07-02", "2024-07-02"),
  ])
  func `a date is read`(text: String, date: String) {
    #expect(DateText.date(text)?.iso8601 == date)
  }

  @Test func `another day of the week is told`() {
    #expect(DateText.date("lunedì 2 luglio 2024") == nil)
    #expect(DateText.flaw(of: "lunedì 2 luglio 2024") == .otherWeekday(.tuesday))
    #expect(DateText.flaw(of: "lunedì 31/02/2024") == .noSuchDay(29))
  }

  @Test(arguments: ["2 luglio '24", "2 luglio ’24", "luglio 24", "2/7/24", "martedì 2/7/24"])
  func `a year of two digits is told`(text: String) {
    #expect(DateText.date(text) == nil)
    #expect(DateText.flaw(of: text) == .yearOfTwoDigits)
  }
}
