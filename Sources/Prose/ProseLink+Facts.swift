import Checks
import Diagnostics
import Facts
import Hypertext
import Markdown
import SocialReport

/// Links to facts of the report, such as `atto:` and `dato:`.
extension ProseLink {
  static func resolve(
    _ typed: Result<TypedLink, TypedLink.Malformed>, _ address: String, _ node: Node,
    _ prose: Prose, _ reading: Reading, _ page: inout PageWriter
  ) -> ProseLink {
    let link: TypedLink
    switch typed {
    case .success(let parsed): link = parsed
    case .failure(let malformed):
      page.state.report(
        Diagnostic(
          .typedLink,
          Phrase(
            it: "`\(address)` non è scritto come si deve", en: "`\(address)` is not written right"),
          help: Phrase(
            it: "si scrive come `\(malformed.expected)`",
            en: "it is written as `\(malformed.expected)`"),
          at: prose.place(of: node, around: address)))
      return unwrapped
    }
    guard let index = page.state.index else {
      page.state.report(
        Diagnostic(
          .typedLink,
          Phrase(
            it: "qui, fuori da un'edizione, non ci sono fatti a cui rimandare",
            en: "there are no facts to link to here, outside an edition"),
          at: prose.place(of: node, around: address)))
      return unwrapped
    }
    let context = page.state.context
    switch FactLinks(index: index, context: context).resolve(link) {
    case .success(let fact):
      let link = FactLink(fact, context)
      index.factLinks.remember(link, at: address)
      return made(to: link, node, reading, &page)
    case .failure(let unknown):
      if !context.report.gaps.explain(unknown.name) {
        page.state.report(
          Diagnostic(
            .typedLink, unknown.message, help: unknown.help,
            at: prose.place(of: node, around: address), correction: unknown.correction))
      }
      return unwrapped
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

  static func made(
    to link: FactLink, _ node: Node, _ reading: Reading, _ page: inout PageWriter
  ) -> ProseLink {
    if node.firstChild != nil, let fact = link.fact, page.state.isRead {
      compare(node.plainText, node.address, fact, reading, &page.state)
    }
    var made = ProseLink()
    if let term = link.term, let index = page.state.index, page.state.explainsTerms {
      page.state.use(term: term)
      made.opening = GlossaryNotes.link(to: term, index, page.state.context)
      made.note = link.note.map { page.sign($0) }
    } else if let figure = link.opening {
      made.opening = figure
      made.note = link.note.map { page.sign($0) }
    } else {
      made = ProseLink(to: link.href, node)
    }
    made.closing = "</a>"
    if node.firstChild == nil { made.words = link.text }
    let words = made.words ?? node.plainText
    if let other = page.state.linkTargets[words] {
      if other != link.href { made.distinction = link.name }
    } else {
      page.state.linkTargets[words] = link.href
    }
    return made
  }
}
