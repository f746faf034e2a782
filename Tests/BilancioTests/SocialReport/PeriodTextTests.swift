import Diagnostics
import Testing

@testable import SocialReport

/// Periods are read as people write them, and links read what the field reads.
@Suite struct PeriodTextTests {
  @Test(arguments: [
    ("2020", "2020"), ("2020-06", "2020-06"), ("06/2020", "2020-06"), ("giugno 2020", "2020-06"),
    ("2020-06-29", "2020-06-29"), ("1° giugno 2020", "2020-06-01"),
    ("2016/17", "2016-09/2017-08"), ("2016/2017", "2016-09/2017-08"),
    ("2016-17", "2016-09/2017-08"), ("2016–17", "2016-09/2017-08"),
    ("2016 - 17", "2016-09/2017-08"), ("a.s. 2016-17", "2016-09/2017-08"),
    ("A.S. 2016/2017", "2016-09/2017-08"), ("a. s. 2016-2017", "2016-09/2017-08"),
    ("as 2016/17", "2016-09/2017-08"), ("anno scolastico 2016/2017", "2016-09/2017-08"),
    ("Anno educativo 2016-2017", "2016-09/2017-08"), ("1999/00", "1999-09/2000-08"),
    ("1999/2000", "1999-09/2000-08"), ("school year 2016/17", "2016-09/2017-08"),
    ("a.s. 2009-10", "2009-09/2010-08"), ("2009-10", "2009-10"),
    ("2021-T1", "2021-01/2021-03"), ("2021-Q2", "2021-04/2021-06"), ("2021T3", "2021-07/2021-09"),
    ("T4 2021", "2021-10/2021-12"), ("q1/2021", "2021-01/2021-03"),
    ("1° trimestre 2021", "2021-01/2021-03"), ("1º trim. 2021", "2021-01/2021-03"),
    ("II trimestre 2021", "2021-04/2021-06"), ("terzo trimestre del 2021", "2021-07/2021-09"),
    ("2021, IV trimestre", "2021-10/2021-12"), ("2021 IV trimestre", "2021-10/2021-12"),
    ("first quarter of 2021", "2021-01/2021-03"), ("1st quarter 2021", "2021-01/2021-03"),
    ("2021-S1", "2021-01/2021-06"), ("2021-H2", "2021-07/2021-12"),
    ("primo semestre 2021", "2021-01/2021-06"), ("II semestre dell’anno 2021", "2021-07/2021-12"),
    ("prima metà del 2021", "2021-01/2021-06"), ("1° quadrimestre 2021", "2021-01/2021-04"),
    ("gennaio-marzo 2021", "2021-01/2021-03"), ("gennaio – marzo 2021", "2021-01/2021-03"),
    ("da gennaio a marzo 2021", "2021-01/2021-03"), ("gen-mar 2021", "2021-01/2021-03"),
    ("gennaio/marzo 2021", "2021-01/2021-03"), ("2021-01..2021-03", "2021-01/2021-03"),
    ("dal 1 gennaio al 31 marzo 2021", "2021-01-01/2021-03-31"),
    ("1-15 marzo 2021", "2021-03-01/2021-03-15"),
    ("18/09/2023 - 24/09/2023", "2023-09-18/2023-09-24"),
    ("18/09/2023–24/09/2023", "2023-09-18/2023-09-24"),
    ("2020-06-29–2020-07-03", "2020-06-29/2020-07-03"), ("2021-01/2021-03", "2021-01/2021-03"),
    ("2021-01..2021-12", "2021"), ("2015-2023", "2015/2023"), ("2015–2023", "2015/2023"),
    ("2016-2017", "2016/2017"), ("2016-01/2017-12", "2016/2017"),
    ("2021-T1..2021-T2", "2021-01/2021-06"), ("2018/19..2019/20", "2018-09/2020-08"),
    ("2016/18", "nil"), ("2021-T5", "nil"), ("2021-S3", "nil"), ("trimestre 2021", "nil"),
    ("17", "nil"), ("16/17", "nil"), ("2021-13", "nil"), ("oggi", "nil"), ("", "nil"),
    ("XX trimestre 2021", "nil"), ("2021-T1 2022", "nil"),
  ])
  func `a period as people write it`(text: String, expected: String) {
    #expect(DateText.period(text)?.iso8601 ?? "nil" == expected, "\(text)")
  }

  @Test(arguments: [
    "2016/17", "1999/2000", "2021-T1", "2021-S2", "2021", "2021-06", "2021-06-29", "2015-2023",
    "2021-02..2021-05",
  ])
  func `what messages write reads back`(text: String) throws {
    let period = try #require(DateText.period(text))
    #expect(period.written == text)
    #expect(DateText.period(period.readableISO8601) == period, "\(text)")
  }

  @Test func `open data read back`() throws {
    for text in ["2016-2017", "2016/17", "2021-T3", "2021", "2015-2023", "2021-03"] {
      let period = try #require(DateText.period(text))
      #expect(DateText.period(period.readableISO8601) == period, "\(text)")
    }
  }

  @Test(arguments: [
    ("dato:iscritti@2018/19", "2018-09/2019-08"), ("dato:iscritti@2018/2019", "2018-09/2019-08"),
    ("dato:iscritti@2021-T1", "2021-01/2021-03"), ("dato:iscritti@2021-Q1", "2021-01/2021-03"),
    ("dato:iscritti@01/2021", "2021-01"), ("dato:iscritti@2021-01/2021-03", "2021-01/2021-03"),
    ("dato:iscritti@2021-01..2021-03", "2021-01/2021-03"), ("dato:iscritti@2021", "2021"),
    ("figure:iscritti@2021-H1", "2021-01/2021-06"),
  ])
  func `a link reads what the field reads`(address: String, expected: String) throws {
    guard case .success(.figure(_, let period)) = TypedLink.parse(address) else {
      Issue.record("\(address)")
      return
    }
    #expect(period.iso8601 == expected)
  }

  @Test(arguments: [
    ("variazione:x@2019..2020", "2019", "2020"),
    ("variazione:x@2018/19..2019/20", "2018-09/2019-08", "2019-09/2020-08"),
    ("variazione:x@2021-T1..2021-T2", "2021-01/2021-03", "2021-04/2021-06"),
    ("variazione:x@2021-01..2021-03..2021-04..2021-06", "2021-01/2021-03", "2021-04/2021-06"),
  ])
  func `a change reads two periods`(address: String, from: String, to: String) throws {
    guard case .success(.change(_, let first, let last)) = TypedLink.parse(address) else {
      Issue.record("\(address)")
      return
    }
    #expect(first.iso8601 == from && last.iso8601 == to)
  }

  @Test(arguments: [
    ("2021", Periodicity.years(1)), ("2021-T1", .months(3)), ("2016/17", .schoolYear),
    ("2021-06", .months(1)), ("2021-06-29", .day), ("1/4/2021 - 30/4/2021", .months(1)),
    ("2021-01..2021-12", .years(1)), ("2020-07..2021-06", .months(12)),
    ("4/1/2021 - 10/1/2021", .week), ("2015-2017", .years(3)),
    ("15/1/2021 - 14/4/2021", .months(3)), ("1/1/2021 - 31/12/2021", .years(1)),
  ])
  func `how long a period is`(text: String, expected: Periodicity) throws {
    #expect(Periodicity(try #require(DateText.period(text))) == expected, "\(text)")
  }
}
