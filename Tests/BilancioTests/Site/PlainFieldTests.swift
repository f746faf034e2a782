import Diagnostics
import SocialReport
import Testing

@testable import Site
@testable import Theme

/// A field that is only declared is there for templates, as it was written.
@Suite struct PlainFieldTests {
  @Test func `a template shows a field that nobody made a view of`() async throws {
    let made = try await MadeReport(
      [
        "2021/1-scuole/1-nuova-mensa.md": """
        ---
        tipo: realizzazione
        numero: 1
        titolo: Una nuova mensa
        in_breve: La mensa è aperta.
        ufficio: scuola
        stato: completata
        stato_al: 2021-12-31
        atti: [dgc-2021-10]
        aggiornato_il: 2021-12-08
        ---

        Aperta.

        """
      ],
      themeTexts: [
        "templates/achievement.md": """
        # {{title}}

        ---

        Rivisto il {{updated_on}}, allo stato del {{status_on}}. {{summary}}

        {{what_we_did}}
        """
      ])
    #expect(made.diagnostics.errors == 0)
    let article = made.article("2021/scuole/nuova-mensa/index.html")
    #expect(
      article.contains(
        "Rivisto il 8 dicembre 2021, allo stato del 31 dicembre 2021. La mensa è aperta."))
    #expect(article.contains("<p>Aperta.</p>"))
  }

  @Test func `only what stands on pages is there, and what has a form of its own`() throws {
    guard case .record(let fields) = try #require(Views.pages["achievement"]) else {
      Issue.record("no record")
      return
    }
    #expect(fields["updated_on"] != nil)
    // Ids go into addresses, and words of lists have labels.
    #expect(fields["id"] == nil)
    #expect(fields["draft"] == nil)
  }
}
