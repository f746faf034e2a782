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
