/// What the templates of a theme see, as the program that renders with it has it: a theme's tags are
/// checked against it.
package struct ViewCatalogue: Sendable {
  /// By the names of the templates of pages (`templates/<name>.md`).
  let pages: [String: ViewShape]
  /// By the names of the layout and of the components that the program or the pages use
  /// (`components/<name>.html`).
  let components: [String: ViewShape]

  package init(pages: [String: ViewShape], components: [String: ViewShape]) {
    (self.pages, self.components) = (pages, components)
  }
}
