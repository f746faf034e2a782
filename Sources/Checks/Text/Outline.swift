/// The blocks that Markdown made of a text, in the order of the text, with the lines they stand on.
package struct Outline: Sendable {
  package struct Part: Sendable {
    package enum Kind: Hashable, Sendable {
      case paragraph, code, rule, quote, item, note, html
      case heading(Int)
      case table(columns: Int)
      case row(isHeader: Bool)
      /// With the number that it begins with, if it has numbers.
      case list(start: Int?)
    }

    package let kind: Kind
    /// How many blocks it stands in.
    package let depth: Int
    /// From 1; from 0 where Markdown does not know.
    package let lines: ClosedRange<Int>
    /// In bytes from 1.
    package let column: Int

    package init(kind: Kind, depth: Int, lines: ClosedRange<Int>, column: Int) {
      (self.kind, self.depth, self.lines, self.column) = (kind, depth, lines, column)
    }
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }
}
