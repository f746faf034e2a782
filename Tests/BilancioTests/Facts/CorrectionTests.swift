import Diagnostics
import Foundation
import Testing

/// Corrections (`tipo: rettifiche`): on the page, on a page of their own, in the open data.
@Suite struct CorrectionTests {
  private func made() async throws -> MadeReport {
    let file = GoldenTests.folder.appending(path: "Cases/rettifiche/content/2021/rettifiche.yml")
    return try await MadeReport([
      "2021/rettifiche.yml": String(contentsOf: file, encoding: .utf8)
    ])
  }

  @Test func `the page that was corrected says so, and no other`() async throws {
    let made = try await made()
    #expect(made.diagnostics.errors == 0)
    let page = try #require(made.pages["2021/scuole/nuova-mensa/index.html"])
    #expect(page.contains("I bambini iscritti nel *2021*."))
    #expect(page.contains("<dd>342</dd>") && page.contains("<dd>324</dd>"))
    #expect(page.contains(#"<a href="/2021/rettifiche/">"#))
    #expect(made.pages["2021/dati/iscritti/index.html"]?.contains("class=\"rettifica\"") == true)
    #expect(made.pages["2021/scuole/index.html"]?.contains("class=\"rettifica\"") == false)
  }

  @Test func `all are on one page, the newest first, as they were written`() async throws {
    let made = try await made()
    let page = try #require(made.pages["2021/rettifiche/index.html"])
    let days = ["1° maggio 2022", "1° aprile 2022", "1° marzo 2022"].map {
      page.range(of: $0)?.lowerBound
    }
    #expect(!days.contains(nil) && days.compactMap(\.self) == days.compactMap(\.self).sorted())
    #expect(page.contains("&lt;b&gt;Errore&lt;/b&gt; di scrittura &amp; di stampa."))
    #expect(
      made.pages["sitemap.xml"]?.contains("/2021/rettifiche/</loc><lastmod>2022-05-01") == true)
    #expect(made.pages["2021/index.html"]?.contains("Rettifiche (3)") == true)
  }

  @Test func `other programs read them`() async throws {
    let data = try #require(try await made().pages["2021/edizione.json"])
    let object = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
    let corrections = try #require(object?["corrections"] as? [[String: String]])
    #expect(corrections.map { $0["date"] } == ["2022-05-01", "2022-04-01", "2022-03-01"])
    #expect(corrections[1]["url"] == "https://esempio.it/2021/dati/iscritti/")
  }

  @Test func `without any there is no page of them`() async throws {
    let made = try await MadeReport([:])
    #expect(made.pages["2021/rettifiche/index.html"] == nil)
    #expect(made.pages["2021/edizione.json"]?.contains("corrections") == false)
  }
}
