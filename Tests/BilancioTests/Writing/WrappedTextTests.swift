import Content
import Foundation
import Testing

@testable import Writing

/// Paragraphs shown as a line each, and written back in the lines that they had.
@Suite struct WrappedTextTests {
  private static let wide =
    "abbiamo cambiato diverse cose, alcune grandi e altre piccole: la frutta"

  /// A text, as it is shown.
  static let shown: [(String, String)] = [
    ("\(wide)\ndue\n\ntre\n", "\(wide) due\n\ntre\n"),
    ("- \(wide)\n  due\n- tre\n", "- \(wide) due\n- tre\n"),
    ("1. \(wide)\n   due\n2. tre", "1. \(wide) due\n2. tre"),
    // Short lines are an address or verses.
    ("uno\ndue\n\ntre\n", "uno\ndue\n\ntre\n"), ("- uno\n  due\n- tre\n", "- uno\n  due\n- tre\n"),
    ("# Uno\ndue", "# Uno\ndue"), ("uno  \ndue", "uno  \ndue"), ("uno\\\ndue", "uno\\\ndue"),
    ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d |"),
    ("```\nuno\ndue\n```\n\(wide)\nquattro", "```\nuno\ndue\n```\n\(wide) quattro"),
    ("> uno\n> due", "> uno\n> due"), ("[^1]: nota\nuno", "[^1]: nota\nuno"),
    ("    codice\n    altro", "    codice\n    altro"), ("uno\n---\ndue", "uno\n---\ndue"),
    ("uno\ndue  tre", "uno\ndue  tre"), ("", ""), ("uno\n- \(wide)\n  tre", "uno\n- \(wide) tre"),
  ]

  @Test(arguments: shown)
  func `a paragraph is a line, and what is none stays`(text: String, shown: String) {
    let wrapped = WrappedText(text)
    #expect(wrapped.shown == shown)
    #expect(wrapped.lines(for: shown) == text)
  }

  private static let long =
    "Nel 2023 abbiamo cambiato diverse cose, alcune grandi e altre piccole: la frutta si mangia a metà mattina,\n"
    + "i legumi sono spesso nascosti in polpette e vellutate, il pane è quello a basso contenuto di sale.\n"
    + "Le tariffe non sono aumentate.\n\nUn altro paragrafo\nin due righe."

  @Test func `a word that changes moves no line but its own`() throws {
    let shown = WrappedText(WrappedTextTests.long).shown
    let new = shown.replacing("polpette", with: "zuppe")
    let written = try #require(WrappedText(WrappedTextTests.long).lines(for: new))
    #expect(written == WrappedTextTests.long.replacing("polpette", with: "zuppe"))
  }

  @Test func `what is new is as wide as what was there, and what was one line stays one`() throws {
    let new =
      WrappedText(WrappedTextTests.long).shown + "\n\n" + String(repeating: "parola ", count: 40)
      + "fine."
    let written = try #require(WrappedText(WrappedTextTests.long).lines(for: new))
    #expect(written.hasPrefix(WrappedTextTests.long))
    #expect(written.components(separatedBy: "\n").allSatisfy { $0.count <= 107 })
    let one = String(repeating: "parola ", count: 40) + "fine."
    #expect(
      WrappedText(one).lines(for: one.replacing("fine", with: "inizio"))
        == one.replacing("fine", with: "inizio"))
  }

  @Test func `a word that would begin something else does not begin a line`() throws {
    let start = String(repeating: "parola ", count: 15)
    for mark in ["-", "1.", "#", "2)", "+", ">", "|"] {
      let new = start + mark + " " + start + "fine"
      let written = WrappedText("\(WrappedTextTests.wide)\ndue").lines(for: new)
      #expect(written.map { WrappedText($0).shown } == new, "\(mark)")
    }
  }

  @Test
  func `the texts that the tests have are written back as they were, and changed words alone move`()
    throws
  {
    let folder = Program.root.appending(path: "Tests/Corpus/content")
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var (texts, edits, unwrapped) = (0, 0, 0)
    while let url = found?.nextObject() as? URL {
      guard url.pathExtension == "md", let text = try? String(contentsOf: url, encoding: .utf8),
        let body = try? FrontMatter(text, from: 0).body.text
      else { continue }
      let old = YAMLFile.tidy(String(body))
      let wrapped = WrappedText(old)
      #expect(wrapped.lines(for: wrapped.shown) == old, "\(url.lastPathComponent)")
      texts += 1
      for word in ["Comune", "anno", "della", "sono"] where wrapped.shown.contains(word) {
        for other in ["x", "una parola assai più lunga di prima"] {
          let new = wrapped.shown.replacing(word, with: other, maxReplacements: 1)
          edits += 1
          guard let written = wrapped.lines(for: new) else {
            unwrapped += 1
            continue
          }
          let change = written.components(separatedBy: "\n")
            .difference(from: old.components(separatedBy: "\n"))
          #expect(change.count <= 24, "\(url.lastPathComponent): \(word)")
        }
      }
    }
    #expect(texts > 30 && edits > 200 && unwrapped * 20 < edits, "\(texts) \(edits) \(unwrapped)")
  }
}
