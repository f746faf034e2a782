/// What is kept of a style sheet.
struct Selection {
  /// The kept selectors of each rule, as numbers into `selectors`.
  private var selectorsOfRules: [Range<Int>]
  private var selectors: [Range<Int>] = []
  private var isKeptKeyframes: [Bool]
  private(set) var references = SheetReferences()
  /// The declarations of each custom property in kept rules, each with the one before.
  private var chain: [(declaration: Int, previous: Int)] = []
  private var lastOfChain: [Int] = []
  /// The rules of each name of keyframes.
  private var keyframes: [Int: [Int]] = [:]

  init(_ sheet: Stylesheet, _ markup: UsedMarkup, alwaysKept: Set<String>) {
    selectorsOfRules = [Range<Int>](repeating: 0..<0, count: sheet.rules.count)
    isKeptKeyframes = [Bool](repeating: false, count: sheet.rules.count)
    for name in alwaysKept {
      let bytes = name.utf8.span
      references.properties.use(CSSIdentifier(plain: 0..<bytes.count), in: bytes)
    }
    let bytes = sheet.bytes.span
    var reader = SelectorReader(SheetVocabulary(markup))
    for number in sheet.rules.indices {
      select(number, sheet, bytes, &reader)
    }
    follow(sheet, bytes)
  }

  /// The selectors that are kept of a rule, none if it is not kept.
  func selectors(of rule: Int) -> ArraySlice<Range<Int>> {
    selectors[selectorsOfRules[rule]]
  }

  func keepsKeyframes(_ rule: Int) -> Bool {
    isKeptKeyframes[rule]
  }

  func keeps(_ declaration: Declaration, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard declaration.kind == .customProperty else { return true }
    let name = CSSIdentifier(bytes, at: declaration.range.lowerBound)
    return references.properties.isUsed(name, in: bytes)
  }

  /// Judges a rule by itself and notes what it mentions.
  private mutating func select(
    _ number: Int, _ sheet: Stylesheet, _ bytes: borrowing Span<UInt8>,
    _ reader: inout SelectorReader
  ) {
    let rule = sheet.rules[number]
    switch rule.kind {
    case .style:
      let first = selectors.count
      reader.read(rule.prelude, in: bytes, into: &selectors)
      guard selectors.count > first else { return }
      selectorsOfRules[number] = first..<selectors.count
      for declaration in rule.declarations { note(declaration, sheet, bytes) }
    case .keyframes:
      let name = Self.keyframesName(rule, bytes)
      guard let name else {
        keepKeyframes(number, sheet, bytes)
        return
      }
      keyframes[references.words.number(of: name, in: bytes), default: []].append(number)
    case .group, .layer:
      references.collect(bytes, rule.prelude, readsWords: false)
    case .statement, .verbatim, .remainder:
      references.collect(bytes, rule.prelude, readsWords: true)
    case .fontFace, .comment:
      break
    }
  }

  private mutating func note(
    _ number: Int, _ sheet: Stylesheet, _ bytes: borrowing Span<UInt8>
  ) {
    let declaration = sheet.declarations[number]
    guard declaration.kind == .customProperty else {
      references.collect(
        bytes, declaration.range, readsWords: declaration.namesThings(bytes))
      return
    }
    let name = CSSIdentifier(bytes, at: declaration.range.lowerBound)
    let property = references.properties.number(of: name, in: bytes)
    while lastOfChain.count <= property { lastOfChain.append(-1) }
    chain.append((number, lastOfChain[property]))
    lastOfChain[property] = chain.count - 1
  }

  /// Keeps what the kept mentions until nothing new is mentioned.
  private mutating func follow(_ sheet: Stylesheet, _ bytes: borrowing Span<UInt8>) {
    while true {
      if let property = references.properties.next() {
        var link = property < lastOfChain.count ? lastOfChain[property] : -1
        while link >= 0 {
          let range = sheet.declarations[chain[link].declaration].range
          let name = CSSIdentifier(bytes, at: range.lowerBound)
          references.collect(
            bytes, name.range.upperBound..<range.upperBound, readsWords: true)
          link = chain[link].previous
        }
      } else if let word = references.words.next() {
        for rule in keyframes[word] ?? [] { keepKeyframes(rule, sheet, bytes) }
      } else {
        return
      }
    }
  }

  private mutating func keepKeyframes(
    _ number: Int, _ sheet: Stylesheet, _ bytes: borrowing Span<UInt8>
  ) {
    isKeptKeyframes[number] = true
    references.collect(bytes, sheet.rules[number].prelude, readsWords: true)
  }

  /// The one word that keyframes are called by, or nil if it is not one word.
  private static func keyframesName(_ rule: StyleRule, _ bytes: borrowing Span<UInt8>)
    -> CSSIdentifier?
  {
    var at = AtRule.name(bytes, rule.prelude).upperBound
    var end = at
    while end < rule.prelude.upperBound, bytes[end] != UInt8(ascii: "{") { end += 1 }
    guard let name = SheetReferences.word(bytes, &at, end) else { return nil }
    return SheetReferences.word(bytes, &at, end) == nil ? name : nil
  }
}

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
