/// A passage that a search can lead to: a section of a page, a figure, an act, a term.
package struct SearchDocument: Sendable {
  /// Where it stands among all: what comes first, the page, the passage on it.
  package struct Order: Comparable, Sendable {
    package let rank: Int
    package let page: Int
    package let passage: Int

    package init(rank: Int, page: Int, passage: Int) {
      (self.rank, self.page, self.passage) = (rank, page, passage)
    }

    package static func < (a: Order, b: Order) -> Bool {
      (a.rank, a.page, a.passage) < (b.rank, b.page, b.passage)
    }
  }

  package let order: Order
  /// What it is, in a word for readers.
  package let kind: String
  /// Relative to the site's root, with the place on the page.
  package let address: String
  package let title: String
  /// What the passage stands under; empty for the beginning of a page.
  package let heading: String
  /// What is told beside the title, such as a figure's value.
  package let detail: String
  package let text: String
  /// Other words that it is looked for by, which nobody is shown.
  package let also: String
  /// How much more it weighs than a passage of a text, in percent.
  package let boost: Int

  package init(
    _ order: Order, kind: String, address: String, title: String, heading: String = "",
    detail: String = "", text: String, also: String = "", boost: Int = 100
  ) {
    (self.order, self.kind, self.address, self.title) = (order, kind, address, title)
    (self.heading, self.detail, self.text) = (heading, detail, text)
    (self.also, self.boost) = (also, boost)
  }
}
