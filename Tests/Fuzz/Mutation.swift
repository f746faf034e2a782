/// A repeatable source of chance (splitmix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }
}

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
    "tipo: ", "id: ", "voci:\n", "{{title}}", "{{#a}}", "{{/a}}", "{{> x}}", "{{{x}}}", "{{", "}}",
  ]

  static func mutated(_ text: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = text
    for _ in 0...chance.below(4) {
      let at = chance.below(bytes.count + 1)
      let length = min(chance.below(1 << (1 + chance.below(8))), bytes.count - at)
      switch chance.below(8) {
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
      default:
        bytes.insert(contentsOf: Array(words[chance.below(words.count)].utf8), at: at)
      }
    }
    return bytes
  }
}
