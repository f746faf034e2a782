import Diagnostics
import Markdown

/// Passages in another language, `[Digital Business Week](lingua:en)`: told to screen readers,
/// which then read them as they sound (WCAG 2.2, 3.1.2).
struct ProseLanguage {
  /// The tag of the language (RFC 5646); nil where it is none, which was told.
  let tag: String?

  private static let schemes = ["lingua:", "language:"]

  /// Nil where the address marks no language.
  static func span(
    _ node: Node, _ address: String, _ prose: Prose, _ state: inout PageState
  ) -> ProseLanguage? {
    guard let scheme = schemes.first(where: address.hasPrefix) else { return nil }
    let tag = address.dropFirst(scheme.utf8.count)
    if isLanguageTag(tag), node.firstChild != nil { return ProseLanguage(tag: String(tag)) }
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
    return ProseLanguage(tag: nil)
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
