import Checks
import Diagnostics
import Files

@testable import Content

/// `docs/controlli.md` from the rules and their examples, with what an author reads.
enum RuleReference {
  static func markdown() async throws -> String {
    var text = """
      # I controlli

      Questa pagina nasce dal codice (`BILANCIO_RECORD=1 swift test --filter ManualTests`): ogni esempio è anche una prova.

      Un controllo trova un *errore* (il sito non si pubblica), un *avviso* (si pubblica; con `--severo` no) o dà un
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
