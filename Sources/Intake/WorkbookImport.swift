import Content
import Desk
import Diagnostics
import Files
import Office
import Scaffolding
import SocialReport

/// The series of a workbook as indicators, each with the numbers that a person sees.
struct WorkbookImport {
  private let document: SheetDocument
  private let name: String
  private let wishes: ImportWishes
  private let desk: Desk

  init(_ package: OfficePackage, named name: String, _ wishes: ImportWishes, _ desk: Desk) throws {
    document = try SheetDocument(package)
    if let fault = document.ledger.faults.first { throw LostText(fault) }
    (self.name, self.wishes, self.desk) = (name, wishes, desk)
  }

  func imported(into place: RecordPlace) throws -> Imported {
    var remarks: [Phrase] = []
    var found: [SeriesPlan.Series] = []
    for sheet in document.workbook.sheets where !sheet.cells.isEmpty {
      guard !sheet.isHidden else {
        remarks.append(
          Phrase(
            it: "il foglio «\(sheet.name)» è nascosto: non l'ho preso",
            en: "the sheet «\(sheet.name)» is hidden: it was not taken"))
        continue
      }
      let tables = SheetTables(sheet)
      if !sheet.hiddenRows.isEmpty || !sheet.hiddenColumns.isEmpty {
        remarks.append(
          Phrase(
            it:
              "il foglio «\(sheet.name)» ha righe o colonne nascoste: le ho prese, guarda se valgono",
            en:
              "the sheet «\(sheet.name)» has hidden rows or columns: they were taken, see whether they count"
          ))
      }
      for table in tables.tables {
        let plan = SeriesPlan(table)
        let where_ = "\(sheet.name), \(table.place)"
        if plan.series.isEmpty {
          remarks.append(
            Phrase(
              it:
                "nella tabella «\(table.title)» (\(where_)) non trovo anni o periodi: non l'ho presa",
              en: "the table «\(table.title)» (\(where_)) has no years or periods: it was not taken"
            ))
        } else if !plan.rest.isEmpty {
          let words = plan.rest.prefix(8).joined(separator: "», «")
          remarks.append(
            Phrase(
              it:
                "di «\(table.title)» (\(where_)) è rimasto fuori: «\(words)»\(plan.rest.count > 8 ? " e altro" : "")",
              en:
                "of «\(table.title)» (\(where_)) was left: «\(words)»\(plan.rest.count > 8 ? " and more" : "")"
            ))
        }
        found += plan.series
      }
      let titles = Set(tables.tables.map(\.title))
      let words = tables.loose.map(\.shown).filter { !titles.contains($0) }
      if !words.isEmpty {
        remarks.append(
          Phrase(
            it:
              "accanto alle tabelle di «\(sheet.name)» è rimasto: «\(words.prefix(8).joined(separator: "», «"))»",
            en:
              "beside the tables of «\(sheet.name)» was left: «\(words.prefix(8).joined(separator: "», «"))»"
          ))
      }
      let formulas = sheet.cells.count { $0.isFormula }
      if formulas > 0 {
        remarks.append(
          Phrase(
            it: "«\(sheet.name)» ha \(formulas) formule: ho preso i valori che si vedono",
            en: "«\(sheet.name)» has \(formulas) formulas: the values that are seen were taken"))
      }
    }
    guard !found.isEmpty else {
      throw place.refuse(
        "nel foglio non trovo una serie: una colonna di anni o di periodi, con i valori accanto",
        "the sheet holds no series: a column of years or periods with values beside it")
    }
    let (paths, revision) = try write(found, place)
    let names = found.map(\.name).joined(separator: "», «")
    let count = found.reduce(0) { $0 + $1.values.count }
    return Imported(
      kind: .indicator, path: paths[0], changes: revision.changes,
      summary: Phrase(
        it: found.count == 1 ? "indicatore «\(names)»" : "\(found.count) indicatori: «\(names)»",
        en: found.count == 1 ? "indicator «\(names)»" : "\(found.count) indicators: «\(names)»"),
      account: Phrase(
        it: "\(count) valori presi, come si vedono nel foglio",
        en: "\(count) values taken over, as the sheet shows them"),
      remarks: remarks)
  }

  private func write(_ series: [SeriesPlan.Series], _ place: RecordPlace) throws -> (
    paths: [String], Revision
  ) {
    var revision = Revision(desk)
    var paths: [String] = []
    var taken: Set<String> = []
    for (number, one) in series.enumerated() {
      let words = series.count == 1 ? wishes.title ?? one.name : one.name
      guard let name = AnsweredText(words),
        case .file(let file) = try place.indicator(
          name, office: wishes.office,
          series: RecordFiles.Series(values: one.values, measure: one.measure))
      else { continue }
      // Of several with one name each has a file of its own.
      let isTaken = !taken.insert(file.path).inserted
      let path = isTaken ? Path.withoutEnding(file.path) + "-\(number + 1).yml" : file.path
      revision.begin(path, Array(file.text.utf8))
      try check(one, file.text)
      paths.append(path)
    }
    return (paths, revision)
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
