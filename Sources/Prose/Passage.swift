import Checks

/// What the texts of a page say below one of its headings.
package struct Passage: Sendable {
  /// The heading's words; empty for what stands before the first.
  package let label: String
  /// Where it is on the page; empty for its beginning.
  package let id: String
  /// Paragraphs, items and cells, without marks.
  package var texts: [String] = []

  package init(label: String, id: String) { (self.label, self.id) = (label, id) }
}

extension PageState {
  mutating func openPassage(_ label: String, id: String) {
    if gathersPassages { passages.append(Passage(label: label, id: id)) }
  }

  /// Puts the words of a text below the headings that they stand under.
  ///
  /// - Parameter first: how many passages there were before the text was written, which opened one with each of
  ///   its headings.
  mutating func gather(_ blocks: [Block], after first: Int) {
    guard gathersPassages else { return }
    // What stands before the first heading of a page has a passage too.
    if first == 0 { passages.insert(Passage(label: "", id: ""), at: 0) }
    var at = max(0, first - 1)
    for block in blocks {
      let text = Passage.words(of: block)
      if case .heading = block.kind {
        at = min(at + 1, passages.count - 1)
        // A heading without words has no block.
        while passages[at].label.isEmpty, !text.isEmpty, at + 1 < passages.count { at += 1 }
      } else if !text.isEmpty {
        passages[at].texts.append(text)
      }
    }
  }
}

extension Passage {
  /// The words of a block, without what stands for its pictures and notes.
  fileprivate static func words(of block: Block) -> String {
    let text = String(decoding: block.text, as: UTF8.self)
    return text.utf8.contains(0xEF) ? text.replacing("\u{FFFC}", with: "") : text
  }
}
