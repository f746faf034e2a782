import Diagnostics
import Files
import Foundation
import Testing

@testable import YAMLTree

/// However a file is spoilt, what is said of it is said in words of ours, with what to do.
@Suite struct YAMLMutationTests {
  private static let signs: [String] = [
    "-", ":", "#", "!", "&", "*", "?", "|", ">", "%", "@", "`", "\"", "'", "[", "]", "{", "}", ",",
    " ",
    "  ", "\t", "\n", "\\", "~", "=", "<", ".", "- ", ": ", "\u{A0}", "“", "”", "–", "•", "0", "à",
    "\u{85}", "\u{2028}",
  ]

  /// Words that only the parser's own sentences have.
  private static let foreign = [
    "did not", "could not", "expected", "found", "while ", "mapping", "sequence", "scalar", "token",
    "character", "block ", "anchor", "alias:", "document in", "uncovertable",
  ]

  private static func sources() throws -> [String] {
    let cases = GoldenTests.folder.appending(path: "Cases")
    let base = GoldenTests.folder.appending(path: "Base")
    return try [base, cases].flatMap { folder in
      try tree(folder).filter { $0.key.hasSuffix(".yml") || $0.key.hasSuffix(".md") }
        .sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }
        .map { text in
          // Of a text with front matter the fields alone.
          guard text.hasPrefix("---\n") else { return text }
          let rest = text.dropFirst(4)
          return String(rest.firstRange(of: "\n---\n").map { rest[..<$0.lowerBound] } ?? rest)
        }.filter { $0.utf8.count < 3000 }
    }
  }

  @Test(.slow) func `twenty thousand spoilt files are told in plain words`() throws {
    let sources = try YAMLMutationTests.sources()
    var chance = SplitMix(state: 13)
    var told = 0
    for round in 0..<20_000 {
      let source = sources[Int(chance.next() % UInt64(sources.count))]
      var scalars = Array(source.unicodeScalars)
      let at = scalars.isEmpty ? 0 : Int(chance.next() % UInt64(scalars.count))
      let sign = YAMLMutationTests.signs[Int(chance.next() % UInt64(YAMLMutationTests.signs.count))]
      switch chance.next() % 3 {
      case 0 where !scalars.isEmpty: scalars.remove(at: at)
      case 1 where !scalars.isEmpty: scalars.replaceSubrange(at..<at + 1, with: sign.unicodeScalars)
      default: scalars.insert(contentsOf: sign.unicodeScalars, at: at)
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let (node, found) = YAMLMistakeTests.read(String(text))
      // NEL is read as a letter where it comes from a file, and LS at the end of a text as what it is.
      let hasBreaks = text.contains { $0 == "\u{85}" || $0 == "\u{2028}" }
      if let node, !hasBreaks, round.isMultiple(of: 4) {
        try YAMLRangeTests.check(node, String(text))
      }
      for diagnostic in found {
        told += 1
        try check(diagnostic, String(text))
      }
    }
    #expect(told > 2000)
  }

  private func check(_ diagnostic: Diagnostic, _ text: String) throws {
    let ours = withoutNames(diagnostic.message.italian)
    let isPlain = !YAMLMutationTests.foreign.contains { ours.contains($0) }
    try #require(isPlain, "\(diagnostic.message.italian)")
    try #require(diagnostic.help != nil, "\(diagnostic.message.italian)\n\(text)")
    let place = try #require(diagnostic.place?.bytes)
    try #require(place.lowerBound <= text.utf8.count)
  }

  /// What an author wrote may be in any language.
  private func withoutNames(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined()
  }
}
