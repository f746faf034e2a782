import Checks
import Diagnostics
import Markdown
import SocialReport
import Theme

/// Links: to facts, to the web by an allow-list of schemes, to files and places of this report.
enum LinkPass {
  private static let schemes: Set<String> = ["https", "http", "mailto", "tel"]

  /// Which of its text's links one is, for the place of its words.
  struct Reading {
    let text: TextReading
    let number: Int
  }

  static func run(_ node: Node, _ prose: Prose, _ reading: Reading, _ state: inout PageState) {
    let address = node.address
    if let known = state.index?.factLinks[address] {
      place(known, node, reading, &state)
      return
    }
    if LanguagePass.run(node, address, prose, &state) { return }
    if let typed = TypedLink.parse(address) {
      resolve(typed, address, node, prose, reading, &state)
      return
    }
    if let flaw = dangerousFlaw(of: address) {
      state.report(
        flaw.diagnostic(
          "l'indirizzo", "the address", at: prose.place(of: node, around: address)))
      return unwrap(node)
    }
    let scheme = scheme(of: address)
    if scheme == nil, let file = LocalFile.find(address, of: prose.field.place, state.context) {
      state.usedFiles.insert(file.path)
      state.diagnostics += LargeFile.diagnostics(
        address, file.path, at: prose.place(of: node, around: address), state.context)
      if let flaw = state.context.files.flaw(of: file.path) {
        state.report(
          flaw.diagnostic(address, at: prose.place(of: node, around: address)))
        if flaw.isForbidden { return unwrap(node) }
      }
      node.address = state.context.href(ContentFiles.address(of: file.path)) + file.rest
      return
    }
    if address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      forbid(node, address, prose, &state)
      return
    }
    if let mistake = AddressMistake(address) {
      LocalFile.use(fileMeantBy: address, of: prose.field.place, &state)
      state.report(mistake.diagnostic(at: prose.place(of: node, around: address)))
      unwrap(node)
      return
    }
    if address.contains("\\") { return forbid(node, address, prose, &state) }
    if let scheme {
      guard schemes.contains(scheme) else { return forbid(node, address, prose, &state) }
      if scheme.hasPrefix("http"), WebAddress.host(of: address) == nil {
        state.report(
          WebAddress.Flaw.noAddress.diagnostic(
            "`\(visible(address))`", "`\(visible(address))`", as: .brokenLink,
            at: prose.place(of: node, around: address)))
        return unwrap(node)
      }
      // Blanks between `<` and `>` are of the address, but for the groups of a telephone number.
      if scheme == "tel" { node.address = String(address.filter { $0 != " " }) }
      return
    }
    if address.hasPrefix("#") {
      let id = String(address.dropFirst())
      state.fragments.append((state.idPrefix + id, prose.place(of: node, around: address)))
      if !state.idPrefix.isEmpty { node.address = "#" + state.idPrefix + id }
      return
    }
    missingFile(node, address, prose, &state)
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
  ) {
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
    unwrap(node)
  }

  /// Control characters as pictures, so that a message stays on its line.
  private static func visible(_ address: String) -> String {
    String(
      String.UnicodeScalarView(
        address.unicodeScalars.map { scalar in
          scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? " " : scalar
        }))
  }

  private static func unwrap(_ node: Node) {
    node.moveChildren(before: node)
    node.delete()
  }

  private static func missingFile(
    _ node: Node, _ address: String, _ prose: Prose, _ state: inout PageState
  ) {
    guard let path = LocalFile.path(address, of: prose.field.place, state.context) else {
      forbid(node, address, prose, &state)
      return
    }
    if let mistake = AddressMistake(withoutScheme: address) {
      state.report(mistake.diagnostic(at: prose.place(of: node, around: address)))
      return unwrap(node)
    }
    LocalFile.reportMissing(
      address, path, from: prose.field.place, at: prose.place(of: node, around: address),
      &state)
    unwrap(node)
  }

  // Links to facts

  private static func resolve(
    _ typed: Result<TypedLink, TypedLink.Malformed>, _ address: String, _ node: Node,
    _ prose: Prose, _ reading: Reading, _ state: inout PageState
  ) {
    let link: TypedLink
    switch typed {
    case .success(let parsed): link = parsed
    case .failure(let malformed):
      state.report(
        Diagnostic(
          .typedLink,
          Phrase(
            it: "`\(address)` non è scritto come si deve", en: "`\(address)` is not written right"),
          help: Phrase(
            it: "si scrive come `\(malformed.expected)`",
            en: "it is written as `\(malformed.expected)`"),
          at: prose.place(of: node, around: address)))
      unwrap(node)
      return
    }
    guard let index = state.index else {
      state.report(
        Diagnostic(
          .typedLink,
          Phrase(
            it: "qui, fuori da un'edizione, non ci sono fatti a cui rimandare",
            en: "there are no facts to link to here, outside an edition"),
          at: prose.place(of: node, around: address)))
      unwrap(node)
      return
    }
    switch FactLinks(index: index, context: state.context).resolve(link) {
    case .success(let fact):
      let link = FactLink(fact, state.context)
      index.factLinks.remember(link, at: address)
      place(link, node, reading, &state)
    case .failure(let unknown):
      if !state.context.report.gaps.explain(unknown.name) {
        state.report(
          Diagnostic(
            .typedLink, unknown.message, help: unknown.help,
            at: prose.place(of: node, around: address)))
      }
      unwrap(node)
    }
  }

  /// Many pages say the same of the same fact; it is looked at once.
  private static func compare(
    _ words: String, _ address: String, _ fact: LinkedFact, _ reading: Reading,
    _ state: inout PageState
  ) {
    guard let texts = state.texts, let known = state.index?.factLinks else { return }
    func found(beside: (before: String, after: String)?) -> [Diagnostic] {
      texts.check(
        fact,
        LinkText(words, language: texts.language, beside: beside) {
          texts.place(ofLink: reading.number, of: reading.text)
        })
    }
    func beside() -> (before: String, after: String) {
      texts.beside(link: reading.number, of: reading.text)
    }
    if texts.isMultiplied(link: reading.number, of: reading.text) {
      state.diagnostics += found(beside: beside())
      return
    }
    let hash = Alphabet.hash(words.utf8) &* 31 &+ Alphabet.hash(address.utf8)
    if known.isAgreed(hash) { return }
    let alone = found(beside: nil)
    guard !alone.isEmpty else {
      known.agree(hash)
      return
    }
    // What stands beside a link may say what its words alone do not: `oltre l'[80 %]`.
    let together = found(beside: beside())
    state.diagnostics += together.count < alone.count ? together : alone
  }

  private static func place(
    _ link: FactLink, _ node: Node, _ reading: Reading, _ state: inout PageState
  ) {
    if node.firstChild == nil {
      if let text = Node.text(link.text) { node.append(text) }
    } else if let fact = link.fact, state.isRead {
      compare(node.plainText, node.address, fact, reading, &state)
    }
    var opening = link.opening
    if let term = link.term, let index = state.index, state.explainsTerms {
      state.use(term: term)
      opening = "<a href=\"\(TermNotes.href(term, index, state))\">"
    }
    guard let opening else {
      node.address = link.href
      return
    }
    guard let figure = Node.customInline(enter: opening, exit: "</a>") else { return }
    if let note = link.note { NotePass.sign(note, &state)?.insert(after: node) }
    node.become(figure)
  }
}
