import Testing

@testable import Writing

/// Two who change the same text.
@Suite struct ThreeWayTests {
  private static let shown = "Uno.\n\nDue.\n\nTre.\n\nQuattro.\n\nCinque.\n"

  @Test(arguments: [
    (shown, shown, shown, ThreeWay.Outcome.clear(shown)),
    (shown, "x", shown, .clear("x")), (shown, shown, "x", .clear("x")),
    ("a", "b", "b", .clear("b")),
    ("a", "b", "c", .conflict),
    (
      shown, shown.replacing("Uno.", with: "Uno!"), shown.replacing("Cinque.", with: "Cinque!"),
      .merged("Uno!\n\nDue.\n\nTre.\n\nQuattro.\n\nCinque!\n")
    ),
    (
      shown, shown.replacing("Due.\n\n", with: ""), shown + "\nSei.\n",
      .merged("Uno.\n\nTre.\n\nQuattro.\n\nCinque.\n\nSei.\n")
    ),
    // The same paragraph, and two side by side.
    (shown, shown.replacing("Tre.", with: "3"), shown.replacing("Tre.", with: "III"), .conflict),
    (shown, shown.replacing("Tre.", with: "3"), shown.replacing("Due.", with: "II"), .conflict),
    (shown, "Zero.\n\n" + shown, "Prima.\n\n" + shown, .conflict),
    ("", "a", "b", .conflict),
    (shown, "", shown.replacing("Tre.", with: "3"), .conflict),
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

  @Test func `a short field is one thing`() {
    let joined = ThreeWay.joined(
      shown: "a\n\nb\n\nc", mine: "x\n\nb\n\nc", now: "a\n\nb\n\ny", isText: false)
    #expect(joined == .conflict)
  }

  @Test func `long texts that have nothing in common take no long time`() {
    let texts = (0..<3).map { text in (0..<20_000).map { "\(text) \($0)\n\n" }.joined() }
    #expect(
      ThreeWay.joined(shown: texts[0], mine: texts[1], now: texts[2], isText: true) == .conflict)
  }
}
