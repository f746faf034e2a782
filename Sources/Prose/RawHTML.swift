import Diagnostics
import Markdown

/// Raw HTML never reaches a page; the author is told what to write instead.
enum RawHTML {
  static func check(_ node: Node, _ prose: Prose, _ state: inout PageState) {
    let html = node.literal
    guard let found = finding(in: html, isBlock: node.kind == .htmlBlock) else { return }
    state.report(
      Diagnostic(
        .rawHTML, found.message, help: found.help,
        at: prose.place(of: node, around: found.needle)))
  }

  private struct Finding {
    let message: Phrase
    let help: Phrase
    let needle: String
  }

  /// What is lost with the HTML; nil for a comment by itself, which is a note to oneself, and
  /// for closing tags, which were told with their opening ones.
  private static func finding(in html: String, isBlock: Bool) -> Finding? {
    var rest = ""
    var from = html[...]
    while let open = from.firstRange(of: "<!--") {
      rest += from[..<open.lowerBound]
      guard let close = from[open.upperBound...].firstRange(of: "-->") else {
        return Finding(
          message: Phrase(
            it: "un commento `<!--` non è chiuso, e il testo che segue si perde",
            en: "a comment `<!--` is not closed, and the text after it is lost"),
          help: Phrase(it: "chiudilo con `-->`", en: "close it with `-->`"), needle: "<!--")
      }
      from = from[close.upperBound...]
    }
    rest += from
    let trimmed = rest.drop(while: \.isWhitespace)
    if trimmed.isEmpty { return nil }
    if !isBlock, trimmed.hasPrefix("</") { return nil }
    if trimmed.wholeMatch(of: /(<\/[A-Za-z][A-Za-z0-9]*\s*>\s*)+/) != nil { return nil }
    guard let tag = trimmed.firstMatch(of: /<([A-Za-z][A-Za-z0-9]*)/) else {
      let needle = String(trimmed.prefix { !$0.isWhitespace && $0 != ">" })
      if needle.hasPrefix("<") {
        return Finding(
          message: Phrase(
            it: "l'HTML nei testi non si usa (`\(needle)`)", en: "texts hold no HTML (`\(needle)`)"),
          help: instead(of: ""), needle: needle)
      }
      return Finding(
        message: Phrase(
          it: "il testo accanto a un commento o a un tag si perde",
          en: "the text beside a comment or a tag is lost"),
        help: Phrase(
          it: "scrivi il commento su una riga sua, con una riga vuota dopo",
          en: "write the comment on a line of its own, with an empty line after it"),
        needle: needle)
    }
    let name = tag.1.lowercased()
    return Finding(
      message: Phrase(
        it: "l'HTML nei testi non si usa (`<\(name)>`)", en: "texts hold no HTML (`<\(name)>`)"),
      help: instead(of: name), needle: String(tag.0))
  }

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
    case "iframe", "embed", "object", "video", "audio":
      Phrase(
        it: "una mappa o un video si mette con un collegamento: `[La mappa](https://…)`",
        en: "a map or a video goes in as a link: `[The map](https://…)`")
    case "script", "style":
      Phrase(
        it: "toglilo: nei testi non c'è codice, e l'aspetto lo decide il tema",
        en: "remove it: texts hold no code, and the theme decides how they look")
    case "u":
      Phrase(
        it: "le parole sottolineate sembrano collegamenti: per il grassetto scrivi `**testo**`",
        en: "underlined words look like links: for bold write `**text**`")
    case "div", "span", "p", "font", "center":
      Phrase(
        it: "togli il tag e lascia il testo; un capoverso comincia dopo una riga vuota",
        en: "remove the tag and leave the text; a paragraph begins after an empty line")
    default:
      Phrase(
        it: "scrivilo in Markdown; per un `<` nel testo scrivi `\\<`",
        en: "write it in Markdown; for a `<` in the text write `\\<`")
    }
  }
}
