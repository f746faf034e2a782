import Diagnostics
import SocialReport
import Testing

@testable import Content

/// Printed numbers in the order in which people count.
@Suite struct NaturalOrderTests {
  @Test(arguments: [
    ["1", "1.1", "1.2", "1.9", "1.10", "2", "2.1", "2.2", "10.1"],
    ["1", "2", "2.bis", "2.ter", "2.quater", "2.decies", "3", "3a", "3b", "10"],
    ["1.1.1", "1.1.2", "1.1.10", "1.2", "1.2.1", "11"],
    ["A.1", "A.2", "A.10", "B.1", "C", "D", "I"],
    ["1-2", "1-10", "2-1"], ["I", "II", "III", "IV", "V", "VI", "IX", "X", "XI", "XX", "XL"],
    ["Asse I", "Asse II", "Asse IV", "Asse V", "Asse IX"], ["I.1", "I.10", "II.2", "IV.1", "V.3"],
    ["9", "10", "99999999999999999999", "100000000000000000000"], ["", "01", "1", "2"],
  ])
  func `numbers stand as they are counted`(sorted: [String]) {
    let order = NaturalOrder(of: sorted)
    #expect(sorted.reversed().sorted(by: order.precedes) == sorted)
    #expect(sorted.shuffled().sorted(by: order.precedes) == sorted)
  }

  @Test func `the order is one, whatever is compared`() {
    let all = [
      "", "1", "01", "1.", "1.1", "1a", "a1", "I", "II", "bis", "2 bis", "Ⅳ", "٣", "é", "É",
    ]
    let order = NaturalOrder(of: all)
    for a in all {
      #expect(!order.precedes(a, a))
      for b in all where a != b {
        #expect(order.precedes(a, b) != order.precedes(b, a), "\(a) \(b)")
        for c in all where order.precedes(a, b) && order.precedes(b, c) {
          #expect(order.precedes(a, c), "\(a) \(b) \(c)")
        }
      }
    }
  }

  @Test func `objectives of a report stand in this order`() async throws {
    let numbers = ["10.1", "1.10", "2.1", "1.9", "1.1"]
    var texts: [String: String] = [:]
    for number in numbers {
      texts["2021/o\(number.replacing(".", with: "-"))/obiettivo.md"] = """
        ---
        tipo: obiettivo
        numero: "\(number)"
        titolo: Obiettivo \(number)
        aggiornato_il: 2021-12-31
        ---

        Premessa.
        """
    }
    let report = try #require(try await MadeReport.report(texts))
    let found = report.editions.flatMap(\.objectives).map(\.number.value)
    #expect(found.filter { numbers.contains($0) } == ["1.1", "1.9", "1.10", "2.1", "10.1"])
  }
}
