import Diagnostics
import SocialReport
import Testing

@testable import Checks

/// What became of an indicator in the period of an edition.
@Suite struct OutcomeTests {
  private func outcome(
    _ series: String, direction: String = "alto_meglio", period: String = "2021"
  ) async throws -> Outcome {
    let report = try #require(
      await MadeReport.report([
        "2021/edizione.yml": """
        tipo: edizione
        anno: 2021
        titolo: Prova
        periodo: \(period)
        presentazione: Prova.
        """,
        "2021/iscritti.yml": """
        tipo: indicatore
        nome: Prova
        definizione: Una prova.
        misura: conteggio
        unita: persone
        verso: \(direction)
        fonte: registro-iscritti
        responsabile: scuola
        metodo: Si conta.
        \(series)
        """,
      ]))
    let edition = report.editions[0]
    return Outcome(edition.indicators[0], in: edition)
  }

  /// Observations from pairs of a period and a value.
  private func series(_ values: (String, Int)...) -> String {
    "osservazioni:\n" + values.map { "  - {periodo: \($0), valore: \($1)}\n" }.joined()
  }

  private func quarter(_ year: Int, _ number: Int) -> String {
    let first = number * 3 - 2
    return
      "{da: \(year)-\(first < 10 ? "0" : "")\(first), a: \(year)-\(first < 8 ? "0" : "")\(first + 2)}"
  }

  @Test func `the last value is held against the one before the period`() async throws {
    let made = try await outcome(series(("2018", 99), ("2020", 41), ("2021", 40)))
    #expect(made.decline?.before.number == DecimalNumber(41))
    #expect(made.decline?.after.number == DecimalNumber(40))
    let better = try await outcome(series(("2018", 30), ("2020", 41), ("2021", 42)))
    #expect(better.decline == nil)
  }

  @Test func `within a term of office the values before it count, or else the first`() async throws
  {
    let term = "{da: 2017-01-01, a: 2021-12-31}"
    let made = try await outcome(series(("2018", 30), ("2020", 41), ("2021", 29)), period: term)
    #expect(made.decline?.before.number == DecimalNumber(30))
    let before = try await outcome(series(("2016", 20), ("2018", 30), ("2021", 29)), period: term)
    #expect(before.decline == nil)
  }

  @Test func `a quarter is held against the same quarter of the year before`() async throws {
    let values = [
      (quarter(2020, 1), 50), (quarter(2020, 4), 20), (quarter(2021, 1), 52),
      (quarter(2021, 4), 21),
    ]
    let made = try await outcome(series(values[0], values[1], values[2], values[3]))
    #expect(made.decline == nil)
    let worse = try await outcome(series(values[0], values[1], values[2], (quarter(2021, 4), 19)))
    #expect(worse.decline?.before.number == DecimalNumber(20))
  }

  @Test func `a value after the period is no result of it`() async throws {
    let made = try await outcome(series(("2020", 40), ("2021", 41), ("2022", 10)))
    #expect(made.decline == nil)
  }

  @Test func `only targets of the period are due`() async throws {
    let made = try await outcome(
      series(("2020", 40), ("2021", 41))
        + """
        traguardi:
          - {valore: 60, anno: 2021, base: {anno: 2020, valore: 40}}
          - {valore: 80, anno: 2024, base: {anno: 2020, valore: 40}}
        """)
    #expect(made.due.map(\.target.year.value) == [2021])
    #expect(made.due.map(\.isReached) == [false])
  }

  @Test func `of an indicator without a direction the baseline says which way is better`()
    async throws
  {
    let made = try await outcome(
      series(("2020", 40), ("2021", 55))
        + """
        traguardi:
          - {valore: 50, anno: 2021, base: {anno: 2020, valore: 40}}
        """, direction: "neutro")
    #expect(made.due.map(\.isReached) == [true])
  }
}
