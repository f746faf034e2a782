/// One pass over the bytes of a text, line by line, that adds up what cmark will do.
struct ComplexityScan {
  private typealias Excess = Complexity.Excess

  private var line = ComplexityLine(start: 0)
  private var word = ComplexityWord(start: 0)
  private var brackets = 0
  private var cells = 0
  private var tableWork = 0
  private var addressWork = 0
  /// The lines since the last empty one, which may be one paragraph, where they begin, and what looking for
  /// their cells takes.
  private var paragraph = (lines: 0, start: 0, cellWork: 0)
  /// The bytes of the paragraphs that may state addresses (`[name]: address`), and where the first begins.
  private var definitions = (bytes: 0, start: 0)
  /// Whether this paragraph may state some.
  private var isDefinition = false
  /// Whether the last bracket opened a note (`[^1]`), which is no address however it goes on.
  private var isNote = false
  /// The links that may be by name.
  private var calls = 0
  /// The columns of the last line that could be the rule of a table, until an empty one.
  private var columns = 0

  mutating func run(_ bytes: borrowing Span<UInt8>) -> (Complexity.Excess, Int)? {
    for at in bytes.indices {
      let byte = bytes[at]
      if line.passesLetter(byte) { continue }
      if Complexity.isBreak(byte) {
        let isSecond = byte == 0x0A && at > 0 && bytes[at - 1] == 0x0D
        if !isSecond, let excess = endLine(at) { return (excess, line.start) }
        (line, word) = (ComplexityLine(start: at + 1), ComplexityWord(start: at + 1))
      } else if byte == 0x20 || byte == 0x09 {
        line.readBlank()
        addressWork += word.work(to: at)
        word = ComplexityWord(start: at + 1)
      } else {
        line.read(at, bytes)
        word.read(at, bytes)
        if byte == UInt8(ascii: "[") {
          brackets += 1
          if brackets > Complexity.maximumBrackets { return (.brackets, at) }
        }
        if byte == UInt8(ascii: "^"), at > 0, bytes[at - 1] == UInt8(ascii: "[") { isNote = true }
        if byte == UInt8(ascii: "]") { readCall(at + 1 < bytes.count ? bytes[at + 1] : 0) }
        if line.isNestedTooDeep { return (.nesting, line.start) }
      }
    }
    if let excess = endLine(bytes.count) { return (excess, line.start) }
    endDefinitions(bytes.count)
    return definitions.bytes * calls > Complexity.maximumPossibleCopies
      ? (.definitions, definitions.start) : nil
  }

  /// - Parameter next: the byte behind a closing bracket.
  private mutating func readCall(_ next: UInt8) {
    defer { isNote = false }
    if isNote { return }
    switch next {
    case UInt8(ascii: ":"): isDefinition = true
    // The address stands there, or the name follows.
    case UInt8(ascii: "("), UInt8(ascii: "["): break
    default: calls += 1
    }
  }

  private mutating func endDefinitions(_ end: Int) {
    guard isDefinition else { return }
    if definitions.bytes == 0 { definitions.start = paragraph.start }
    definitions.bytes += end - paragraph.start
    isDefinition = false
  }

  private mutating func endLine(_ end: Int) -> Complexity.Excess? {
    addressWork += word.work(to: end) + line.mailWork(to: end)
    if addressWork > Complexity.maximumWork { return .addresses }
    guard !line.endsParagraph else {
      endDefinitions(end)
      (paragraph, columns) = ((0, end + 1, 0), 0)
      return nil
    }
    if columns > 0 { tableWork += line.cellWork }
    if line.isDelimiterRow {
      if line.columns > Complexity.maximumColumns { return .columns }
      // The rows of a table are not read again, but what looks like one may be none.
      let share = columns > 0 ? 64 : 1
      let again = paragraph.lines * (end - paragraph.start) + paragraph.cellWork
      tableWork += 512 * paragraph.lines + again / share + line.cellWork
      columns = max(columns, line.columns)
    }
    paragraph.lines += 1
    paragraph.cellWork += line.cellWork
    cells += columns > 1 ? columns : 0
    if cells > Complexity.maximumCells { return .cells }
    return tableWork > Complexity.maximumWork ? .rules : nil
  }
}
