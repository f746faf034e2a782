/// What a line begins with that looks like the mark of an entry of a list, and is none for Markdown.
struct ListMark {
  enum Kind: Equatable {
    case bullet(Unicode.Scalar)
    case dash(Unicode.Scalar)
    /// A number or a letter, by its place in its order, and what stands behind it.
    case number(Int)
    case letter(Int)
    /// `ii)`; one of a single letter is that letter.
    case roman(Int)

    /// Whether an entry with this mark comes right after one with the other.
    func follows(_ other: Kind) -> Bool {
      switch (self, other) {
      case (.number(let a), .number(let b)), (.letter(let a), .letter(let b)),
        (.roman(let a), .roman(let b)):
        a == b + 1
      case (.roman(let a), .letter(let b)): RomanMark.letters[a - 1] == b
      case (.letter(let a), .roman(let b)): RomanMark.letters[b + 1] == a
      case (.bullet(let a), .bullet(let b)), (.dash(let a), .dash(let b)): a == b
      default: false
      }
    }
  }

  let kind: Kind
  /// Where the entry's words begin.
  let end: Int
  /// Whether no sentence begins so: a round bullet, a sign with a tab behind it.
  let isSure: Bool

  /// Signs that only begin entries, and those that stand elsewhere as well.
  private static let bullets = Set("•●○◦▪▫■□◆◇❖➢➤►‣⁃∙☐☑☒❑❒✦✧⬤🔹🔸".unicodeScalars)
  private static let others = Set("·✓✔→⇒▶▸✅👉➡*+".unicodeScalars)
  private static let dashes = Set("–—−‐‑-".unicodeScalars)
  /// What Word's own signs become as letters: their fonts are Symbol, Wingdings and Courier.
  private static let letters = Set("oØü§qvl".unicodeScalars)

  /// The mark that a line begins with; nil for words.
  init?(_ line: Range<Int>, of text: WrittenText) {
    guard let (first, width) = text.scalar(at: line.lowerBound), !line.isEmpty else { return nil }
    let after = line.lowerBound + width
    let next = after < line.upperBound ? text.bytes[after] : 0
    // A hard space is in UTF-8 what begins with this byte.
    let isHard = next == 0xC2 && text.scalar(at: after)?.scalar == "\u{A0}"
    let isApart = next == 0x20 || next == 0x09 || isHard
    let words = ListMark.words(after, line.upperBound, text)
    guard words < line.upperBound else { return nil }
    // Most lines begin with a letter, which no bullet and no dash is.
    let isSign = !Alphabet.isPart(text.bytes[line.lowerBound])
    if isSign, ListMark.bullets.contains(first) {
      self.init(kind: .bullet(first), end: words, isSure: true)
    } else if isSign, ListMark.others.contains(first) {
      let isStar = first == "*" || first == "+"
      guard isApart != isStar || isHard, !isStar || !Alphabet.isDigit(next) else { return nil }
      let closes = isStar && text.bytes[after..<line.upperBound].contains(UInt8(ascii: "*"))
      guard !closes else { return nil }
      self.init(kind: .bullet(first), end: words, isSure: first == "·" || isHard)
    } else if isSign, ListMark.dashes.contains(first) {
      let isHyphen = first == "-"
      guard isHyphen ? !isApart || isHard : true, next != 0x2D, !Alphabet.isDigit(next) else {
        return nil
      }
      let isSure = next == 0x09 || isHard || isHyphen && Alphabet.isPart(next)
      self.init(kind: .dash(first), end: words, isSure: isSure)
    } else if isApart, next == 0x09 || first == "o", ListMark.letters.contains(first) {
      self.init(kind: .bullet(first), end: words, isSure: next == 0x09)
    } else if let (kind, end) = ListMark.ordinal(line, text.bytes) {
      self.init(kind: kind, end: ListMark.words(end, line.upperBound, text), isSure: false)
    } else {
      return nil
    }
  }

  private init(kind: Kind, end: Int, isSure: Bool) {
    (self.kind, self.end, self.isSure) = (kind, end, isSure)
  }

  private static func words(_ start: Int, _ end: Int, _ text: WrittenText) -> Int {
    var at = start
    while at < end, let (scalar, width) = text.scalar(at: at), scalar.properties.isWhitespace {
      at += width
    }
    return min(at, end)
  }

  /// `a)`, `(a)`, `1)`, `1.`, `1°`, `1.-` and the end of the mark.
  static func ordinal(_ line: Range<Int>, _ bytes: [UInt8]) -> (kind: Kind, end: Int)? {
    var at = line.lowerBound
    let isBracketed = bytes[at] == UInt8(ascii: "(")
    if isBracketed { at += 1 }
    let start = at
    while at < line.upperBound, at - start < 4, Alphabet.isDigit(bytes[at]) { at += 1 }
    let kind: Kind
    if at > start {
      kind = .number(bytes[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    } else if let roman = RomanMark(start..<line.upperBound, bytes) {
      kind = .roman(roman.value)
      at = roman.end
    } else if at < line.upperBound, (0x61...0x7A).contains(bytes[at] | 0x20) {
      kind = .letter(Int(bytes[at] | 0x20) - 0x60)
      at += 1
    } else {
      return nil
    }
    let close = at
    // A degree sign is two bytes long.
    if close + 1 < line.upperBound, bytes[close] == 0xC2, bytes[close + 1] == 0xB0 { at += 2 }
    while at < line.upperBound, at - close < 4,
      bytes[at] == UInt8(ascii: ")") || bytes[at] == UInt8(ascii: ".")
        || at > close && bytes[at] == UInt8(ascii: "-")
    {
      at += 1
    }
    let marks = bytes[close..<at]
    guard !marks.isEmpty, at < line.upperBound, !Alphabet.isDigit(bytes[at]) else { return nil }
    // A capital letter and a full stop are the beginning of a name.
    switch kind {
    case .letter, .roman:
      guard marks.first == UInt8(ascii: ")") || (0x61...0x7A).contains(bytes[start]) else {
        return nil
      }
    default: break
    }
    if isBracketed, marks.first != UInt8(ascii: ")") { return nil }
    return (kind, at)
  }
}
