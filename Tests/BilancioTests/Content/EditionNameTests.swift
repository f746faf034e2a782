import Diagnostics
import SocialReport
import Testing

@testable import Content

/// What editions are called, and which is the one before another.
@Suite struct EditionNameTests {
  private static func edition(_ year: Int, _ fields: String = "") -> String {
    """
    tipo: edizione
    anno: \(year)
    titolo: Bilancio Sociale \(year)
    periodo: \(year)
    presentazione: Che cosa ha fatto il Comune di Prova.
    \(fields)
    """
  }

  /// The editions of some folders, beside the base's own of 2021, newest first.
  private static func report(_ folders: [String: String]) async throws -> Report {
    let texts = folders.map { ($0.key + "/edizione.yml", $0.value) }
    return try #require(
      await MadeReport.report(Dictionary(texts, uniquingKeysWith: { a, _ in a })))
  }

  @Test func `an edition that is alone in its year is called by it`() async throws {
    let report = try await EditionNameTests.report(["bilancio-2020": EditionNameTests.edition(2020)]
    )
    #expect(report.editions.map(\.id.value) == ["2021", "2020"])
  }

  @Test func `the newest comes first, in whatever order they were read`() throws {
    var all: [Edition] = []
    let place = SourceRange.wholeFile(SourceFile.ID(0))
    for year in [2020, 2021] {
      for (id, month) in [
        ("a", 3), ("b", nil), ("c", 1), ("10", 1), ("9", nil), ("II", nil),
      ] as [(String, Int?)] {
        var edition = Edition(place: place)
        edition.year = Sourced(year, at: place)
        edition.id = Sourced("\(year)-\(id)", at: place)
        // In one of the years each has its day.
        edition.publishedOn = (month ?? (year == 2020 ? 2 : nil))
          .flatMap { CalendarDate(year: 2022, month: $0, day: 1) }.map { Sourced($0, at: place) }
        all.append(edition)
      }
    }
    let sorted = EditionNames.newestFirst(all).map(\.id.value)
    #expect(
      sorted == [
        "2021-II", "2021-c", "2021-b", "2021-a", "2021-10", "2021-9", "2020-a", "2020-II", "2020-b",
        "2020-9",
        "2020-c", "2020-10",
      ])
    for _ in 0..<200 {
      #expect(EditionNames.newestFirst(all.shuffled()).map(\.id.value) == sorted)
    }
  }

  @Test(arguments: [
    ("2021b", "2021b"), ("2021-giugno", "2021-giugno"), ("2021 Giugno", "2021-giugno"),
    ("aggiornamento 2021", "aggiornamento-2021"),
  ])
  func `of two in a year the one in another folder is called as it`(
    folder: String, id: String
  ) async throws {
    let report = try await EditionNameTests.report([folder: EditionNameTests.edition(2021)])
    #expect(Set(report.editions.map(\.id.value)) == ["2021", id])
  }

  @Test func `a folder of another year is a copy, and no second edition`() async throws {
    let report = try await EditionNameTests.report(["2022": EditionNameTests.edition(2021)])
    #expect(report.editions.map(\.id.value) == ["2021"])
  }

  @Test func `a stated id is the name`() async throws {
    let report = try await EditionNameTests.report([
      "2020": EditionNameTests.edition(2020, "id: meta-mandato")
    ])
    #expect(report.editions.map(\.id.value) == ["2021", "meta-mandato"])
    #expect(report.edition(named: "meta-mandato")?.year.value == 2020)
    #expect(report.edition(named: "2020")?.id.value == "meta-mandato")
    #expect(report.edition(named: "2019") == nil)
  }

  @Test(arguments: [
    // Stated by year, by id, and of one that is not here.
    ("anno: 2021", "edizione_precedente: 2019", "2019"),
    ("anno: 2021", "edizione_precedente: 2020-giugno", "2020-giugno"),
    ("anno: 2021", "edizione_precedente: 2015", nil),
    ("anno: 2021", "edizione_precedente: 2022", nil),
    // By itself: the newest of an earlier year and of the same type.
    ("anno: 2021", "", "2020"), ("anno: 2020", "", "2019"), ("anno: 2018", "", nil),
    ("anno: 2021", "genere: meta_mandato", nil), ("anno: 2021", "genere: annuale", "2020"),
    ("anno: 2021", "genere: aggiornamento", "2021"),
  ])
  func `the edition before`(year: String, field: String, id: String?) async throws {
    let report = try await EditionNameTests.report([
      "2020": EditionNameTests.edition(2020),
      "2020-giugno": EditionNameTests.edition(2020, "genere: aggiornamento"),
      "2019": EditionNameTests.edition(2019),
      "nuova": EditionNameTests.edition(2020).replacing("anno: 2020", with: year)
        .replacing("presentazione", with: "id: nuova\n\(field)\npresentazione"),
    ])
    let edition = try #require(report.edition(named: "nuova"))
    #expect(report.previous(of: edition)?.id.value == id)
  }
}
