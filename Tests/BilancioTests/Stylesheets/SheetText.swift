import Stylesheets

extension UsedMarkup {
  /// A markup of a few names; a class or id that ends in `*` is a prefix.
  init(
    elements: Set<String> = [], classes: Set<String> = [], ids: Set<String> = [],
    attributes: Set<String> = []
  ) {
    self.init()
    self.elements = elements
    self.attributes = attributes
    self.classes = classes.filter { !$0.hasSuffix("*") }
    classPrefixes = Set(classes.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) })
    self.ids = ids.filter { !$0.hasSuffix("*") }
    idPrefixes = Set(ids.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) })
  }

  /// An element `a`, a class `a`, an id `a` and an attribute `a`.
  static let ofOneName = UsedMarkup(elements: ["a"], classes: ["a"], ids: ["a"], attributes: ["a"])
}

/// What is kept of a sheet for a markup.
func kept(
  _ css: String, for markup: UsedMarkup = .ofOneName, always: Set<String> = []
) -> String {
  Stylesheet(css).text(keptFor: markup, alwaysKept: always)
}
