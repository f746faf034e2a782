import Diagnostics
import Markdown

/// Raw HTML never reaches a page; the author is told what to write instead.
enum RawHTMLPass {
  static func run(_ node: Node, _ prose: Prose, _ state: inout PageState) {
    let html = node.literal
    defer { remove(node) }
    // A comment is a note to oneself, and closing tags were told with their opening ones.
    if html.hasPrefix("<!--") || html.hasPrefix("</") { return }
    let name = String(html.dropFirst().prefix { $0.isLetter || $0.isNumber }.lowercased())
    state.report(
      Diagnostic(
        .rawHTML,
        Phrase(
          it: "l'HTML nei testi non si usa (`<\(name)>`)", en: "texts hold no HTML (`<\(name)>`)"),
        help: instead(of: name), at: prose.place(of: node, around: "<\(name)", state)))
  }

  /// A block of its own leaves an empty place; an inline leaves nothing.
  private static func remove(_ node: Node) { node.delete() }

  private static func instead(of name: String) -> Phrase {
    switch name {
    case "b", "strong":
      Phrase(it: "per il grassetto scrivi `**testo**`", en: "for bold write `**text**`")
    case "i", "em":
      Phrase(it: "per il corsivo scrivi `*testo*`", en: "for italics write `*text*`")
    case "a":
      Phrase(
        it: "per un collegamento scrivi `[testo](indirizzo)`",
        en: "for a link write `[text](address)`")
    case "img":
      Phrase(
        it: "per un'immagine scrivi `![descrizione](immagini/file.png)`",
        en: "for a picture write `![description](immagini/file.png)`")
    case "br":
      Phrase(
        it: "per andare a capo finisci la riga con `\\`", en: "to break a line end it with `\\`")
    case "table", "tr", "td", "th":
      Phrase(
        it: "per una tabella scrivi le colonne tra `|`",
        en: "for a table write the columns between `|`")
    case "h1", "h2", "h3", "h4", "h5", "h6":
      Phrase(it: "per un titolo scrivi `## Titolo`", en: "for a heading write `## Heading`")
    case "ul", "ol", "li":
      Phrase(it: "per un elenco comincia le righe con `- `", en: "for a list begin lines with `- `")
    default:
      Phrase(
        it: "scrivilo in Markdown; per un `<` nel testo scrivi `\\<`",
        en: "write it in Markdown; for a `<` in the text write `\\<`")
    }
  }
}
