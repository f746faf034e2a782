import Content
import Desk
import Diagnostics
import Files
import Office
import Scaffolding
import SocialReport

/// The series of a workbook as indicators, each with the numbers that a person sees, and its registers as entries.
struct WorkbookImport {
  private let workbook: Workbook
  private let remarks: [Phrase]
  private let name: String
  private let wishes: ImportWishes
  private let desk: Desk
  /// SHA-256 of the file.
  private let fingerprint: String

  init(
    _ package: OfficePackage, named name: String, fingerprint: String, _ wishes: ImportWishes,
    _ desk: Desk
  ) throws {
    let document = try SheetDocument(package)
    if let fault = document.ledger.faults.first { throw LostText(fault) }
    self.init(document.workbook, named: name, fingerprint: fingerprint, wishes, desk)
  }

  /// - Parameter remarks: what is to be said of how it was read.
  init(
    _ workbook: Workbook, named name: String, fingerprint: String, _ wishes: ImportWishes,
    _ desk: Desk, remarks: [Phrase] = []
  ) {
    (self.workbook, self.remarks, self.fingerprint) = (workbook, remarks, fingerprint)
    (self.name, self.wishes, self.desk) = (name, wishes, desk)
  }

  func imported(into place: RecordPlace) throws -> Imported {
    let cells = RegisterCell(place.edition, place.language)
    let isTemplate = workbook.sheets.contains { sheet in
      sheet.tables.contains { $0.name.hasPrefix(RegisterPlan.prefix + "_") }
    }
    let filled = workbook.sheets.filter { sheet in
      !sheet.cells.isEmpty && !(isTemplate && TemplateWords.isOwn(sheet))
    }
    let sheets = filled.map { SheetSeries($0, cells) }
    let found = sheets.flatMap(\.series)
    var revision = Revision(desk)
    let known = ImportedTexts.all(in: place)
    var registers = RegisterImport(
      place, wishes, document: Path.name(of: name), fingerprint: fingerprint)
    try registers.write(sheets.flatMap(\.registers), known: known, &revision)
    let written = try write(found, place, known, &revision)
    let paths = registers.paths + written.paths
    guard !paths.isEmpty else {
      throw NoSeries(remarks: sheets.flatMap(\.remarks))
    }
    let summaries = [registers.summary, found.isEmpty ? nil : written.summary ?? made(found)]
      .compactMap(\.self)
    let count = found.reduce(registers.cells) { $0 + $1.values.count }
    return Imported(
      kind: registers.kinds.first ?? .indicator, paths: paths, changes: revision.changes,
      summary: summaries.joined(separator: "; "),
      account: Phrase(
        it: count == 1
          ? "1 valore preso, come si vede nel foglio"
          : "\(count) valori presi, come si vedono nel foglio",
        en: count == 1
          ? "1 value taken over, as the sheet shows it"
          : "\(count) values taken over, as the sheet shows them"),
      remarks: remarks + registers.remarks + written.remarks + sheets.flatMap(\.remarks))
  }

  private func made(_ found: [SeriesPlan.Series]) -> Phrase {
    let names = found.map(\.name).joined(separator: "», «")
    return Phrase(
      it: found.count == 1 ? "indicatore «\(names)»" : "\(found.count) indicatori: «\(names)»",
      en: found.count == 1 ? "indicator «\(names)»" : "\(found.count) indicators: «\(names)»")
  }

  /// What became of the series.
  private struct Written {
    /// The paths of the indicators' files.
    var paths: [String] = []
    var remarks: [Phrase] = []
    /// What came into indicators that had been made before.
    var news: [String] = []
    var isAgain = false

    /// Nil where they all came for the first time.
    var summary: Phrase? {
      guard isAgain else { return nil }
      let list = news.joined(separator: "; ")
      return news.isEmpty
        ? Phrase(
          it: "niente di nuovo per gli indicatori", en: "nothing new for the indicators")
        : Phrase(it: "indicatori aggiornati: \(list)", en: "indicators brought up to date: \(list)")
    }
  }

  private func write(
    _ series: [SeriesPlan.Series], _ place: RecordPlace, _ known: [ImportedTexts],
    _ revision: inout Revision
  ) throws -> Written {
    var written = Written()
    var taken: Set<String> = []
    var known = known
    for (number, one) in series.enumerated() {
      let title = try title(of: one, isOnly: series.count == 1, place)
      let there = place.indicator(named: title)
      if let index = known.firstIndex(where: { $0.fields["nome"] == title.text }) {
        try renew(known.remove(at: index), id: there?.id, one, &written, &revision)
        continue
      }
      if let there {
        let texts = ImportedTexts(
          document: Path.name(of: name), fingerprint: fingerprint, page: there.path,
          fields: ["nome": title.text])
        try renew(texts, id: there.id, one, &written, &revision)
        continue
      }
      let addition = try place.indicator(
        title, office: wishes.office,
        series: RecordFiles.Series(values: one.values, measure: one.measure))
      guard case .file(let file) = addition else { continue }
      // Of several with one name each has a file of its own.
      let isTaken = !taken.insert(file.path).inserted
      let path =
        isTaken ? Path.withoutEnding(file.path) + "-\(number + 1).yml" : file.path
      revision.begin(path, Array(file.text.utf8))
      try check(one, file.text)
      written.paths.append(path)
      if written.isAgain { written.news.append("«\(title.text)»") }
      let texts = ImportedTexts(
        document: Path.name(of: name), fingerprint: fingerprint, page: path,
        fields: ["nome": title.text, SeriesRenewal.field: SeriesRenewal.text(one.values)])
      try texts.write(&revision)
    }
    return written
  }

  /// - Parameter id: of the indicator, in a file that holds several.
  private func renew(
    _ known: ImportedTexts, id: String?, _ series: SeriesPlan.Series, _ written: inout Written,
    _ revision: inout Revision
  ) throws {
    let text = String(decoding: try revision.bytes(of: known.page), as: UTF8.self)
    let records = DeskRecord.read(text, at: known.page)?.records ?? []
    let found = records.first { $0.id == id } ?? (records.count == 1 ? records.first : nil)
    guard let record = found else {
      written.remarks.append(
        Phrase(
          it: "in `\(known.page)` non c'è più «\(series.name)»: la serie non è entrata",
          en: "there is no «\(series.name)» in `\(known.page)` any more: the series was not taken"))
      return
    }
    var renewal = SeriesRenewal(record, known: known, keepsOwn: wishes.keepsOwn)
    try renewal.take(series.values, into: &revision)
    written.isAgain = true
    written.paths.append(known.page)
    written.remarks += renewal.remarks
    if !renewal.news.isEmpty {
      written.news.append("«\(series.name)» (\(renewal.news.joined(separator: ", ")))")
    }
    var texts = known.renewed(Path.name(of: name), fingerprint)
    texts.fields[SeriesRenewal.field] = SeriesRenewal.text(series.values)
    try texts.write(&revision)
  }

  private func title(
    of series: SeriesPlan.Series, isOnly: Bool, _ place: RecordPlace
  ) throws -> AnsweredText {
    let file = Path.withoutEnding(Path.name(of: name))
    let words = [isOnly ? wishes.title : nil, series.name, file].compactMap(\.self)
    guard let title = words.lazy.compactMap({ AnsweredText($0) }).first else {
      throw place.refuse("una serie non ha un nome", "a series has no name")
    }
    return title
  }

  /// Reads what was written again: the same values of the same periods, in their order.
  private func check(_ series: SeriesPlan.Series, _ text: String) throws {
    let read = ObservationTexts(text).pairs
    guard read.elementsEqual(series.values, by: { $0.period == $1.period && $0.value == $1.value })
    else {
      throw Proof.Flaw(
        message: Phrase(
          it: "`\(series.name)`: i valori scritti non sono quelli del foglio",
          en: "`\(series.name)`: the values that were written are not the sheet's"))
    }
  }
}

/// A workbook without anything that can be taken over.
struct NoSeries: ExplainedError {
  /// What was said of its sheets.
  let remarks: [Phrase]

  var message: Phrase {
    Phrase(
      it:
        "nel foglio non trovo una serie (una colonna di anni o di periodi, con i valori accanto) né un registro (atti, "
        + "fonti, glossario, piani o uffici, con i nomi dei campi in cima alle colonne)",
      en:
        "the sheet holds no series (a column of years or periods with values beside it) and no register (acts, "
        + "sources, glossary, plans or offices, with the names of the fields above the columns)")
  }

  var help: Phrase? {
    remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }
}
