import Diagnostics
import SocialReport
import Testing

@testable import OpenData
@testable import Site

/// The catalogue in both its forms, and the dates that it states.
@Suite struct CatalogueTests {
  private static var graph: Graph {
    var graph = Graph()
    graph.add(IRI("https://a.it/<x> \"y\""), [.dct("Location")]) { node in
      node.add(.dct("title"), .words("Una \"riga\" \\ e\nun'altra\t", language: "it"))
      node.add(.dct("modified"), .typed("2021-12-31", .xsd("date")))
      node.add(.dct("license"), .name(IRI("https://b.it/{è}")))
      node.add(.foaf("name"), .text("\u{1}«è»"))
      node.add(.dct("type"), nil)
      node.add(.dct("license"), .text("due"))
    }
    return graph
  }

  @Test func `Turtle escapes what would end a text or a name`() {
    let text = String(decoding: TurtleWriter.bytes(of: CatalogueTests.graph), as: UTF8.self)
    #expect(
      text.hasSuffix(
        #"""

        <https://a.it/%3Cx%3E%20%22y%22>
          a dct:Location ;
          dct:title "Una \"riga\" \\ e\nun'altra\t"@it ;
          dct:modified "2021-12-31"^^xsd:date ;
          dct:license <https://b.it/%7Bè%7D>, "due" ;
          foaf:name "\u0001«è»" .

        """#))
  }

  @Test func `JSON-LD says the same`() {
    let text = String(decoding: JSONLDWriter.bytes(of: CatalogueTests.graph), as: UTF8.self)
    #expect(
      text.hasSuffix(
        #"""
        "@graph":[
        {"@id":"https://a.it/%3Cx%3E%20%22y%22","@type":["dct:Location"],"dct:title":{"@value":"Una \"riga\" \\ e\nun'altra\t","@language":"it"},"dct:modified":{"@value":"2021-12-31","@type":"xsd:date"},"dct:license":[{"@id":"https://b.it/%7Bè%7D"},"due"],"foaf:name":"\u0001«è»"}]}

        """#))
  }

  @Test(arguments: [
    ("2021-02-03", "2021-02-03", "2021-02-03"), ("2021", "2021-01-01", "2021-12-31"),
    ("2020-02", "2020-02-01", "2020-02-29"), ("2019/2021-06", "2019-01-01", "2021-06-30"),
  ])
  func `a period begins with its first day and ends with its last`(
    period: String, first: String, last: String
  ) throws {
    guard case .figure(_, let period) = try TypedLink.parse("dato:x@\(period)")?.get() else {
      Issue.record("\(period) is no period")
      return
    }
    #expect(Dates.first(of: period).iso8601 == first)
    #expect(Dates.last(of: period).iso8601 == last)
  }

  @Test func `the catalogue dates from the newest statement of the content`() async throws {
    let report = try await MadeReport([
      "2021/edizione.yml": """
      tipo: edizione
      anno: 2021
      titolo: Bilancio Sociale 2021
      periodo: 2021
      presentazione: Prova.
      pubblicata_il: 2023-05-06
      """
    ])
    let catalogue = report.pages["catalogo.ttl"] ?? ""
    #expect(catalogue.matches(of: /dct:modified "2023-05-06"\^\^xsd:date/).count == 4)
    #expect(catalogue.matches(of: /dct:issued "2023-05-06"\^\^xsd:date/).count == 2)
  }
}
