import Content
import Diagnostics
import Files
package import SocialReport
package import Writing

/// A place in the table of observations that an indicator names: all of it, a row, or a cell.
package struct SheetSpot {
  /// Of the table, relative to the content's folder.
  package let path: String
  package let sheet: SheetFile
  /// Where the indicator names it.
  package let owner: FieldPath
  package let table: FieldTable
  /// The row, from 0; nil for the whole table.
  package let entry: Int?
  /// The English name of the field; nil for a whole row.
  package let field: String?

  /// - Parameters:
  ///   - steps: of what was asked for, below the observations.
  ///   - path: of the observations.
  ///   - csv: the table as the indicator names it.
  init(
    _ steps: [FieldPath.Step], _ table: FieldTable, _ record: DeskRecord, _ path: FieldPath,
    named csv: String, in file: YAMLFile, _ read: (String) throws(DeskError) -> [UInt8]
  ) throws(DeskError) {
    guard let full = Path.normalised(Path.join(Path.folder(of: record.path), csv)) else {
      throw .refused(.notFound(csv), file: record.path)
    }
    let bytes = try read(full)
    let sheet: SheetFile
    do throws(WritingRefusal) {
      sheet = try SheetFile(bytes, table, of: file.pairs(path.parent))
    } catch { throw .refused(error, file: full) }
    (self.path, self.table, self.sheet, owner) = (full, table, sheet, path)
    guard let first = steps.first else {
      (entry, field) = (nil, nil)
      return
    }
    guard let number = EntryName(first).find(among: sheet.places.entries) else {
      throw .refused(.notFound(FieldPath([first]).text), file: full)
    }
    entry = number
    guard steps.count > 1 else {
      field = nil
      return
    }
    guard steps.count == 2, case .field(let word) = steps[1], let index = table.index(of: word)
    else { throw .noField(FieldPath(Array(steps.dropFirst())).text, table.listing) }
    field = table.fields[index].english
  }

  var type: FieldType {
    guard let field, let index = table.index(of: field) else {
      return entry == nil ? .observations(table) : .record(table)
    }
    return table.fields[index].type
  }

  var isRequired: Bool {
    field.flatMap(table.index).map { table.fields[$0].isRequired } ?? (entry != nil)
  }

  var isThere: Bool {
    guard let entry, let field else { return true }
    return sheet.text(entry, field) != nil
  }
}
