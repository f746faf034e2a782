import Checks
import Diagnostics
import SocialReport
import Testing

@testable import Content

/// Every text that is published is looked at, by the tables of fields: one that is new cannot be
/// forgotten.
@Suite struct PublishedTextTests {
  /// A tax code that is valid, of nobody.
  private static let code = "RSSMRA85T10A562S"

  @Test(arguments: EntityKind.allCases.filter { $0 != .publishing })
  func `a tax code in any text is found`(kind: EntityKind) async throws {
    var writer = FieldWriter(code: PublishedTextTests.code)
    writer.write(kind)
    let path = FieldWriter.path(of: kind)
    let made = try await MadeReport([path: writer.text])
    let found = Set(
      made.diagnostics.filter { $0.identifier == .taxCode }.compactMap { finding -> Int? in
        guard let place = finding.place, made.sources[Int(place.file.index)].path == path else {
          return nil
        }
        let source = made.sources[Int(place.file.index)].text
        #expect(source.slice(utf8: place.bytes) == PublishedTextTests.code)
        return source.utf8.prefix(place.bytes.lowerBound).count { $0 == 0x0A } + 1
      })
    let missing = writer.lines.filter { !found.contains($0.key) }.map(\.value).sorted()
    let told = made.diagnostics.filter { $0.severity == .error && $0.identifier != .taxCode }
    #expect(missing == [], "\(writer.text)\n\(told.map(\.message.italian))")
    let places = made.diagnostics.filter { $0.identifier == .taxCode }.compactMap(\.place)
    #expect(Set(places).count == places.count, "one place is told twice")
  }

  @Test func `what an alternative text says is looked at`() async throws {
    let made = try await MadeReport([
      "2021/contesto/x.md": """
      ---
      tipo: contesto
      titolo: Prova
      periodo: 2021
      aggiornato_il: 2021-12-31
      ---

      ![La firma di RSSMRA85T10A562S](x.svg)
      """
    ])
    let found = made.diagnostics.filter { $0.identifier == .taxCode }
    #expect(found.count == 1)
  }

  @Test func `codes of registers are no telephone numbers`() async throws {
    let made = try await MadeReport([
      "2021/1-scuole/2-x.md": """
      ---
      tipo: realizzazione
      numero: 2
      titolo: Prova
      in_breve: Prova.
      ufficio: scuola
      stato: in_corso
      stato_al: 2021-12-31
      aggiornato_il: 2021-12-31
      risorse:
        - descrizione: Arredi
          fase: impegnato
          importo: 1000
          cig: "3331234567"
          fonte: registro-iscritti
      ---

      Si arreda.
      """
    ])
    #expect(!made.diagnostics.contains { $0.identifier == .mobileNumber })
  }
}

/// Writes a file of a kind with all its fields, and a word of one's own in each that holds text.
private struct FieldWriter {
  let code: String
  private(set) var text = ""
  /// The names of the fields that hold the word, by their lines.
  private(set) var lines: [Int: String] = [:]
  private var line = 1

  init(code: String) { self.code = code }

  /// Where the file stands, in place of that of the small report.
  static func path(of kind: EntityKind) -> String {
    switch kind {
    case .site: "sito.yml"
    case .edition: "2021/edizione.yml"
    case .area: "2021/3-area/area.yml"
    case .objective: "2021/1-scuole/obiettivo.yml"
    case .achievement: "2021/1-scuole/2-prova.yml"
    case .context: "2021/contesto/prova.yml"
    default: "2021/prova.yml"
    }
  }

  mutating func write(_ kind: EntityKind) {
    add("tipo: \(kind.italian)")
    guard kind.isList else { return record(kind.table, indent: 0) }
    add("voci:")
    entry(kind.table, indent: 2)
  }

  private mutating func add(_ text: String) {
    self.text += text + "\n"
    line += 1
  }

  private mutating func record(_ table: FieldTable, indent: Int, first: String? = nil) {
    for (index, key) in table.fields.enumerated() {
      let start = index == 0 ? first : nil
      field(key, start ?? String(repeating: " ", count: indent), indent)
    }
  }

  private mutating func entry(_ table: FieldTable, indent: Int) {
    record(
      table, indent: indent + 2, first: String(repeating: " ", count: indent) + "- ")
  }

  private mutating func field(_ key: Field, _ start: String, _ indent: Int) {
    let name = start + key.italian + ":"
    switch key.type {
    case .record(let table):
      add(name)
      record(table, indent: indent + 2)
    case .list(.record(let table)), .observations(let table):
      add(name)
      entry(table, indent: indent + 2)
    case .list(let element):
      add(name)
      if isWanted(key, element) { lines[line] = key.italian }
      add(String(repeating: " ", count: indent + 2) + "- " + value(key, element))
    case .markdown:
      add(name + " |")
      lines[line] = key.italian
      add(String(repeating: " ", count: indent + 2) + "Di \(code) si dice.")
    default:
      if isWanted(key, key.type) { lines[line] = key.italian }
      add(name + " " + value(key, key.type))
    }
  }

  /// Whether the field is asked to hold the word, and has room for it.
  private func isWanted(_ key: Field, _ type: FieldType) -> Bool {
    guard key.holdsWords, type.isPrinted else { return false }
    if case .text(_, let maximum?) = type, maximum < code.count + 10 { return false }
    return true
  }

  private func value(_ key: Field, _ type: FieldType) -> String {
    switch type {
    case .text(let minimum, let maximum):
      isWanted(key, type)
        ? "Di \(code) si dice" + String(repeating: ".", count: minimum ?? 0)
        : String(repeating: "A", count: minimum ?? maximum ?? 2)
    case .label, .observedValue, .openChoice: code
    case .code(let count): String(repeating: "1", count: count)
    case .email: "\(code)@comune.example.it"
    case .pnrrMeasure: "M1C1 \(code)"
    case .budgetMission: "04"
    case .file: "\(code).pdf"
    case .slug: key.english == "list" ? "temi" : "prova"
    case .reference, .edition: "scuola"
    case .digits(let count): String(repeating: "1", count: count)
    case .integer(let range): String(max(range.lowerBound, min(2021, range.upperBound)))
    case .decimal, .money: "1"
    case .flag: "no"
    case .date, .dateOrUnknown, .period: "2021-12-31"
    case .yearPair: "[2019, 2020]"
    case .url, .siteAddress: "https://bilancio.example.it/x"
    case .choice(let words): words[0].italian
    case .choices(let words): "{frase-lunga: \(words[0].italian)}"
    case .markdown, .list, .record, .observations: ""
    }
  }
}
