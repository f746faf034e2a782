import Content
import Diagnostics
import SocialReport
import Testing

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
