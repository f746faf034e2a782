import Diagnostics

/// A stretch of a block that was written as a link or a picture and read as words.
struct LinkMarks {
  enum Cause {
    case space, spaceBefore, unclosed, noParenthesis, noBracket, swapped
    case undefined(String)
    case nested, angle
  }

  /// In bytes of the block's text.
  let range: Range<Int>
  let cause: Cause
  /// How it is written right, where that is known.
  let corrected: String?
  let isPicture: Bool
  var namesFact = false
  /// The brackets that make it one; none of them is written with a backslash.
  let brackets: [Int]

  private static let signs: ByteSet = "(]<"

  static func all(in block: Block) -> [LinkMarks] {
    guard block.signs.intersects(signs) else { return [] }
    var reader = Reader(LiteralText(block), block)
    reader.read()
    return reader.found
  }

  /// Goes through the brackets of a block from left to right.
  private struct Reader {
    let text: LiteralText
    let block: Block
    var found: [LinkMarks] = []
    private var open: [Int] = []

    init(_ text: LiteralText, _ block: Block) { (self.text, self.block) = (text, block) }

    /// How far the words of a link reach, in bytes: of two brackets further apart each stands alone.
    private static let longest = 1000

    private var bytes: [UInt8] { text.bytes }

    mutating func read() {
      var at = 0
      while at < bytes.count {
        switch bytes[at] {
        case UInt8(ascii: "["):
          open.append(at)
        case UInt8(ascii: "]"):
          let start = open.popLast().flatMap { at - $0 <= Reader.longest ? $0 : nil }
          if let mark = link(from: start, closedAt: at) {
            found.append(mark)
            at = mark.range.upperBound
            continue
          }
        case UInt8(ascii: "<"):
          if let mark = angle(at) {
            found.append(mark)
            at = mark.range.upperBound
            continue
          }
        case UInt8(ascii: "("):
          if let mark = withoutBracket(at) {
            found.append(mark)
            at = mark.range.upperBound
            continue
          }
        default: break
        }
        at += 1
      }
    }

    private func link(from start: Int?, closedAt close: Int) -> LinkMarks? {
      let next = close + 1
      guard next < bytes.count else { return start.flatMap { swapped($0, close) } }
      switch bytes[next] {
      case UInt8(ascii: "("): return withAddress(start, close, at: next, isApart: false)
      case UInt8(ascii: "["): return start.flatMap { undefined($0, close) }
      case UInt8(ascii: " "):
        var at = next
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: "("),
          let mark = withAddress(start, close, at: at, isApart: true)
        {
          return mark
        }
        return start.flatMap { swapped($0, close) }
      default:
        return start.flatMap { glued($0, close) ?? swapped($0, close) }
      }
    }

    /// `<www.example.it>`, `<documenti/bando.pdf>`: only a whole address becomes a link so.
    private func angle(_ at: Int) -> LinkMarks? {
      guard let end = text.end(of: at, by: UInt8(ascii: ">")) else { return nil }
      let address = text.string(at + 1..<end - 1)
      guard !address.hasPrefix("http"), !address.contains(" "), WrittenAddress.isLikely(address)
      else { return nil }
      let isWeb = WrittenAddress.isHost(address)
      let name = address.split(separator: "/").last.map(String.init) ?? address
      return LinkMarks(
        range: at..<end, cause: .angle,
        corrected: isWeb ? "<https://\(address)>" : "[\(name)](\(address))", isPicture: false,
        brackets: [at])
    }

    /// `[x](y` or `[x] (y`.
    private func withAddress(_ start: Int?, _ close: Int, at open: Int, isApart: Bool)
      -> LinkMarks?
    {
      var end = text.end(of: open, by: UInt8(ascii: ")"))
      // A bracket further on, behind the end of the sentence, is another's.
      if let found = end, text.string(open + 1..<found - 1).contains(". ") { end = nil }
      let inner = end.map { open + 1..<$0 - 1 } ?? text.token(from: open + 1)
      let address = trimmed(inner)
      // Words in brackets behind others in brackets, and a link in a link's words, are no mistake.
      if isApart, !WrittenAddress.isLikely(address) { return nil }
      guard !address.isEmpty else { return nil }
      let isNested =
        start.map { start in
          block.links(from: start, to: close + 1).contains {
            $0.range.lowerBound > start && $0.range.upperBound <= close
          }
        } ?? false
      let cause: Cause =
        isNested
        ? .nested
        : start == nil
          ? .noBracket : isApart ? .spaceBefore : end == nil ? .unclosed : .space
      return LinkMarks(
        range: close..<(end ?? inner.upperBound), cause: cause,
        corrected: isNested ? nil : start.map { corrected($0, close, address) },
        isPicture: isPicture(start), namesFact: WrittenAddress.isFact(address),
        brackets: [start ?? close, close, open])
    }

    /// `[x]y)`.
    private func glued(_ start: Int, _ close: Int) -> LinkMarks? {
      var token = text.token(from: close + 1)
      if let end = bytes[token].firstIndex(of: UInt8(ascii: ")")) {
        token = token.lowerBound..<end
      }
      let address = text.string(token)
      guard token.count > 4, WrittenAddress.isLikely(address) else { return nil }
      let end = token.upperBound < bytes.count && bytes[token.upperBound] == UInt8(ascii: ")")
      return LinkMarks(
        range: close..<token.upperBound + (end ? 1 : 0), cause: .noParenthesis,
        corrected: corrected(start, close, address), isPicture: isPicture(start),
        namesFact: WrittenAddress.isFact(address), brackets: [start, close])
    }

    /// `(x)[y]`.
    private func swapped(_ start: Int, _ close: Int) -> LinkMarks? {
      guard start > 0, bytes[start - 1] == UInt8(ascii: ")") else { return nil }
      let address = text.string(start + 1..<close)
      guard WrittenAddress.isLikely(address) else { return nil }
      var at = start - 1
      while at > max(0, start - LiteralText.reach), bytes[at] != UInt8(ascii: "(") { at -= 1 }
      guard bytes[at] == UInt8(ascii: "(") else { return nil }
      return LinkMarks(
        range: start - 1..<close + 1, cause: .swapped,
        corrected: "[\(text.string(at + 1..<start - 1))](\(bracketed(address)))",
        isPicture: false, brackets: [at, start, close])
    }

    /// `[x][y]`, where `y` is defined nowhere.
    private func undefined(_ start: Int, _ close: Int) -> LinkMarks? {
      guard let end = text.end(of: close + 1, by: UInt8(ascii: "]")) else { return nil }
      let label = text.string(close + 2..<end - 1)
      let words = text.string(start + 1..<close)
      // What a quotation leaves out, and the numbers of books, are no links.
      guard words.contains(where: \.isLetter), label.isEmpty || label.contains(where: \.isLetter),
        !label.hasPrefix("^"), !words.hasPrefix("^")
      else { return nil }
      let isAddress = WrittenAddress.isLikely(label)
      return LinkMarks(
        range: close + 1..<end, cause: .undefined(label.isEmpty ? words : label),
        corrected: isAddress ? corrected(start, close, label) : nil, isPicture: isPicture(start),
        brackets: [start, close, close + 1])
    }

    /// `[x(y)` or `x(y)`: what stands in the brackets names a fact or a place of the web.
    private mutating func withoutBracket(_ at: Int) -> LinkMarks? {
      guard at > 0, bytes[at - 1] > 0x20, bytes[at - 1] != UInt8(ascii: "]"),
        bytes[at - 1] != UInt8(ascii: "(")
      else { return nil }
      // Most brackets hold no address: that shows in the letters that they begin with.
      guard
        bytes[at...].prefix(32).contains(where: {
          $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        })
      else { return nil }
      let end = text.end(of: at, by: UInt8(ascii: ")"))
      let inner = end.map { at + 1..<$0 - 1 } ?? text.token(from: at + 1)
      let address = trimmed(inner)
      guard
        WrittenAddress.isFact(address)
          || !open.isEmpty
            && ["http://", "https://", "www.", "mailto:"].contains(where: address.hasPrefix)
      else { return nil }
      let start = open.popLast().flatMap { at - $0 <= Reader.longest ? $0 : nil }
      return LinkMarks(
        range: at..<(end ?? inner.upperBound), cause: .noBracket,
        corrected: start.map { corrected($0, at, address) }, isPicture: isPicture(start),
        namesFact: WrittenAddress.isFact(address), brackets: [at])
    }

    // What it should be

    private func corrected(_ start: Int, _ close: Int, _ address: String) -> String {
      (isPicture(start) ? "!" : "") + "[\(text.string(start + 1..<close))](\(bracketed(address)))"
    }

    private func bracketed(_ address: String) -> String {
      if address.hasPrefix("<") || WrittenAddress.isFact(address) || address.hasPrefix("tel:") {
        return String(address.filter { $0 != " " })
      }
      return address.contains { $0 == " " || $0 == "(" || $0 == ")" } ? "<\(address)>" : address
    }

    private func isPicture(_ start: Int?) -> Bool {
      start.map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "!") } ?? false
    }

    private func trimmed(_ range: Range<Int>) -> String {
      var range = range
      while let first = bytes[range].first, first <= 0x20 { range = range.dropFirst() }
      while let last = bytes[range].last, last <= 0x20 { range = range.dropLast() }
      return text.string(range)
    }
  }
}
