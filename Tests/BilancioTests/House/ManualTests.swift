import Checks
import Diagnostics
import Files
import Foundation
import Site
import SocialReport
import Testing

@testable import Content
@testable import Theme

/// The pages of the manual that are made from the code are what the code says.
@Suite struct ManualTests {
  @Test(arguments: [
    ("docs/campi.md", FieldReference.markdown), ("docs/variabili.md", VariableReference.markdown),
    ("docs/schemi/edizione-1.json", String(decoding: DataSchemas.edition, as: UTF8.self)),
    ("docs/schemi/indicatore-1.json", String(decoding: DataSchemas.indicatorFile, as: UTF8.self)),
  ])
  func `a reference is up to date`(path: String, made: String) throws {
    try compare(path, made)
  }

  @Test(.slow) func `the page of rules is up to date`() async throws {
    try compare("docs/controlli.md", try await RuleReference.markdown())
  }

  @Test func `the report that the guide begins with has no error`() async throws {
    let guide = try String(
      contentsOf: Program.root.appending(path: "docs/scrivere.md"), encoding: .utf8)
    let scratch = try Scratch()
    var files: [String: Data] = [:]
    for match in guide.matches(of: /```yaml\n# content\/(\S+)\n((?s:.*?))```/) {
      files[String(match.1)] = Data(match.2.utf8)
    }
    #expect(files.count == 7)
    try write(files, to: scratch.folder)
    let made = try await MadeReport(over: scratch.folder)
    #expect(
      made.diagnostics.allSatisfy { $0.severity == .hint }, "\(made.diagnostics.map(\.message))")
    #expect(made.pages["2024/rifiuti/porta-a-porta/index.html"] != nil)
  }

  private func compare(_ path: String, _ made: String) throws {
    let file = Program.root.appending(path: path)
    if GoldenTests.isRecording {
      try Data(made.utf8).write(to: file)
      Issue.record("recorded \(path)")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == made)
  }
}

/// `docs/controlli.md` from the rules and their examples, with what an author reads.
private enum RuleReference {
  static func markdown() async throws -> String {
    var text = """
      # I controlli

      Questa pagina nasce dal codice (`BILANCIO_RECORD=1 swift test --filter ManualTests`): ogni esempio è anche una prova.

      Un controllo trova un *errore* (il sito non si pubblica), un *avviso* (si pubblica; con `--strict` no) o dà un
      *suggerimento*. Quanto pesa si cambia in `sito.yml`, per nome:

      ```yaml
      controlli:
        frase-lunga: suggerimento
        elenco-aperto: spento
      soglie:
        leggibilita: 45
        parole_per_frase: 35
      ```

      Un'eccezione si ammette dove serve, con il suo motivo: in YAML `# eccezione frase-lunga: è il titolo della legge`, sulla riga o
      sopra il campo; in un testo `<!-- eccezione frase-lunga: è una citazione -->`, sopra il paragrafo. Le eccezioni e i controlli
      cambiati sono elencati alla fine di ogni `build`; un'eccezione che non serve più è un avviso.

      """
    for group in Rule.Group.allCases {
      let rules = Checks.all.filter { $0.group == group }
      guard !rules.isEmpty else { continue }
      text += "\n## \(group.title.italian)\n"
      for rule in rules { text += try await section(rule) }
    }
    return text
  }

  private static func section(_ rule: Rule) async throws -> String {
    let severity =
      switch rule.severity {
      case .error: "errore"
      case .warning: "avviso"
      case .hint: "suggerimento"
      }
    let overridability =
      switch rule.overridability {
      case .free: ""
      case .inPlace: "; non si spegne, si ammettono eccezioni"
      case .none: "; vale sempre"
      }
    var text =
      "\n### `\(rule.identifier.rawValue)`\n\n\(rule.title.italian) (\(severity)\(overridability))\n"
    text += "\n\(rule.reason.italian)\n"
    if !rule.source.isEmpty { text += "\nFonte: \(rule.source).\n" }
    for example in rule.examples.wrong.prefix(1) {
      text += "\nNon così:\n\n" + block(example)
      let content = try ExampleContent(example)
      let texts = content.texts.filter { Content.textEndings.contains(Path.ending(of: $0.key)) }
      let made = try await MadeReport(texts, themeTexts: content.themeTexts)
      guard let found = made.diagnostics.first(where: { $0.identifier == rule.identifier }) else {
        continue
      }
      var renderer = TextRenderer(sources: made.sources, language: .italian, isColoured: false)
      text += "\n```text\n" + renderer.render(found) + "```\n"
    }
    for example in rule.examples.right.prefix(1) { text += "\nCosì sì:\n\n" + block(example) }
    return text
  }

  private static func block(_ example: Example) -> String {
    let plain = Marked(example.text).text
    let language = example.part == .prose ? "markdown" : "yaml"
    return "```\(language)\n" + plain + (plain.hasSuffix("\n") ? "" : "\n") + "```\n"
  }
}

/// `docs/variabili.md` from the declared views of templates and components.
private enum VariableReference {
  static var markdown: String {
    var text = """
      # Le variabili dei temi

      Questa pagina nasce dal codice (`BILANCIO_RECORD=1 swift test --filter ManualTests`). Come si usano lo dice [temi.md](temi.md).

      Un valore è *testo* (si stampa com'è), *HTML* (fatto dal programma o da un componente), *Markdown* (un testo dell'autore, su una riga
      da solo nei modelli), *sì o no*, un *gruppo* (si apre con `{{#nome}}`) o un *elenco* (si ripete per ogni voce).

      ## I modelli delle pagine


      """
    for (name, shape) in Views.pages.sorted(by: { $0.key < $1.key }) {
      text += "### `templates/\(name).md`\n\n" + rows(shape, "")
    }
    text += "## I componenti e la cornice\n\n"
    for (name, shape) in Views.components.sorted(by: { $0.key < $1.key }) {
      let file = name == "layout" ? "layout.html" : "components/\(name).html"
      text += "### `\(file)`\n\n" + rows(shape, "")
    }
    return text
  }

  private static func rows(_ shape: ViewShape, _ path: String) -> String {
    lines(shape, path).joined(separator: "\n") + "\n\n"
  }

  private static func lines(_ shape: ViewShape, _ indent: String) -> [String] {
    shape.names.sorted().flatMap { name -> [String] in
      guard let inner = shape[name] else { return [] }
      let line = "\(indent)- `\(name)`: \(kind(inner))"
      return switch inner {
      case .list(let element): [line] + lines(element, indent + "  ")
      case .record: [line] + lines(inner, indent + "  ")
      default: [line]
      }
    }
  }

  private static func kind(_ shape: ViewShape) -> String {
    switch shape {
    case .flag: "sì o no"
    case .text: "testo"
    case .html: "HTML"
    case .prose: "Markdown"
    case .list(.text): "elenco di testi (`{{.}}`)"
    case .list: "elenco"
    case .record: "gruppo"
    }
  }
}

/// `docs/campi.md` from the tables of keys.
private enum FieldReference {
  static var markdown: String {
    var text = """
      # I campi

      Questa pagina nasce dalle tabelle del programma (`BILANCIO_RECORD=1 swift test --filter ManualTests`).
      Ogni campo ha un nome italiano e uno inglese: valgono tutti e due. Quello che si scrive si legge nelle pagine; di ciò che
      va altrove è detto dove.

      """
    for kind in EntityKind.allCases {
      text += "\n## `tipo: \(kind.italian)` (`kind: \(kind.rawValue)`)\n"
      if kind.isList {
        text += "\nUn elenco, sotto `voci:` (`entries:`). Ogni voce ha questi campi:\n"
      }
      text += "\n" + rows(kind.table)
      for (name, table) in inner(kind.table) { text += "\n### `\(name)`\n\n" + rows(table) }
    }
    return text + synonyms
  }

  /// The other ways to write the words of lists, each list once.
  private static var synonyms: String {
    var text = """

      ## Parole che valgono lo stesso

      Maiuscole, accenti, spazi, trattini, genere e numero non contano: `In corso`, `in-corso` e `in_corso` sono la stessa parola,
      `conclusa` e `concluso` anche. Si può sempre scrivere quello che le pagine mostrano. Inoltre valgono:


      """
    var seen: Set<String> = []
    for kind in EntityKind.allCases {
      let tables = [(kind.italian, kind.table)] + inner(kind.table)
      for (_, table) in tables {
        for key in table.fields {
          guard let words = words(of: key.type), words.contains(where: { !$0.synonyms.isEmpty }),
            seen.insert(words.map(\.italian).joined(separator: " ")).inserted
          else { continue }
          text += "- `\(key.italian)` (\(kind.italian)):\n"
          for word in words where !word.synonyms.isEmpty {
            text += "  - `\(word.italian)`: \(word.synonyms.joined(separator: ", "))\n"
          }
        }
      }
    }
    return text
  }

  private static func words(of type: FieldType) -> [FieldType.Word]? {
    switch type {
    case .choice(let words), .openChoice(let words), .choices(let words): words
    default: nil
    }
  }

  private static func rows(_ table: FieldTable) -> String {
    var text =
      "| campo | field | | che cosa è | come si scrive |\n| --- | --- | --- | --- | --- |\n"
    for key in table.fields {
      text +=
        "| `\(key.italian)` | `\(key.english)` | \(need(key)) | \(meaning(key)) | \(form(key.type)) |\n"
    }
    return text
  }

  private static func meaning(_ key: Field) -> String {
    key.meaning.italian + (key.destination.map { "; va \($0.italian)" } ?? "")
  }

  private static func need(_ key: Field) -> String {
    key.isRequired ? "serve" : key.condition.map { "serve \($0.italian)" } ?? ""
  }

  private static func inner(_ table: FieldTable) -> [(String, FieldTable)] {
    table.fields.flatMap { key -> [(String, FieldTable)] in
      switch key.type {
      case .record(let inner), .list(.record(let inner)), .observations(let inner):
        [(key.italian, inner)] + self.inner(inner)
      default: []
      }
    }
  }

  private static func form(_ type: FieldType) -> String {
    switch type {
    case .text(let minimum, let maximum):
      switch (minimum, maximum) {
      case (nil, nil): "testo"
      case (let least?, nil): "testo, almeno \(least) caratteri"
      case (nil, let most?): "testo, al massimo \(most) caratteri"
      case (let least?, let most?):
        least == most ? "\(least) caratteri" : "da \(least) a \(most) caratteri"
      }
    case .markdown: "Markdown"
    case .slug: "minuscole, cifre e trattini"
    case .reference: "l'`id` di un'altra voce"
    case .edition: "anno o `id` di un'edizione"
    case .label: "numero o sigla"
    case .digits(let count): "\(count) cifre"
    case .integer(let range): "numero intero da \(range.lowerBound) a \(range.upperBound)"
    case .decimal: "numero"
    case .money: "importo in euro"
    case .observedValue: "numero o testo"
    case .flag: "`sì` o `no`"
    case .date: "data"
    case .dateOrUnknown: "data, intervallo o `sconosciuta`"
    case .period: "anno, intervallo, o `da:` e `a:`"
    case .yearPair: "due anni, come `[2019, 2020]`"
    case .url: "indirizzo `https://…`"
    case .siteAddress: "indirizzo `https://…`"
    case .file: "nome di un file accanto"
    case .code(let count): "codice di \(count) caratteri"
    case .email: "indirizzo di posta"
    case .pnrrMeasure: "missione, componente e misura"
    case .budgetMission: "il numero di una missione"
    case .openChoice(let words):
      words.map { "`\($0.italian)`" }.joined(separator: ", ") + ", o un altro testo"
    case .choice(let words): words.map { "`\($0.italian)`" }.joined(separator: ", ")
    case .choices(let words):
      "nomi, ciascuno con " + words.map { "`\($0.italian)`" }.joined(separator: ", ")
    case .list(.record): "elenco (sotto)"
    case .list(let element): "elenco: \(form(element))"
    case .record: "campi (sotto)"
    case .observations: "elenco (sotto) o nome di un file CSV"
    }
  }
}
