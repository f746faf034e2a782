import Diagnostics
package import Facts
package import Hypertext
import SocialReport
import Theme

/// The definitions of the terms that a page uses, at its foot: within reach of every reader, with
/// neither script nor another page.
package enum GlossaryNotes {
  /// The beginning of a link to a term's definition on a page that explains terms: on the page itself, but in
  /// the whole document, which has the glossary in it.
  package static func link(to id: String, _ index: EditionIndex, _ context: SiteContext) -> HTML {
    var link = HTML()
    link.append(markup: "<a href=\"")
    link.append(seam: .address)
    link.append(
      standalone: {
        $0.append(markup: "#")
        $0.append(text: anchor(id))
      },
      embedded: {
        $0.append(text: context.href(Addresses.entry(id, in: .glossary, of: index.edition)))
      })
    link.append(seam: .addressEnd)
    link.append(markup: "\">")
    return link
  }

  private static func anchor(_ id: String) -> String { "parola-" + id }

  /// The section for the foot of the page, left out of the whole document.
  package static func html(_ state: inout PageState) -> HTML {
    guard let index = state.index, !state.terms.isEmpty else { return HTML() }
    let terms: [View] = state.terms.compactMap { index.terms[$0] }.map { term in
      .record([
        "id": .text(anchor(term.id.value)), "term": .text(term.term.value),
        "acronym": .text(term.acronym?.value), "definition": .text(term.definition.value),
        "url": .text(
          state.context.href(Addresses.entry(term.id.value, in: .glossary, of: index.edition))),
      ])
    }
    guard !terms.isEmpty else { return HTML() }
    let title = state.context.strings["page.terms"]
    let id = state.ids.unique(title)
    state.contents.append((title, id))
    let section = state.context.theme.render(
      component: "page-terms",
      .record(["id": .text(id), "title": .text(title), "terms": .list(terms)]))
    var html = HTML()
    html.append(standalone: { $0.append(section) })
    return html
  }
}
