import Content
import Diagnostics
import Files
import Synchronization
import Testing

@testable import Content
@testable import Diagnostics
@testable import YAMLTree

/// What keeps many, long and nested things from taking their square: the answers stay the same, the steps few.
@Suite struct BoundTests {
  // Names

  private static let names = (0..<10_000).map { "delibera-\(7 * $0 + 10_001)-giunta" }

  @Test(arguments: [
    ("delibera-12108-giuntq", "delibera-12108-giunta"),
    ("delbera-12108-giunta", "delibera-12108-giunta"),
    ("delibera-121x08-giunta", "delibera-12108-giunta"),
    ("delibera-12108-giunta-x", "delibera-12108-giunta"),
    ("Delibera-12108-Giunta", "delibera-12108-giunta"),
  ])
  func `a name with a slip is found among ten thousand`(slip: (wrong: String, right: String)) {
    let known = KnownNames(BoundTests.names)
    #expect(NearMiss.candidates(for: slip.wrong, among: known).first == slip.right)
    #expect(known.neighbours(of: slip.wrong).count <= 96)
  }

  @Test func `among some hundreds each name is compared`() {
    let few = Array(BoundTests.names.prefix(256))
    for wrong in ["delibera-10002-giunta", "x", "delibera", "giunta-10001-delibera"] {
      #expect(
        NearMiss.candidates(for: wrong, among: KnownNames(few))
          == NearMiss.candidates(for: wrong, among: few))
    }
    #expect(KnownNames(few).neighbours(of: "niente") == few)
  }

  @Test func `a name that is a book is compared with none`() {
    let book = String(repeating: "parola ", count: 100_000)
    #expect(NearMiss.candidates(for: book, among: [book + "x"]) == [])
    #expect(NearMiss.candidates(for: "titlo", among: [book, "titolo"]) == ["titolo"])
    #expect(!NearMiss.isOneSlip(book, book + "x"))
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("", "abc", 3), ("ca", "abc", 3),
    ("mensa", "senza", 2), ("titolo", "tiotlo", 1), ("aabb", "abab", 1), ("abcd", "wxyz", 4),
  ])
  func `distances are what they are, also up to a limit`(
    pair: (one: String, other: String, distance: Int)
  ) {
    let (a, b) = (Array(pair.one.unicodeScalars), Array(pair.other.unicodeScalars))
    #expect(NearMiss.distance(a, b) == pair.distance)
    for limit in 0...5 {
      let found = NearMiss.distance(a, b, atMost: limit)
      #expect(pair.distance <= limit ? found == pair.distance : found > limit)
    }
  }

  // YAML

  @Test(arguments: [
    String(repeating: "abcd efg\n", count: 40), String(repeating: "è€😀a", count: 99) + "\nè\n",
    "", "è", String(repeating: "a", count: 200) + String(repeating: "ò", count: 200),
  ])
  func `the parser's marks are the bytes that walking finds`(text: String) {
    var cursor = MarkCursor()
    var offsets = text.unicodeScalars.indices.map {
      text.utf8.distance(from: text.utf8.startIndex, to: $0)
    }
    offsets.append(text.utf8.count)
    for start in offsets.indices {
      for mark in [start, start + 3, start + 64, start + 1_000, start / 2, start] {
        #expect(
          cursor.byte(of: mark, in: text.utf8.span) == offsets[min(mark, offsets.count - 1)])
      }
    }
  }

  @Test(arguments: [
    "testo: |\n  *nota: non è un rimando\na: ⟦&⟧a [b, c]\n*a : d\n", "a: ⟦&⟧a b\n? [*a, *a]\n: c\n",
    "{\"a\":⟦&⟧x [b],[*x,*x]: c}", "a: ⟦&⟧a [b]\nc: {d: *a}\ne: {[f]: g}\n",
    "a: ⟦&⟧a b\n? *a\n: c\n", "a: ⟦&⟧x b\nc: *x\n",
  ])
  func `an alias is told where its name is given`(marked: String) {
    let text = Marked(marked)
    let found = YAMLMistakeTests.read(text.text).found
    #expect(found.map(\.identifier) == [.yamlAlias])
    #expect(found.first?.place?.bytes == text.bytes)
  }

  @Test(arguments: [
    "testo: |\n  *nota: che cosa\n", "a: \"&x *x\"\nb: c\n", "a: R&D\n? b\n: c\n",
  ])
  func `words with these signs are no aliases`(text: String) {
    #expect(YAMLMistakeTests.read(text).found.isEmpty)
  }

  @Test func `aliases of aliases in keys end at once`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let last = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: last, count: 10).joined(separator: ", "))]\n"
    }
    #expect(YAMLMistakeTests.read(text + "? [*a29]\n: x\n").found.map(\.identifier) == [.yamlAlias])
  }

  @Test func `directives are counted before the parser compares them`() throws {
    let lines = (1...20).map { "%TAG !x\($0)! tag:x\($0)\n" }.joined()
    let found = YAMLMistakeTests.read("# prova\n" + lines + "---\na: b\n").found
    #expect(found.count == 1)
    #expect(try #require(found.first).message.italian == "una riga non può cominciare con `%`")
    #expect(YAMLMistakeTests.read("%YAML 1.2\n---\na: b\n").found.isEmpty)
    let behind = YAMLMistakeTests.read("a: b\n...\n# prova\n...\n" + lines + "--- c\n").found
    #expect(behind.map(\.message.italian) == ["una riga non può cominciare con `%`"])
  }

  @Test(arguments: [
    "a: [", "- ", "? ", "[{a: ",
  ])
  func `what is nested without end is refused at its fifty-first level`(sign: String) throws {
    let found = YAMLMistakeTests.read(String(repeating: sign, count: 300_000) + "\n").found
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(
      ["troppi livelli uno dentro l'altro", "il nome di un campo deve essere una parola"].contains(
        first.message.italian))
    #expect(try #require(first.place).bytes.lowerBound < 300)
  }

  @Test func `of byte-order marks one is taken away`() throws {
    let marks = String(repeating: "\u{FEFF}", count: 200_000)
    guard case .mapping(let pairs, _) = try #require(YAMLMistakeTests.read("a: \(marks)").node),
      case .scalar(let value) = pairs[0].value
    else {
      Issue.record("no text")
      return
    }
    #expect(value.text.utf8.count == marks.utf8.count - 3)
    #expect(YAMLMistakeTests.read(marks + "a: b").found.count <= 1)
  }

  @Test func `brackets that nothing can be said of are read once`() {
    // The parser stops at the brace; the walk over the lines must not read on from each line above it.
    let text =
      String(repeating: "a: [\n", count: 300) + String(repeating: "b,\n", count: 2_000) + "}\n"
    #expect(YAMLMistakeTests.read(text).found.count == 1)
  }

  @Test func `the longest are begun first, and results stay where they belong`() async throws {
    let begun = Mutex<[Int]>([])
    let sizes = [3, 9, 1, 9, 4]
    let results = try await Parallel.map(sizes: sizes) { index in
      begun.withLock { $0.append(index) }
      return sizes[index] * 10 + index
    }
    #expect(results == [30, 91, 12, 93, 44])
    // On several cores two that stand beside each other may change places.
    #expect(begun.withLock { Set($0.prefix(2)) }.isSubset(of: [1, 3, 4]))
  }

  @Test func `a list of a hundred thousand entries is told and not read`() async throws {
    func found(_ count: Int) async throws -> [Diagnostic.Identifier] {
      let list = String(repeating: "a,", count: count - 1) + "b"
      let text = MadeReport.achievement("Testo.")
        .replacing("ufficio: scuola", with: "ufficio: scuola\nbeneficiari: [\(list)]")
      return try await MadeReport(["2021/1-scuole/1-nuova-mensa.md": text]).diagnostics
        .filter { $0.identifier == .tooLong }.map(\.identifier)
    }
    #expect(try await found(100_000) == [.tooLong])
    #expect(try await found(1_000) == [])
  }

  // Tables of figures

  @Test func `tables are counted by their names before they are read`() {
    let mentions = TableMentions(
      ["serie.csv", "i dati.csv"],
      in: [
        "osservazioni: serie.csv\nosservazioni: \"../x/serie.csv\"\n",
        "a: 'i dati.csv'\nb: i dati.csv # no\n",
        "altra-serie.csv e serie.csvx\n",
      ])
    #expect(mentions.counts == ["serie.csv": 2, "i dati.csv": 2])
  }

  @Test func `a large table is not read for each of thousands`() async throws {
    let rows = (0..<40_000).map {
      "\(1990 + $0 / 336)-\($0 / 28 % 12 + 1)-\($0 % 28 + 1);\($0 % 9)"
    }
    var texts = ["2021/tutti.csv": "periodo;valore\n" + rows.joined(separator: "\n")]
    for number in 0..<60 {
      texts["2021/i\(number).yml"] = """
        tipo: indicatore
        nome: Numero \(number)
        definizione: Quanti.
        misura: conteggio
        unita: cose
        verso: neutro
        fonte: registro-iscritti
        responsabile: scuola
        metodo: Si contano.
        osservazioni: tutti.csv
        """
    }
    let found = try await MadeReport(texts).diagnostics.filter { $0.identifier == .fileTooLarge }
    #expect(found.count == 60)
  }
}
