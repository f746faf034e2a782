import Diagnostics
import Markdown

/// Tells of references to notes that the text does not have, which stay as `[^x]` on the page, and
/// of links and pictures that were not read as such.
enum TextPass {
  static func run(_ node: Node, _ prose: Prose, _ state: inout PageState) {
    if node.isClosingBracket, let next = node.next, next.kind == .text {
      reportBrokenLink(next, prose, &state)
    }
    guard node.literalContains(UInt8(ascii: "^")) else { return }
    // cmark leaves `[`, `^x` and `]` as texts side by side or as one.
    for part in node.literal.split(separator: "^", omittingEmptySubsequences: false).dropFirst() {
      let label = part.prefix { $0 != "]" }
      guard !label.isEmpty, !label.contains(" ") else { continue }
      let mark = "[^\(label)]"
      guard let range = reference(mark, in: prose.field) else { continue }
      state.report(
        Diagnostic(
          .unknownFootnote,
          Phrase(it: "la nota `\(mark)` non c'è", en: "there is no note `\(mark)`"),
          help: Phrase(
            it: "aggiungi, in questo stesso testo, una riga `\(mark): …`",
            en: "add, in this same text, a line `\(mark): …`"),
          at: prose.field.range(of: range, in: state.context.sources)))
    }
  }

  /// `](` as text: what was meant as a link is none, most often for a space in its address.
  private static func reportBrokenLink(_ rest: Node, _ prose: Prose, _ state: inout PageState) {
    let text = rest.literal
    guard text.hasPrefix("("), let end = text.firstIndex(of: ")") else { return }
    let address = text[text.index(after: text.startIndex)..<end]
    guard address.contains(" ") else { return }
    state.report(
      Diagnostic(
        .brokenLink,
        Phrase(
          it: "questo collegamento non si legge: nell'indirizzo c'è uno spazio",
          en: "this link cannot be read: there is a space in its address"),
        help: Phrase(it: "scrivi `(<\(address)>)`", en: "write `(<\(address)>)`"),
        at: prose.place(of: rest, around: String(address), state)))
  }

  /// Where the mark stands in the text without a backslash before it.
  private static func reference(_ mark: String, in field: EmbeddedText) -> Range<Int>? {
    guard let found = field.text.firstRange(of: mark) else { return nil }
    let before = field.text[..<found.lowerBound]
    guard before.last != "\\" else { return nil }
    return before.utf8.count..<before.utf8.count + mark.utf8.count
  }
}
