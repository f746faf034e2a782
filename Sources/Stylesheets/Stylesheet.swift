/// A style sheet as a tree of rules.
package struct Stylesheet: Sendable {
  let bytes: [UInt8]
  let rules: [StyleRule]
  let declarations: [Declaration]
  /// Whether comments stand elsewhere than between rules and declarations.
  let hasInnerComments: Bool

  /// Reads a sheet, and never fails: what cannot be understood is kept as it is.
  package init(_ css: String) {
    let bytes = Array(css.utf8)
    self.bytes = bytes
    var parser = SheetParser()
    let text = bytes.span
    parser.read(text, from: text.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0)
    rules = parser.rules
    declarations = parser.declarations
    hasInnerComments = parser.skipper.hasPassedComments
  }

  /// The text of the rules that can apply to the markup, and of what they need.
  ///
  /// What is not understood is taken to apply. Comments are left out but for `/*! … */`.
  /// - Parameter alwaysKept: custom properties to keep even where nothing refers to them, with
  ///   their two dashes.
  package func text(keptFor markup: UsedMarkup, alwaysKept: Set<String> = []) -> String {
    var writer = SheetWriter(self, Selection(self, markup, alwaysKept: alwaysKept))
    writer.write()
    return String(decoding: writer.text, as: UTF8.self)
  }
}
