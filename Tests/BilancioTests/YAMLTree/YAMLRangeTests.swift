import Diagnostics
import Testing

@testable import YAMLTree

/// Which bytes of a file a key, a value and each byte of a text are: an editor puts others in their place.
@Suite struct YAMLRangeTests {
  /// A stretch of a text with what it was made of in the file; next to each other they are the text.
  typealias Piece = (text: String, file: String)

  struct Case: CustomTestStringConvertible, Sendable {
    /// A document whose first field is looked at.
    let yaml: String
    let key: String
    let value: String
    let pieces: [Piece]

    init(_ yaml: String, _ key: String, _ value: String, _ pieces: [Piece]) {
      (self.yaml, self.key, self.value, self.pieces) = (yaml, key, value, pieces)
    }

    var testDescription: String { yaml.debugDescription }

    /// The same in a file whose lines end with CR LF, or that begins with a mark.
    func written(lineEnd: String, mark: String) -> Case {
      func changed(_ text: String) -> String { text.replacing("\n", with: lineEnd) }
      return Case(
        mark + changed(yaml), key, changed(value), pieces.map { ($0.text, changed($0.file)) })
    }
  }

  private static func same(_ text: String) -> Piece { (text, text) }

  static let plain: [Case] = [
    Case(
      "titolo: Più 🎉 e\u{301} 漢字 # nota\nb: c\n", "titolo", "Più 🎉 e\u{301} 漢字",
      [same("Più 🎉 e\u{301} 漢字")]),
    Case("\"titolo\" : Una:due  \n", "\"titolo\"", "Una:due", [same("Una:due")]),
    Case(
      "a: uno\n  due\n\n    tre  \n\n# fine\nb: c\n", "a", "uno\n  due\n\n    tre",
      [same("uno"), (" ", "\n"), same("due"), same("\n"), same("tre")]),
    Case("a: [1, 2]\n", "a", "[1, 2]", []),
    Case("a: uno", "a", "uno", [same("uno")]),
    Case("{a: uno , b: due}\n", "a", "uno", [same("uno")]),
  ]

  static let quoted: [Case] = [
    Case("a: 'l''orto' # nota\n", "a", "'l''orto'", [same("l"), ("'", "''"), same("orto")]),
    Case(
      "a: 'uno  \n\n   due '\nb: c\n", "a", "'uno  \n\n   due '",
      [same("uno"), same("\n"), same("due ")]),
    Case(
      #"a: "Un \"testo\" \u00e8 \\ \x41\U0001F600\_\N\L.""# + "\n", "a",
      #""Un \"testo\" \u00e8 \\ \x41\U0001F600\_\N\L.""#,
      [
        same("Un "), ("\"", "\\\""), same("testo"), ("\"", "\\\""), same(" "), ("è", "\\u00e8"),
        same(" "), ("\\", "\\\\"), same(" "), ("A", "\\x41"), ("😀", "\\U0001F600"),
        ("\u{A0}", "\\_"), ("\u{85}", "\\N"), ("\u{2028}", "\\L"), same("."),
      ]),
    Case(
      "a: \"uno \\\n   due\n   tre\\n\"\n", "a", "\"uno \\\n   due\n   tre\\n\"",
      [same("uno "), same("due"), (" ", "\n"), same("tre"), ("\n", "\\n")]),
    Case("a: \"\"\n", "a", "\"\"", []),
  ]

  static let blocks: [Case] = [
    Case(
      "a: |\n  È uno.\n    Due\n\n  tre\n\n\n# fine\nb: c\n", "a",
      "|\n  È uno.\n    Due\n\n  tre",
      [same("È uno."), same("\n"), same("  Due"), same("\n"), same("\n"), same("tre"), same("\n")]),
    Case("a: |- # nota\n  uno\n", "a", "|- # nota\n  uno", [same("uno")]),
    Case(
      "a: |+\n  uno\n\n\nb: c\n", "a", "|+\n  uno\n\n",
      [same("uno"), same("\n"), same("\n"), same("\n")]),
    Case(
      "a: |2-\n    uno\n   due\n     \n\nb: c\n", "a", "|2-\n    uno\n   due\n     ",
      [same("  uno"), same("\n"), same(" due"), same("\n"), same("   ")]),
    Case(
      "a: >-\n  uno\n  due\n\n  tre\n   - quattro\n  cinque\n", "a",
      ">-\n  uno\n  due\n\n  tre\n   - quattro\n  cinque",
      [
        same("uno"), (" ", "\n"), same("due"), same("\n"), same("tre"), same("\n"),
        same(" - quattro"), same("\n"), same("cinque"),
      ]),
    Case("a: |\n\n\nb: c\n", "a", "|", []),
    Case("a: |\n  uno", "a", "|\n  uno", [same("uno")]),
  ]

  static let empty: [Case] = [
    Case("a:\nb: c\n", "a", "", []), Case("a: # nota\n\nb: c\n", "a", "", []),
    Case("{a: , b: c}\n", "a", "", []), Case("{a , b: c}\n", "a", "", []),
    Case("? a\n# nota\nb: c\n", "a", "", []),
  ]

  static let groups: [Case] = [
    Case(
      "a:\n  - b\n  - c: d\n    e: f  # nota\n\n# fine\ng: h\n", "a", "- b\n  - c: d\n    e: f", []),
    Case("a:\n- b\n-\n\nc: d\n", "a", "- b\n-", []),
    Case("a:\n  b: |\n    uno\n\n  c:\n# fine\nd: e\n", "a", "b: |\n    uno\n\n  c:", []),
    Case("a: {b: [c, d],\n  e: 'f' } # nota\ng: h\n", "a", "{b: [c, d],\n  e: 'f' }", []),
  ]

  @Test(
    arguments: plain + quoted + blocks + empty + groups,
    [("\n", ""), ("\r\n", ""), ("\n", "\u{FEFF}"), ("\r\n", "\u{FEFF}")])
  func `keys, values and each byte of them are where they stand`(
    written: Case, way: (lineEnd: String, mark: String)
  ) throws {
    let expected = written.written(lineEnd: way.lineEnd, mark: way.mark)
    let (node, found) = YAMLMistakeTests.read(expected.yaml)
    #expect(found.isEmpty)
    guard case .mapping(let pairs, _) = try #require(node), let pair = pairs.first else {
      Issue.record("no field")
      return
    }
    let file = Array(expected.yaml.utf8)
    func words(_ range: SourceRange) -> String {
      String(decoding: file[range.bytes], as: UTF8.self)
    }
    #expect(words(pair.key.place) == expected.key)
    #expect(words(pair.value.range) == expected.value)
    #expect(pair.key.place.bytes.upperBound <= pair.value.range.bytes.lowerBound)
    guard case .scalar(let scalar) = pair.value else { return }
    #expect(scalar.text == expected.pieces.map(\.text).joined())
    let map = EmbeddedText(scalar.text[...], at: scalar.place).map(inFile: expected.yaml)
    var at = 0
    var before = scalar.place.bytes.lowerBound
    for piece in expected.pieces {
      let place = map.place(of: at..<at + piece.text.utf8.count)
      #expect(place.bytes.lowerBound >= before)
      // The break that ends a long text stands behind it.
      if place.bytes.lowerBound < file.count { #expect(words(place) == piece.file) }
      at += piece.text.utf8.count
      before = place.bytes.upperBound
    }
  }

  @Test
  func `a mark at the beginning of a file, or of one put into another, is no part of a text`()
    throws
  {
    let text = "\u{FEFF}tipo: sito\nente: \u{FEFF}uno\n"
    guard case .mapping(let pairs, _) = try #require(YAMLMistakeTests.read(text).node) else {
      return
    }
    #expect(pairs.map(\.key.place.bytes) == [3..<7, 14..<18])
    guard case .scalar(let value) = pairs[1].value else { return }
    #expect(value.text == "uno")
    #expect(value.place.bytes == 23..<26)
  }

  @Test func `an empty value stands right behind its colon`() throws {
    for yaml in ["a:   # nota\nb: c\n", "{a:   , b: c}\n", "a:\nb: c\n"] {
      guard case .mapping(let pairs, _) = try #require(YAMLMistakeTests.read(yaml).node) else {
        return
      }
      let colon = try #require(yaml.utf8.firstIndex(of: UInt8(ascii: ":")))
      let behind = yaml.utf8.distance(from: yaml.utf8.startIndex, to: colon) + 1
      #expect(pairs[0].value.range.bytes == behind..<behind)
    }
  }

  /// What holds of every tree: parts lie in their whole, in order, and each byte of a text is known.
  static func check(_ node: YAMLNode, _ text: String) throws {
    let parts: [YAMLNode]
    switch node {
    case .scalar(let scalar):
      try check(scalar, text)
      return
    case .sequence(let nodes, _): parts = nodes
    case .mapping(let pairs, _): parts = pairs.flatMap { [.scalar($0.key), $0.value] }
    }
    var at = node.range.start
    for part in parts {
      try #require(part.range.start >= at && part.range.end >= part.range.start, "\(text)")
      at = part.range.end
      try check(part, text)
    }
    try #require(at <= node.range.end, "\(text)")
  }

  private static func check(_ scalar: YAMLScalar, _ text: String) throws {
    let file = Array(text.utf8)
    let map = EmbeddedText(scalar.text[...], at: scalar.place).map(inFile: text)
    var last = scalar.place.bytes.lowerBound
    for (index, byte) in scalar.text.utf8.enumerated() {
      let place = map.place(of: index..<index + 1).bytes
      let made = Array(file[min(place.lowerBound, file.count)..<min(place.upperBound, file.count)])
      let isSame = made == [byte] || made == Array("''".utf8)
      let isBreak = byte <= 0x20 && (made.isEmpty || LineBreak.length(at: 0, in: made.span) > 0)
      try #require(
        place.lowerBound >= last && (isSame || isBreak || made.first == UInt8(ascii: "\\")),
        "\(index) of \(scalar.text.debugDescription) in \(text.debugDescription)")
      last = place.lowerBound
    }
  }
}
