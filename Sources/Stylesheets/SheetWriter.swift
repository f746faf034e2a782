/// Writes what is kept of a style sheet.
struct SheetWriter {
  private let sheet: Stylesheet
  private let selection: Selection
  private(set) var text: [UInt8] = []

  init(_ sheet: Stylesheet, _ selection: Selection) {
    self.sheet = sheet
    self.selection = selection
    text.reserveCapacity(sheet.bytes.count / 4)
  }

  mutating func write() {
    // The bytes are lent by a copy of the sheet, which shares them, while the writer changes.
    let sheet = sheet
    write(sheet.rules.indices, sheet.bytes.span)
  }

  /// Writes rules that stand side by side; false if nothing but comments came of them.
  @discardableResult
  private mutating func write(_ rules: Range<Int>, _ bytes: borrowing Span<UInt8>) -> Bool {
    var hasWritten = false
    var number = rules.lowerBound
    while number < rules.upperBound {
      if write(number, bytes) { hasWritten = true }
      number = max(number + 1, sheet.rules[number].end)
    }
    return hasWritten
  }

  private mutating func write(_ number: Int, _ bytes: borrowing Span<UInt8>) -> Bool {
    let rule = sheet.rules[number]
    switch rule.kind {
    case .style:
      let selectors = selection.selectors(of: number)
      return !selectors.isEmpty && writeStyle(rule, selectors, bytes)
    case .fontFace:
      return isMentioned(rule, bytes) && writeStyle(rule, [rule.prelude], bytes)
    case .group, .layer:
      return writeGroup(number, rule, bytes)
    case .keyframes:
      guard selection.keepsKeyframes(number) else { return false }
      append(rule.prelude, bytes)
    case .statement:
      append(rule.prelude, bytes)
      text.append(UInt8(ascii: ";"))
    case .verbatim:
      append(rule.prelude, bytes)
    case .comment:
      copy(rule.prelude, bytes)
      return false
    case .remainder:
      copy(rule.prelude, bytes)
    }
    return true
  }

  private mutating func writeGroup(
    _ number: Int, _ rule: StyleRule, _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    let start = text.count
    append(rule.prelude, bytes)
    let end = text.count
    text.append(UInt8(ascii: "{"))
    if write(number + 1..<max(number + 1, rule.end), bytes) {
      text.append(UInt8(ascii: "}"))
      return true
    }
    // A layer that is named for the first time takes its place in the order of layers.
    let name = AtRule.name(bytes, rule.prelude)
    guard rule.kind == .layer, name.upperBound < rule.prelude.upperBound else {
      text.removeLast(text.count - start)
      return false
    }
    text.removeLast(text.count - end)
    text.append(UInt8(ascii: ";"))
    return true
  }

  private mutating func writeStyle(
    _ rule: StyleRule, _ selectors: ArraySlice<Range<Int>>, _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    let start = text.count
    for (index, selector) in selectors.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      append(selector, bytes)
    }
    text.append(UInt8(ascii: "{"))
    var hasWritten = false
    var isOpen = false
    for number in rule.declarations {
      let declaration = sheet.declarations[number]
      guard selection.keeps(declaration, bytes) else { continue }
      if isOpen { text.append(UInt8(ascii: ";")) }
      isOpen = declaration.kind == .property || declaration.kind == .customProperty
      if declaration.kind == .comment {
        copy(declaration.range, bytes)
      } else {
        append(declaration.range, bytes)
        hasWritten = true
      }
    }
    guard hasWritten else {
      text.removeLast(text.count - start)
      return false
    }
    text.append(UInt8(ascii: "}"))
    return true
  }

  /// Whether something names the family of a font; a font without a name is kept.
  private func isMentioned(_ rule: StyleRule, _ bytes: borrowing Span<UInt8>) -> Bool {
    for number in rule.declarations {
      let range = sheet.declarations[number].range
      let name = CSSIdentifier(bytes, at: range.lowerBound)
      guard bytes.reads("font-family", in: name.range) else { continue }
      return selection.references.mention(bytes, name.range.upperBound..<range.upperBound)
    }
    return true
  }

  private mutating func copy(_ range: Range<Int>, _ bytes: borrowing Span<UInt8>) {
    for index in range { text.append(bytes[index]) }
  }

  /// Adds a part of the sheet without the comments in it.
  private mutating func append(_ range: Range<Int>, _ bytes: borrowing Span<UInt8>) {
    guard sheet.hasInnerComments else {
      copy(range, bytes)
      return
    }
    let begin = text.count
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      var isComment = false
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): at = bytes.endOfString(at)
      case UInt8(ascii: "("): at = bytes.opensAddress(at) ? bytes.endOfAddress(at) : at + 1
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "/") where bytes.has(UInt8(ascii: "*"), at: at + 1):
        at = bytes.endOfComment(at)
        isComment = !bytes.has(UInt8(ascii: "!"), at: start + 2)
      default: at += 1
      }
      if isComment {
        if at >= range.upperBound {
          let end = text.span.trimmedEnd(begin..<text.count)
          text.removeLast(text.count - end)
        } else if start > range.lowerBound {
          // An empty comment still parts what it stands between.
          text += "/**/".utf8
        }
      } else {
        copy(start..<min(at, range.upperBound), bytes)
      }
    }
  }
}
