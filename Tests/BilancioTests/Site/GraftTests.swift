import Diagnostics
import Files
import Markdown
import Testing

/// No value can break a page or inject into it, and no text can reach out of its field.
@Suite struct GraftTests {
  private func achievement(title: String = "Una mensa", body: String, more: String = "") -> String {
    """
    ---
    tipo: realizzazione
    numero: 1
    titolo: \(title)
    in_breve: Aperta.
    ufficio: scuola
    stato: in_corso
    stato_al: 2021-12-31
    atti: [dgc-2021-10]
    aggiornato_il: 2021-12-31
    \(more)
    ---

    \(body)

    """
  }

  private let file = "2021/1-scuole/1-nuova-mensa.md"
  private let page = "2021/scuole/nuova-mensa/index.html"

  @Test(arguments: [
    "*a* _b_ **c** __d__", "[x](http://y) ![z](w)", "<b>grassetto</b> & <script>", "# Titolo",
    "a | b | c", "~~via~~ \\* \\ ", "`codice` ``due``", "1. uno", "- voce", "> citazione",
    "www.esempio.it", "&amp; &lt;", "[^1]", "{{title}} {{{x}}}", "    rientro", "a\\|b",
  ])
  func `a title prints as it is written`(title: String) async throws {
    let quoted = "'" + title.replacing("'", with: "''") + "'"
    let made = try await MadeReport([file: achievement(title: quoted, body: "Testo.")])
    #expect(made.diagnostics.errors == 0)
    let trimmed = title.trimmingPrefix(while: \.isWhitespace)
    var wanted = String(trimmed)
    while wanted.last?.isWhitespace == true { wanted.removeLast() }
    wanted = wanted.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    #expect(
      made.article(page).contains("<h1>\n\(wanted)\n</h1>"), "\(made.article(page).prefix(200))")
    // In lists of links, navigation and the like, the same text with HTML's escapes.
    let objective = made.article("2021/scuole/index.html")
    #expect(objective.replacing("&#39;", with: "'").contains(">\(wanted)</a>"))
  }

  @Test func `an open fence ends with its field`() async throws {
    let made = try await MadeReport([
      file: achievement(body: "```\ncodice", more: "prossimi_passi: Dopo.")
    ])
    let article = made.article(page)
    #expect(article.contains("<pre><code>codice\n</code></pre>"))
    #expect(article.contains("I prossimi passi\n</h2>\n<p>Dopo.</p>"))
  }

  @Test func `a reference of one field is not known in another`() async throws {
    let made = try await MadeReport([
      file: achievement(
        body: "[qui]: https://esempio.it\n\nVedi [qui].", more: "prossimi_passi: Vedi [qui].")
    ])
    let article = made.article(page)
    #expect(article.contains("<a href=\"https://esempio.it\">qui</a>"))
    #expect(article.contains("<p>Vedi [qui].</p>"))
  }

  @Test func `notes of three fields have numbers and ids of their own`() async throws {
    let note = "|\n  Testo[^1].\n\n  [^1]: Nota "
    let made = try await MadeReport([
      file: achievement(
        body: "Testo[^1] e ancora[^1].\n\n[^1]: Nota tre.",
        more: "perche: \(note)uno.\nprossimi_passi: \(note)due.")
    ])
    let article = made.article(page)
    for number in 1...3 {
      #expect(article.contains("<li id=\"nota-\(number)\">"))
      #expect(article.contains("id=\"rif-nota-\(number)\" href=\"#nota-\(number)\""))
    }
    #expect(article.contains("id=\"rif-nota-2-2\""))
    let ids = article.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `headings never skip a level`() async throws {
    let made = try await MadeReport([
      file: achievement(body: "# Uno\n\n#### Quattro\n\n## Due\n\n###### Sei\n\n### Tre")
    ])
    let levels = made.article(page).matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels == [1, 2, 3, 4, 4, 5, 5, 2])
    for (a, b) in zip(levels, levels.dropFirst()) { #expect(b <= a + 1) }
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](<java\tscript:alert(1)>)", "[x](vbscript:x)", "[x](data:text/html,x)", "[x](//esempio.it)",
    "[x](/etc)", "[x]( javascript:alert(1))", "<javascript:alert(1)>", "[x]\n\n[x]: javascript:y",
    "[x](file:///etc/passwd)", "[x](\u{1}javascript:x)", "[x](https\\://esempio.it:)",
    "[x](\\\\esempio)",
    "[x](javascript&colon;alert(1))", "[x](java&#10;script:x)",
  ])
  func `a forbidden address is told and does not reach the page`(body: String) async throws {
    let made = try await MadeReport([file: achievement(body: body)])
    let article = made.article(page)
    let addresses = article.matches(of: /(?:href|src)="([^"]*)"/).map { $0.1.lowercased() }
    for word in ["script", "data:", "file:", "colon;"] {
      #expect(!addresses.contains { $0.contains(word) }, "\(addresses)")
    }
    #expect(!addresses.contains { $0.hasPrefix("//") }, "\(addresses)")
    let allowed = made.diagnostics.isEmpty && article.contains("href=\"https")
    #expect(
      made.diagnostics.map(\.identifier) == [.forbiddenLink]
        || made.diagnostics.map(\.identifier) == [.missingFile] || allowed
        || !article.contains(">x</a>"),
      "\(made.diagnostics.map(\.message.italian)) \(article)")
  }

  @Test func `raw HTML never reaches the page and a comment is dropped`() async throws {
    let made = try await MadeReport([
      file: achievement(
        body: "<div onclick=x>\n\nUno <img src=x onerror=y> due<!-- nota -->.\n\n</div>")
    ])
    #expect(made.diagnostics.map(\.identifier) == [.rawHTML, .rawHTML])
    let article = made.article(page)
    #expect(
      !article.contains("onclick") && !article.contains("onerror") && !article.contains("nota -->"))
    #expect(article.contains("<p>Uno  due.</p>"))
  }

  @Test(.slow) func `inputs beyond the bounds are told in bounded time`() async throws {
    let row = String(repeating: "a|", count: 300)
    let inputs: [(String, String)] = [
      ("|" + row + "\n|" + String(repeating: "-|", count: 300) + "\n|" + row, "colonne"),
      (String(repeating: "> ", count: 5000) + "a", "livelli"),
      (String(repeating: "![[]()", count: 80_000), "parentesi"),
      (String(repeating: "- ", count: 5000) + "a", "livelli"),
      (
        String(repeating: "*a **b ", count: 5000) + String(repeating: "** a*", count: 5000),
        "livelli"
      ),
    ]
    for (body, word) in inputs {
      let made = try await MadeReport([file: achievement(body: body)])
      #expect(made.diagnostics.map(\.identifier) == [.tooComplex])
      #expect(made.diagnostics.first?.message.italian.contains(word) == true)
    }
  }

  @Test func `a table has a caption, scopes and a region of its own`() async throws {
    let made = try await MadeReport([
      file: achievement(
        body: "Tabella: Posti per *scuola*\n\n| Scuola | Posti |\n| --- | ---: |\n| Roma | 10 |")
    ])
    let article = made.article(page)
    #expect(article.contains("role=\"region\" aria-labelledby=\"tabella-1\" tabindex=\"0\""))
    #expect(article.contains("<caption id=\"tabella-1\">\nPosti per <em>scuola</em>"))
    #expect(article.contains("<th scope=\"col\" class=\"text-end\">\nPosti"))
    #expect(article.contains("<th scope=\"row\">\nRoma"))
  }

  @Test func `a table holds facts, notes and pictures as any text does`() async throws {
    let picture = Folder.Asset(
      path: "2021/1-scuole/a.svg", byteCount: 9, head: Array("<svg width=\"4\" height=\"3\">".utf8))
    let made = try await MadeReport(
      [
        file: achievement(
          body: """
            Tabella: Con [352](dato:iscritti@2021) iscritti

            | Anno | Iscritti |
            | --- | --- |
            | *2021* | [352](dato:iscritti@2021), in più [](variazione:iscritti@2020..2021)[^1] |
            | 2020 | ![un disegno](a.svg) e [10](atto:dgc-2021-10) |

            [^1]: Una nota.
            """)
      ], assets: [picture])
    #expect(made.diagnostics.map(\.message.italian) == [])
    let article = made.article(page)
    #expect(
      article.contains(
        "data-value=\"352\" data-unit=\"bambini\" data-source=\"registro-iscritti\">352</a>, in più"
      ))
    #expect(article.contains("<em>2021</em>"))
    #expect(article.contains(">+42</a><sup>"))
    #expect(article.contains("alt=\"un disegno\" width=\"4\" height=\"3\""))
    #expect(article.contains(">10</a>"))
    #expect(article.contains("<caption id=\"tabella-1\">\nCon <a href=\""))
  }

  @Test func `a passage in another language says which`() async throws {
    let made = try await MadeReport([
      file: achievement(body: "La [Digital *Week*](lingua:en) e [x](language:de-AT).")
    ])
    #expect(made.diagnostics.map(\.message.italian) == [])
    let article = made.article(page)
    #expect(article.contains("La <span lang=\"en\">Digital <em>Week</em></span> e"))
    #expect(article.contains("<span lang=\"de-AT\">x</span>."))
  }

  @Test(arguments: ["[x](lingua:)", "[x](lingua:inglese)", "[](lingua:en)", "[x](lingua:e\"n)"])
  func `what is no language is told`(body: String) async throws {
    let made = try await MadeReport([file: achievement(body: body)])
    #expect(made.diagnostics.map(\.identifier) == [.typedLink])
    #expect(!made.article(page).contains("<span lang"))
  }

  @Test func `tasks are words`() async throws {
    let made = try await MadeReport([file: achievement(body: "- [x] fatta\n- [ ] no")])
    let article = made.article(page)
    #expect(article.contains("Fatto:</strong> fatta"))
    #expect(article.contains("Da fare:</strong> no"))
    #expect(!article.contains("<input"))
  }

  @Test func `a picture has its size and its place on the site`() async throws {
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + [0, 0, 2, 0x80, 0, 0, 1, 0xE0]
    let picture = Folder.Asset(
      path: "2021/1-scuole/immagini/la mensa.png", byteCount: png.count, head: png)
    let made = try await MadeReport(
      [file: achievement(body: "![La mensa \"nuova\"](<immagini/la mensa.png>)")], assets: [picture]
    )
    #expect(made.diagnostics.map(\.message.italian) == [])
    #expect(
      made.article(page).contains(
        "<img src=\"/2021/file/1-scuole/immagini/la%20mensa.png\" alt=\"La mensa &quot;nuova&quot;\" width=\"640\" height=\"480\" decoding=\"async\">"
      ))
  }

  @Test func `two parses at once do not disturb one another`() async throws {
    let text = "Prima ~~via~~ e www.esempio.it e https://esempio.it fine.\n\n- [x] a"
    @Sendable func parsed(_ dialect: Dialect) -> [String]? {
      Document(text[...], dialect: dialect)?.withRoot { root in
        root.preorder().map { node, _ in "\(node.kind) \(node.literal) \(node.address)" }
      }
    }
    let expected = parsed(.prose)
    #expect(expected?.contains("strikethrough  ") == true)
    let results = try await Parallel.map(count: 4000) { index in
      parsed(index % 2 == 0 ? .prose : .template)
    }
    for (index, result) in results.enumerated() where index % 2 == 0 { #expect(result == expected) }
  }
}
