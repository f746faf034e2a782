import Content
import Diagnostics
import Files
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
  func `columns are the places that walking finds`(text: String) {
    let scalars = ScalarIndex(text)
    let places = text.unicodeScalars.indices.map { $0.utf16Offset(in: text) }.count
    var offsets = text.unicodeScalars.indices.map {
      text.utf8.distance(from: text.utf8.startIndex, to: $0)
    }
    offsets.append(text.utf8.count)
    #expect(offsets.count == places + 1)
    for start in offsets.indices {
      for distance in [0, 1, 2, 63, 64, 65, 130, 1_000] {
        #expect(
          scalars.byte(distance, from: offsets[start])
            == offsets[min(start + distance, offsets.count - 1)])
      }
    }
  }

  @Test(arguments: [
    "testo: |\n  *nota: non è un rimando\na: &a [b, c]\n⟦*a⟧ : d\n", "a: &a b\n? [⟦*a⟧, *a]\n: c\n",
    "{\"a\":&x [b],[⟦*x⟧,*x]: c}", "a: &a [b]\nc: {d: ⟦*a⟧}\ne: {[f]: g}\n",
    "a: &a b\n? ⟦*a⟧\n: c\n",
  ])
  func `an alias in a key never reaches the parser`(marked: String) {
    let text = Marked(marked)
    #expect(AliasKeys.first(in: text.text) == text.bytes)
    #expect(YAMLMistakeTests.read(text.text).found.map(\.identifier) == [.yamlAlias])
  }

  @Test(arguments: [
    "testo: |\n  *nota: che cosa\n", "a: \"&x *x\"\nb: c\n", "a: &x b\nc: *x\n",
    "a: R&D\n? b\n: c\n",
  ])
  func `words with these signs are no aliases in keys`(text: String) {
    #expect(AliasKeys.first(in: text) == nil)
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
  }

  @Test func `brackets that nothing can be said of are read once`() {
    // The parser stops at the brace; the walk over the lines must not read on from each line above it.
    let text =
      String(repeating: "a: [\n", count: 300) + String(repeating: "b,\n", count: 2_000) + "}\n"
    #expect(YAMLMistakeTests.read(text).found.count == 1)
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
