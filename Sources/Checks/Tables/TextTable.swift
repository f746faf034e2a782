import Diagnostics
import SocialReport

/// A table of a text that has a row or a column of totals, with the numbers of its cells.
struct TextTable {
  /// A cell as a term of a sum.
  struct Cell {
    let block: Block
    let value: DecimalNumber
    /// The last digit that is written counts 10 to this power.
    let exponent: Int
    /// The words beside the number, but for euro and the like.
    let unit: String
    let isPercent: Bool
    let isMoney: Bool
    /// Whether it stands for nothing: a dash.
    let isMissing: Bool
    /// Whether it is a part of the row above: `di cui`.
    var isPart = false

    var range: Range<Int> { 0..<block.text.count }

    var isYear: Bool {
      exponent == 0 && !isMoney && unit.isEmpty
        && (DecimalNumber(1900)..<DecimalNumber(2101)).contains(value) && block.text.count == 4
    }
  }

  private var blocks: [Int: [Int: Block]] = [:]
  private(set) var columns: [Int] = []
  private(set) var body = 1..<1
  private(set) var totalRows: [Int] = []
  private let language: Language

  private init(_ cells: [(place: Block.Cell, block: Block)], _ language: Language) {
    self.language = language
    for (place, block) in cells { blocks[place.row, default: [:]][place.column] = block }
    columns = Set(cells.map(\.place.column)).sorted()
    body = 1..<max(1, (blocks.keys.max() ?? 0) + 1)
    totalRows = body.filter { TextTable.isTotal(label($0)) }
  }

  /// The tables of a text in which something is said to be a total.
  static func tables(of text: TextReading, _ language: String) -> [TextTable] {
    guard !text.isPlain else { return [] }
    var cells: [Int: [(place: Block.Cell, block: Block)]] = [:]
    var withTotal: Set<Int> = []
    for block in text.blocks {
      guard let place = block.cell else { continue }
      cells[place.table, default: []].append((place, block))
      if mayBeTotal(block), isTotal(block.string(0..<min(block.text.count, 80))) {
        withTotal.insert(place.table)
      }
    }
    return withTotal.sorted().map {
      TextTable(cells[$0] ?? [], Language(rawValue: language) ?? .english)
    }
  }

  /// The words of a sum begin with one of two letters; most cells do not.
  private static func mayBeTotal(_ block: Block) -> Bool {
    let first = block.text.first { (0x61...0x7A).contains($0 | 0x20) }
    return first.map { $0 | 0x20 == UInt8(ascii: "t") || $0 | 0x20 == UInt8(ascii: "s") } ?? false
  }

  /// `Totale`, `TOTALE GENERALE`, `Tot.`: the words of a sum.
  static func isTotal(_ label: String) -> Bool {
    let words = label.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return false }
    return ["totale", "totali", "total", "totals", "tot", "subtotale", "subtotal", "somma", "sum"]
      .contains(first)
      && words.dropFirst().allSatisfy {
        [
          "generale", "complessivo", "complessiva", "parziale", "finale", "euro", "comune", "spesa",
          "spese", "entrate", "risorse", "iscritti", "interventi", "persone", "utenti", "di",
          "delle",
          "dei", "degli", "della", "grand", "overall", "importo", "importi", "costi",
        ].contains($0)
      }
  }

  func head(_ column: Int) -> String { string(0, column) }

  private func string(_ row: Int, _ column: Int) -> String {
    blocks[row]?[column].map { $0.string(0..<$0.text.count) } ?? ""
  }

  /// The first words of a row.
  private func label(_ row: Int) -> String {
    guard let cells = blocks[row], let first = cells.keys.min() else { return "" }
    return string(row, first)
  }

  /// Nil where the cell holds no single exact number.
  func cell(_ row: Int, _ column: Int) -> Cell? {
    guard let block = blocks[row]?[column] else { return nil }
    return Cell(block, language)
  }

  /// The cells of a column in some rows, but for totals; nil where one cannot be added up.
  func terms(_ rows: Range<Int>, _ column: Int) -> [Cell]? {
    terms(rows.filter { !totalRows.contains($0) }.map { ($0, column) })
  }

  func terms(_ row: Int, _ columns: Range<Int>) -> [Cell]? { terms(columns.map { (row, $0) }) }

  private func terms(_ places: [(row: Int, column: Int)]) -> [Cell]? {
    var found: [Cell] = []
    for (row, column) in places {
      // An empty cell adds nothing.
      guard let block = blocks[row]?[column] else { continue }
      guard var cell = Cell(block, language) else { return nil }
      let name = label(row).lowercased()
      cell.isPart = ["di cui", "of which"].contains { name.drop { !$0.isLetter }.hasPrefix($0) }
      if ["media", "average", "mean"].contains(where: name.hasPrefix) { return nil }
      found.append(cell)
    }
    return found
  }
}

extension TextTable.Cell {
  init?(_ block: Block, _ language: Language) {
    let text = String(block.string(0..<block.text.count).filter { $0 != "\u{FFFC}" && $0 != "*" })
    self.block = block
    let bare = text.filter { !$0.isWhitespace }
    if ["-", "–", "—", "−", "/", ""].contains(bare) {
      (value, exponent, unit) = (DecimalNumber(0), -12, "")
      (isPercent, isMoney, isMissing) = (false, false, true)
      return
    }
    // Long cells are no numbers.
    guard text.utf8.count <= 60, text.contains(where: \.isNumber) else { return nil }
    let stated = NumberReader.read(text, language)
    guard stated.numbers.count == 1, let number = stated.numbers.first, stated.proportions.isEmpty,
      !stated.isVague, number.bound == .exact, number.upper == nil, number.form != .ordinal,
      number.form != .points, !number.isWeak
    else { return nil }
    value = number.value
    exponent = number.exponent
    isPercent = number.form == .percent
    isMoney = number.form == .euro
    isMissing = false
    unit = text.lowercased().split { !$0.isLetter }.filter {
      !["euro", "euros", "eur", "per", "cento"].contains($0)
        && MagnitudeWords.power(of: String($0)) == nil
    }.joined(separator: " ")
  }
}
