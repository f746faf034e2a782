import Diagnostics
import Testing

/// Pages that had another address (`spostati:`).
@Suite struct MovedPageTests {
  private static let edition = """
    tipo: edizione
    anno: 2021
    titolo: Bilancio Sociale 2021
    periodo: 2021
    presentazione: Che cosa abbiamo fatto.
    spostati:
      - da: scuole/mensa
        a: scuole/nuova-mensa
      - da: 2021/vecchie.scuole/
        a: scuole

    """

  @Test func `whoever comes to the old address is led to the new one`() async throws {
    let made = try await MadeReport(["2021/edizione.yml": MovedPageTests.edition])
    #expect(made.diagnostics.errors == 0)
    let page = try #require(made.pages["2021/scuole/mensa/index.html"])
    let address = "/2021/scuole/nuova-mensa/"
    #expect(page.contains(#"<meta http-equiv="refresh" content="0; url=\#(address)">"#))
    #expect(page.contains(#"<link rel="canonical" href="https://esempio.it\#(address)">"#))
    #expect(page.contains(#"<meta name="robots" content="noindex">"#))
    #expect(made.article("2021/scuole/mensa/index.html").contains(#"<a href="\#(address)">"#))
    #expect(made.pages["sitemap.xml"]?.contains("/scuole/mensa/") == false)
    for other in ["2021/index.html", "2021/scuole/nuova-mensa/index.html"] {
      #expect(made.pages[other]?.contains("http-equiv=\"refresh\"") == false)
    }
  }

  @Test func `web servers lead there by themselves`() async throws {
    let made = try await MadeReport(["2021/edizione.yml": MovedPageTests.edition])
    let apache = try #require(made.pages[".htaccess"])
    #expect(
      apache.contains(
        #"RedirectMatch 301 "^/2021/scuole/mensa(/(index\.html)?)?$" "/2021/scuole/nuova-mensa/""#))
    #expect(
      apache.contains(
        #"RedirectMatch 301 "^/2021/vecchie\.scuole(/(index\.html)?)?$" "/2021/scuole/""#))
    let nginx = try #require(made.pages["nginx-intestazioni.conf"])
    #expect(
      nginx.contains(
        #"location ~ "^/2021/scuole/mensa(/(index\.html)?)?$" { return 301 /2021/scuole/nuova-mensa/; }"#
      ))
  }
}
