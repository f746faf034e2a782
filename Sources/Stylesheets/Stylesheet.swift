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

/// One item in the block of a rule.
struct Declaration: Sendable {
  enum Kind {
    case property
    /// `--name: value`.
    case customProperty
    /// A rule in the rule, which ends in a brace.
    case nestedRule
    case comment
  }

  let kind: Kind
  let range: Range<Int>

  /// Whether the value may name keyframes or a font's family.
  func namesThings(_ bytes: borrowing Span<UInt8>) -> Bool {
    switch kind {
    case .comment: return false
    case .customProperty, .nestedRule: return true
    case .property: break
    }
    switch bytes[range.lowerBound].lowercased {
    // Any other beginning spares most declarations a closer look; a backslash may be any letter.
    case UInt8(ascii: "a"), UInt8(ascii: "f"), UInt8(ascii: "-"), UInt8(ascii: "\\"): break
    default: return false
    }
    let name = CSSIdentifier(bytes, at: range.lowerBound)
    if name.hasEscapes { return true }
    var plain = name.range
    if bytes[plain.lowerBound] == UInt8(ascii: "-") {
      var at = plain.lowerBound + 1
      while at < plain.upperBound, bytes[at] != UInt8(ascii: "-") { at += 1 }
      plain = min(at + 1, plain.upperBound)..<plain.upperBound
    }
    return bytes.reads("animation", in: plain) || bytes.reads("animation-name", in: plain)
      || bytes.reads("font", in: plain) || bytes.reads("font-family", in: plain)
  }
}
