import Office

/// A sheet of a template: one named table with its heads, what is known already, and advice at each cell
/// (ISO/IEC 29500-1, 18).
struct TemplateSheet {
  struct Column {
    let head: String
    /// What a program shows where somebody goes into a cell.
    let advice: String
    let form: Form
    let list: List?
  }

  enum Form {
    /// Whatever is typed stays as it is, zeros in front too.
    case text
    case number
  }

  /// Words to choose from.
  struct List {
    /// Of the list, from 1.
    let number: Int
    /// Whether nothing else can be written.
    let isClosed: Bool
  }

  enum Value {
    case none
    case text(String)
    /// Its digits, with a point.
    case number(String)
  }

  let name: String
  let table: String
  let columns: [Column]
  let rows: [[Value]]
  /// How many rows the table has below its heads.
  let height: Int

  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func listName(_ number: Int) -> String { "elenco_\(number)" }

  private var range: String {
    "A1:\(Workbook.name(columns.count - 1))\(max(height, 1) + 1)"
  }

  /// Texts, numbers, heads.
  private enum Style {
    static let text = 1
    static let number = 0
    static let head = 2
  }

  var markup: String {
    let widths = columns.enumerated().map { number, column in
      let width = max(14, min(60, column.head.count + 8))
      let style = column.form == .text ? Style.text : Style.number
      return
        "<col min=\"\(number + 1)\" max=\"\(number + 1)\" width=\"\(width)\" style=\"\(style)\" customWidth=\"1\"/>"
    }
    let heads = columns.enumerated().map { number, column in
      TemplateSheet.cell(.text(column.head), column: number, row: 0, style: Style.head)
    }
    let body = rows.enumerated().map { row, values in
      let cells = values.enumerated().map { column, value in
        let isText = if case .text = value { true } else { false }
        return TemplateSheet.cell(
          value, column: column, row: row + 1, style: isText ? Style.text : Style.number)
      }
      return "<row r=\"\(row + 2)\">\(cells.joined())</row>"
    }
    return """
      \(PackageMarkup.declaration)<worksheet xmlns="\(TemplateSheet.namespace)" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews>\
      <sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>\
      </sheetViews><cols>\(widths.joined())</cols><sheetData><row r="1">\(heads.joined())</row>\(body.joined())</sheetData>\
      <dataValidations count="\(columns.count)">\(columns.enumerated().map(validation).joined())</dataValidations>\
      <tableParts count="1"><tablePart r:id="r1"/></tableParts></worksheet>
      """
  }

  /// What can be chosen, and the advice; a program cuts both at so many characters.
  private func validation(_ number: Int, _ column: Column) -> String {
    let letters = Workbook.name(number)
    let title = PackageMarkup.escaped(String(column.head.prefix(32)))
    let advice = PackageMarkup.escaped(String(column.advice.prefix(255)))
    let kind =
      column.list.map { "type=\"list\" showErrorMessage=\"\($0.isClosed ? 1 : 0)\" " } ?? ""
    let formula =
      column.list.map { "<formula1>\(TemplateSheet.listName($0.number))</formula1>" } ?? ""
    return """
      <dataValidation \(kind)allowBlank="1" showInputMessage="1" promptTitle="\(title)" prompt="\(advice)" \
      sqref="\(letters)2:\(letters)\(max(height, 1) + 1)">\(formula)</dataValidation>
      """
  }

  func tableMarkup(_ number: Int) -> String {
    let names = columns.enumerated().map { number, column in
      "<tableColumn id=\"\(number + 1)\" name=\"\(PackageMarkup.escaped(column.head))\"/>"
    }
    return """
      \(PackageMarkup.declaration)<table xmlns="\(TemplateSheet.namespace)" id="\(number)" name="\(table)" \
      displayName="\(table)" ref="\(range)" totalsRowShown="0"><autoFilter ref="\(range)"/>\
      <tableColumns count="\(columns.count)">\(names.joined())</tableColumns>\
      <tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" \
      showColumnStripes="0"/></table>
      """
  }

  static func cell(_ value: Value, column: Int, row: Int, style: Int) -> String {
    let place = "\(Workbook.name(column))\(row + 1)"
    switch value {
    case .none: return ""
    case .text(let text):
      return
        "<c r=\"\(place)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(PackageMarkup.escaped(text))</t></is></c>"
    case .number(let digits): return "<c r=\"\(place)\" s=\"\(style)\"><v>\(digits)</v></c>"
    }
  }

  /// General, text (`@`), and heads in bold.
  static let styles = """
    \(PackageMarkup.declaration)<styleSheet xmlns="\(namespace)"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
    <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>\
    <xf numFmtId="49" xfId="0" applyNumberFormat="1"><alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
}
