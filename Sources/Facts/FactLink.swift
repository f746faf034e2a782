package import Checks
import Diagnostics
import Figures
package import Hypertext
import SocialReport
import Synchronization

/// A link to a fact as pages show it: a plain link for plain facts; a figure carries what it is
/// in `data-` attributes.
package struct FactLink: Sendable {
  package let href: String
  /// Put in where the author left the text empty.
  package let text: String
  /// Tells it from others that are called by the same number; nil where words do.
  package let name: String?
  /// The opening tag, for a fact with attributes.
  package let opening: HTML?
  /// What the words of a link are compared with.
  package let fact: LinkedFact?
  /// The term of the glossary that it is, whose definition a page may have at its foot.
  package let term: String?
  /// What a break of method makes of a change, for a note at the foot of the page.
  package let note: String?

  package init(_ fact: ResolvedFact, _ context: SiteContext) {
    href = context.href(fact.address)
    text = fact.text()
    self.fact = fact.fact
    term = fact.term
    note = fact.note
    name =
      switch fact.fact {
      case .figure(let indicator, let observation):
        indicator.name.value + ", " + context.formats.period(observation.period.value)
      case .change(let indicator, let from, let to):
        [
          indicator.name.value, context.formats.period(from.period.value),
          context.formats.period(to.period.value),
        ].joined(separator: ", ")
      case .count, .act, .amount, nil: nil
      }
    guard !fact.attributes.isEmpty else {
      opening = nil
      return
    }
    var opening = HTML()
    opening.open(
      "a",
      [("href", href)]
        + fact.attributes.filter { !$0.value.isEmpty }.map { ("data-" + $0.name, $0.value) })
    self.opening = opening
  }
}

/// The links to facts that pages of an edition have shown, by their addresses: many pages link to
/// the same facts, which are the same wherever they are named.
package final class KnownFactLinks: Sendable {
  private let links = Mutex<[String: FactLink]>([:])
  /// Hashes of the words of links, with their addresses, that agree with what they name.
  private let agreed = Mutex<Set<UInt64>>([])

  package subscript(address: String) -> FactLink? { links.withLock { $0[address] } }

  package func isAgreed(_ words: UInt64) -> Bool { agreed.withLock { $0.contains(words) } }

  package func agree(_ words: UInt64) { agreed.withLock { _ = $0.insert(words) } }

  package func remember(_ link: FactLink, at address: String) {
    links.withLock { $0[address] = link }
  }
}
