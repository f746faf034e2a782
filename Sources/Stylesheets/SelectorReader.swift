/// Tells which selectors of a list can match something in a markup.
struct SelectorReader {
  /// Functions nested more deeply are taken to match.
  private static let maximumDepth = 50

  /// What is known of a selector after its end is reached.
  private struct Verdict {
    var isPossible = true
    /// Whether every browser accepts it; a list with one that is not accepted has no effect.
    var isAccepted = true
    var isUnderstood = true

    /// Nothing is known of it: it has to stay as it is.
    static let unknown = Verdict(isPossible: true, isAccepted: false, isUnderstood: false)
  }

  private let vocabulary: SheetVocabulary
  private var skipper = TokenSkipper()
  private var at = 0
  private var end = 0

  init(_ vocabulary: SheetVocabulary) {
    self.vocabulary = vocabulary
  }

  /// Adds the selectors of a list that have to stay, which are none if none can match.
  mutating func read(
    _ list: Range<Int>, in bytes: borrowing Span<UInt8>, into kept: inout [Range<Int>]
  ) {
    (at, end) = (list.lowerBound, list.upperBound)
    let known = kept.count
    var isPossible = false
    while true {
      while at < end, bytes[at].isBlank { at += 1 }
      let start = at
      let verdict = selector(bytes, depth: 0)
      if verdict.isPossible { isPossible = true }
      // What makes some browser refuse the list has to go on making it do so.
      if verdict.isPossible || !verdict.isAccepted {
        let whole = start..<max(start, min(at, end))
        kept.append(verdict.isUnderstood ? start..<bytes.trimmedEnd(whole) : whole)
      }
      guard at < end else { break }
      at += 1
    }
    if !isPossible { kept.removeLast(kept.count - known) }
  }

  /// Reads one complex selector up to its comma or the parenthesis around it.
  private mutating func selector(_ bytes: borrowing Span<UInt8>, depth: Int) -> Verdict {
    var verdict = Verdict()
    let start = at
    while at < end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: ","):
        return verdict.isUnderstood && at > start ? verdict : .unknown
      case UInt8(ascii: ")") where depth > 0:
        return verdict.isUnderstood && at > start ? verdict : .unknown
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "~"),
        UInt8(ascii: "*"):
        at += 1
      case UInt8(ascii: "&"):
        verdict.isAccepted = false
        at += 1
      case UInt8(ascii: "."), UInt8(ascii: "#"):
        let name = CSSIdentifier(bytes, at: at + 1)
        at = name.range.upperBound
        if name.isEmpty { verdict.isUnderstood = false }
        guard verdict.isPossible else { break }
        verdict.isPossible =
          byte == UInt8(ascii: ".")
          ? vocabulary.hasClass(name, in: bytes) : vocabulary.hasID(name, in: bytes)
      case UInt8(ascii: "["):
        if !attribute(bytes, &verdict) { verdict.isUnderstood = false }
      case UInt8(ascii: ":"):
        if !pseudoClass(bytes, &verdict, depth: depth) { verdict.isUnderstood = false }
      case UInt8(ascii: "/") where bytes.has(UInt8(ascii: "*"), at: at + 1):
        at = bytes.endOfComment(at)
      case let other where other.isName || other == UInt8(ascii: "\\"):
        if !type(bytes, &verdict) { verdict.isUnderstood = false }
      default:
        verdict.isUnderstood = false
        at = passed(bytes)
      }
    }
    return verdict.isUnderstood && at > start ? verdict : .unknown
  }

  /// Reads an element's name; false if it is none.
  private mutating func type(_ bytes: borrowing Span<UInt8>, _ verdict: inout Verdict) -> Bool {
    let name = CSSIdentifier(bytes, at: at)
    guard !name.isEmpty, !bytes[at].isDigit else {
      at = max(at + 1, name.range.upperBound)
      return false
    }
    at = name.range.upperBound
    if verdict.isPossible { verdict.isPossible = vocabulary.elements.has(name, in: bytes) }
    return true
  }

  /// Reads an attribute selector; false if it is not understood.
  private mutating func attribute(
    _ bytes: borrowing Span<UInt8>, _ verdict: inout Verdict
  ) -> Bool {
    let close = skipper.end(bytes, from: at + 1, to: end, stoppingAt: .closeBracket)
    let inside = at + 1..<close
    at = close + 1
    guard close < end, let selector = AttributeSelector(bytes, inside) else { return false }
    guard verdict.isPossible else { return true }
    verdict.isPossible = vocabulary.attributes.has(selector.name, in: bytes)
    if verdict.isPossible, let comparison = selector.comparison,
      bytes.reads("class", in: selector.name.range)
    {
      verdict.isPossible = vocabulary.hasClass(comparison.test, comparison.value)
    }
    return true
  }

  /// Reads a pseudo-class or pseudo-element; false if it is none.
  private mutating func pseudoClass(
    _ bytes: borrowing Span<UInt8>, _ verdict: inout Verdict, depth: Int
  ) -> Bool {
    at += bytes.has(UInt8(ascii: ":"), at: at + 1) ? 2 : 1
    let name = CSSIdentifier(bytes, at: at)
    guard !name.isEmpty else { return false }
    at = name.range.upperBound
    let kind = PseudoClass(name, bytes)
    if kind != .common { verdict.isAccepted = false }
    guard at < end, bytes[at] == UInt8(ascii: "(") else { return true }
    guard kind == .alternatives, depth < Self.maximumDepth else {
      at = passed(bytes)
      return true
    }
    var isPossible = false
    while at < end {
      at += 1
      if selector(bytes, depth: depth + 1).isPossible { isPossible = true }
      if at < end, bytes[at] == UInt8(ascii: ")") { break }
    }
    at += 1
    if !isPossible { verdict.isPossible = false }
    return true
  }

  /// The place after the one thing that stands here: a block, a string or a byte.
  private mutating func passed(_ bytes: borrowing Span<UInt8>) -> Int {
    switch bytes[at] {
    case UInt8(ascii: "("):
      skipper.end(bytes, from: at + 1, to: end, stoppingAt: .closeParenthesis) + 1
    case UInt8(ascii: "{"):
      skipper.end(bytes, from: at + 1, to: end, stoppingAt: .closeBrace) + 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"): bytes.endOfString(at)
    default: at + 1
    }
  }
}

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
