import Diagnostics
import SocialReport
import Testing

/// Numbers as large, as small and as odd as they come: none of them ends the program.
@Suite struct NumberTests {
  @Test(arguments: [
    Double.infinity, -.infinity, .nan, 1e23, -1e300, 9_223_372_036_854_775_808,
  ])
  func `what fits no whole number is none`(value: Double) {
    #expect(Int(nearest: value) == nil)
    #expect(UInt8(nearest: value) == nil)
    #expect(DecimalNumber(nearest: value, scale: 6) == nil)
  }

  @Test func `the nearest whole number is taken where it fits`() {
    #expect(Int(nearest: 2.5) == 3)
    #expect(Int(nearest: -0.4) == 0)
    #expect(Int(nearest: 1e-300) == 0)
    #expect(Int64(nearest: -9_223_372_036_854_775_808) == .min)
    #expect(UInt8(nearest: 255.4) == 255)
    #expect(UInt8(nearest: -1) == nil)
    #expect(DecimalNumber(nearest: 1.25, scale: 1)?.plain == "1.3")
  }

  private static let extremes: [DecimalNumber] = [
    DecimalNumber(.max), DecimalNumber(.min), DecimalNumber(.max, scale: 12),
    DecimalNumber(.min, scale: 12), DecimalNumber(1, scale: 12), DecimalNumber(-1, scale: 12),
    DecimalNumber(0), DecimalNumber(0, scale: 12), DecimalNumber(1), DecimalNumber(10, scale: 1),
    DecimalNumber(.max - 1, scale: 3), DecimalNumber(-7, scale: 6),
  ]

  @Test func `numbers have one order, also where their difference does not fit`() {
    let all = NumberTests.extremes
    #expect(DecimalNumber(.min) < DecimalNumber(.max))
    #expect(!(DecimalNumber(.max) < DecimalNumber(.min)))
    #expect(DecimalNumber(1) == DecimalNumber(1_000, scale: 3))
    #expect(DecimalNumber(.max) != DecimalNumber(.min))
    for a in all {
      #expect(a == a && !(a < a))
      for b in all {
        // Of `<`, `==` and `>` exactly one holds.
        #expect([a < b, a == b, b < a].count { $0 } == 1, "\(a.plain) \(b.plain)")
        for c in all where a < b && b < c { #expect(a < c, "\(a.plain) \(b.plain) \(c.plain)") }
      }
    }
  }

  @Test func `what does not fit is nil, and every number has its opposite`() {
    for a in NumberTests.extremes {
      #expect(a.negated.negated == a)
      #expect(a.magnitude >= DecimalNumber(0))
      for b in NumberTests.extremes {
        if let sum = a.adding(b) { #expect(sum.subtracting(b).map { $0 == a } ?? true) }
      }
    }
    #expect(DecimalNumber(.max).adding(DecimalNumber(1)) == nil)
    #expect(DecimalNumber(.min).subtracting(DecimalNumber(1)) == nil)
    #expect(DecimalNumber(-1).subtracting(DecimalNumber(.max)) == nil)
    #expect(DecimalNumber(0).subtracting(DecimalNumber(.max))?.coefficient == -.max)
    #expect(DecimalNumber(1 << 62).multiplied(by: -2) == nil)
    #expect(DecimalNumber(3).divided(byPowerOfTen: -40) == nil)
  }

  /// Indicators of all measures in all units, with these values.
  private static func indicators(_ values: [String]) -> (file: String, ids: [String]) {
    let observations = values.enumerated()
      .map { "      - periodo: \(2017 + $0)\n        valore: \($1)\n" }.joined()
    var (file, ids) = ("tipo: indicatori\nvoci:\n", [String]())
    for measure in ["percentuale", "importo", "conteggio", "tasso", "posizione", "indice"] {
      for unit in ["euro", "milioni di euro", "per 0 abitanti", "ogni 1.000 abitanti", "%"] {
        ids.append("prova-\(ids.count)")
        file += """
            - id: prova-\(ids.count - 1)
              nome: Prova \(ids.count)
              definizione: Prova.
              metodo: Prova.
              verso: alto_meglio
              fonte: registro-iscritti
              responsabile: scuola
              misura: \(measure)
              unita: "\(unit)"
              osservazioni:
          \(observations)
          """
      }
    }
    return (file, ids)
  }

  private static let series: [[String]] = [
    [
      "0,000000000001", "0,000000000003", "0,000000000007", "0,000000000009", "9000000000000000000",
    ],
    ["1", "-9223372036854775807", "9223372036854775807", "-9223372036854775807", "0"],
    ["9223372036854775807", "9223372036854775806", "9223372036854775805", "9223372036854775807"],
    ["0", "0", "0", "0,000000000001", "0"],
    ["-0,000000000001", "9223372036854775807", "0,1", "0,2", "0,3"],
  ]

  @Test(arguments: series)
  func `values of any size are shown or told`(values: [String]) async throws {
    let (file, ids) = NumberTests.indicators(values)
    let words = ["9000000000000000000 volte", "9223372036854775807 su 10", "il doppio", "1 %", ""]
    let links = ids.flatMap { ["dato:\($0)@2021", "variazione:\($0)@2017..2021"] }
      .flatMap { link in words.map { "[\($0)](\(link))" } }
    let made = try await MadeReport([
      "2021/prove.yml": file,
      "2021/prova.md": """
      ---
      tipo: contesto
      titolo: Prova
      periodo: 2021
      aggiornato_il: 2021-12-31
      ---

      \(links.joined(separator: "\n\n"))
      """,
    ])
    let found = made.report?.editions.flatMap(\.indicators).map(\.id.value) ?? []
    #expect(Set(ids).isSubset(of: found))
    #expect(made.pages.keys.contains { $0.hasPrefix("2021/dati/prova-0/") })
  }

  @Test func `a jump beyond counting is told as such`() async throws {
    let made = try await MadeReport([
      "2021/prove.yml": NumberTests.indicators(NumberTests.series[0]).file
    ])
    let jump = made.diagnostics.first { $0.identifier == .unusualJump }
    #expect(jump?.message.italian == "il valore salta di oltre 1000000 volte il solito")
  }
}
