/// Goes over a document line by line as its author meant it, up to where the parser stopped.
///
/// The parser tells where it can go no further; the cause is often above: a quote that was opened
/// three lines before, a text that begins with a sign. All that is found here YAML refuses too.
struct YAMLWalk {
  /// A column in which fields or entries stand.
  struct Level {
    let column: Int
    let place: Range<Int>
  }

  /// A text that may go on below its line.
  private struct Open {
    let column: Int
    let isBlock: Bool
    let line: YAMLLine
    /// Where the lines of a long text begin, as its first line has it.
    var indent: Int?
  }

  private let source: YAMLSource
  private var open: Open?
  /// A long text that ended right above the line at hand.
  private var block: YAMLLine?
  private var levels: [Level] = []
  /// The levels above the line at hand.
  private(set) var levelsAbove: [Level] = []
  /// The line with a field or an entry before the one at hand.
  private(set) var above: YAMLLine?
  private var last: YAMLLine?
  /// Up to where brackets were read of which nothing can be said: those inside are not read again.
  private var bracketsEnd = 0

  init(_ source: YAMLSource) { self.source = source }

  /// The first mistake on the lines up to a byte.
  mutating func fault(upTo limit: Int) -> YAMLFault? {
    var at = 0
    while at <= limit, at < source.bytes.count {
      let line = YAMLLine(source, from: at)
      at = line.next
      if let fault = judge(line, &at) { return fault }
    }
    return nil
  }

  private mutating func judge(_ line: YAMLLine, _ next: inout Int) -> YAMLFault? {
    if line.isEmpty { return nil }
    if line.isMergeMarker { return .mergeMarker(line) }
    let isBelowBlock = open?.isBlock ?? false
    if let open {
      if line.indent > open.column {
        guard open.isBlock else { return continued(line, open) }
        let indent = open.indent ?? line.indent
        self.open?.indent = indent
        return line.indent < indent && !line.isComment
          ? .outOfText(line, open.line, missing: indent - line.indent) : nil
      }
      block = isBelowBlock ? open.line : nil
      self.open = nil
    } else {
      block = nil
    }
    let first = line.bytes.lowerBound + line.indent
    if source.bytes[first] == 0x09 {
      return .tab(at: first..<source.skipBlanks(first, to: line.bytes.upperBound))
    }
    if line.isComment || line.isDocumentMark { return nil }
    (above, levelsAbove) = (last, levels)
    settle(line)
    defer { last = line }
    if line.key == nil, line.hyphens.isEmpty { return loose(line, &next) }
    if let key = line.key, let bullet = line.bullet, line.hyphens.isEmpty,
      key.lowerBound == line.content
    {
      return .bullet(line, bullet)
    }
    return value(line, column: line.column, &next)
  }

  /// Notes the columns of a line's hyphens and of its key.
  private mutating func settle(_ line: YAMLLine) {
    for place in line.hyphens.map({ $0..<$0 + 1 }) + [line.key].compactMap(\.self) {
      let column = place.lowerBound - line.bytes.lowerBound
      while let level = levels.last, level.column >= column { levels.removeLast() }
      levels.append(Level(column: column, place: place))
    }
  }

  /// The level that a column was most likely meant for.
  func nearestLevel(to column: Int) -> Level? {
    levelsAbove.reversed().min { abs($0.column - column) < abs($1.column - column) }
  }

  /// A line below the text of another that is a part of it by where it stands.
  private func continued(_ line: YAMLLine, _ open: Open) -> YAMLFault? {
    if line.isComment { return nil }
    guard line.key != nil else { return nil }
    if line.isField {
      // `id:scuola` is a text for YAML, and the field below it is what it cannot have.
      if open.line.key == nil, let key = open.line.gluedKey {
        return .glued(open.line, key)
      }
      return .deeper(line, than: open.line)
    }
    return .colon(line, below: open.line)
  }

  /// A line without a key and without a hyphen: a value below its key, or something forgotten.
  private mutating func loose(_ line: YAMLLine, _ next: inout Int) -> YAMLFault? {
    if line.begins(with: "?"), source.isGap(line.content + 1) { return .sign("? ", line) }
    if line.begins(with: "%"), line.indent == 0 { return .directive(line) }
    if let key = line.gluedKey {
      return .glued(line, key)
    }
    if let bullet = line.bullet { return .bullet(line, bullet) }
    guard let above, above.text.isEmpty, line.indent > above.column else {
      // A document of a list or a text only is told elsewhere.
      if above == nil, let first = line.firstByte, "[{\"'".utf8.contains(first) {
        return value(line, column: -1, &next)
      }
      return .missingColon(line, below: block ?? (above?.text.isEmpty == false ? above : nil))
    }
    return value(line, column: above.column, &next)
  }

  /// What stands behind a key or a hyphen.
  private mutating func value(
    _ line: YAMLLine, column: Int, _ next: inout Int
  ) -> YAMLFault? {
    let start = line.value.lowerBound
    guard start < line.value.upperBound else { return nil }
    let first = source.bytes[start]
    switch first {
    case UInt8(ascii: "#"): return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(line, column, &next)
    case UInt8(ascii: "["), UInt8(ascii: "{"): return bracketed(line, column, &next)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard line.isBlockHeader else { return .blockHeader(line) }
      open = Open(
        column: column, isBlock: true, line: line, indent: line.statedIndent.map { column + $0 })
      return nil
    case UInt8(ascii: "*") where line.key.map { source.text($0) } == "<<": return .merge(line)
    case _ where "*&!%@`,]}".utf8.contains(first):
      return .sign(String(decoding: [first], as: UTF8.self), in: source, at: start)
    case UInt8(ascii: "-") where source.isGap(start + 1): return .hyphen(line)
    case UInt8(ascii: "?") where source.isGap(start + 1): return .sign("? ", line)
    default: break
    }
    if let colon = line.colonInText { return .colon(line, at: colon) }
    open = Open(column: column, isBlock: false, line: line)
    return nil
  }

  // Texts between quotes and lists in brackets, which may go on over lines

  private mutating func quoted(_ line: YAMLLine, _ column: Int, _ next: inout Int) -> YAMLFault? {
    let start = line.value.lowerBound
    if let close = source.closing(start, before: line.value.upperBound) {
      return line.isRest(at: close) ? nil : .closedEarly(line, at: close)
    }
    guard let close = source.closing(start, before: source.bytes.count),
      let end = lines(from: line.next, to: close, rightOf: column)
    else { return .openQuote(line) }
    next = end.next
    return end.isRest(at: close) ? nil : .openQuote(line)
  }

  /// The line that holds a place, where none down to it is a field of the same level or a higher one.
  private func lines(from start: Int, to place: Int, rightOf column: Int) -> YAMLLine? {
    var at = start
    while at < source.bytes.count {
      let line = YAMLLine(source, from: at)
      if line.indent <= column, line.isField || !line.hyphens.isEmpty { return nil }
      if place <= line.bytes.upperBound { return line }
      at = line.next
    }
    return nil
  }

  private mutating func bracketed(_ line: YAMLLine, _ column: Int, _ next: inout Int) -> YAMLFault?
  {
    guard line.value.lowerBound >= bracketsEnd else { return nil }
    var reading = BracketReading(source, line)
    switch reading.end() {
    case .close(let close):
      if close <= line.bytes.upperBound {
        return line.isRest(at: close) ? nil : .bracketedText(line, at: close)
      }
      guard let end = lines(from: line.next, to: close, rightOf: column) else {
        return .openBracket(line, at: line.value.lowerBound)
      }
      next = end.next
      return nil
    case .none(let opening): return .openBracket(line, at: opening)
    case .closedEarly(let entry, let close):
      guard close <= line.bytes.upperBound else {
        bracketsEnd = close
        return nil
      }
      return .closedEarly(line, entry: entry, at: close)
    case .mismatch(let place):
      bracketsEnd = place
      return nil
    }
  }
}
