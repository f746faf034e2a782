import Diagnostics
import SocialReport

/// The values of a table, read in the one style that all its numbers share.
struct SheetValues {
  /// What a cell came to.
  enum Reading {
    case number(DecimalNumber, status: String?)
    case text(String)
    /// No value, with the reason for readers.
    case missing(Phrase)
    /// Told to be wrong, or empty.
    case none
  }

  private let subject: SheetSubject
  private let decimal: Character?
  private(set) var ambiguous: [CSV.Cell] = []
  private(set) var shortened: [CSV.Cell] = []
  private(set) var unreadable: [CSV.Cell] = []
  /// Cells with a mark for a missing value, by the mark.
  private(set) var missing: [(cell: CSV.Cell, mark: MissingMark)] = []
  /// Cells with a mark of a note beside their number.
  private(set) var marks: [CSV.Cell] = []

  init(_ cells: some Sequence<CSV.Cell>, _ subject: SheetSubject, isItalian: Bool) {
    self.subject = subject
    decimal = NumberStyle.decimal(
      of: cells.lazy.compactMap { SheetNumber($0.text) }, subject, isItalian: isItalian)
  }

  /// - Parameter hasReason: whether the row says itself why the value is missing.
  mutating func read(_ cell: CSV.Cell, hasReason: Bool) -> Reading {
    guard !cell.text.isEmpty else { return .none }
    // A column too narrow for its number is saved as a row of these.
    if cell.text.allSatisfy({ $0 == "#" }) {
      shortened.append(cell)
      return .none
    }
    guard subject.isNumeric else { return readWords(cell) }
    if let number = SheetNumber(cell.text) { return read(number, cell) }
    if let mark = MissingMark(cell.text) {
      if !hasReason || mark.isFault { missing.append((cell, mark)) }
      return .missing(mark.reason)
    }
    unreadable.append(cell)
    return .none
  }

  /// A value of an indicator whose values are words, though they may be numbers as well.
  private mutating func readWords(_ cell: CSV.Cell) -> Reading {
    if cell.text.first == "#", let mark = MissingMark(cell.text) {
      missing.append((cell, mark))
      return .missing(mark.reason)
    }
    switch Numerals.read(cell.text, isQuoted: cell.isQuoted) {
    case .number(let number): return .number(number, status: nil)
    case .none: return .text(cell.text)
    case .ambiguous:
      ambiguous.append(cell)
      return .none
    }
  }

  private mutating func read(_ number: SheetNumber, _ cell: CSV.Cell) -> Reading {
    if number.isShortened {
      shortened.append(cell)
      return .none
    }
    // Where the file has both styles, a cell that shows its own is read by that.
    guard let mark = number.decimal ?? decimal ?? (number.shape == .whole ? "," : nil) else {
      ambiguous.append(cell)
      return .none
    }
    guard let value = number.value(decimal: mark) else {
      unreadable.append(cell)
      return .none
    }
    let status = number.note.flatMap {
      ObservationStatus.letter(for: String($0.filter { $0 != "(" && $0 != ")" }))
    }
    if number.note != nil, status == nil { marks.append(cell) }
    return .number(value, status: status)
  }
}
