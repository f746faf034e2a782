/// Splits the value of an attribute into its words, with Mustache tags among them.
struct AttributeWords {
  private(set) var words: Set<String> = []
  private(set) var prefixes: Set<String> = []
  /// The word being read.
  private var word: [UInt8] = []
  /// Whether a section begins or ends after the word: what follows may be glued to it.
  private var isBeforeSection = false
  /// Whether the word goes on in a way that is not known.
  private var isOpen = false

  init(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    let lastClosing = MustacheTag.lastClosing(bytes, in: range)
    var at = range.lowerBound
    while at < range.upperBound {
      if let tag = MustacheTag(bytes, at: at, before: range.upperBound, lastClosing: lastClosing) {
        pass(tag.kind)
        at = tag.end
        continue
      }
      let byte = bytes[at]
      if byte.isBlank {
        endWord()
      } else if byte == UInt8(ascii: "&") {
        // A character reference is not read; the word before it is a beginning at least.
        pass(.text)
      } else if !isOpen {
        if isBeforeSection { endPrefix() }
        word.append(byte)
      }
      at += 1
    }
    endWord()
  }

  private mutating func pass(_ kind: MustacheTag.Kind) {
    switch kind {
    case .comment: break
    case .text:
      endPrefix()
      isOpen = true
    case .section:
      // What came before may be left out, so that another word can begin here.
      isOpen = false
      isBeforeSection = true
    }
  }

  private mutating func endWord() {
    if !word.isEmpty, !isOpen { words.insert(String(decoding: word, as: UTF8.self)) }
    reset()
  }

  private mutating func endPrefix() {
    if !word.isEmpty { prefixes.insert(String(decoding: word, as: UTF8.self)) }
    reset()
  }

  private mutating func reset() {
    word.removeAll(keepingCapacity: true)
    (isOpen, isBeforeSection) = (false, false)
  }
}

/// A Mustache tag as far as it matters to what is around it.
struct MustacheTag {
  enum Kind {
    /// It leaves no trace.
    case comment
    /// The beginning or end of what may be there, once or more, or not.
    case section
    /// It may stand for anything.
    case text
  }

  let kind: Kind
  let end: Int

  /// The tag that opens here, or nil if none does.
  /// - Parameter lastClosing: the place of the last `}}` before the limit; beyond it nothing is
  ///   looked for, so that braces without end cost no more than others.
  init?(_ bytes: borrowing Span<UInt8>, at start: Int, before limit: Int, lastClosing: Int) {
    let brace = UInt8(ascii: "{")
    guard start + 1 < limit, bytes[start] == brace, bytes[start + 1] == brace else { return nil }
    let isTriple = bytes.has(brace, at: start + 2)
    var at = start + (isTriple ? 3 : 2)
    guard at <= lastClosing else { return nil }
    var mark = at
    while mark < limit, bytes[mark].isBlank { mark += 1 }
    kind =
      switch mark < limit && !isTriple ? bytes[mark] : 0 {
      case UInt8(ascii: "!"): .comment
      case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: "$"): .section
      default: .text
      }
    while !Self.closes(bytes, at) {
      guard at < lastClosing else { return nil }
      at += 1
    }
    at += 2
    if isTriple, bytes.has(UInt8(ascii: "}"), at: at) { at += 1 }
    guard at <= limit else { return nil }
    end = at
  }

  /// The place of the last `}}` in a part of a text, or -1.
  static func lastClosing(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> Int {
    var at = range.upperBound - 2
    while at >= range.lowerBound, !closes(bytes, at) { at -= 1 }
    return at >= range.lowerBound ? at : -1
  }

  private static func closes(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
    bytes.has(UInt8(ascii: "}"), at: at) && bytes.has(UInt8(ascii: "}"), at: at + 1)
  }
}
