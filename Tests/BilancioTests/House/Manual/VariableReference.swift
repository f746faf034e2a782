import Site

@testable import Theme

/// `docs/variabili.md` from the declared views of templates and components.
enum VariableReference {
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
