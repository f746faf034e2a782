import Diagnostics
import Markdown

/// A reference to a note that the text does not have stays as `[^x]`; nothing else is said of
/// plain text here.
enum TextPass {
  static func run(_ node: Node, _ prose: Prose, _ state: inout PageState) {
    guard node.literalContains(UInt8(ascii: "^")) else { return }
    let text = node.literal
    // cmark leaves `[`, `^x` and `]` as texts side by side or as one.
    let isReference =
      text.contains("[^") || (text.hasPrefix("^") && node.previous?.literal.hasSuffix("[") == true)
    guard isReference else { return }
    let label = text[(text.firstIndex(of: "^") ?? text.startIndex)...].dropFirst().prefix { $0 != "]" }
    guard !label.isEmpty, !label.contains(" ") else { return }
    state.report(
      Diagnostic(
        .unknownFootnote,
        Phrase(it: "la nota `[^\(label)]` non c'è", en: "there is no note `[^\(label)]`"),
        help: Phrase(
          it: "aggiungi, in questo stesso testo, una riga `[^\(label)]: …`",
          en: "add, in this same text, a line `[^\(label)]: …`"),
        at: prose.place(of: node, around: "[^\(label)]", state)))
  }
}
