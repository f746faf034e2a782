import Diagnostics

/// A mark of another program in a block's words.
struct ForeignMark {
  let range: Range<Int>
  let help: Phrase

  /// What marks begin with, and the marks of one sign that stands two or three times in a row.
  private static let signs: ByteSet = "{[=:&'<"
  private static let single: ByteSet = "{[&<"
  private static let rows: ByteSet = "=:'"

  static func all(in block: Block, isPlain: Bool) -> [ForeignMark] {
    let signs = signs
    guard block.signs.intersects(single) || block.hasRow && block.signs.intersects(rows) else {
      return []
    }
    let text = LiteralText(block)
    var found: [ForeignMark] = []
    var at = 0
    while at < text.bytes.count {
      if signs.contains(text.bytes[at]), let mark = mark(at, text, isPlain) {
        found.append(mark)
        at = mark.range.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private static func mark(_ at: Int, _ text: LiteralText, _ isPlain: Bool) -> ForeignMark? {
    switch text.bytes[at] {
    case UInt8(ascii: "{"): braces(at, text)
    case UInt8(ascii: "["): brackets(at, text)
    case UInt8(ascii: "="): highlight(at, text)
    case UInt8(ascii: ":") where at == 0: fence(text)
    case UInt8(ascii: "'"): wiki(at, text)
    case UInt8(ascii: "&"): entity(at, text)
    case UInt8(ascii: "<") where isPlain: tag(at, text)
    default: nil
    }
  }

  private static let remove = Phrase(it: "toglilo", en: "take it away")

  /// `{#id}`, `{.class}`, `{: .class}`, `{width=50%}`, `{{ name }}`, `{% include %}`.
  private static func braces(_ at: Int, _ text: LiteralText) -> ForeignMark? {
    guard let end = text.end(of: at, by: UInt8(ascii: "}")), end - at > 2 else { return nil }
    let inner = text.string(at + 1..<end - 1)
    let words = inner.drop { $0 == ":" || $0 == " " }
    let isNamed = words.count > 1 && (words.hasPrefix("#") || words.hasPrefix("."))
    let equals = words.firstIndex(of: "=")
    let hasValue =
      equals.map { !words[..<$0].isEmpty && words[..<$0].allSatisfy { $0.isLetter || $0 == "-" } }
      ?? false
    guard isNamed || hasValue || inner.hasPrefix("{") || inner.hasPrefix("%") else { return nil }
    return ForeignMark(
      range: at..<end,
      help: words.hasPrefix("#")
        ? Phrase(
          it: "toglilo: gli indirizzi dei titoli si fanno da sé, `[testo](#il-titolo)`",
          en: "take it away: headings get their addresses by themselves, `[text](#the-heading)`")
        : remove)
  }

  private static let names: Set<String> = [
    "b", "i", "u", "s", "url", "img", "quote", "list", "color", "size", "center", "toc", "caption",
    "gallery", "embed", "video", "audio", "button", "row", "column", "table", "youtube",
  ]

  private static let brackets: ByteSet = "(["

  /// `[[page]]`, `[TOC]`, `[b]`, `[/url]`, `[caption id="1"]`.
  private static func brackets(_ at: Int, _ text: LiteralText) -> ForeignMark? {
    guard let end = text.end(of: at, by: UInt8(ascii: "]")), end - at > 2 else { return nil }
    if end < text.bytes.count, brackets.contains(text.bytes[end]) { return nil }
    let inner = text.string(at + 1..<end - 1)
    if inner.hasPrefix("["), inner.hasSuffix("]") {
      let name = inner.dropFirst().dropLast()
      guard name.contains(where: \.isLetter) else { return nil }
      return ForeignMark(
        range: at..<end,
        help: Phrase(
          it: "un collegamento si scrive `[\(name)](indirizzo)`",
          en: "a link is written `[\(name)](address)`"))
    }
    let isClosing = inner.hasPrefix("/")
    let name = inner.drop { $0 == "/" }.prefix { $0.isLetter || $0 == "_" }
    let rest = inner.drop { $0 == "/" }.dropFirst(name.count)
    let isShort = rest.isEmpty || rest.hasPrefix("=") || rest.contains("=\"") || rest.contains("='")
    guard isShort, names.contains(name.lowercased()) || isClosing && !name.isEmpty else {
      return nil
    }
    // `[I]` and `[s]` may be a quotation's own.
    if rest.isEmpty, !isClosing, name.count == 1, name != "b" { return nil }
    return ForeignMark(
      range: at..<end,
      help: name.lowercased() == "toc"
        ? Phrase(
          it: "toglilo: l'indice della pagina si fa da sé",
          en: "take it away: the contents of the page make themselves")
        : Phrase(
          it: "toglilo; il grassetto si scrive `**così**`, un collegamento `[testo](indirizzo)`",
          en: "take it away; bold is written `**so**`, a link `[text](address)`"))
  }

  /// `==words==`, as tight as bold.
  private static func highlight(_ at: Int, _ text: LiteralText) -> ForeignMark? {
    let bytes = text.bytes
    guard at + 4 < bytes.count, bytes[at + 1] == bytes[at], bytes[at + 2] > 0x20,
      bytes[at + 2] != bytes[at], at == 0 || bytes[at - 1] <= 0x20 || bytes[at - 1] == 0x28
    else { return nil }
    var end = at + 3
    while end + 1 < min(bytes.count, at + LiteralText.reach) {
      if bytes[end] == bytes[at], bytes[end + 1] == bytes[at], bytes[end - 1] > 0x20 {
        let words = text.string(at + 2..<end)
        return ForeignMark(
          range: at..<end + 2,
          help: Phrase(it: "scrivi `**\(words)**`", en: "write `**\(words)**`"))
      }
      end += 1
    }
    return nil
  }

  /// `:::` at the beginning of a block.
  private static func fence(_ text: LiteralText) -> ForeignMark? {
    guard text.bytes.starts(with: ":::".utf8) else { return nil }
    let end = text.bytes.firstIndex { $0 != UInt8(ascii: ":") } ?? text.bytes.count
    return ForeignMark(range: 0..<end, help: remove)
  }

  /// `'''words'''`.
  private static func wiki(_ at: Int, _ text: LiteralText) -> ForeignMark? {
    let bytes = text.bytes
    guard at > 0, at + 2 < bytes.count, bytes[at + 1] == bytes[at], bytes[at + 2] == bytes[at],
      Alphabet.isPart(bytes[at - 1])
    else { return nil }
    return ForeignMark(
      range: at..<at + 3,
      help: Phrase(it: "il grassetto si scrive `**così**`", en: "bold is written `**so**`"))
  }

  private static let entities: Set<String> = [
    "nbsp", "amp", "quot", "lt", "gt", "apos", "agrave", "egrave", "eacute", "igrave", "ograve",
    "ugrave", "Egrave", "euro", "rsquo", "lsquo", "ldquo", "rdquo", "laquo", "raquo", "ndash",
    "mdash", "hellip", "deg", "ordm", "ordf", "shy", "bull", "middot",
  ]

  /// `&agrave;`, where it was not read as a letter.
  private static func entity(_ at: Int, _ text: LiteralText) -> ForeignMark? {
    guard
      let end = text.bytes[at...].prefix(10).firstIndex(of: UInt8(ascii: ";")), end > at + 1
    else { return nil }
    let name = text.string(at + 1..<end)
    let isNumber = name.hasPrefix("#") && name.dropFirst().allSatisfy { $0.isNumber || $0 == "x" }
    guard entities.contains(name) || isNumber && name.count > 2 else { return nil }
    return ForeignMark(
      range: at..<end + 1,
      help: Phrase(
        it: "scrivi il carattere stesso", en: "write the character itself"))
  }

  /// `<br>` and the ends of elements, in a field that holds no HTML and shows it.
  private static func tag(_ at: Int, _ text: LiteralText) -> ForeignMark? {
    guard let end = text.bytes[at...].prefix(20).firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let name = text.string(at + 1..<end).lowercased()
    let isBreak = ["br", "br/", "br /", "p", "hr"].contains(name)
    let isEnd = name.hasPrefix("/") && name.count > 1 && name.dropFirst().allSatisfy(\.isLetter)
    guard isBreak || isEnd else { return nil }
    return ForeignMark(
      range: at..<end + 1,
      help: Phrase(
        it: "nei campi brevi non c'è HTML: toglilo", en: "short fields hold no HTML: take it away"))
  }
}
