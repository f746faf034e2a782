/// What the work on a line depends on.
struct ComplexityLine {
  let start: Int
  private var pipes = 0
  private var mails = 0
  /// Marks of quotes and entries before the first word.
  private var markers = 0
  private var isPrefix = true
  /// Whether digits stand there that may be the number of an entry.
  private var hasOpenNumber = false
  private var isBlank = true
  /// Whether it is one mark repeated so far, as thematic breaks are, and which.
  private var ruleMark: UInt8?
  private var isRule = true
  /// Whether it holds nothing but what the rule of a table does, behind marks of quotes and entries.
  private var isDelimiter = true
  private var hasHyphen = false
  private var hasColon = false
  private var beginsWithPipe = false
  private var last: UInt8 = 0

  init(start: Int) { self.start = start }

  mutating func readBlank() {
    if hasOpenNumber { (isPrefix, isDelimiter, hasOpenNumber) = (false, false, false) }
  }

  /// Passes a letter behind the first word of a line, which most bytes are: it changes nothing.
  mutating func passesLetter(_ byte: UInt8) -> Bool {
    guard !isPrefix, (0x61...0x7A).contains(byte | 0x20), !isRule, !isDelimiter, !isBlank,
      !hasOpenNumber
    else { return false }
    last = byte
    return true
  }

  /// Reads a byte that is no blank.
  mutating func read(_ at: Int, _ bytes: borrowing Span<UInt8>) {
    let byte = bytes[at]
    if byte != UInt8(ascii: ">") || !isPrefix { isBlank = false }
    readRule(byte)
    let isNumber = isPrefix && (byte >= 0x30 && byte <= 0x39)
    let endsNumber = hasOpenNumber && (byte == 0x2E || byte == 0x29)
    if hasOpenNumber, !isNumber, !endsNumber { (isPrefix, isDelimiter) = (false, false) }
    hasOpenNumber = isNumber
    switch byte {
    case UInt8(ascii: "|"):
      beginsWithPipe = beginsWithPipe || isPrefix && pipes == 0
      pipes += 1
      isPrefix = false
    case UInt8(ascii: "-"):
      let isMarker = isPrefix && isBeforeBlank(at, bytes)
      if isMarker { markers += 1 } else { isPrefix = false }
      hasHyphen = true
    case UInt8(ascii: ":"):
      (hasColon, isPrefix) = (true, false)
    case UInt8(ascii: ">") where isPrefix:
      markers += 1
    case UInt8(ascii: "+"), UInt8(ascii: "*"):
      if isPrefix, isBeforeBlank(at, bytes) { markers += 1 } else { readWord() }
    default:
      if endsNumber { markers += 1 } else if !isNumber { readWord() }
      if byte == UInt8(ascii: "@"), isMail(at, bytes) { mails += 1 }
    }
    last = byte
  }

  private mutating func readWord() { (isPrefix, isDelimiter) = (false, false) }

  private mutating func readRule(_ byte: UInt8) {
    guard isRule else { return }
    if ruleMark == nil, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") { ruleMark = byte }
    isRule = byte == ruleMark
  }

  private func isBeforeBlank(_ at: Int, _ bytes: borrowing Span<UInt8>) -> Bool {
    at + 1 == bytes.count || bytes[at + 1] <= 0x20
  }

  private func isMail(_ at: Int, _ bytes: borrowing Span<UInt8>) -> Bool {
    at > start && at + 1 < bytes.count && isOfMail(bytes[at - 1]) && isOfMail(bytes[at + 1])
  }

  private func isOfMail(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "+")
  }

  // What it comes to

  /// A long thematic break is no nesting.
  var isNestedTooDeep: Bool { markers > Complexity.maximumNesting && !isRule }

  /// An empty line, one of quotes too, and one of hyphens, which makes a heading of a paragraph.
  var endsParagraph: Bool { isBlank || isDelimiter && pipes == 0 && !hasColon }

  var isDelimiterRow: Bool { isDelimiter && hasHyphen && (pipes > 0 || hasColon) }

  var columns: Int {
    pipes + 1 - (beginsWithPipe ? 1 : 0) - (last == UInt8(ascii: "|") && pipes > 1 ? 1 : 0)
  }

  /// Each cell of a row is put behind all before it.
  var cellWork: Int { 8 * pipes * pipes }

  /// cmark makes links of the first thousand addresses of mail of a text, and copies what follows each.
  func mailWork(to end: Int) -> Int { 4 * min(mails, 1000) * (end - start) }
}

/// What stands between blanks, and may be an address.
struct ComplexityWord {
  private let start: Int
  private var closers = 0
  private var isAddress = false

  init(start: Int) { self.start = start }

  mutating func read(_ at: Int, _ bytes: borrowing Span<UInt8>) {
    switch bytes[at] {
    case UInt8(ascii: ")"): closers += 1
    case UInt8(ascii: "/"):
      isAddress = isAddress || at > start && bytes[at - 1] == UInt8(ascii: "/")
    case UInt8(ascii: "."):
      isAddress = isAddress || at > start + 2 && bytes[at - 1] | 0x20 == UInt8(ascii: "w")
    default: break
    }
  }

  /// For each bracket at its end those of the whole address are counted.
  func work(to end: Int) -> Int { isAddress ? closers * (end - start) : 0 }
}
