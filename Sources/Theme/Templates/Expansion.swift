/// A template after Mustache: fixed text with slots where values go.
struct Expansion: Sendable {
  enum Piece: Sendable {
    case fixed([UInt8])
    case slot(Slot)
  }

  let pieces: [Piece]
  /// The same as Markdown to parse, for the template of a page.
  let markdown: MarkdownExpansion?

  /// - Parameter isMarkdown: whether the text is a page's, and not a component's HTML.
  init(_ text: String, isMarkdown: Bool) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.unicodeScalars.firstIndex(of: Sentinel.open) {
      if open > rest.startIndex { pieces.append(.fixed(Array(rest[..<open].utf8))) }
      let after = rest.unicodeScalars.index(after: open)
      guard let close = rest[after...].unicodeScalars.firstIndex(of: Sentinel.close) else { break }
      if let slot = Slot(code: rest[after..<close]) { pieces.append(.slot(slot)) }
      rest = rest[rest.unicodeScalars.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.fixed(Array(rest.utf8))) }
    self.pieces = pieces
    markdown = isMarkdown ? MarkdownExpansion(pieces) : nil
  }
}

/// An expanded Markdown template: text to parse, with numbered marks for its slots.
package struct MarkdownExpansion: Sendable {
  package let source: String
  package let slots: [Slot]

  init(_ pieces: [Expansion.Piece]) {
    var bytes: [UInt8] = []
    var slots: [Slot] = []
    for piece in pieces {
      switch piece {
      case .fixed(let text): bytes += text
      case .slot(let slot):
        bytes += Array("\u{E000}\(slots.count)\u{E001}".utf8)
        slots.append(slot)
      }
    }
    source = String(decoding: bytes, as: UTF8.self)
    self.slots = slots
  }
}
