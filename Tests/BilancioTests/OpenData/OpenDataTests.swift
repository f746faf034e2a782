import Diagnostics
import Foundation
import SocialReport
import Testing

@testable import Content
@testable import Facts
@testable import OpenData
@testable import Site

/// The open data say what the content says, whichever way they are read.
@Suite struct OpenDataTests {
  private static let shipped = Program.root.appending(path: "content")
  /// Every oddity that a series may have.
  private static let odd = GoldenTests.folder.appending(path: "Cases/dati-aperti/content")

  /// Made once for all tests.
  private static let reports = Task {
    let texts = try tree(odd).filter { !$0.key.hasSuffix(".txt") }
    return [
      try await MadeReport(over: shipped),
      try await MadeReport(texts.mapValues { String(decoding: $0, as: UTF8.self) }),
    ]
  }

  @Test func `a table that is taken back gives the same observations`() async throws {
    var count = 0
    for report in try await OpenDataTests.reports.value {
      for edition in try #require(report.report).editions {
        for indicator in edition.indicators {
          let table = report.pages[Addresses.csv(indicator.id.value, of: edition)]
          let again = try await OpenDataTests.observations(fromCSV: try #require(table))
          #expect(again.map(Told.init) == indicator.observations.map(Told.init))
          count += again.count
        }
      }
    }
    #expect(count > 15)
  }

  /// What an author gets who names the table as the observations of an indicator.
  private static func observations(fromCSV table: String) async throws -> [Observation] {
    let indicator = """
      tipo: indicatore
      id: copia
      nome: Una copia
      definizione: Una copia
      misura: qualitativa
      verso: neutro
      fonte: registro-iscritti
      responsabile: scuola
      metodo: Una copia.
      osservazioni: copia.csv
      """
    let report = try await MadeReport.report([
      "2021/copia.yml": indicator, "2021/copia.csv": table,
    ])
    let edition = try #require(report).editions[0]
    return try #require(edition.indicators.first { $0.id.value == "copia" }).observations
  }

  @Test func `a document gives the same observations`() async throws {
    for report in try await OpenDataTests.reports.value {
      for edition in try #require(report.report).editions {
        let whole = try #require(json(report.pages[Addresses.data(of: edition)]) as? [String: Any])
        let indicators = try #require(whole["indicators"] as? [[String: Any]])
        #expect(indicators.map { $0["id"] as? String } == edition.indicators.map(\.id.value))
        for (indicator, shown) in zip(edition.indicators, indicators) {
          let address = Addresses.json(indicator.id.value, of: edition)
          let own = try #require(json(report.pages[address]) as? [String: Any])
          for document in [shown, own] {
            let told = try #require(document["observations"] as? [[String: Any]])
            #expect(told.map(Told.init) == indicator.observations.map(Told.init))
          }
          let sources = try #require(own["sources"] as? [[String: Any]])
          #expect(sources.first?["id"] as? String == indicator.source.value)
        }
      }
    }
  }

  @Test func `the table of an edition has the lines of all its indicators`() async throws {
    for report in try await OpenDataTests.reports.value {
      for edition in try #require(report.report).editions {
        let table = try #require(report.pages[Addresses.observations(of: edition)])
        let rows = CSV(table, of: SourceFile.ID(0)).rows.map { $0.map(\.text) }
        #expect(rows.dropFirst().allSatisfy { $0.count == rows[0].count })
        #expect(
          rows.dropFirst().map { [$0[0], $0[1]] }
            == edition.indicators.flatMap { indicator in
              indicator.observations.map { _ in [indicator.id.value, indicator.name.value] }
            })
        let source = try #require(rows[0].firstIndex(of: "source"))
        #expect(rows.dropFirst().allSatisfy { !$0[source].isEmpty && !$0[source + 1].isEmpty })
      }
    }
  }

  @Test(arguments: [
    ("=1+1", "\" =1+1\""), ("+39 091", "\" +39 091\""), ("-", "\" -\""), ("@x", "\" @x\""),
    ("＝1", "\" ＝1\""), ("a=b", "a=b"), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""),
    ("«a» \"b\"", "\"«a» \"\"b\"\"\""), ("a\r\nb", "\"a\r\nb\""), ("", ""),
  ])
  func `a cell is quoted where it must be, and is never a formula`(text: String, cell: String) {
    var csv = CSVWriter()
    csv.text(text)
    #expect(String(decoding: csv.bytes, as: UTF8.self) == cell)
    csv.text("x")
    let table = "a,b\r\n" + String(decoding: csv.bytes, as: UTF8.self)
    #expect(CSV(table, of: SourceFile.ID(0)).rows[1].map(\.text) == [text, "x"])
  }

  @Test func `a document says nothing that its schema does not describe`() async throws {
    let schemas = [
      Addresses.editionSchema: DataSchemas.edition,
      Addresses.indicatorSchema: DataSchemas.indicatorFile,
    ]
    var documents = try await OpenDataTests.reports.value.flatMap { report in
      report.pages.filter { $0.key.hasSuffix(".json") && !$0.key.hasPrefix("schemi/") }
    }
    for name in GoldenTests.cases {
      let folder = GoldenTests.folder.appending(path: "Cases/\(name)/expected")
      guard FileManager.default.fileExists(atPath: folder.path) else { continue }
      documents += try tree(folder).filter { $0.key.hasSuffix(".json") }.map {
        ($0.key, String(decoding: $0.value, as: UTF8.self))
      }
    }
    #expect(documents.count > 20)
    for (path, text) in documents {
      let document = try #require(json(text) as? [String: Any], "\(path)")
      let name = try #require(document["$schema"] as? String)
      let schema = try #require(schemas.first { name.hasSuffix("/" + $0.key) }?.value)
      let form = try SchemaCheck(schema)
      #expect(form.findings(in: document) == [], "\(path)")
      // What would find nothing anywhere is no check.
      #expect(form.findings(in: document.filter { $0.key != "licence" }) == ["licence: missing"])
      #expect(
        form.findings(in: document.merging(["spia": 1]) { $1 }) == ["spia: not described"])
    }
  }

  private func json(_ text: String?) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try #require(text).utf8))
  }
}

/// What an observation tells, however it was read.
private struct Told: Equatable {
  let period: String
  let value: String
  let outOf: Int?
  let tied: Int?
  let texts: [String?]

  init(_ observation: Observation) {
    period = observation.period.value.readableISO8601
    value =
      switch observation.value?.value {
      case .number(let number): Told.number(Double(number.plain))
      case .text(let text): "«\(text)»"
      case nil: "none"
      }
    outOf = observation.outOf?.value
    tied = observation.tied?.value
    texts = [
      observation.missingReason?.value, observation.status, observation.note?.value,
      observation.source?.value,
    ]
  }

  init(_ members: [String: Any]) {
    period = members["period"] as? String ?? ""
    if let text = members["value"] as? String {
      value = "«\(text)»"
    } else if let number = members["value"] as? NSNumber {
      value = Told.number(number.doubleValue)
    } else {
      value = "none"
    }
    outOf = members["out_of"] as? Int
    tied = members["tied"] as? Int
    texts = ["missing_reason", "status", "note", "source"].map { members[$0] as? String }
  }

  private static func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "no number" }
}
