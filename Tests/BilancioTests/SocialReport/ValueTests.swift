import Diagnostics
import SocialReport
import Testing

@testable import Content
@testable import Facts
@testable import Site

/// Numbers, dates, ids and links as people write them.
@Suite struct ValueTests {
  @Test(arguments: [
    ("64", false, "64"), ("1.234,5", false, "1234.5"), ("1.234,5", true, "1234.5"),
    ("1234.5", false, "1234.5"), ("1.234", true, "1234"), ("1.234.567", false, "1234567"),
    ("12,50", true, "12.50"), ("-3", false, "-3"), ("−3,5", true, "-3.5"), ("1 234", true, "1234"),
    ("0,00", true, "0.00"), ("0.5", false, "0.5"),
  ])
  func `a number is read as people write it`(text: String, isQuoted: Bool, plain: String) {
    guard case .number(let number) = Numerals.read(text, isQuoted: isQuoted) else {
      Issue.record("\(text) is not read")
      return
    }
    #expect(number.plain == plain)
  }

  @Test func `a number that reads two ways is refused`() {
    guard case .ambiguous = Numerals.read("1.234", isQuoted: false) else {
      Issue.record("1.234 was taken")
      return
    }
  }

  @Test(arguments: ["", "dodici", "1,2,3", "1.23.4", "12a", ".", "1,", "99999999999999999999"])
  func `what is no number is none`(text: String) {
    guard case .none = Numerals.read(text, isQuoted: true) else {
      Issue.record("\(text) was taken")
      return
    }
  }

  @Test(arguments: [
    ("2020-06-29", "2020-06-29"), ("29/06/2020", "2020-06-29"), ("29 giugno 2020", "2020-06-29"),
    ("1° gennaio 2021", "2021-01-01"), ("2020-12", "2020-12"), ("dicembre 2020", "2020-12"),
    ("2020", "2020"), ("29.06.2020", "2020-06-29"), ("2020-02-29", "2020-02-29"),
    ("3 feb. 2021", "2021-02-03"), ("2021/02/03", "2021-02-03"), ("2021.2.3", "2021-02-03"),
    ("3/ 2/2021", "2021-02-03"), ("3 / 2 / 2021", "2021-02-03"), ("sett. 2021", "2021-09"),
  ])
  func `a date is read as people write it`(text: String, iso: String) {
    #expect(DateText.date(text)?.iso8601 == iso)
  }

  @Test(arguments: [
    "2021-02-29", "31/04/2020", "2020-13-01", "29/06/20", "ieri", "2020-6-", "", "0-0-0",
    "3 2 2021", "2021/31/12", "2020 2021", "2020 - 2021", "20210203",
  ])
  func `what is no date of the calendar is none`(text: String) {
    #expect(DateText.date(text) == nil)
  }

  @Test(arguments: [
    ("2019-2021", "2019/2021"), ("2020-01-01..2020-06-30", "2020-01-01/2020-06-30"),
    ("2019/2021", "2019/2021"), ("2020", "2020"),
  ])
  func `a period is read`(text: String, iso: String) {
    #expect(DateText.period(text)?.iso8601 == iso)
  }

  @Test(arguments: [
    ("63,4 %", "63,4"), ("€ 100", "100"), ("352 bambini", "352"), ("352", nil), ("3 mila", nil),
    ("tra 3 e 5", nil), ("molti", nil),
  ])
  func `the number within a text is found`(text: String, number: String?) {
    #expect(Numerals.number(within: text).map(String.init) == number)
  }

  @Test(arguments: [
    ("31/12/21", DateFlaw.yearOfTwoDigits), ("12/31/2021", .noSuchMonth),
    ("31/02/2021", .noSuchDay(28)), ("2020-02-30", .noSuchDay(29)), ("28/02/2021", nil),
    ("marzo", nil),
  ])
  func `what is wrong with a date in figures is known`(text: String, flaw: DateFlaw?) {
    #expect(DateText.flaw(of: text) == flaw)
  }

  @Test func `an id comes from a name`() {
    #expect(Slug.ofName("2-piano-triennale") == "piano-triennale")
    #expect(Slug.ofName("Città & Però!") == "citta-pero")
    #expect(Slug.ofName("2020") == "2020")
    #expect(Slug.isValid("a-1") && !Slug.isValid("-a") && !Slug.isValid("A") && !Slug.isValid(""))
  }

  @Test func `typed links are read in both languages`() throws {
    let year = Period(try #require(CalendarDate(year: 2020)))
    for address in ["dato:x@2020", "figure:x@2020", "DATO:x@2020"] {
      #expect(try TypedLink.parse(address)?.get() == .figure(indicator: "x", period: year))
    }
    #expect(
      try TypedLink.parse("pagina:2-a/b#c")?.get() == .page(path: ["2-a", "b"], fragment: "c"))
    #expect(
      try TypedLink.parse("conteggio:p.q.capitoli")?.get() == .count(owner: "p.q", list: "capitoli")
    )
    #expect(TypedLink.parse("https://x") == nil)
    for broken in [
      "dato:x", "dato:@2020", "variazione:x@2019", "conteggio:x", "dato:x@2020-13", "atto:",
    ] {
      guard case .failure = TypedLink.parse(broken) else {
        Issue.record("\(broken) was taken")
        continue
      }
    }
  }

  @Test func `every word of every choice has its value`() {
    var found = 0
    func visit(_ table: FieldTable) {
      for key in table.fields {
        if let words = listed(key.type) {
          found += words.count
          #expect(Set(words.map(\.italian)).count == words.count)
          #expect(Set(words.map(\.english)).count == words.count)
        }
        for inner in tables(of: key.type) { visit(inner) }
      }
    }
    func tables(of type: FieldType) -> [FieldTable] {
      switch type {
      case .record(let table), .observations(let table): [table]
      case .list(let element): tables(of: element)
      default: []
      }
    }
    for kind in EntityKind.allCases { visit(kind.table) }
    #expect(found > 80)
    #expect(
      words("status", Achievement.declaration.table)
        == Set(AchievementStatus.allCases.map(\.rawValue)))
    #expect(
      words("assessment", Objective.declaration.table) == Set(Assessment.allCases.map(\.rawValue)))
    #expect(words("body", LegalAct.declaration.table) == Set(ActBody.allCases.map(\.rawValue)))
    #expect(words("kind", LegalAct.declaration.table) == Set(ActKind.allCases.map(\.rawValue)))
    #expect(words("effect", LegalAct.declaration.table) == Set(ActEffect.allCases.map(\.rawValue)))
    #expect(
      words("kind", InformationSource.declaration.table) == Set(SourceKind.allCases.map(\.rawValue))
    )
    #expect(
      words("quality", InformationSource.declaration.table)
        == Set(SourceQuality.allCases.map(\.rawValue)))
    #expect(
      words("measure", Indicator.declaration.table)
        == Set(IndicatorMeasure.allCases.map(\.rawValue)))
    #expect(
      words("direction", Indicator.declaration.table) == Set(Direction.allCases.map(\.rawValue)))
    #expect(
      words("kind", Milestone.declaration.table) == Set(MilestoneKind.allCases.map(\.rawValue)))
    #expect(words("basis", Resource.declaration.table) == Set(AmountBasis.allCases.map(\.rawValue)))
    #expect(
      words("report_type", Edition.declaration.table) == Set(ReportType.allCases.map(\.rawValue)))
    #expect(
      words("stage", Resource.declaration.table) == Set(SpendingStage.allCases.map(\.rawValue)))
    #expect(words("funding", Resource.declaration.table) == Set(Funding.allCases.map(\.rawValue)))
    #expect(
      words("mode", SiteInfo.Feedback.declaration.table)
        == Set(FeedbackMode.allCases.map(\.rawValue)))
    #expect(
      words("kind", Edition.Assurance.declaration.table)
        == Set(AssuranceKind.allCases.map(\.rawValue)))
    #expect(words("kind", Office.declaration.table) == Set(OfficeKind.allCases.map(\.rawValue)))
    #expect(words("kind", Target.declaration.table) == Set(TargetKind.allCases.map(\.rawValue)))
  }

  private func words(_ name: String, _ table: FieldTable) -> Set<String> {
    guard let index = table.index(of: name), let words = listed(table.fields[index].type) else {
      return []
    }
    let isOpen = if case .openChoice = table.fields[index].type { true } else { false }
    return Set(words.map(\.english) + (isOpen ? ["other"] : []))
  }

  private func listed(_ type: FieldType) -> [FieldType.Word]? {
    switch type {
    case .choice(let words), .openChoice(let words): words
    default: nil
    }
  }

  @Test func `the size of a picture is read from its bytes`() {
    let gif = Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00]
    #expect(PictureSize(of: gif).map { [$0.width, $0.height] } == [320, 240])
    let jpeg: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 100, 0, 200, 3,
    ]
    #expect(PictureSize(of: jpeg).map { [$0.width, $0.height] } == [200, 100])
    let svg = Array("<svg xmlns=\"x\" viewBox=\"0 0 30 20.4\">".utf8)
    #expect(PictureSize(of: svg).map { [$0.width, $0.height] } == [30, 20])
    let webP = Array("RIFF....WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]
    #expect(PictureSize(of: webP).map { [$0.width, $0.height] } == [100, 50])
    for bytes in [
      [], Array("ciao".utf8), [0xFF, 0xD8, 0xFF], Array(jpeg.prefix(9)), Array(gif.prefix(8)),
    ] {
      #expect(PictureSize(of: bytes) == nil)
    }
  }

  @Test func `an address of a site gives its path`() {
    #expect(SiteContext.path(of: "https://a.it") == "/")
    #expect(SiteContext.path(of: "https://a.it/b/c") == "/b/c/")
  }

  @Test func `CSV is read as spreadsheets save it`() {
    let csv = CSV(
      "\u{FEFF}periodo;valore;nota\r\n2020;\"1.234,5\";\"a; \"\"b\"\"\"\r\n\r\n2021;3;",
      of: SourceFile.ID(0))
    #expect(
      csv.rows.map { $0.map(\.text) } == [
        ["periodo", "valore", "nota"], ["2020", "1.234,5", "a; \"b\""], ["2021", "3", ""],
      ])
    #expect(csv.rows[1][1].place.bytes == 29..<38)
  }
}
