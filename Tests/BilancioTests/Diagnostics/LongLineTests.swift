import Testing

@testable import Checks
@testable import Diagnostics

/// Places in a line that is a whole text are found as those in a short one.
@Suite struct LongLineTests {
  private func place(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(file: SourceFile.ID(0), bytes: bytes)
  }

  @Test func `columns of a long line are counted in characters, in any order`() {
    let line = "\u{FEFF}" + String(repeating: "città 🎉 e\u{301}, ", count: 400)
    var locator = Locator([SourceFile(path: "a.md", text: "prima\n" + line + "\nfine")])
    let words = line.dropFirst()
    var offsets: [(offset: Int, column: Int)] = []
    var offset = 6 + 3
    for (column, character) in words.enumerated() {
      offsets.append((offset, column + 1))
      offset += character.utf8.count
    }
    for (offset, column) in offsets.reversed() + offsets {
      let location = locator.location(of: place(offset..<offset + 1))
      #expect(location?.line == 2)
      #expect(location?.column == column)
    }
  }

  @Test func `of a long line the part around the place is shown`() throws {
    let words = (0..<2000).map { "p\($0)" }
    let text = words.joined(separator: " ")
    var locator = Locator([SourceFile(path: "a.md", text: text)])
    for wanted in ["p3", "p40", "p1000", "p1999"] {
      let found = try #require(text.firstRange(of: wanted + (wanted == "p1999" ? "" : " ")))
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      let excerpt = try #require(Excerpt(place(start..<start + wanted.utf8.count), &locator))
      let behind = excerpt.line.dropFirst(excerpt.indent)
      #expect(behind.hasPrefix(wanted))
      #expect(excerpt.width == wanted.count)
      #expect(excerpt.line.count <= 102)
      #expect(excerpt.line.hasPrefix("…") == (start > 79))
      #expect(excerpt.line.hasSuffix("…") == (wanted != "p1999"))
      if start > 79 { #expect(excerpt.indent == 41) }
    }
  }

  @Test func `stretches are joined where they meet, and found by halving`() {
    let stretches = Stretches([20..<30, 2..<5, 4..<9, 9..<9, 30..<31, 40..<41])
    let inside = Set(Array(2..<9) + Array(20..<31) + [40])
    for place in 0..<60 { #expect(stretches.contains(place) == inside.contains(place)) }
    #expect(stretches.overlaps(0..<3) && stretches.overlaps(8..<21) && stretches.overlaps(0..<60))
    #expect(
      !stretches.overlaps(9..<20) && !stretches.overlaps(5..<5) && !stretches.overlaps(50..<60))
  }

  @Test func `the link at a place is the first that has it, one inside another too`() {
    func link(_ number: Int, _ range: Range<Int>) -> Block.Link {
      Block.Link(number: number, range: range, address: "\(number)")
    }
    let links = [
      link(0, 0..<4), link(1, 4..<4), link(2, 6..<20), link(3, 8..<10), link(4, 25..<30),
    ]
    let block = Block(
      kind: .paragraph, text: Array(repeating: 0x61, count: 40), pieces: [], links: links,
      lines: nil)
    for place in 0..<40 {
      #expect(
        block.link(at: place)?.number == links.first { $0.range.contains(place) }?.number)
      for end in place..<40 {
        let range = place..<end
        #expect(
          block.link(overlapping: range)?.number
            == links.first { $0.range.overlaps(range) }?.number)
      }
    }
  }

  @Test func `letters of an acronym are looked for in small words a bounded number of times`() {
    // Each of the words has each letter twice, so that there are more ways than anybody could try.
    let words = String(repeating: "di dd da dd di dd di ", count: 30)
    let block = Block(plain: words + "DDDDDDZ " + words)
    let acronym = block.words.firstIndex { $0.isAllCapitals }
    #expect(acronym.map { AcronymExplanations.explain($0, block) } == false)
    let plain = Block(plain: "Il DUP, cioè il documento unico di programmazione, e basta.")
    #expect(AcronymExplanations.explain(1, plain))
  }
}
