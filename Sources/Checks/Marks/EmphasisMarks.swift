import Diagnostics

/// Marks of emphasis and of code that Markdown left in a block's words as they are written.
struct EmphasisMarks {
  struct Found {
    /// In bytes of the block's text: the marks and what stands between them, or one mark alone.
    let range: Range<Int>
    let mark: String
    /// How it is written right, where there are two.
    let corrected: String?
    /// What surely mends it, where the words are not in doubt.
    var correction: Correction?

    /// As messages name it: a backquote cannot stand between backquotes.
    var quoted: String { mark.hasPrefix("`") ? "« \(mark) »" : "`\(mark)`" }
  }

  /// A row of one sign, and whether what it stands beside lets it open or close.
  private struct Run {
    let range: Range<Int>
    let isAfterSpace: Bool
    let isBeforeSpace: Bool
    /// Whether letters or digits stand on both sides.
    let isInside: Bool
    /// Whether digits do, perhaps with a blank between.
    let isProduct: Bool
  }

  private static let signs: ByteSet = "*_~`"

  static func all(in block: Block) -> [Found] {
    guard block.signs.intersects(signs) else { return [] }
    let literal = LiteralText(block)
    return [UInt8(ascii: "*"), UInt8(ascii: "_")].flatMap {
      doubles($0, literal) + singles($0, literal)
    }
      + tildes(literal) + backquotes(literal)
  }

  private static func runs(of sign: UInt8, _ text: LiteralText) -> [Run] {
    let bytes = text.bytes
    var found: [Run] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == sign else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, bytes[at] == sign { at += 1 }
      let before = start > 0 ? bytes[start - 1] : 0x20
      let after = at < bytes.count ? bytes[at] : 0x20
      found.append(
        Run(
          range: start..<at, isAfterSpace: before <= 0x20, isBeforeSpace: after <= 0x20,
          isInside: isWordByte(before) && isWordByte(after),
          isProduct: isProduct(start..<at, bytes)))
    }
    return found
  }

  private static func isProduct(_ run: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var (before, after) = (run.lowerBound - 1, run.upperBound)
    if before > 0, bytes[before] == 0x20 { before -= 1 }
    if after + 1 < bytes.count, bytes[after] == 0x20 { after += 1 }
    return before >= 0 && after < bytes.count && Alphabet.isDigit(bytes[before])
      && Alphabet.isDigit(bytes[after])
  }

  /// A letter or a digit of any alphabet, the bytes of signs beyond ASCII left aside.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || Alphabet.isDigit(byte)
  }

  /// `**` is never a part of a text: every one that is left was meant as a mark.
  private static func doubles(_ sign: UInt8, _ text: LiteralText) -> [Found] {
    let all = runs(of: sign, text).filter { run in
      // `nome__file` is a name, and a longer row of `_` a gap to fill in.
      sign == UInt8(ascii: "_")
        ? run.range.count == 2 && !run.isInside : (2...3).contains(run.range.count)
    }
    var found: [Found] = []
    var at = 0
    while at < all.count {
      let mark = text.string(all[at].range)
      if at + 1 < all.count, all[at + 1].range.count == mark.utf8.count {
        found.append(pair(all[at], all[at + 1], mark, text))
        at += 2
      } else {
        found.append(Found(range: all[at].range, mark: mark, corrected: nil))
        at += 1
      }
    }
    return found
  }

  /// `*` and `_` by themselves are parts of texts: two are marks where the first could open and the
  /// second close, if it were not for blanks or quotes.
  private static func singles(_ sign: UInt8, _ text: LiteralText) -> [Found] {
    let all = runs(of: sign, text).filter {
      $0.range.count == 1 && !$0.isInside && !$0.isProduct
    }
    var found: [Found] = []
    var at = 0
    while at + 1 < all.count {
      let (first, second) = (all[at], all[at + 1])
      let isTight = first.isAfterSpace && !first.isBeforeSpace && !second.isAfterSpace
      let isLoose =
        first.isAfterSpace && first.isBeforeSpace && second.isAfterSpace && second.isBeforeSpace
        && first.range.lowerBound > 0 && second.range.lowerBound - first.range.upperBound > 3
      // `*words *`: the second is apart from the words, and from what follows.
      let isHalf =
        first.isAfterSpace && !first.isBeforeSpace && second.isAfterSpace && second.isBeforeSpace
      if isTight || isLoose || isHalf, second.range.lowerBound - first.range.upperBound < 200 {
        let mark = String(Character(Unicode.Scalar(sign)))
        found.append(pair(first, second, mark, text))
        at += 2
      } else {
        at += 1
      }
    }
    return found
  }

  /// One `~` on either side, tight as `~~` would be.
  private static func tildes(_ text: LiteralText) -> [Found] {
    let all = runs(of: UInt8(ascii: "~"), text).filter { $0.range.count <= 2 }
    var found: [Found] = []
    for (first, second) in zip(all, all.dropFirst())
    where first.isAfterSpace && !first.isBeforeSpace && !second.isAfterSpace
      && first.range.count == second.range.count
    {
      let words = text.string(first.range.upperBound..<second.range.lowerBound)
      found.append(
        Found(
          range: first.range.lowerBound..<second.range.upperBound,
          mark: text.string(first.range), corrected: "~~\(words)~~"))
    }
    return found
  }

  private static func backquotes(_ text: LiteralText) -> [Found] {
    runs(of: UInt8(ascii: "`"), text).map { run in
      Found(range: run.range, mark: text.string(run.range), corrected: nil)
    }
  }

  /// The words between two marks with the marks beside them, quotes outside.
  private static func pair(_ first: Run, _ second: Run, _ mark: String, _ text: LiteralText)
    -> Found
  {
    let all = text.string(first.range.upperBound..<second.range.lowerBound)
    // A stop goes outside as well where a word follows it at once.
    let openers = first.isAfterSpace ? quotes : quotes + "(["
    let closers = second.isBeforeSpace ? quotes : quotes + ".,:;!?)]"
    var words = all.drop { $0.isWhitespace || openers.contains($0) }
    while let sign = words.last, sign.isWhitespace || closers.contains(sign) {
      words.removeLast()
    }
    let range = first.range.lowerBound..<second.range.upperBound
    guard !words.isEmpty else { return Found(range: range, mark: mark, corrected: nil) }
    let before = all[..<words.startIndex].filter { !$0.isWhitespace }
    let after = all[words.endIndex...].filter { !$0.isWhitespace }
    let corrected = before + mark + words + mark + after
    // The blank that goes from beside the words parted them from the next one.
    let gap = all.last?.isWhitespace == true && !second.isBeforeSpace ? " " : ""
    let start = all.first?.isWhitespace == true && !first.isAfterSpace ? " " : ""
    return Found(
      range: range, mark: mark, corrected: corrected,
      correction: Correction(text.string(range), start + corrected + gap))
  }

  private static let quotes = "\"«»“”'’‘"
}
