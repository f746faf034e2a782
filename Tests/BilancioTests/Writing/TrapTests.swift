import Diagnostics
import Testing

@testable import Writing

/// One thing changed in a file, and every other byte as it was: what an author wrote in each of the forms that YAML has.
@Suite struct TrapTests {
  /// What is done to a file.
  enum Act: CustomStringConvertible {
    case set(String, String)
    case field(String, String, in: String = "", order: [String])
    case unset(String)
    case entry(String, at: Int, [(String, String)])
    case item(String, at: Int, String)
    case drop(String, Int)
    case move(String, Int, Int)

    var description: String {
      switch self {
      case .set(let path, let value): "\(path) ← \(value.debugDescription)"
      case .field(let key, let value, let path, _): "\(path)+\(key) ← \(value.debugDescription)"
      case .unset(let path): "\(path) ✕"
      case .entry(let path, let place, _): "\(path) + \(place)"
      case .item(let path, let place, let value): "\(path) + \(place): \(value)"
      case .drop(let path, let number): "\(path) − \(number)"
      case .move(let path, let old, let new): "\(path): \(old) → \(new)"
      }
    }
  }

  static func done(_ act: Act, to text: String, isMarkdown: Bool = false) throws(WritingRefusal)
    -> String
  {
    let file = try YAMLFile(Array(text.utf8), isMarkdown: isMarkdown)
    func path(_ text: String) throws(WritingRefusal) -> FieldPath {
      if text.isEmpty { return FieldPath([]) }
      guard let path = FieldPath(text) else { throw .notFound(text) }
      return path
    }
    let bytes: [UInt8]
    switch act {
    case .set(let place, let value): bytes = try file.setting(path(place), to: value)
    case .field(let key, let value, let place, let order):
      bytes = try file.inserting(key, value, into: path(place), order: order)
    case .unset(let place): bytes = try file.removing(path(place))
    case .entry(let place, let number, let fields):
      bytes = try file.inserting(
        .fields(fields.map { (key: $0.0, value: $0.1) }), into: path(place), at: number)
    case .item(let place, let number, let value):
      bytes = try file.inserting(.text(value), into: path(place), at: number)
    case .drop(let place, let number): bytes = try file.removing(path(place), entry: number)
    case .move(let place, let old, let new):
      bytes = try file.moving(path(place), from: old, to: new)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  struct Trap: CustomTestStringConvertible {
    let number: Int
    let before: String
    let act: Act
    let after: String

    init(_ number: Int, _ before: String, _ act: Act, _ after: String) {
      (self.number, self.before, self.act, self.after) = (number, before, act, after)
    }

    var testDescription: String { "\(number): \(act)" }
  }

  @Test(arguments: texts + blocks + fields + lists)
  func `what is written is what was meant, and the rest stays`(trap: Trap) throws {
    #expect(try TrapTests.done(trap.act, to: trap.before) == trap.after)
    // Written once more, nothing changes.
    if case .set = trap.act {
      #expect(try TrapTests.done(trap.act, to: trap.after) == trap.after)
    }
  }

  @Test(arguments: texts + blocks + fields + lists)
  func `a file of another system keeps its line ends and its mark`(trap: Trap) throws {
    func other(_ text: String) -> String { "\u{FEFF}" + text.replacing("\n", with: "\r\n") }
    let made = try TrapTests.done(trap.act, to: other(trap.before))
    // What a text itself has of line ends is what was asked for; in quotes it stands as signs.
    #expect(made == other(trap.after))
  }

  @Test(arguments: texts + blocks + fields + lists)
  func `the front of a Markdown file is written, and its body stays`(trap: Trap) throws {
    func page(_ text: String) -> String {
      "---\n" + text + (text.hasSuffix("\n") ? "" : "\n") + "---  \n\n--- corpo\nsenza fine"
    }
    #expect(
      try TrapTests.done(trap.act, to: page(trap.before), isMarkdown: true) == page(trap.after))
  }

  static let texts = [
    Trap(
      1, "stato: in_corso   # al 31/12\nb: 1\n", .set("stato", "completata"),
      "stato: completata   # al 31/12\nb: 1\n"),
    Trap(2, "titolo: Piano\n", .set("titolo", "Piano: fase due"), "titolo: \"Piano: fase due\"\n"),
    Trap(3, "titolo: Piano\n", .set("titolo", "Piano #1"), "titolo: \"Piano #1\"\n"),
    Trap(4, "titolo: Piano\n", .set("titolo", "L'anagrafe"), "titolo: L'anagrafe\n"),
    Trap(
      5, "titolo: Piano\n", .set("titolo", "- \"sì\" all'anagrafe"),
      "titolo: '- \"sì\" all''anagrafe'\n"),
    Trap(6, "titolo: 'Piano'\n", .set("titolo", "L'anagrafe"), "titolo: 'L''anagrafe'\n"),
    Trap(
      7, "titolo: \"Pia\\u006eo\"\n", .set("titolo", "a \"b\" \\ c"),
      "titolo: \"a \\\"b\\\" \\\\ c\"\n"),
    Trap(8, "a: x\n", .set("a", "~"), "a: \"~\"\n"),
    Trap(8, "a: x\n", .set("a", "null"), "a: \"null\"\n"),
    Trap(9, "a: 2020-01-01\n", .set("a", "2020-06-29"), "a: 2020-06-29\n"),
    Trap(10, "a: \"x\"  # c\n", .set("a", "x"), "a: \"x\"  # c\n"),
    Trap(11, "a:\nb: 1\n", .set("a", "uno"), "a: uno\nb: 1\n"),
    Trap(11, "a:   # nota\nb: 1\n", .set("a", "uno"), "a: uno   # nota\nb: 1\n"),
    Trap(12, "a: uno # c\nb: 1\n", .set("a", ""), "a: # c\nb: 1\n"),
    Trap(12, "a: |  # c\n  uno\n  due\nb: 1\n", .set("a", ""), "a: # c\nb: 1\n"),
    Trap(34, "a: x\n", .set("a", "a\u{85}b\u{2028}c\u{7}d"), "a: \"a\\x85b\\u2028c\\x07d\"\n"),
    Trap(35, "a: x\n", .set("a", "100\u{A0}%"), "a: 100\u{A0}%\n"),
    Trap(38, "a: x\n", .set("a", "uno\tdue"), "a: \"uno\\tdue\"\n"),
    Trap(40, "a: x\n", .set("a", "[13° posto](dato:x@2020)"), "a: \"[13° posto](dato:x@2020)\"\n"),
    Trap(41, "a: perche\u{301} 👨‍👩‍👧\nb: 1\n", .set("a", "👍🏽"), "a: 👍🏽\nb: 1\n"),
    Trap(42, "a: \"08\"\nb: no\n", .set("a", "09"), "a: \"09\"\nb: no\n"),
    Trap(
      22, "o:\n  - { periodo: 2019, valore: 77 }\n", .set("o.1.valore", "57,9"),
      "o:\n  - { periodo: 2019, valore: \"57,9\" }\n"),
  ]

  static let blocks = [
    Trap(
      13, "m: |\n    uno  \n    due\n\n    tre\n\n# nota\nn: 1\n", .set("m", "uno  \nDUE\n\ntre\n"),
      "m: |\n    uno  \n    DUE\n\n    tre\n\n# nota\nn: 1\n"),
    Trap(14, "m: |-\n  uno\nn: 1\n", .set("m", "uno\ndue"), "m: |-\n  uno\n  due\nn: 1\n"),
    Trap(
      15, "m: |2\n    rientrato\n  uno\nn: 1\n", .set("m", "  rientrato\ndue\n"),
      "m: |2\n    rientrato\n  due\nn: 1\n"),
    Trap(
      16, "m: |\n  uno\nn: 1\n", .set("m", "  rientro\nuno\n"), "m: |2\n    rientro\n  uno\nn: 1\n"),
    Trap(
      17,
      "d: >-\n  Posto occupato da Palermo nella classifica ICity Rank. Dal 2020 la classifica\n  ordina le città capoluogo di provincia.\nx: 1\n",
      .set(
        "d",
        "Posto occupato da Palermo nella classifica ICity Rank. Dal 2020 la classifica ordina le città del Sud."
      ),
      "d: >-\n  Posto occupato da Palermo nella classifica ICity Rank. Dal 2020 la classifica\n  ordina le città del Sud.\nx: 1\n"
    ),
    Trap(
      18, "t: testo su\n  due righe   # c\nb: 1\n", .set("t", "testo su tre righe"),
      "t: testo su\n  tre righe   # c\nb: 1\n"),
    Trap(19, "t: corto  # c\nb: 1\n", .set("t", "uno\ndue\n"), "t: | # c\n  uno\n  due\nb: 1\n"),
    Trap(
      20, "a: 1\nm: |\n  uno\nb: 2\n", .set("m", "uno\r\ndue\r\n"),
      "a: 1\nm: |\n  uno\n  due\nb: 2\n"),
    Trap(37, "m: |+\n  uno\n\n\nb: 1\n", .set("m", "due\n\n\n"), "m: |\n  due\n\n\nb: 1\n"),
    Trap(
      39, "in_breve: x\nb: 1\n",
      .set(
        "in_breve",
        "Il Comune ha aderito alle piattaforme pubbliche per pagare in rete e per ricevere avvisi. I suoi servizi accettano l'identità digitale."
      ),
      "in_breve: >-\n  Il Comune ha aderito alle piattaforme pubbliche per pagare in rete e per ricevere avvisi. I suoi servizi accettano\n  l'identità digitale.\nb: 1\n"
    ),
  ]

  static let fields = [
    Trap(
      24, "tipo: x\ntitolo: A\n\n# nota del testo\ntesto: |\n  b\n",
      .field("numero", "2", order: ["tipo", "numero", "titolo", "testo"]),
      "tipo: x\nnumero: 2\ntitolo: A\n\n# nota del testo\ntesto: |\n  b\n"),
    Trap(
      25, "# il file\n\ntitolo: A\n", .field("numero", "2", order: ["numero", "titolo"]),
      "# il file\n\nnumero: 2\ntitolo: A\n"),
    Trap(
      26, "v:\n  - nome: a\n    x: 1\n", .field("id", "b", in: "v.1", order: ["id", "nome", "x"]),
      "v:\n  - id: b\n    nome: a\n    x: 1\n"),
    Trap(27, "v:\n  - id: b\n    nome: a\n", .unset("v.1.id"), "v:\n  - nome: a\n"),
    Trap(43, "a: 1\n\n# del b\nb: 2\n\nc: 3\n", .unset("b"), "a: 1\n\nc: 3\n"),
    Trap(44, "o: { a: 1, b: 2 }\n", .unset("o.a"), "o: { b: 2 }\n"),
    Trap(
      44, "o: { a: 1, b: 2 }\n", .field("c", "x, y", in: "o", order: ["a", "b", "c"]),
      "o: { a: 1, b: 2, c: \"x, y\" }\n"),
    Trap(45, "a:\n  b: 1\nc: 2\n", .unset("a.b"), "c: 2\n"),
    Trap(
      46, "a: 1\nb:\n", .field("c", "uno\ndue\n", order: ["a", "b", "c"]),
      "a: 1\nb:\nc: |\n  uno\n  due\n"),
  ]

  static let lists = [
    Trap(23, "i: [a, b]  # c\n", .item("i", at: 1, "c, d"), "i: [a, \"c, d\", b]  # c\n"),
    Trap(
      28, "v:\n  - id: a\n\n  # eccezione x: y\n  - id: b\n\n  - id: c\n", .drop("v", 1),
      "v:\n  - id: a\n\n  - id: c\n"),
    Trap(30, "a: 1\nv:\n  - x\nb: 2\n", .drop("v", 0), "a: 1\nb: 2\n"),
    Trap(31, "v:\n- a\n- b\nc: 1\n", .item("v", at: 2, "d"), "v:\n- a\n- b\n- d\nc: 1\n"),
    Trap(
      36, "v:\n    -   id: a\n        t: b\n", .entry("v", at: 1, [("id", "n"), ("t", "u")]),
      "v:\n    -   id: a\n        t: b\n    -   id: n\n        t: u\n"),
    Trap(
      47, "v:\n  - a\n  # di b\n  - b\n  - c\n", .move("v", 1, 0),
      "v:\n  # di b\n  - b\n  - a\n  - c\n"),
    Trap(
      50, "v:\n  - a: 1\n\n    # coda di a\n  - a: 2\n  - a: 3\n", .move("v", 0, 2),
      "v:\n  - a: 2\n  - a: 3\n  - a: 1\n\n    # coda di a\n"),
    Trap(
      50, "v:\n  - a: 1\n\n    # coda di a\n  - a: 2\n", .drop("v", 1),
      "v:\n  - a: 1\n\n    # coda di a\n"),
    Trap(48, "v: [ a, b,  c ]\n", .move("v", 2, 0), "v: [ c, a,  b ]\n"),
    Trap(49, "v: []\n", .item("v", at: 0, "a"), "v: [a]\n"),
  ]

  @Test func `the last line of a file gets an end where its text needs one`() throws {
    #expect(
      try TrapTests.done(.set("m", "uno\ndue\n"), to: "a: 1\nm: corto")
        == "a: 1\nm: |\n  uno\n  due\n")
    #expect(try TrapTests.done(.set("m", "lungo"), to: "a: 1\nm: corto") == "a: 1\nm: lungo")
    let list = "v:\n  - id: a\n\n  # eccezione x: y\n  - id: b\n    t: |\n      uno\n\n  - id: c"
    #expect(
      try TrapTests.done(.move("v", 1, 2), to: list)
        == "v:\n  - id: a\n\n  - id: c\n\n  # eccezione x: y\n  - id: b\n    t: |\n      uno\n")
    #expect(try TrapTests.done(.drop("v", 1), to: "v:\n  - a\n  - b") == "v:\n  - a")
    #expect(try TrapTests.done(.item("v", at: 1, "b"), to: "v:\n  - a") == "v:\n  - a\n  - b")
  }

  @Test(arguments: [
    ("a: &x 1\nb: *x\n", WritingRefusal.unreadable), ("a: 1\na: 2\n", .unreadable),
    ("a: [1\n", .unreadable), ("", .unreadable), ("b: 1\n", .notFound("a")),
    ("a:\n  - x\n", .notText("a")), ("a: {x: 1}\n", .notText("a")), ("a: !!str x\n", .unreadable),
    ("a: 1\n---\na: 2\n", .unreadable),
  ])
  func `what cannot be written is refused with its reason`(text: String, refusal: WritingRefusal) {
    #expect(throws: refusal) { try TrapTests.done(.set("a", "2"), to: text) }
    #expect(!refusal.message.italian.isEmpty && !refusal.message.english.isEmpty)
  }

  @Test func `lists within lists and the last field are refused`() {
    #expect(throws: WritingRefusal.form) {
      try TrapTests.done(.move("v.1", 0, 1), to: "v:\n  - - x\n    - y\n")
    }
    #expect(throws: WritingRefusal.lastField) { try TrapTests.done(.unset("a"), to: "a: 1\n") }
    #expect(throws: WritingRefusal.form) {
      try TrapTests.done(.entry("v", at: 0, [("a", "1")]), to: "v: [{a: 1}]\n")
    }
    #expect(throws: WritingRefusal.notUTF8) {
      try YAMLFile([0x61, 0x3A, 0x20, 0xFF], isMarkdown: false)
    }
  }
}
