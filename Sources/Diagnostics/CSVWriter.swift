/// Writes a table as RFC 4180 has it: commas, lines that end in CR LF, quotes where they are needed.
///
/// There is no byte-order mark: UTF-8 needs none, and programs take it for a part of the first name.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []
  private var isAtLineStart = true

  package init() {}

  package mutating func line(_ names: [String]) {
    for name in names { value(name) }
    endLine()
  }

  package mutating func endLine() {
    bytes += [0x0D, 0x0A]
    isAtLineStart = true
  }

  /// A number, a date or another word that the program makes.
  package mutating func value(_ word: String?) {
    separate()
    if let word { bytes += word.utf8 }
  }

  /// What an author wrote.
  ///
  /// A spreadsheet would run a text that begins as a formula does. A space in front keeps it a text;
  /// texts begin with none of their own, so a reader takes it away again. The same for what begins so behind a
  /// separator in the text, where a spreadsheet that divides cells there would see a cell (`FormulaGuard`).
  package mutating func text(_ words: String?) {
    separate()
    guard let words else { return }
    let text = FormulaGuard.guarded(words)
    let isFormula = text.unicodeScalars.first.map(FormulaGuard.beginsFormula) ?? false
    let written = text.utf8.span
    guard isFormula || CSVWriter.needsQuotes(written) else {
      bytes += text.utf8
      return
    }
    bytes.append(CSVWriter.quote)
    if isFormula { bytes.append(0x20) }
    for at in written.indices {
      if written[at] == CSVWriter.quote { bytes.append(CSVWriter.quote) }
      bytes.append(written[at])
    }
    bytes.append(CSVWriter.quote)
  }

  private mutating func separate() {
    if !isAtLineStart { bytes.append(UInt8(ascii: ",")) }
    isAtLineStart = false
  }

  private static let quote = UInt8(ascii: "\"")

  /// Semicolons and tabs as well: programs that guess the separator count them.
  private static func needsQuotes(_ text: borrowing Span<UInt8>) -> Bool {
    for at in text.indices {
      switch text[at] {
      case quote, UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: return true
      default: continue
      }
    }
    return false
  }
}
