/// What a spreadsheet says: its sheets with the cells that hold something, whatever program wrote it.
package struct Workbook: Sendable {
  package internal(set) var sheets: [Sheet] = []

  init() {}

  package init(sheets: [Sheet]) { self.sheets = sheets }

  package struct Sheet: Sendable {
    package let name: String
    package let isHidden: Bool
    /// The cells that hold something, row by row.
    package internal(set) var cells: [Cell] = []
    package internal(set) var hiddenRows: Set<Int> = []
    package internal(set) var hiddenColumns: Set<Int> = []
    /// Ranges whose cells are one.
    package internal(set) var merged: [Range] = []
    /// Tables that have names.
    package internal(set) var tables: [(name: String, range: Range)] = []

    init(name: String, isHidden: Bool) { (self.name, self.isHidden) = (name, isHidden) }

    package init(name: String, cells: [Cell]) {
      (self.name, isHidden, self.cells) = (name, false, cells)
    }
  }

  /// Rows and columns from 0, ends inclusive.
  package struct Range: Sendable, Equatable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>
  }

  package struct Cell: Sendable {
    package let row: Int
    package let column: Int
    package let value: Value
    /// As its program shows it.
    package let shown: String
    package let isFormula: Bool

    init(row: Int, column: Int, value: Value, shown: String, isFormula: Bool) {
      (self.row, self.column, self.value) = (row, column, value)
      (self.shown, self.isFormula) = (shown, isFormula)
    }

    /// A cell of which only words are known.
    package init(row: Int, column: Int, words: String) {
      self.init(row: row, column: column, value: .text(words), shown: words, isFormula: false)
    }

    /// `B12`.
    package var name: String { Workbook.name(column) + String(row + 1) }
  }

  package enum Value: Sendable, Equatable {
    case text(String)
    /// Its digits, as the file has them.
    case number(String)
    /// ISO 8601.
    case date(String)
    case flag(Bool)
    /// `#N/D`.
    case error(String)
  }

  /// The letters of a column: A, …, Z, AA.
  package static func name(_ column: Int) -> String {
    var (rest, name) = (column, "")
    repeat {
      name = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }

  /// The row and the column of `B12`, from 0; nil for what is none, or on no sheet (1,048,576 rows of 16,384).
  static func place(_ name: some StringProtocol) -> (row: Int, column: Int)? {
    let letters = name.prefix { $0.isASCII && $0.isLetter }
    guard (1...3).contains(letters.count), let row = Int(name.dropFirst(letters.count)),
      (1...1_048_576).contains(row)
    else { return nil }
    let column = letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    return column < 16_384 ? (row - 1, column) : nil
  }

  static func range(_ name: String) -> Range? {
    let ends = name.replacing("$", with: "").split(separator: ":")
    guard let first = ends.first.flatMap({ place($0) }),
      let last = ends.last.flatMap({ place($0) }), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return Range(rows: first.row...last.row, columns: first.column...last.column)
  }
}
