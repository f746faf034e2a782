/// One rule of a style sheet, or a comment to keep among them.
struct StyleRule: Sendable {
  enum Kind {
    /// Selectors and their declarations.
    case style
    /// An at-rule with rules in it, such as `@media`.
    case group
    /// `@layer` with rules in it: its place among the layers counts even if it has none.
    case layer
    case keyframes
    case fontFace
    /// An at-rule without a block.
    case statement
    /// What is kept as it is.
    case verbatim
    /// A comment that says that it is to be kept.
    case comment
    /// What comes after the last thing that has an end; nothing may be written after it.
    case remainder
  }

  let kind: Kind
  /// The selectors, the at-rule up to its block, or the whole of what is kept as it is.
  let prelude: Range<Int>
  /// The numbers of the declarations in it.
  var declarations = 0..<0
  /// The number after that of the last rule in it.
  var end = 0
}
