import Facts
import SocialReport
import Testing

/// What an edition states of its costs, added up as far as amounts are of one kind.
struct StatedCostsTests {
  private func costs(_ resources: String...) async throws -> StatedCosts {
    var texts: [String: String] = [:]
    for (number, resources) in resources.enumerated() {
      texts["2021/1-scuole/\(number + 1)-prova.md"] = """
        ---
        tipo: realizzazione
        numero: \(number + 1)
        titolo: Prova \(number + 1)
        in_breve: Aperta.
        ufficio: scuola
        stato: in_corso
        stato_al: 2021-12-31
        aggiornato_il: 2021-12-31
        risorse:
        \(resources)
        ---

        Testo.
        """
    }
    let report = try #require(try await MadeReport.report(texts))
    return StatedCosts(try #require(report.editions.first).achievements)
  }

  private func resource(_ stage: String, _ amount: String, _ more: String = "") -> String {
    "  - {descrizione: Lavori, fase: \(stage), importo: \(amount), fonte: bilancio\(more)}"
  }

  @Test func `amounts of one stage are added, those of others stand beside them`() async throws {
    let costs = try await costs(
      resource("impegnato", "1000.10") + "\n" + resource("pagato", "400"),
      resource("impegnato", "2000.20"))
    #expect(costs.sums.map(\.stage) == [.committed, .paid])
    #expect(costs.sums.map(\.amount.plain) == ["3000.30", "400"])
    #expect(costs.sums.map(\.achievements) == [2, 1])
    #expect(!costs.hasRepeated)
  }

  @Test func `amounts of different accounts are never added`() async throws {
    let costs = try await costs(
      resource("impegnato", "100", ", gestione: competenza") + "\n"
        + resource("impegnato", "50", ", gestione: residui"))
    #expect(costs.sums.map(\.basis) == [.competence, .residuals])
    #expect(costs.sums.map(\.amount.plain) == ["100", "50"])
  }

  @Test func `an expense that two achievements state with one code counts once`() async throws {
    let code = ", anno: 2021, cup: J51B21000120004"
    let costs = try await costs(
      resource("impegnato", "100", code) + "\n" + resource("impegnato", "100", code),
      resource("impegnato", "100.00", code), resource("impegnato", "70", code))
    #expect(costs.sums.map(\.amount.plain) == ["270"])
    #expect(costs.hasRepeated)
  }

  @Test func `without amounts there is nothing to tell`() async throws {
    #expect(try await costs("  []").sums.isEmpty)
  }
}
