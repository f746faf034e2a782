import Testing

@testable import Writing

/// Two who change the same text.
@Suite struct ThreeWayTests {
  private static let shown = "Uno.\n\nDue.\n\nTre.\n\nQuattro.\n\nCinque.\n"

  @Test(arguments: [
    (shown, shown, shown, ThreeWay.Outcome.clear(shown)),
    (shown, "x", shown, .clear("x")), (shown, shown, "x", .clear("x")),
    ("a", "b", "b", .clear("b")),
    (
      shown, shown.replacing("Uno.", with: "Uno!"), shown.replacing("Cinque.", with: "Cinque!"),
      .merged("Uno!\n\nDue.\n\nTre.\n\nQuattro.\n\nCinque!\n")
    ),
    (
      shown, shown.replacing("Due.\n\n", with: ""), shown + "\nSei.\n",
      .merged("Uno.\n\nTre.\n\nQuattro.\n\nCinque.\n\nSei.\n")
    ),
    // A paragraph behind the last, which the other changed another one of.
    ("a\n\nb", "a\n\nb\n\nc", "A\n\nb", .merged("A\n\nb\n\nc")),
    // Both did one thing alike, and one of them another.
    (
      shown, shown.replacing("Uno.", with: "1"),
      shown.replacing("Uno.", with: "1").replacing("Tre.", with: "3"),
      .merged("1\n\nDue.\n\n3\n\nQuattro.\n\nCinque.\n")
    ),
  ])
  func `changes of different paragraphs join, and no other`(
    shown: String, mine: String, now: String, outcome: ThreeWay.Outcome
  ) {
    #expect(ThreeWay.joined(shown: shown, mine: mine, now: now, isText: true) == outcome)
    let turned = ThreeWay.joined(shown: shown, mine: now, now: mine, isText: true)
    #expect(turned == outcome)
  }

  @Test(arguments: [
    ("a", "b", "c", ["b|c"], "c"),
    // The same paragraph, and two side by side.
    (
      shown, shown.replacing("Tre.", with: "3"), shown.replacing("Tre.", with: "III"),
      ["3\n\n|III\n\n"], shown.replacing("Tre.", with: "III")
    ),
    (
      shown, shown.replacing("Tre.", with: "3"), shown.replacing("Due.", with: "II"),
      ["Due.\n\n3\n\n|II\n\nTre.\n\n"], shown.replacing("Due.", with: "II")
    ),
    (
      shown, "Zero.\n\n" + shown, "Prima.\n\n" + shown, ["Zero.\n\n|Prima.\n\n"],
      "Prima.\n\n" + shown
    ),
    ("", "a", "b", ["a|b"], "b"),
    (
      shown, "", shown.replacing("Tre.", with: "3"), ["|" + shown.replacing("Tre.", with: "3")],
      shown.replacing("Tre.", with: "3")
    ),
    // What only one changed comes in all the same.
    (
      shown, shown.replacing("Tre.", with: "3").replacing("Uno.", with: "1") + "\nSei.\n",
      shown.replacing("Tre.", with: "III"), ["3\n\n|III\n\n"],
      shown.replacing("Tre.", with: "III").replacing("Uno.", with: "1") + "\nSei.\n"
    ),
  ])
  func `what both changed is shown stretch by stretch, and what stands there stays`(
    shown: String, mine: String, now: String, stretches: [String], kept: String
  ) {
    guard
      case .conflict(let conflict) = ThreeWay.joined(
        shown: shown, mine: mine, now: now, isText: true)
    else {
      Issue.record("no conflict")
      return
    }
    #expect(conflict.stretches.map { "\($0.mine)|\($0.now)" } == stretches)
    #expect(conflict.keepingNow == kept)
    let turned = ThreeWay.joined(shown: shown, mine: now, now: mine, isText: true)
    #expect(turned.isConflict)
  }

  @Test func `a short field is one thing`() {
    let joined = ThreeWay.joined(
      shown: "a\n\nb\n\nc", mine: "x\n\nb\n\nc", now: "a\n\nb\n\ny", isText: false)
    #expect(joined.isConflict)
  }

  @Test func `long texts that have nothing in common take no long time`() {
    let texts = (0..<3).map { text in (0..<20_000).map { "\(text) \($0)\n\n" }.joined() }
    #expect(
      ThreeWay.joined(shown: texts[0], mine: texts[1], now: texts[2], isText: true).isConflict)
  }
}
