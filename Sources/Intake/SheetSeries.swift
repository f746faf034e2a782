import Diagnostics
import Office
import SocialReport

/// The series and the registers of one sheet, and what is to be said of all else in it.
struct SheetSeries {
  private(set) var series: [SeriesPlan.Series] = []
  private(set) var registers: [RegisterPlan] = []
  private(set) var remarks: [Phrase] = []
  private let name: String
  private let cells: RegisterCell

  init(_ sheet: Workbook.Sheet, _ cells: RegisterCell) {
    name = sheet.name
    self.cells = cells
    guard !sheet.isHidden else {
      tell("è nascosto: non l'ho preso", "is hidden: it was not taken")
      return
    }
    if !sheet.hiddenRows.isEmpty || !sheet.hiddenColumns.isEmpty {
      tell(
        "ha righe o colonne nascoste: le ho prese, guarda se valgono",
        "has hidden rows or columns: they were taken, see whether they count")
    }
    let formulas = sheet.cells.count { $0.isFormula }
    if formulas > 0 {
      tell(
        "ha \(formulas) formule: ho preso i valori che si vedono",
        "has \(formulas) formulas: the values that are seen were taken")
    }
    let tables = SheetTables(sheet)
    for table in tables.tables { take(table) }
    let merged = sheet.merged.filter { range in
      tables.tables.contains {
        $0.range.rows.overlaps(range.rows) && $0.range.columns.overlaps(range.columns)
      }
    }
    if !merged.isEmpty {
      tell(
        "ha celle unite nelle tabelle (\(merged.count)): vale la prima di ciascuna",
        "has merged cells in its tables (\(merged.count)): the first of each counts")
    }
    // What became a name, or says no more than the sheet's own, is nothing to look at.
    let known = Set(series.map(\.name) + registers.map(\.kind.word.italian) + [name])
    let beside = tables.loose.map(\.shown).filter { !known.contains($0) }
    if !beside.isEmpty {
      tell(
        "ha altro sopra o accanto alle tabelle, che non va in nessun campo: \(SheetSeries.list(beside, "e altro"))",
        "has more above or beside its tables, which goes into no field: \(SheetSeries.list(beside, "and more"))"
      )
    }
  }

  private mutating func take(_ table: SheetTables.Table) {
    let register = RegisterPlan(table, sheet: name, cells)
    let plan = SeriesPlan(table)
    // A sheet «Atti» may count them year by year.
    if let register, register.isWhole || plan.series.isEmpty {
      registers.append(register)
      for remark in register.remarks { tell(remark.italian, remark.english) }
      return
    }
    series += plan.series
    if plan.series.isEmpty, plan.hasPeriods {
      let cells = SheetSeries.list(plan.rest, "e altro")
      tell(
        "ha in «\(table.title)» (\(table.place)) anni o periodi, ma accanto niente che si legga come un numero "
          + "solo: \(cells). «1.234» può essere mille o uno: scrivilo senza punto",
        "has in «\(table.title)» (\(table.place)) years or periods, but nothing beside them that reads as one "
          + "number only: \(cells). «1.234» may be a thousand or one: write it without the point")
    } else if plan.series.isEmpty {
      tell(
        "ha una tabella senza anni o periodi, «\(table.title)» (\(table.place)): non l'ho presa",
        "has a table without years or periods, «\(table.title)» (\(table.place)): it was not taken")
    } else if !plan.rest.isEmpty {
      tell(
        "ha in «\(table.title)» (\(table.place)) quello che non è un valore di un anno: "
          + SheetSeries.list(plan.rest, "e altro"),
        "has in «\(table.title)» (\(table.place)) what is no value of a year: "
          + SheetSeries.list(plan.rest, "and more"))
    }
  }

  private mutating func tell(_ italian: String, _ english: String) {
    remarks.append(
      Phrase(it: "il foglio «\(name)» \(italian)", en: "the sheet «\(name)» \(english)"))
  }

  private static func list(_ words: [String], _ more: String) -> String {
    let first = words.prefix(8).map { "«\($0)»" }.joined(separator: ", ")
    return words.count > 8 ? "\(first) \(more)" : first
  }
}
