import Diagnostics
import Files
import Foundation
import Site
import SocialReport
import Testing

@testable import Content
@testable import Theme

/// Nothing that an author fills in is silently left off the pages.
extension ManualTests {
  @Test func `every field reaches a page, or the manual says where it goes`() async throws {
    let filled = try await FilledReport()
    let nothing = try Scratch()
    let made = try await MadeReport(
      over: nothing.folder, filled.texts, assets: filled.assets)
    let mistakes = made.diagnostics.filter { FilledReport.reading.contains($0.identifier) }
    #expect(mistakes.map(\.message.italian) == [], "what was filled in can be read")
    #expect(filled.fields.count > 150)
    for field in filled.fields {
      let pages = made.pages.filter { field.kind.shows($0.key) }
      #expect(!pages.isEmpty, "pages of \(field.path)")
      let isShown = pages.contains { page in
        field.needles.contains { page.value.body.contains($0) }
      }
      #expect(isShown, "\(field.path): none of \(field.needles) is on a page")
    }
  }
}

extension String {
  /// What readers of a page get, without its head.
  fileprivate var body: Substring {
    firstRange(of: "<body").map { self[$0.lowerBound...] } ?? self[...]
  }
}

extension EntityKind {
  /// Whether a file of the site is a page on which the facts of a file of this kind must stand.
  fileprivate func shows(_ path: String) -> Bool {
    switch self {
    case .site: path == "index.html" || path == "note-legali/index.html"
    case .edition, .area: path == "2031/index.html"
    case .objective: path == "2031/objective-qz/index.html"
    case .achievement: path == "2031/objective-qz/achievement-qz/index.html"
    case .indicator, .indicators: path == "2031/dati/indicator-qz/index.html"
    case .sources: path == "2031/fonti/index.html"
    case .acts: path == "2031/atti/index.html"
    case .glossary: path == "2031/glossario/index.html"
    case .offices: path == "2031/uffici/index.html"
    case .plans: path == "2031/piani/index.html"
    case .context: path == "2031/context-qz/index.html"
    case .corrections: path == "2031/rettifiche/index.html"
    case .publishing: false
    }
  }

  /// Where a file of this kind stands in the content.
  fileprivate var file: String {
    switch self {
    case .site: "sito.yml"
    case .area: "2031/1-area/area.yml"
    case .objective: "2031/1-area/1-scuola/obiettivo.yml"
    case .achievement: "2031/1-area/1-scuola/1-mensa.yml"
    default: "2031/\(italian).yml"
    }
  }
}

/// A report in which every field of every kind has a value of its own.
private struct FilledReport {
  struct Field {
    let path: String
    let kind: EntityKind
    /// What the page shows of it, one of these.
    let needles: [String]
  }

  /// What is found where a value cannot be read, so that nothing of it could be shown.
  static let reading: Set<Diagnostic.Identifier> = [.wrongType, .unknownKey, .missingKey]

  private(set) var texts: [String: String] = [:]
  private(set) var fields: [Field] = []
  private(set) var assets: [Folder.Asset] = []
  private let strings: Strings
  private var count = 0
  /// Ids that fields refer to: each is an office, a source, an act and an indicator.
  private var referred: [String] = []

  /// Values that a field needs to be of its kind, by the kind and the names of the fields.
  private static let special: [String: String] = [
    "site.theme": "comune", "site.language": "it", "site.base_url": "https://esempio.it/",
    "site.entity.logo": "stemma.svg", "edition.year": "2031", "edition.previous": "2030",
    "edition.moved.from": "vecchia", "edition.moved.to": "objective-qz",
    "corrections.page": "/", "area.mission": "17", "objective.continues.edition": "2030",
    "indicator.observations.status": "E", "indicator.decimals": "0",
    "edition.id": "2031", "edition.closed": "no", "objective.concludes": "sì",
    "achievement.draft": "no",
  ]
  /// How a special value looks on the page, where it is not as it was written.
  private static let shown: [String: String] = [
    "corrections.page": "Qz0001x", "indicator.observations.status": "Stima.",
    "achievement.attachments.accessible": "non è accessibile a tutti",
    "objective.concludes": "Si conclude con questa edizione",
    "area.mission": "Missione di bilancio: 17",
  ]
  /// Fields of which a record has one or the other.
  private static let apart = ["missing_reason": "value"]
  /// Written by hand: what they hold is no record of the tables.
  private static let other: Set<String> = ["site.checks", "site.publishing"]

  init() async throws {
    let theme = try await TestTheme.read()
    strings = try await Theme.read(
      theme, firstID: 0, language: "it", basePath: "/", views: Views.catalogue
    ).theme.strings
    for kind in EntityKind.allCases where kind != .publishing && kind != .indicators {
      let lines = record(kind.table, kind.rawValue, kind)
      var text = "tipo: \(kind.italian)\n"
      text +=
        kind.isList
        ? "voci:\n" + FilledReport.entry(lines) : lines.map { $0 + "\n" }.joined()
      texts[kind.file] = text
    }
    for kind in [EntityKind.offices, .sources, .acts, .indicator] { addReferred(to: kind) }
  }

  private static func entry(_ lines: [String]) -> String {
    lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
  }

  private mutating func addReferred(to kind: EntityKind) {
    for id in referred {
      let entry: String =
        switch kind {
        case .offices: "  - id: \(id)\n    nome: Ufficio \(id)\n"
        case .sources:
          "  - id: \(id)\n    titolo: Fonte \(id)\n    organizzazione: Comune\n    tipo: atto\n"
            + "    qualita: ufficiale\n"
        case .acts:
          "  - id: \(id)\n    organo: giunta\n    tipo: decreto\n    numero: 1\n    data: 2031-01-01\n"
            + "    oggetto: Atto \(id)\n"
        default:
          "tipo: indicatore\nid: \(id)\nnome: Dato \(id)\ndefinizione: Dato\nmisura: conteggio\n"
            + "unita: casi\nverso: neutro\nfonte: \(id)\nresponsabile: \(id)\nmetodo: Si conta.\n"
            + "osservazioni:\n  - periodo: 2031\n    valore: 1\n"
        }
      if kind == .indicator { texts["2031/\(id).yml"] = entry } else { texts[kind.file]? += entry }
    }
  }

  /// The lines of a record whose fields are all filled in.
  private mutating func record(
    _ table: FieldTable, _ path: String, _ kind: EntityKind, without left: Set<String> = []
  ) -> [String] {
    table.fields.flatMap { key -> [String] in
      guard !left.contains(key.english) else { return [] }
      let path = "\(path).\(key.english)"
      return FilledReport.other.contains(path) ? [] : lines(key, key.type, path, kind)
    }
  }

  private mutating func lines(
    _ key: SocialReport.Field, _ type: FieldType, _ path: String, _ kind: EntityKind
  ) -> [String] {
    switch type {
    case .record(let table):
      return ["\(key.italian):"] + record(table, path, kind).map { "  " + $0 }
    case .list(.record(let table)), .observations(let table):
      return ["\(key.italian):"] + entries(table, path, kind)
    case .list(let element):
      return ["\(key.italian): [\(value(key, element, path, kind))]"]
    default: return ["\(key.italian): \(value(key, type, path, kind))"]
    }
  }

  /// One record, or two where it cannot have all fields at once.
  private mutating func entries(_ table: FieldTable, _ path: String, _ kind: EntityKind) -> [String]
  {
    let names = Set(table.fields.map(\.english))
    let pairs = FilledReport.apart.filter { names.contains($0.key) && names.contains($0.value) }
    var lines = record(table, path, kind, without: Set(pairs.keys))
    var entries = FilledReport.entry(lines)
    if !pairs.isEmpty {
      lines = record(table, path, kind, without: Set(pairs.values))
      entries += FilledReport.entry(lines)
    }
    return entries.split(separator: "\n").map(String.init)
  }

  /// A value of the field's type that no other field has, noted with what a page must show of it.
  private mutating func value(
    _ key: SocialReport.Field, _ type: FieldType, _ path: String, _ kind: EntityKind
  ) -> String {
    count += 1
    let number = String(format: "%04d", count)
    var (written, needles) = plain(type, "Qz\(number)x", count)
    if case .slug = type { written = key.english == "id" ? "\(kind.rawValue)-qz" : written }
    if case .reference = type { referred.append(written) }
    if case .file = type { addFile(written, kind) }
    if let special = FilledReport.special[path] {
      (written, needles) = (special, [special])
      if case .file = type { addFile(special, kind) }
    }
    if let shown = FilledReport.shown[path] { needles = [shown] }
    if key.destination == nil {
      fields.append(Field(path: path, kind: kind, needles: needles))
    }
    return written
  }

  private mutating func addFile(_ name: String, _ kind: EntityKind) {
    let folder = Path.folder(of: kind.file)
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"></svg>"
    assets.append(
      Folder.Asset(
        path: folder.isEmpty ? name : "\(folder)/\(name)", byteCount: svg.utf8.count,
        head: Array(svg.utf8)))
  }

  /// - Parameters:
  ///   - word: a word that stands nowhere else.
  ///   - number: a number of the same kind.
  private func plain(
    _ type: FieldType, _ word: String, _ number: Int
  ) -> (written: String, needles: [String]) {
    let id = word.lowercased()
    let large = 70_000 + number
    switch type {
    case .text(let minimum, _):
      let missing = max(0, (minimum ?? 0) - word.count)
      return (word + String(repeating: "x", count: missing), [word])
    case .markdown: return (word, [word])
    case .slug: return (id, [id])
    // A list of figures leads to their pages, other references to their entries.
    case .reference: return (id, ["/#\(id)\"", "/dati/\(id)/\""])
    case .label: return ("\(4000 + number)", ["\(4000 + number)"])
    case .digits(let count):
      let digits = String(String(repeating: "9", count: count) + "\(1000 + number)").suffix(count)
      return ("\"\(digits)\"", [String(digits)])
    case .integer(let range):
      let wanted = range.contains(2030) ? 2030 + number % 160 : number
      let value = min(max(range.lowerBound, wanted), range.upperBound)
      return ("\(value)", [String(value), FilledReport.grouped(value)])
    case .decimal, .money, .observedValue: return ("\(large)", [FilledReport.grouped(large)])
    case .flag: return ("no", [])
    case .date, .dateOrUnknown:
      let year = 1990 + number % 200
      return ("\(year)-10-0\(2 + number % 8)", ["\(2 + number % 8) ottobre \(year)"])
    case .edition: return ("2030", ["2030"])
    case .period: return ("\(2031 + number % 150)", ["\(2031 + number % 150)"])
    case .yearPair: return ("[2040, 2041]", ["2040–2041"])
    case .url, .siteAddress: return ("https://esempio.it/\(id)", ["https://esempio.it/\(id)"])
    case .file: return ("\(id).pdf", ["\(id).pdf"])
    case .code(let count):
      let code = String((word.uppercased() + String(repeating: "0", count: count)).prefix(count))
      return (code, [code])
    case .email: return ("\(id)@esempio.it", ["mailto:\(id)@esempio.it"])
    case .pnrrMeasure: return ("M1C1 \(number).1", ["M1C1I\(number).1"])
    case .budgetMission: return ("04", ["04"])
    case .choice(let words), .openChoice(let words):
      return (words.first?.italian ?? "", shown(words))
    case .list, .record, .choices, .observations: return ("", [])
    }
  }

  private static func grouped(_ number: Int) -> String {
    number < 1000 ? "\(number)" : "\(number / 1000).\(String(format: "%03d", number % 1000))"
  }

  /// What the theme says for the first of some words: under the names that have them all.
  private func shown(_ words: [FieldType.Word]) -> [String] {
    guard let first = words.first?.english else { return [] }
    let prefixes = strings.names.all.filter { $0.hasSuffix(".\(first)") }
      .map { $0.dropLast(first.count) }
    return prefixes.filter { prefix in
      words.allSatisfy { strings.find("\(prefix)\($0.english)") != nil }
    }.flatMap { prefix -> [String] in
      let word = strings["\(prefix)\(first)"]
      return [word, word.capitalized]
    }
  }
}
