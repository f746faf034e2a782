/// The custom properties and the words that kept values mention.
struct SheetReferences {
  var properties = UsedNames()
  /// Words where keyframes and fonts are named; in lower case, as fonts are found.
  var words = UsedNames(ignoresCase: true)

  /// Adds what a value mentions; whatever looks like a custom property counts as one.
  mutating func collect(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, readsWords: Bool
  ) {
    if readsWords {
      collectWords(bytes, range)
    } else {
      collectProperties(bytes, range)
    }
  }

  private mutating func collectProperties(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    let dash = UInt8(ascii: "-")
    var at = range.lowerBound + 1
    while at < range.upperBound {
      if bytes[at] != dash {
        // Two dashes cannot lie around this byte.
        at += 2
      } else if bytes[at - 1] == dash || bytes.has(dash, at: at + 1) {
        let name = CSSIdentifier(bytes, at: bytes[at - 1] == dash ? at - 1 : at)
        properties.use(name, in: bytes)
        at = name.range.upperBound + 1
      } else {
        at += 2
      }
    }
  }

  private mutating func collectWords(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    let dash = UInt8(ascii: "-")
    var at = range.lowerBound
    while at < range.upperBound {
      guard let word = Self.word(bytes, &at, range.upperBound) else { break }
      let start = word.range.lowerBound
      if bytes[start] == dash, bytes.has(dash, at: start + 1) { properties.use(word, in: bytes) }
      words.use(word, in: bytes)
    }
  }

  /// Whether everything that a name is made of is mentioned; true if it is made of nothing.
  func mention(_ bytes: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
    var at = name.lowerBound
    while let word = Self.word(bytes, &at, name.upperBound) {
      if !words.isUsed(word, in: bytes) { return false }
    }
    return true
  }

  /// The next word, in strings as well.
  static func word(
    _ bytes: borrowing Span<UInt8>, _ at: inout Int, _ end: Int
  ) -> CSSIdentifier? {
    while at < end {
      let word = CSSIdentifier(bytes, at: at)
      guard word.isEmpty else {
        at = word.range.upperBound
        return word
      }
      at += 1
    }
    return nil
  }
}
