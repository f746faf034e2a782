import Diagnostics
import SocialReport
import YAMLTree

/// The fields of a table beside period and value, as scalars that the decoder can read.
struct SheetFields {
  /// Cells of a column that names sources in words and not by their ids.
  private(set) var unread: [CSV.Cell] = []
  private let namesSources: Bool
  /// What is wrong in each column: the first message and the further cells.
  private var faults: [(field: String, first: Diagnostic, others: [CSV.Cell])] = []

  init(_ sheet: ObservationSheet) {
    namesSources = sheet.rows.entries.contains { entry in
      sheet.cell("source", of: entry).map { !Slug.isValid($0.text) } ?? false
    }
  }

  /// The cell as the field is usually written; nil where it is not read.
  mutating func scalar(_ cell: CSV.Cell, _ key: Field) -> YAMLScalar? {
    var text = cell.text
    switch key.type {
    case .reference where namesSources:
      unread.append(cell)
      return nil
    case .integer:
      if let number = SheetNumber(text), let value = number.value(decimal: number.decimal ?? ","),
        number.shape != .either(",")
      {
        text = value.plain
      }
    case .choice:
      if let letter = ObservationStatus.letter(for: text) { text = letter }
    default: break
    }
    return YAMLScalar(
      text: text, style: cell.isQuoted ? .doubleQuoted : .plain, place: cell.place)
  }

  /// Keeps what the decoder said of a cell, once a column.
  mutating func gather(_ diagnostics: ArraySlice<Diagnostic>, _ cell: CSV.Cell, _ key: Field) {
    guard let first = diagnostics.first else { return }
    if let index = faults.firstIndex(where: { $0.field == key.english }) {
      faults[index].others.append(cell)
    } else {
      faults.append((key.english, first, []))
    }
  }

  var diagnostics: [Diagnostic] {
    faults.map { field, first, others in
      let more = others.count
      return Diagnostic(
        .csvCell,
        Phrase(
          it: first.message.italian + (more > 0 ? " (e altre \(more) celle sotto)" : ""),
          en: first.message.english + (more > 0 ? " (and \(more) more cells below)" : "")),
        help: first.help, at: first.place,
        notes: others.prefix(3).map {
          .init(Phrase(it: "anche `\($0.text)`", en: "`\($0.text)` as well"), at: $0.place)
        }, severity: first.severity)
    }
  }
}
