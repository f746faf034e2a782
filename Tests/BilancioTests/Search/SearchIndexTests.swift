import Diagnostics
import Foundation
import Testing

@testable import Search

/// The files of an index hold what was put in, and nothing that runs.
@Suite struct SearchIndexTests {
  private static func document(
    _ page: Int, _ passage: Int = 0, title: String, text: String, boost: Int = 100
  ) -> SearchDocument {
    SearchDocument(
      .init(rank: 0, page: page, passage: passage), kind: "Pagina", address: "2021/p\(page)/",
      title: title, heading: passage == 0 ? "" : "Parte \(passage)", text: text, boost: boost)
  }

  private static func index(_ documents: [SearchDocument]) -> SearchIndex {
    let analyser = Analyser(.italian)
    var part = SearchPart(edition: "2021")
    for document in documents { part.add(document, analyser) }
    return SearchIndex([part], analyser)
  }

  private static let documents = [
    document(0, title: "La mensa", text: "Una mensa nuova per la scuola."),
    document(0, 1, title: "La mensa", text: "Pasti e diete."),
    document(1, title: "Il nido", text: "Posti al nido, e una mensa."),
  ]

  private static func digits(_ bytes: [UInt8]) -> String {
    String(format: "%016x", bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF })
  }

  /// The text that a file hands to the page.
  private func text(of file: SearchFile) throws -> String {
    let script = String(decoding: file.bytes, as: UTF8.self)
    let match = try #require(script.wholeMatch(of: /(?s)bilancioCerca\("([^"]+)",(".*")\)\n/))
    #expect(file.path == match.1 + ".js")
    return try JSONDecoder().decode(
      String.self, from: Data(match.2.replacing("\t", with: "\\t").utf8))
  }

  @Test func `a term leads to its documents, and weighs more in a title`() throws {
    let index = SearchIndexTests.index(SearchIndexTests.documents)
    #expect(index.pages == [2, 1])
    #expect(index.terms == index.terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let place = try #require(index.terms.firstIndex(of: "mens"))
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    let values = index.postings[place].compactMap { letters.firstIndex(of: $0) }
    // Three documents, each at the next place.
    #expect(values.count == 6 && values[0] == 0 && values[2] == 0 && values[4] == 0)
    #expect(values[1] > values[5], "the title against the text")
    #expect(values.allSatisfy { (0...63).contains($0) })
  }

  @Test func `the bytes do not hang on the order of the work`() {
    let analyser = Analyser(.italian)
    func files(_ order: [Int]) -> [[UInt8]] {
      let parts = order.map { number in
        var part = SearchPart(edition: "2021")
        part.add(SearchIndexTests.documents[number], analyser)
        return part
      }
      return SearchIndex(parts, analyser).files(in: "2021/cerca/", digits: SearchIndexTests.digits)
        .map(\.bytes)
    }
    #expect(files([0, 1, 2]) == files([2, 0, 1]))
  }

  @Test func `a large index comes in shards of a size, whose rows are all there`() throws {
    let words = (0..<4_000).map { "parola\($0)" }
    let documents = (0..<600).map { number in
      SearchIndexTests.document(
        number, title: "Titolo \(number)",
        text: (0..<60).map { words[(number * 7 + $0 * 61) % words.count] }.joined(separator: " "))
    }
    let index = SearchIndexTests.index(documents)
    let files = index.files(in: "2021/cerca/", digits: SearchIndexTests.digits)
    #expect(Set(files.map(\.path)).count == files.count)
    #expect(files.allSatisfy { SearchFile.isName($0.path.split(separator: "/").last ?? "") })
    let shards = files.dropFirst()
    #expect(shards.allSatisfy { $0.bytes.count < 30_000 })
    let rows = try shards.filter { $0.path.contains("/t") }.flatMap {
      try text(of: $0).split(separator: "\n")
    }
    #expect(rows.count == 600)
    #expect(rows[599].hasPrefix("Pagina\t2021/p599/\tTitolo 599\t"))
    let postings = try shards.filter { $0.path.contains("/p") }.flatMap {
      try text(of: $0).split(separator: " ")
    }
    #expect(postings.count == index.terms.count)
    // The vocabulary, each term by what it shares with the one before.
    let lines = try text(of: files[0]).split(separator: "\n", omittingEmptySubsequences: false)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var last = ""
    let terms = lines[9].split(separator: " ").map { written -> String in
      last =
        String(last.prefix(letters.firstIndex(of: written.first ?? "A") ?? 0))
        + written.dropFirst()
      return last
    }
    #expect(terms == index.terms)
  }

  @Test func `an index of nothing is one`() throws {
    let index = SearchIndex([], Analyser(.english))
    let files = index.files(in: "2021/search/", digits: SearchIndexTests.digits)
    #expect(files.map(\.path) == ["2021/search/indice.js"])
    #expect(try text(of: files[0]).hasPrefix("1\nen\n"))
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "\"); alert(1); (\"", "\\\"); alert(1)//", "a\\",
    "\u{2028}",
    "a\r\nb\tc", "`${alert(1)}`", "è \u{FFFC} 𝒜",
  ])
  func `a hostile title is a text`(title: String) throws {
    let index = SearchIndexTests.index([
      SearchIndexTests.document(0, title: title, text: title)
    ])
    let files = index.files(in: "2021/cerca/", digits: SearchIndexTests.digits)
    for file in files { #expect(SearchFile.isOwn(file.bytes)) }
    let row = try text(of: #require(files.last))
    let plain = title.replacing("\r\n", with: "  ").replacing("\t", with: " ")
    #expect(
      row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        == ["Pagina", "2021/p0/", plain, "", "", plain, ""])
  }

  @Test func `a script that does anything else is not ours`() {
    let own = SearchFile("2021/cerca/indice", Array("a\"b\\c\nd".utf8)).bytes
    #expect(SearchFile.isOwn(own))
    let text = String(decoding: own, as: UTF8.self)
    for other in [
      "", text + " ", text + "alert(1)", "alert(1);" + text,
      text.replacing("bilancioCerca", with: "fetch"), "bilancioCerca(\"a\",alert(1))\n",
      "bilancioCerca(\"a\",\"b\"+c)\n", "bilancioCerca(\"a\",\"b\\\")\n", "bilancioCerca(\"a\")\n",
      "bilancioCerca(\"a\",\"b\nc\")\n", "bilancioCerca(`a`,\"b\")\n",
    ] { #expect(!SearchFile.isOwn(Array(other.utf8)), "\(other)") }
    for name in ["x.js", "t0.js", "t0-0123.js", "q0-0123456789abcdef.js", "t-0123456789abcdef.js"] {
      #expect(!SearchFile.isName(name), "\(name)")
    }
  }

  @Test func `the logarithm is the library's, bit for bit on every machine`() {
    for value in [1, 1.0001, 1.5, 2, 2.718281828, 10, 999.25, 123_456] {
      #expect(abs(Relevance.logarithm(value) - log(value)) < 1e-12)
    }
  }

  @Test func `subjects stand under their letters, articles aside`() {
    let index = SubjectIndex(
      ["L'asilo", "Zone 30", "Àmbito", "30 posti", "Il nido", "la Città", "Δ"].map {
        SubjectIndex.Subject(label: $0, address: "", kind: "")
      })
    #expect(
      index.letters.map { "\($0.label): " + $0.subjects.map(\.label).joined(separator: ", ") } == [
        "0–9: 30 posti, Δ", "A: Àmbito, L'asilo", "C: la Città", "N: Il nido", "Z: Zone 30",
      ])
    #expect(!index.isSplit)
  }
}
