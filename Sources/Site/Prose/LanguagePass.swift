import Diagnostics
import Markdown

/// Passages in another language, `[Digital Business Week](lingua:en)`: told to screen readers,
/// which then read them as they sound (WCAG 2.2, 3.1.2).
enum LanguagePass {
  private static let schemes = ["lingua:", "language:"]

  /// False where the address marks no language.
  static func run(
    _ node: Node, _ address: String, _ prose: Prose, _ state: inout PageState
  ) -> Bool {
    guard let scheme = schemes.first(where: address.hasPrefix) else { return false }
    let tag = address.dropFirst(scheme.utf8.count)
    guard isLanguageTag(tag), node.firstChild != nil else {
      state.report(
        Diagnostic(
          .typedLink,
          Phrase(
            it: "`\(address)` non dice in che lingua è un testo",
            en: "`\(address)` does not say in which language a text is"),
          help: Phrase(
            it: "si scrive come `[Digital Week](lingua:en)`, con la sigla della lingua",
            en: "it is written as `[Digital Week](language:en)`, with the tag of the language"),
          at: prose.place(of: node, around: address)))
      node.moveChildren(before: node)
      node.delete()
      return true
    }
    if let span = Node.customInline(enter: "<span lang=\"\(tag)\">", exit: "</span>") {
      node.become(span)
    }
    return true
  }

  /// The forms that are in use of RFC 5646: `en`, `fr`, `de-AT`, `zh-Hant`.
  private static func isLanguageTag(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    return parts.allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    } && first.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }
}
