import Content
package import Diagnostics
import Office
package import SocialReport

/// An Excel workbook for an office to fill in, made of the declarations of the registers: what comes back through
/// `Imported` needs no question, also after LibreOffice saved it.
///
/// Each register is a named table, whose heads are the labels of the fields; words of a list are chosen, codes and
/// numbers of acts are texts. The office's indicators stand in a table of their own, with the values that are known.
package struct WorkbookTemplate {
  private let language: Language
  private var sheets: [TemplateSheet] = []
  /// Words to choose from, which stand on a hidden sheet: a list in a cell may only have 255 characters.
  private var lists: [[String]] = []

  /// - Parameters:
  ///   - edition: that the sheets are for.
  ///   - office: the id of the office that fills them in; nil for all indicators.
  package init(_ edition: Edition, office: String?, language: Language) {
    self.language = language
    let indicators = edition.indicators.filter { indicator in
      office == nil || indicator.owner.value == office
    }
    if !indicators.isEmpty { add(indicators, edition) }
    for kind in RegisterPlan.kinds where kind != .offices { add(kind, edition) }
  }

  // Sheets

  /// Rows that the office can fill in before it has to make the table longer.
  private static let rows = 40

  private mutating func add(_ kind: EntityKind, _ edition: Edition) {
    let fields = kind.table.fields.filter { $0.english != "id" && RegisterCell.fits($0) }
    let columns = fields.map { field in
      TemplateSheet.Column(
        head: field.label.text(in: language), advice: TemplateWords(language).advice(field),
        form: .text, list: words(field, edition))
    }
    let word = kind.word.text(in: language)
    sheets.append(
      TemplateSheet(
        name: word.prefix(1).uppercased() + word.dropFirst(),
        table: "\(RegisterPlan.prefix)_\(word)", columns: columns, rows: [],
        height: WorkbookTemplate.rows))
  }

  /// What can be chosen for a field, and whether nothing else can be written.
  private mutating func words(_ field: Field, _ edition: Edition) -> TemplateSheet.List? {
    let (words, isClosed): ([String], Bool) =
      switch field.type {
      case .choice(let list): (list.map(written), true)
      case .openChoice(let list): (list.map(written), false)
      case .reference(.office): (edition.offices.map(\.id.value), true)
      case .reference(.act): (edition.acts.map(\.id.value), true)
      default: ([], false)
      }
    guard !words.isEmpty else { return nil }
    if !lists.contains(words) { lists.append(words) }
    return TemplateSheet.List(
      number: (lists.firstIndex(of: words) ?? 0) + 1, isClosed: isClosed)
  }

  private func written(_ word: FieldType.Word) -> String {
    language == .italian ? word.italian : word.english
  }

  private mutating func add(_ indicators: [Indicator], _ edition: Edition) {
    let words = TemplateWords(language)
    let years = Set(
      indicators.flatMap(\.observations).map(\.period.value.written) + [String(edition.year.value)]
    ).sorted()
    let first = TemplateSheet.Column(
      head: words.indicator, advice: words.keepName, form: .text, list: nil)
    let columns = years.map { year in
      TemplateSheet.Column(head: year, advice: words.value, form: .number, list: nil)
    }
    let rows = indicators.map { indicator in
      [TemplateSheet.Value.text(indicator.name.value)]
        + years.map { year in
          let known = indicator.observations.first { $0.period.value.written == year }
          guard case .number(let number)? = known?.value?.value else { return .none }
          return .number(number.plain)
        }
    }
    sheets.append(
      TemplateSheet(
        name: words.indicators, table: "\(RegisterPlan.prefix)_\(words.indicators.lowercased())",
        columns: [first] + columns, rows: rows, height: rows.count))
  }

  // Parts

  /// The parts of the package (ISO/IEC 29500), in their order.
  package var parts: [(path: String, bytes: [UInt8])] {
    let numbers = sheets.indices.map { $0 + 1 }
    let listNumber = sheets.count + 1
    let types =
      [("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles")]
      + (numbers + [listNumber]).map { ("xl/worksheets/sheet\($0).xml", "spreadsheetml.worksheet") }
      + numbers.map { ("xl/tables/table\($0).xml", "spreadsheetml.table") }
    let relations =
      (numbers + [listNumber]).map { (type: "worksheet", target: "worksheets/sheet\($0).xml") }
      + [(type: "styles", target: "styles.xml")]
    var parts = [
      ("[Content_Types].xml", PackageMarkup.types(types)),
      ("_rels/.rels", PackageMarkup.relations([("officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbook),
      ("xl/_rels/workbook.xml.rels", PackageMarkup.relations(relations)),
      ("xl/styles.xml", TemplateSheet.styles),
    ]
    for (number, sheet) in zip(numbers, sheets) {
      parts.append(("xl/worksheets/sheet\(number).xml", sheet.markup))
      parts.append(
        (
          "xl/worksheets/_rels/sheet\(number).xml.rels",
          PackageMarkup.relations([("table", "../tables/table\(number).xml")])
        ))
      parts.append(("xl/tables/table\(number).xml", sheet.tableMarkup(number)))
    }
    parts.append(("xl/worksheets/sheet\(listNumber).xml", listSheet))
    return parts.map { ($0.0, Array($0.1.utf8)) }
  }

  private var workbook: String {
    let named = sheets.enumerated().map { number, sheet in
      "<sheet name=\"\(PackageMarkup.escaped(sheet.name))\" sheetId=\"\(number + 1)\" r:id=\"r\(number + 1)\"/>"
    }
    let hidden = sheets.count + 1
    let words = TemplateWords(language)
    let names = lists.enumerated().map { number, list in
      let column = Workbook.name(number)
      return
        "<definedName name=\"\(TemplateSheet.listName(number + 1))\">\(words.lists)!$\(column)$1:$\(column)$\(list.count)</definedName>"
    }
    return """
      \(PackageMarkup.declaration)<workbook xmlns="\(TemplateSheet.namespace)" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\(named.joined())\
      <sheet name="\(words.lists)" sheetId="\(hidden)" state="hidden" r:id="r\(hidden)"/></sheets>\
      <definedNames>\(names.joined())</definedNames></workbook>
      """
  }

  /// A column for each list.
  private var listSheet: String {
    let height = lists.map(\.count).max() ?? 0
    let rows = (0..<height).map { row in
      let cells = lists.enumerated().compactMap { column, list in
        list.indices.contains(row)
          ? TemplateSheet.cell(.text(list[row]), column: column, row: row, style: 1) : nil
      }
      return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
    }
    return """
      \(PackageMarkup.declaration)<worksheet xmlns="\(TemplateSheet.namespace)"><sheetData>\(rows.joined())</sheetData></worksheet>
      """
  }
}
