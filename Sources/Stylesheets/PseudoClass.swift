/// The pseudo-classes and pseudo-elements that are told apart.
enum PseudoClass {
  /// One that every browser has long known.
  case common
  /// A function that matches if one of the selectors in it does.
  case alternatives
  /// Any other, for which some browser may throw away the whole list it stands in.
  case other

  init(_ name: CSSIdentifier, _ bytes: borrowing Span<UInt8>) {
    if Self.commonNames.number(of: name, in: bytes) != nil {
      self = .common
    } else if Self.alternativeNames.number(of: name, in: bytes) != nil {
      self = .alternatives
    } else {
      self = .other
    }
  }

  private static let commonNames = NameTable(
    [
      "active", "after", "before", "checked", "disabled", "empty", "enabled", "first-child",
      "first-letter", "first-line", "first-of-type", "focus", "hover", "lang", "last-child",
      "last-of-type", "link", "not", "nth-child", "nth-last-child", "nth-last-of-type",
      "nth-of-type", "only-child", "only-of-type", "root", "target", "visited",
    ], ignoresCase: true)

  private static let alternativeNames = NameTable(
    ["-moz-any", "-webkit-any", "any", "has", "is", "matches", "where"], ignoresCase: true)
}
