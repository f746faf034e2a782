/// Changes a text as hands, editors and bad luck do.
enum Mutation {
  /// Words that mean something to one of the parsers.
  private static let words: [String] = [
    "- ", ": ", "  ", "\t", "\n", "\r\n", "\r", "---\n", "...", "|", ">-", "&a ", "*a", "? ",
    "!!int ",
    "'", "\"", "{", "}", "[", "]", "#", "%", "@", "`", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}",
    "\u{E000}", "\u{E001}", "![", "](", "[^1]", "[^1]: ", "~~", "```", "<b>", "<!--", "-->",
    "|---|",
    "| a | b |\n| - | - |\n", "dato:iscritti@2020", "variazione:iscritti@2019..2020", "pagina:",
    "atto:dgc-2021-10", "conteggio:x.y", "javascript:x", "https://", "www.a.it", "a@b.it",
    "## ", "###### ", "> ", "1. ", "- [x] ", "\\", "&amp;", "&#0;", "\u{301}", "🎉", "漢字", "null",
    "~", "no", "08", "1.234", "1.234,5", "99999999999999999999", "2020-02-30", "29/06/2020",
    "risorsa:x", "fonte:y", "voce:z", "9223372036854775807", "0,000000000001", "9e18", "milioni",
    " volte", " su 10", "osservazioni: iscritti.csv", "{{> uno}}", "{{^a}}", "{{a.b.c}}", "url(",
    "@media ", ":not(", "tipo: ", "id: ", "voci:\n", "{{title}}", "{{#a}}", "{{/a}}", "{{> x}}",
    "{{{x}}}", "{{", "}}",
  ]

  /// - Parameter numbersOnly: whether values become extreme and nothing else changes.
  static func mutated(
    _ text: [UInt8], _ chance: inout Chance, numbersOnly: Bool = false
  ) -> [UInt8] {
    var bytes = text
    for _ in 0...chance.below(4) {
      if numbersOnly {
        putExtreme(in: &bytes, &chance)
        continue
      }
      let at = chance.below(bytes.count + 1)
      let length = min(chance.below(1 << (1 + chance.below(8))), bytes.count - at)
      switch chance.below(10) {
      case 0: bytes.removeSubrange(at..<at + length)
      case 1: bytes.insert(contentsOf: bytes[at..<at + length], at: chance.below(bytes.count + 1))
      case 2 where at < bytes.count: bytes[at] = UInt8(truncatingIfNeeded: chance.next())
      case 3:
        let word = Array(words[chance.below(words.count)].utf8)
        for _ in 0..<(1 << chance.below(10)) where bytes.count < 40_000 {
          bytes.insert(contentsOf: word, at: at)
        }
      case 4:
        // Two lines change places.
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let (a, b) = (chance.below(lines.count), chance.below(lines.count))
        var moved = lines
        moved.swapAt(a, b)
        bytes = Array(moved.joined(separator: [0x0A]))
      case 5, 6: putExtreme(in: &bytes, &chance)
      default:
        bytes.insert(contentsOf: Array(words[chance.below(words.count)].utf8), at: at)
      }
    }
    return bytes
  }

  /// What a number can be at its worst, in the middle of what was a number or a value.
  private static func putExtreme(in bytes: inout [UInt8], _ chance: inout Chance) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let index = chance.below(lines.count)
    // The first from there on that has a value, so that most rounds find one.
    guard let at = (index..<lines.count).first(where: { lines[$0].contains(UInt8(ascii: ":")) }),
      let colon = lines[at].firstIndex(of: UInt8(ascii: ":"))
    else { return }
    lines[at] = Array(lines[at][...colon]) + Array(" \(chance.one(of: extremes))".utf8)
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  static let extremes: [String] = [
    "0", "-0", "1", "-1", "9223372036854775807", "-9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "99999999999999999999999", "0,000000000001", "-0,000000000001",
    "0.0000000000001", "9000000000000000000", "1e23", "1e-300", "inf", "-inf", "nan", "1.234",
    "1.234,5", "'1.234.567'", "4294967296", "2147483648", "32768", "256", "0x7fffffffffffffff",
    "1_000",
    "0001-01-01", "9999-12-31", "2021-00-00", "2999", "1000", "+5", "٣", "½", "1/0", "100%",
    "[1, 9223372036854775807]", "\"9223372036854775807 volte\"",
  ]
}
