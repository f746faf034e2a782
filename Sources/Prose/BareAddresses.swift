import Diagnostics
import Markdown

/// Addresses that stand in a text without marks end where a reader says that they do.
///
/// cmark's extension takes in all that is no blank: `«https://www.example.it»` with its last quote.
enum BareAddresses {
  /// What never is a part of an address that people write.
  private static let ends = Set(
    "»«”“„’‘‹›…—–―•\u{A0}\u{202F}\u{200B}\u{2009}\u{3000}".unicodeScalars)
  /// What an address may hold and does not end with.
  private static let trailing = Set(".,:;!?'\"*_~)]}|".unicodeScalars)

  /// Whether a text may have one; most have none.
  static func mayStand(in text: Substring) -> Bool {
    text.offset(of: "://") != nil || text.offset(of: "www.") != nil
  }

  static func cut(_ root: Node) {
    for (node, _) in root.preorder() where node.kind == .link {
      guard let text = node.firstChild, text.next == nil, text.kind == .text else { continue }
      let words = text.literal
      let address = node.address
      guard address == words || address == "http://" + words else { continue }
      let kept = String(String.UnicodeScalarView(kept(words.unicodeScalars)))
      guard kept.utf8.count < words.utf8.count, !kept.isEmpty else { continue }
      let rest = String(Substring(words.utf8.dropFirst(kept.utf8.count)))
      guard let after = Node.text(rest) else { continue }
      text.literal = kept
      node.address = address == words ? kept : "http://" + kept
      after.insert(after: node)
    }
  }

  private static func kept(_ scalars: String.UnicodeScalarView)
    -> String.UnicodeScalarView.SubSequence
  {
    var kept = scalars.prefix { !ends.contains($0) }
    let isCut = kept.endIndex < scalars.endIndex
    while let last = kept.last, isCut && trailing.contains(last) || closes(last, nothingIn: kept) {
      kept = kept.dropLast()
    }
    return kept
  }

  /// Whether a bracket closes one that the address does not open.
  private static func closes(
    _ last: Unicode.Scalar, nothingIn address: String.UnicodeScalarView.SubSequence
  ) -> Bool {
    switch last {
    case "]": !address.contains("[")
    case "}": !address.contains("{")
    case ">": true
    default: false
    }
  }
}
