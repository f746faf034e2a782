import Attachments
import Checks
import Diagnostics
import Facts
import Hypertext
import Markdown
import SocialReport
import Theme

/// A link of an author's text as a page has it: to facts, to the web by an allow-list of schemes, to files
/// and places of this report.
struct ProseLink {
  /// Empty where only the words of the link are left.
  var opening = HTML()
  var closing = ""
  /// Put in where the author left the text empty.
  var words: String?
  /// The format and the size of the file that it leads to, said at its end.
  var fileNote = ""
  /// Said to those who hear the link alone, where the same words lead elsewhere on the page too.
  var distinction: String?
  /// The sign of a note about what the link says.
  var note: HTML?

  /// Only its words.
  static let unwrapped = ProseLink()

  private static let schemes: Set<String> = ["https", "http", "mailto", "tel"]

  /// Which of its text's links one is, for the place of its words.
  struct Reading {
    let text: TextReading
    let number: Int
  }

  init() {}

  /// A plain link, as CommonMark has it.
  init(to address: String, _ node: Node) {
    opening.append(markup: "<a href=\"")
    opening.append(seam: .address)
    opening.append(address: address)
    opening.append(seam: .addressEnd)
    opening.append(markup: "\"")
    let title = node.title
    if !title.isEmpty {
      opening.append(markup: " title=\"")
      opening.append(content: title)
      opening.append(markup: "\"")
    }
    opening.append(markup: ">")
    closing = "</a>"
  }

  static func made(
    of node: Node, _ prose: Prose, _ reading: Reading, _ page: inout PageWriter
  ) -> ProseLink {
    let address = node.address
    if let known = page.state.index?.factLinks[address] {
      return made(to: known, node, reading, &page)
    }
    if let language = ProseLanguage.span(node, address, prose, &page.state) {
      return ProseLink(language)
    }
    if let typed = TypedLink.parse(address) {
      return resolve(typed, address, node, prose, reading, &page)
    }
    return plain(node, address, prose, &page.state)
  }

  /// The words in another element than a link; only the words where there is none.
  private init(_ language: ProseLanguage) {
    guard let tag = language.tag else { return }
    opening.open("span", [("lang", tag)])
    closing = "</span>"
  }

  private static func plain(
    _ node: Node, _ address: String, _ prose: Prose, _ state: inout PageState
  ) -> ProseLink {
    if let flaw = dangerousFlaw(of: address) {
      state.report(
        flaw.diagnostic(
          "l'indirizzo", "the address", at: prose.place(of: node, around: address)))
      return unwrapped
    }
    let scheme = scheme(of: address)
    if scheme == nil, let file = LocalFile.find(address, of: prose.field.place, state.context) {
      state.usedFiles.insert(file.path)
      state.diagnostics += LargeFile.diagnostics(
        address, file.path, at: prose.place(of: node, around: address), state.context)
      if let flaw = state.context.files.flaw(of: file.path) {
        state.report(
          flaw.diagnostic(address, at: prose.place(of: node, around: address)))
        if flaw.isForbidden { return unwrapped }
      }
      var link = ProseLink(
        to: state.context.href(ContentFiles.address(of: file.path)) + file.rest, node)
      link.fileNote = state.context.fileNote(file.path, of: file.path)
      return link
    }
    if address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return forbid(node, address, prose, &state)
    }
    if let mistake = AddressMistake(address) {
      LocalFile.use(fileMeantBy: address, of: prose.field.place, &state)
      state.report(mistake.diagnostic(at: prose.place(of: node, around: address)))
      return unwrapped
    }
    if address.contains("\\") { return forbid(node, address, prose, &state) }
    if let scheme {
      guard schemes.contains(scheme) else { return forbid(node, address, prose, &state) }
      if scheme.hasPrefix("http"), WebAddress.host(of: address) == nil {
        state.report(
          WebAddress.Flaw.noAddress.diagnostic(
            "`\(visible(address))`", "`\(visible(address))`", as: .brokenLink,
            at: prose.place(of: node, around: address)))
        return unwrapped
      }
      // Blanks between `<` and `>` are of the address, but for the groups of a telephone number.
      return ProseLink(
        to: scheme == "tel" ? String(address.filter { $0 != " " }) : address, node)
    }
    if address.hasPrefix("#") {
      let id = state.idPrefix + address.dropFirst()
      state.fragments.append((id, prose.place(of: node, around: address)))
      return ProseLink(to: "#" + id, node)
    }
    return missingFile(node, address, prose, &state)
  }

  /// What must not be in an address, whatever it leads to.
  private static func dangerousFlaw(of address: String) -> WebAddress.Flaw? {
    if WebAddress.hasCredentials(address) { return .credentials }
    // Names of files may have them, and are told by themselves.
    guard address.contains("://") || address.hasPrefix("//") else { return nil }
    return HiddenCharacter.all(in: address[...]).first { $0.kind != .control }.map { .hidden($0) }
  }

  /// The letters before the first colon, if they could be a scheme (RFC 3986, 3.1).
  private static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let text = address[..<colon]
    guard text.first?.isLetter == true, !text.contains("/"), !text.contains("#"),
      !text.contains("?")
    else { return text.isEmpty ? "" : nil }
    return text.lowercased()
  }

  private static func forbid(
    _ node: Node, _ address: String, _ prose: Prose, _ state: inout PageState
  ) -> ProseLink {
    state.report(
      Diagnostic(
        .forbiddenLink,
        address.isEmpty
          ? Phrase(it: "il collegamento non ha un indirizzo", en: "the link has no address")
          : Phrase(
            it: "questo indirizzo non si può usare: `\(visible(address))`",
            en: "this address cannot be used: `\(visible(address))`"),
        help: Phrase(
          it:
            "si usano `https:`, `http:`, `mailto:`, `tel:`, un file accanto a questo, `#titolo` "
            + "o un fatto (`dato:`, `atto:`, `pagina:`…)",
          en: "use `https:`, `http:`, `mailto:`, `tel:`, a file beside this one, `#heading` or a "
            + "fact (`figure:`, `act:`, `page:`…)"),
        at: prose.place(of: node, around: address)))
    return unwrapped
  }

  /// Control characters as pictures, so that a message stays on its line.
  private static func visible(_ address: String) -> String {
    String(
      String.UnicodeScalarView(
        address.unicodeScalars.map { scalar in
          scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? " " : scalar
        }))
  }

  private static func missingFile(
    _ node: Node, _ address: String, _ prose: Prose, _ state: inout PageState
  ) -> ProseLink {
    guard let path = LocalFile.path(address, of: prose.field.place, state.context) else {
      return forbid(node, address, prose, &state)
    }
    if let mistake = AddressMistake(withoutScheme: address) {
      state.report(mistake.diagnostic(at: prose.place(of: node, around: address)))
      return unwrapped
    }
    LocalFile.reportMissing(
      address, path, from: prose.field.place, at: prose.place(of: node, around: address),
      &state)
    return unwrapped
  }

  // Links to facts
}
