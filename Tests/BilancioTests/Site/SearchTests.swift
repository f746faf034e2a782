import Foundation
import Testing

@testable import Search

/// What of a report can be found, and what cannot.
@Suite struct SearchTests {
  private static func achievement(_ title: String, draft: Bool = false, more: String = "") -> String
  {
    """
    ---
    tipo: realizzazione
    numero: 1
    titolo: '\(title.replacing("'", with: "''"))'
    in_breve: Aperta a tutti.
    ufficio: scuola
    stato: in_corso
    stato_al: 2021-12-31
    atti: [dgc-2021-10]
    aggiornato_il: 2021-12-31
    \(draft ? "bozza: true" : "")
    \(more)
    ---

    Il racconto con la parolaunica.

    ## I pasti

    Menu senza glutine.

    ### Le diete

    | Dieta | Bambini |
    | --- | --- |
    | vegana | 12 |

    """
  }

  private func rows(_ made: MadeReport) -> [[String]] {
    made.pages.filter { $0.key.contains(/\/cerca\/t\d+-/) }.sorted { $0.key < $1.key }
      .flatMap { $0.value.components(separatedBy: "\\n") }
      .map { row in
        let start = row.firstRange(of: "\",\"")?.upperBound ?? row.startIndex
        return String(row[start...]).components(separatedBy: "\t")
      }
  }

  private let file = "2021/1-scuole/1-nuova-mensa.md"

  @Test func `a page is found by its sections, each where it stands`() async throws {
    let made = try await MadeReport([file: SearchTests.achievement("Una mensa")])
    let found = rows(made).filter { $0[2] == "Una mensa" }
    let page = "2021/scuole/nuova-mensa/"
    #expect(
      found.map { $0[1] } == [
        page, page + "#che-cosa-abbiamo-fatto", page + "#i-pasti",
        page + "#le-diete",
      ])
    #expect(found.map { $0[3] } == ["", "Che cosa abbiamo fatto", "I pasti", "Le diete"])
    #expect(found[0][5].hasPrefix("Aperta a tutti."))
    #expect(found[3][5] == "Dieta · Bambini · vegana · 12")
    for (path, row) in found.map({ ($0[1], $0) }) where path.contains("#") {
      let id = path.split(separator: "#")[1]
      #expect(made.pages[page + "index.html"]?.contains("id=\"\(id)\"") == true, "\(row)")
    }
  }

  @Test func `facts are results of their own, a figure with its value and its year`() async throws {
    let made = try await MadeReport([
      file: SearchTests.achievement("Una mensa"),
      "2021/glossario.yml": """
      tipo: glossario
      voci:
        - id: dieta
          termine: Dieta
          definizione: Quello che uno può mangiare.

      """,
    ])
    let rows = rows(made)
    for kind in ["Atto", "Dato", "Parola", "Fonte", "Ufficio"] {
      #expect(rows.contains { $0[0].hasSuffix(kind) }, "\(kind)")
    }
    let figure = try #require(rows.first { $0[0].hasSuffix("Dato") })
    #expect(figure[4].contains(/\d.*\(20\d\d\)/), "\(figure)")
    let act = try #require(rows.first { $0[0].hasSuffix("Atto") })
    #expect(act[1].hasPrefix("2021/atti/#"))
  }

  @Test func `nobody's name, number or address is in the index`() async throws {
    let made = try await MadeReport([
      file: SearchTests.achievement("Una mensa"),
      "2021/uffici.yml": """
      tipo: uffici
      voci:
        - id: scuola
          nome: Ufficio scuola
          responsabile: Ada Lovelace
          telefono: [091 7400000]
          email: [scuola@comune.example.it]
          orari: Il martedì mattina.

      """,
    ])
    let index = made.pages.filter { $0.key.contains("/cerca/") && $0.key.hasSuffix(".js") }
      .values.joined().lowercased()
    #expect(index.contains("marted"))
    for word in ["lovelace", "7400000", "@comune.example.it"] { #expect(!index.contains(word)) }
  }

  @Test func `a draft is neither found nor among the subjects`() async throws {
    let made = try await MadeReport([
      file: SearchTests.achievement("Una mensa"),
      "2021/1-scuole/2-segreta.md": SearchTests.achievement("Zebedeo", draft: true)
        .replacing("numero: 1", with: "numero: 2").replacing("parolaunica", with: "arcanissimo"),
    ])
    let search = made.pages.filter { $0.key.contains("/cerca/") }.values.joined().lowercased()
    #expect(made.pages.keys.contains { $0.hasSuffix("segreta/index.html") })
    for word in ["zebede", "arcanissim", "segreta"] { #expect(!search.contains(word), "\(word)") }
  }

  @Test(arguments: ["<script>alert(1)</script>", "\"); alert(1); (\"", "{{title}} & <b>"])
  func `a hostile title is text in the index and on its page`(title: String) async throws {
    let made = try await MadeReport([file: SearchTests.achievement(title)])
    for (path, text) in made.pages where path.contains(/\/cerca\/[^\/]+\.js$/) {
      #expect(SearchFile.isOwn(Array(text.utf8)), "\(path)")
    }
    let page = try #require(made.pages["2021/cerca/index.html"])
    let wanted = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    #expect(page.contains(">\(wanted)</a>"))
    #expect(page.matches(of: /<script/).count == 2, "its data, and the script of the theme")
  }

  @Test func `every page leads to the search of its edition, and to the index from A to Z`()
    async throws
  {
    let made = try await MadeReport([file: SearchTests.achievement("Una mensa")])
    for (path, page) in made.pages where path.hasSuffix(".html") {
      #expect(page.contains("action=\"/2021/cerca/\""), "\(path)")
    }
    #expect(made.pages["2021/index.html"]?.contains("href=\"/2021/cerca/#indice-a-z\"") == true)
    #expect(made.pages["2021/cerca/index.html"]?.contains("id=\"indice-a-z\"") == true)
    #expect(made.pages["sitemap.xml"]?.contains("/2021/cerca/") == true)
  }

  @Test func `of many subjects each letter has a page`() async throws {
    let terms = (0..<320).map { number in
      """
        - id: p\(number)
          termine: \(number % 2 == 0 ? "Albero" : "Bosco") \(number)
          definizione: Una parola.

      """
    }
    let made = try await MadeReport([
      file: SearchTests.achievement("Una mensa"),
      "2021/glossario.yml": "tipo: glossario\nvoci:\n" + terms.joined(),
    ])
    let letter = try #require(made.pages["2021/cerca/b/index.html"])
    #expect(letter.matches(of: /href="\/2021\/glossario\/#p\d+"/).count == 160)
    #expect(letter.contains("href=\"/2021/cerca/a/\"") && letter.contains("aria-current=\"page\""))
    let search = try #require(made.pages["2021/cerca/index.html"])
    #expect(!search.contains("#p1\"") && search.contains("href=\"/2021/cerca/b/\""))
    #expect(made.pages["sitemap.xml"]?.contains("/2021/cerca/b/") == true)
  }

  @Test func `in English it is called by its English name`() async throws {
    let base = GoldenTests.folder.appending(path: "Base")
    let site = try String(contentsOf: base.appending(path: "sito.yml"), encoding: .utf8)
    let made = try await MadeReport([
      "sito.yml": site + "lingua: en\n", file: SearchTests.achievement("Una mensa"),
    ])
    #expect(made.pages["2021/search/index.html"]?.contains("Index A–Z") == true)
    #expect(made.pages["2021/search/indice.js"]?.contains("\\nen\\n") == true)
  }
}
