import Synchronization
import Theme

/// A link to a fact as pages show it: a plain link for plain facts; a figure carries what it is
/// in `data-` attributes.
struct FactLink: Sendable {
  let href: String
  /// Put in where the author left the text empty.
  let text: String
  /// The opening tag, for a fact with attributes.
  let opening: String?

  init(_ fact: ResolvedFact, _ context: SiteContext) {
    href = context.href(fact.address)
    text = fact.text()
    guard !fact.attributes.isEmpty else {
      opening = nil
      return
    }
    var html = "<a href=\"\(HTMLText.escaped(href))\""
    for (name, value) in fact.attributes where !value.isEmpty {
      html += " data-\(name)=\"\(HTMLText.escaped(value))\""
    }
    opening = html + ">"
  }
}

/// The links to facts that pages of an edition have shown, by their addresses: many pages link to
/// the same facts, which are the same wherever they are named.
final class KnownFactLinks: Sendable {
  private let links = Mutex<[String: FactLink]>([:])

  subscript(address: String) -> FactLink? { links.withLock { $0[address] } }

  func remember(_ link: FactLink, at address: String) {
    links.withLock { $0[address] = link }
  }
}
