import Diagnostics
import Files
import Foundation
import Hypertext
import SocialReport
import Stylesheets
import Testing

@testable import Figures
@testable import Site
@testable import Theme

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The pictures that indicators give.
///
/// A case is an indicator in `Tests/Golden/Charts/<name>.yml`, as authors write it but for what
/// every indicator has; its picture is `<name>.svg` beside it. `BILANCIO_RECORD=1` writes the
/// pictures there are now, and the tests still fail.
@Suite struct ChartTests {
  private static let folder = GoldenTests.folder.appending(path: "Charts")

  static var cases: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// What every indicator of a case has.
  private static let head = """
    tipo: indicatore
    definizione: Che cosa misura.
    fonte: registro-iscritti
    responsabile: scuola
    metodo: Come si conta.

    """

  private static func maker(_ text: String) async throws -> ChartMaker {
    let report = try #require(
      try await MadeReport.report(["2021/caso.yml": head + text]), "the case does not read")
    let indicator = try #require(report.editions.first?.indicators.first { $0.id.value == "caso" })
    let theme = try await Theme.read(
      try await TestTheme.read(), firstID: 100, language: "it", basePath: "/",
      views: Views.catalogue)
    return ChartMaker(indicator: indicator, formats: Formats(strings: theme.theme.strings))
  }

  private static func maker(ofCase name: String) async throws -> ChartMaker {
    try await maker(
      String(contentsOf: folder.appending(path: name + ".yml"), encoding: .utf8))
  }

  @Test(arguments: cases)
  func `a case gives its picture`(name: String) async throws {
    let maker = try await ChartTests.maker(ofCase: name)
    let chart = try #require(maker.chart())
    let words = ChartWords(chart, maker)
    let svg = ChartDrawing(chart).svg(
      id: "grafico-caso", title: words.title, description: words.description)
    // The notes stand under the picture; here they stand behind it.
    let notes = words.notes.map { "<!-- \($0) -->\n" }.joined()
    let made = String(decoding: svg.standalone, as: UTF8.self) + "\n" + notes
    let file = ChartTests.folder.appending(path: name + ".svg")
    if GoldenTests.isRecording {
      try Data(made.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    #expect(made == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: cases)
  func `every text is within the picture and none stands on another`(name: String) async throws {
    let chart = try #require(try await ChartTests.maker(ofCase: name).chart())
    let frame = ChartFrame(chart)
    let whole = Box(left: 0, top: 0, right: ChartFrame.width, bottom: frame.height)
    let labels = ChartDrawing(chart).labels
    for (index, label) in labels.enumerated() {
      #expect(whole.holds(label.box), "\(label.text)")
      for other in labels[..<index] {
        // The feet of letters of one line may come near the heads of the next.
        var box = label.box
        box.top += 2
        box.bottom -= 2
        #expect(!box.meets(other.box), "\(label.text) on \(other.text)")
      }
    }
    #expect(labels.count { $0.role == "valore" } > 0)
  }

  @Test(arguments: cases)
  func `a picture is well-formed and its parts have names`(name: String) async throws {
    let file = ChartTests.folder.appending(path: name + ".svg")
    let reader = PictureReader()
    let parser = XMLParser(data: try Data(contentsOf: file))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.root["role"] == "img")
    #expect(reader.root["aria-labelledby"] == "grafico-caso-titolo grafico-caso-testo")
    #expect(reader.ids == ["grafico-caso-titolo", "grafico-caso-testo"])
    #expect(!reader.attributes.contains("style"))
    #expect(reader.classes.isSubset(of: ThemeMarkup.of([]).classes))
    #expect(reader.elements.isSubset(of: ThemeMarkup.of([]).elements))
  }

  @Test(arguments: cases)
  func `a course is as small as a word, and stops where the method changes`(name: String)
    async throws
  {
    let chart = try #require(try await ChartTests.maker(ofCase: name).chart())
    let values = chart.points.filter { $0.value != nil }
    guard let spark = Sparkline(chart) else {
      #expect(values.count < 3)
      return
    }
    let svg = String(decoding: spark.svg.standalone, as: UTF8.self)
    let stretches = zip(values, values.dropFirst()).count { chart.isBroken(between: $0, and: $1) }
    let line = try #require(svg.firstMatch(of: /class="linea" d="([^"]*)"/)?.1)
    #expect(line.count { $0 == "M" } == stretches + 1)
    let numbers = line.split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
    #expect(numbers.allSatisfy { (0...96).contains($0) } && svg.contains("aria-hidden=\"true\""))
  }

  @Test(arguments: [
    ("misura: conteggio\nunita: pasti\nverso: alto_meglio", "2020, 5\n2021, 7", "better"),
    ("misura: conteggio\nunita: pasti\nverso: alto_meglio", "2020, 5\n2021, 4", "worse"),
    ("misura: conteggio\nunita: pasti\nverso: basso_meglio", "2020, 5\n2021, 4", "better"),
    ("misura: conteggio\nunita: pasti\nverso: alto_meglio", "2020, 5\n2021, 5", "same"),
    ("misura: conteggio\nunita: pasti\nverso: neutro", "2020, 5\n2021, 4", "before"),
    ("misura: conteggio\nunita: pasti\nverso: neutro", "2021, 4", nil),
    (
      "misura: conteggio\nunita: pasti\nverso: neutro\nrotture: [{tra: [2020, 2021], motivo: x}]",
      "2020, 5\n2021, 4", nil
    ),
    ("misura: posizione\nunita: posto\nverso: basso_meglio", "2020, 5, 9\n2021, 4, 9", "better"),
    ("misura: posizione\nunita: posto\nverso: basso_meglio", "2020, 5, 9\n2021, 4, 8", "before"),
    ("misura: conteggio\nunita: pasti\nverso: alto_meglio", "2020-T4, 2\n2021, 9", nil),
    ("misura: si_no\nverso: neutro", "2020, no\n2021, sì", "before"),
    ("misura: si_no\nverso: neutro", "2020, sì\n2021, sì", "same"),
  ])
  func `a value is told with the one before it, where both are of one method`(
    fields: String, values: String, change: String?
  ) async throws {
    let observations = values.split(separator: "\n").map { line in
      let parts = line.split(separator: ", ")
      return
        "  - {periodo: \(parts[0]), valore: \(parts[1])\(parts.count > 2 ? ", su: \(parts[2])" : "")}"
    }
    let maker = try await ChartTests.maker(
      "nome: Prova\n\(fields)\nosservazioni:\n\(observations.joined(separator: "\n"))\n")
    let last = try #require(maker.indicator.observations.last)
    #expect(ValueBefore(last, of: maker.indicator)?.change.rawValue == change)
  }

  @Test(arguments: ["misura: qualitativa", "misura: si_no\nunita: sì o no"])
  func `words are not drawn`(measure: String) async throws {
    let maker = try await ChartTests.maker(
      measure + "\nnome: Uno\nverso: neutro\nosservazioni:\n  - {periodo: 2020, valore: sì}\n")
    #expect(maker.chart() == nil)
  }

  @Test func `a series without a value is not drawn`() async throws {
    let maker = try await ChartTests.maker(
      """
      misura: conteggio
      unita: cose
      nome: Uno
      verso: neutro
      osservazioni:
        - {periodo: 2020, motivo_mancante: Non si contava.}
      """)
    #expect(maker.chart() == nil)
  }

  @Test(arguments: [
    ([77.0, 13, 12], ["1", "20", "40", "60", "80"]), ([1, 1], ["1", "2", "3"]),
    ([8, 9], ["1", "3", "5", "7", "9", "11"]),
    ([1, 6], ["1", "3", "5", "7"]), ([10], ["1", "5", "10", "15"]),
  ])
  func `places are named from the first on`(places: [Double], ticks: [String]) {
    let scale = ChartScale(ofPlaces: places, last: nil)
    #expect(scale.ticks.map(\.plain) == ticks)
    #expect(scale.height(of: 1) == 1)
  }

  @Test(arguments: [
    ([310.0, 352], ["300", "320", "340", "360"]),
    ([0.0], ["0", "1"]), ([7.0, 7], ["0", "2", "4", "6", "8"]), ([-3.0], ["-3", "-2", "-1", "0"]),
    ([-12.0, 8], ["-15", "-10", "-5", "0", "5", "10"]),
    ([10_000_000.0], ["0", "5000000", "10000000"]),
  ])
  func `an axis has round numbers that hold the values`(values: [Double], ticks: [String]) {
    let scale = ChartScale(holding: values, fromZero: false, isWhole: true)
    #expect(scale.ticks.map(\.plain) == ticks)
  }

  @Test(arguments: [
    [9.2e18, -9.2e18], [1e-12], [0.1, 0.3], [9.2e18, 9.2e18], [1e18, 1e18 + 1024],
  ])
  func `no value is too large or too small for an axis`(values: [Double]) {
    let scale = ChartScale(holding: values, fromZero: false, isWhole: false)
    for value in values { #expect((0...1).contains(scale.height(of: value))) }
    #expect(scale.ticks.count <= 13)
  }

  @Test func `a series of ten thousand days is drawn in no time`() async throws {
    let days = (0..<10_000).map { day -> String in
      let (year, month) = (1980 + day / 336, day / 28 % 12 + 1)
      let date =
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day % 28 < 9 ? "0" : "")\(day % 28 + 1)"
      return day % 3 == 0
        ? "  - {periodo: \(date), motivo_mancante: Chiuso.}"
        : "  - {periodo: \(date), valore: \(day)}"
    }
    let maker = try await ChartTests.maker(
      "misura: conteggio\nunita: cose\nnome: Uno\nverso: neutro\nosservazioni:\n"
        + days.joined(separator: "\n"))
    let chart = try #require(maker.chart())
    #expect(chart.points.count == 10_000)
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = ChartDrawing(chart).svg(id: "uno", title: "Uno", description: "Uno")
    }
    #expect(time < .seconds(5))
  }

  @Test func `every page that uses an indicator has its chart, and the document has it once`()
    async throws
  {
    let report = try await MadeReport([:])
    let own = report.article("2021/dati/iscritti/index.html")
    let objective = report.article("2021/scuole/index.html")
    for page in [own, objective] {
      #expect(page.contains("aria-labelledby=\"grafico-iscritti-titolo grafico-iscritti-testo\""))
      #expect(page.contains("href=\"/2021/dati/iscritti.csv\""))
    }
    #expect(objective.contains("<details class=\"valori\">"))
    #expect(!own.contains("<details class=\"valori\">"))
    let document = report.article("2021/documento/index.html")
    #expect(document.matches(of: /<svg [^>]*class="disegno"/).count == 1)
    // What names the chart has got the ids of its part, as the names have.
    let id = "d-dati-iscritti-grafico-iscritti"
    #expect(document.contains("aria-labelledby=\"\(id)-titolo \(id)-testo\""))
    #expect(document.contains("<title id=\"\(id)-titolo\">"))
    #expect(document.contains("<desc id=\"\(id)-testo\">"))
  }
}

/// Collects what a picture is made of.
private final class PictureReader: NSObject, XMLParserDelegate {
  var root: [String: String] = [:]
  var ids: [String] = []
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var classes: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if element == "svg" { root = attributes }
    ids += [attributes["id"]].compactMap(\.self)
    elements.insert(element)
    self.attributes.formUnion(attributes.keys)
    classes.formUnion([attributes["class"]].compactMap(\.self))
  }
}
