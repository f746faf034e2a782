import Foundation
import Stylesheets
import Testing

@testable import Theme

/// What the program itself writes into pages is known to whoever cuts the style sheet to size; a class that
/// is not would be shorn from it in silence.
@Suite struct ThemeMarkupTests {
  private static let texts = """
    ---
    tipo: realizzazione
    numero: 1
    titolo: Una nuova mensa
    in_breve: La mensa è aperta.
    ufficio: scuola
    stato: completata
    stato_al: 2021-12-31
    atti: [dgc-2021-10]
    beneficiari: [famiglie]
    aggiornato_il: 2021-12-31
    ---

    Gli iscritti sono [352](dato:iscritti@2021), *per ora* **tutti**, ~~o quasi~~ e `così`.[^1]

    ## I posti

    | voce | numero | quota | |
    |:-----|-------:|:-----:|-|
    | uno  |      2 |  5 %  | |

    Tabella: i posti

    1. primo
    2. secondo
       - dentro

    - [x] fatto
    - [ ] da fare

    > Una citazione
    > su due righe\\
    > e una terza.

    ***

    ### Un titolo

        codice

    ![la mensa](mensa.svg) e [un collegamento](https://www.example.it/) e <a@example.it>

    La [giunta]{lang=en} e l'`IMU`.

    [^1]: Una nota, con [la delibera](atto:dgc-2021-10).
    """

  @Test func `prose writes only what is kept`() async throws {
    let made = try await MadeReport(
      ["2021/1-scuole/1-nuova-mensa.md": ThemeMarkupTests.texts],
      themeTexts: ["templates/achievement.md": "# {{title}}\n\n---\n\n{{what_we_did}}\n"])
    let prose = try #require(made.pages["2021/scuole/nuova-mensa/index.html"])
    let start = try #require(prose.range(of: "id=\"i-posti\""))
    let end = try #require(prose.range(of: "</section>", options: .backwards))
    var written = UsedMarkup()
    written.collect(
      html: String(prose[..<start.lowerBound].suffix(400))
        + prose[start.lowerBound..<end.upperBound])
    let known = ThemeMarkup.of(try layout())
    #expect(written.elements.subtracting(known.elements) == [])
    #expect(written.classes.subtracting(known.classes) == [])
    #expect(
      written.attributes.subtracting(known.attributes).filter { !$0.hasPrefix("data-") } == [])
    // The text has all that a text may have.
    #expect(written.classes.isSuperset(of: ["table", "text-end", "text-center", "fw-semibold"]))
    #expect(
      written.elements.isSuperset(of: ["table", "ol", "blockquote", "pre", "sup", "section"]))
  }

  /// The words of all `class="…"` in the sources, of which a page may show any.
  @Test func `no source writes a class that is not kept`() throws {
    let known = ThemeMarkup.of([]).classes
    var found: Set<String> = []
    let rooms = ["Facts", "Figures", "Prose", "Site"].map {
      Program.root.appending(path: "Sources/\($0)")
    }
    let files = rooms.flatMap { room in
      FileManager.default.enumerator(at: room, includingPropertiesForKeys: nil)?.allObjects ?? []
    }
    for file in files {
      guard let file = file as? URL, file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /class=\\"([^"]*)|\("class", "([^"]*)"\)/) {
        let words = (match.1 ?? match.2 ?? "")
          .replacing(/\\\([^)]*\)/, with: " ").replacing("\\", with: " ")
        // A class that only begins here is made of an author's word, which no sheet knows.
        found.formUnion(words.split(separator: " ").map(String.init).filter { $0.last != "-" })
      }
    }
    #expect(found.count > 5)
    #expect(found.subtracting(known) == [])
  }

  /// The templates that stand around the text of a page, whatever it is.
  private func layout() throws -> [String] {
    let theme = Program.root.appending(path: "themes/comune")
    return try ["layout.html", "components/feedback.html", "components/navigation.html"].map {
      try String(contentsOf: theme.appending(path: $0), encoding: .utf8)
    }
  }
}
