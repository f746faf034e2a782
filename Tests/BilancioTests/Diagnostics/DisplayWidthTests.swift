import Testing

@testable import Diagnostics

/// What is counted in bytes is what is counted in characters.
@Suite struct DisplayWidthTests {
  @Test func `a scalar that is counted in bytes stands alone in one column and is shown as it is`()
  {
    var plain = 0
    for scalar in (0...0x2FFFF).compactMap({ Unicode.Scalar(UInt32($0)) }) {
      for text in ["\(scalar)", "a\(scalar)b", "è\(scalar)»"] {
        guard let columns = DisplayWidth.plainColumns(of: text[...]) else { continue }
        let byCharacter = DisplayWidth.expandedByCharacter(text[...])
        #expect(columns == text.count && byCharacter == (text, columns), "\(scalar.value)")
        plain += 1
      }
    }
    // Printable ASCII, Latin letters to U+017F, « ° », and eight marks, each in three texts.
    #expect(plain == 3 * (95 + 192 + 3 + 8))
  }

  @Test(arguments: [
    "", "e\u{301}", "a\tb", "🎉", "日本", "a\u{200B}b", "a\u{A0}b", "a\r\n", "\u{FEFF}a",
  ])
  func `other texts are left to the characters`(text: String) {
    #expect((DisplayWidth.plainColumns(of: text[...]) == nil) == !text.isEmpty)
  }
}
