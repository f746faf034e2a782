package import Diagnostics

/// The facts that a text links to, found without parsing it: what stands between `](` and `)`.
///
/// It is asked before any page is made, for the pages that list what rests on a fact. What code shows
/// as an example of a link counts too; that is rare, and does no harm.
package struct ProseReferences {
  package private(set) var acts: Set<String> = []
  package private(set) var sources: Set<String> = []
  package private(set) var terms: Set<String> = []
  package private(set) var indicators: Set<String> = []
  /// Values and changes in the order in which they are stated.
  package private(set) var figures: [TypedLink] = []

  /// Whether a document that stands beside the texts is among what they link to.
  package private(set) var hasDocument = false

  package init(_ texts: [EmbeddedText]) {
    for text in texts { read(text.text) }
  }

  private mutating func read(_ text: Substring) {
    var next = text.offset(of: "](")
    while let bracket = next {
      next = text.offset(of: "](", from: bracket + 2)
      // An address ends before the next one begins, and none is longer.
      let limit = min(next ?? Int.max, bracket + 2048)
      let rest = text.utf8.dropFirst(bracket + 2).prefix(max(0, limit - bracket - 2))
      let isBracketed = rest.first == UInt8(ascii: "<")
      let address =
        isBracketed
        ? rest.dropFirst().prefix { $0 != UInt8(ascii: ">") && $0 != 0x0A && $0 != 0x0D }
        : rest.prefix { $0 != UInt8(ascii: ")") && $0 > 0x20 }
      guard address.contains(UInt8(ascii: ":")) else {
        hasDocument = hasDocument || ProseReferences.isDocument(address)
        continue
      }
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

  /// Whether a file's name ends as those of documents do, not of pictures or texts.
  private static func isDocument(_ address: Substring.UTF8View) -> Bool {
    guard let dot = address.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return documentEndings.contains(String(Substring(address[dot...].dropFirst())).lowercased())
  }

  private static let documentEndings: Set<String> = [
    "pdf", "p7m", "csv", "xls", "xlsx", "ods", "doc", "docx", "odt", "ppt", "pptx", "odp", "zip",
  ]
}
