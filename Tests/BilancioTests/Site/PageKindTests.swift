import Diagnostics
import Foundation
import Testing

@testable import Facts
@testable import Site
@testable import Theme

/// The table of the kinds of pages: what is in it is all that has to be said of one.
@Suite struct PageKindTests {
  @Test func `each kind with a template has one that every theme must have`() {
    // The whole document is put together of the contents of other pages.
    #expect(
      Set(PageKind.allCases.filter { $0 != .document }.map(\.template)) == Set(Views.pages.keys))
  }

  @Test func `no two kinds have one address`() {
    for language in Language.allCases {
      let words = PageKind.fixed.compactMap { $0.word(in: language) }
      #expect(Set(words).count == words.count)
      #expect(Addresses.reserved.isSuperset(of: words))
    }
  }

  @Test func `a report in English has English addresses, and either word leads to a page`()
    async throws
  {
    let base = GoldenTests.folder.appending(path: "Base")
    let site = try String(contentsOf: base.appending(path: "sito.yml"), encoding: .utf8)
    let made = try await MadeReport([
      "sito.yml": site + "lingua: en\n",
      "2021/1-scuole/1-nuova-mensa.md": """
      ---
      tipo: realizzazione
      numero: 1
      titolo: Una nuova mensa
      in_breve: Aperta.
      ufficio: scuola
      stato: in_corso
      stato_al: 2021-12-31
      atti: [dgc-2021-10]
      aggiornato_il: 2021-12-31
      ---

      [Here](page:figures) and [here](page:dati), and [the office](page:offices).

      """,
    ])
    #expect(made.pages["2021/figures/index.html"] != nil)
    #expect(made.pages["2021/where-we-stand/index.html"] != nil)
    #expect(made.pages["2021/dati/index.html"] == nil)
    let article = made.article("2021/scuole/nuova-mensa/index.html")
    #expect(article.matches(of: /href="\/2021\/figures\/"/).count >= 2)
    #expect(article.contains("href=\"/2021/offices/\""))
    // Every link of every page leads to a page.
    let addresses = Set(made.pages.keys.map { "/" + $0.replacing("index.html", with: "") })
    for (path, page) in made.pages where path.hasSuffix(".html") {
      for match in page.matches(of: /href="(\/2021\/[^"#?]*\/)["#]/) {
        #expect(addresses.contains(String(match.1)), "\(path): \(match.1)")
      }
    }
  }
}
