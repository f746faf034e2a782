import Diagnostics
import SocialReport

/// The facts that a text links to, found without parsing it: what stands between `](` and `)`.
///
/// It is asked before any page is made, for the pages that list what rests on a fact. What code shows
/// as an example of a link counts too; that is rare, and does no harm.
struct ProseReferences {
  private(set) var acts: Set<String> = []
  private(set) var sources: Set<String> = []
  private(set) var terms: Set<String> = []
  private(set) var indicators: Set<String> = []
  /// Values and changes in the order in which they are stated.
  private(set) var figures: [TypedLink] = []

  init(_ texts: [EmbeddedText]) {
    for text in texts { read(text.text) }
  }

  mutating func drop(indicator id: String) { indicators.remove(id) }

  private mutating func read(_ text: Substring) {
    var start = 0
    while let bracket = text.offset(of: "](", from: start) {
      start = bracket + 2
      let address = text.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: ")") && $0 > 0x20 }
      guard address.contains(UInt8(ascii: ":")) else { continue }
      switch TypedLink.parse(String(Substring(address))) {
      case .success(.act(let id)): acts.insert(id)
      case .success(.source(let id)): sources.insert(id)
      case .success(.term(let id)): terms.insert(id)
      case .success(let link):
        guard let id = link.indicator else { continue }
        indicators.insert(id)
        figures.append(link)
      default: break
      }
    }
  }
}
