import Testing

@testable import Preview
@testable import Site

/// The pages that may be meant by an address that none has.
@Suite struct NearPageTests {
  private static func near(_ address: String, _ addresses: [String]) -> [String] {
    NearPages(
      addresses.map { InspectedPage(address: $0, title: $0, isDraft: false, files: [], others: []) }
    ).candidates(for: address).map(\.address)
  }

  @Test func `a slip, another folder, both`() {
    let pages = ["", "2021/", "2021/scuole/", "2021/scuole/nuova-mensa/", "2021/verde/parco/"]
    #expect(NearPageTests.near("2021/scuole/nuova-mensas", pages) == ["2021/scuole/nuova-mensa/"])
    #expect(NearPageTests.near("2021/scuola/nuova-mensa/", pages) == ["2021/scuole/nuova-mensa/"])
    #expect(NearPageTests.near("nuova-mensa", pages) == ["2021/scuole/nuova-mensa/"])
    #expect(NearPageTests.near("2021/altro/parchi", pages) == ["2021/verde/parco/"])
    #expect(NearPageTests.near("tutt-altro-indirizzo", pages) == [])
    #expect(NearPageTests.near("", []) == [])
  }

  @Test func `among thousands too`() {
    let pages = (0..<5000).map { "2021/tema-\($0)/azione-\($0 * 7)/" }
    #expect(
      NearPageTests.near("2021/tema-4321/azione-30246", pages).first
        == "2021/tema-4321/azione-30247/")
    #expect(
      NearPageTests.near("2020/tema-1/azione-30247", pages).contains("2021/tema-4321/azione-30247/")
    )
    #expect(NearPageTests.near("2021/x", pages).count <= 5)
  }
}
