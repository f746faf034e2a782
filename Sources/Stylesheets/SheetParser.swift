/// Reads a style sheet into rules, each before those in it.
struct SheetParser {
  /// Blocks nested more deeply are kept as they are.
  static let maximumDepth = 50

  private(set) var rules: [StyleRule] = []
  var declarations: [Declaration] = []
  var skipper = TokenSkipper()
  /// Whether the text ended before what was being read.
  var hasRunOut = false

  /// Reads the whole sheet from a place, which is after the byte order mark.
  mutating func read(_ bytes: borrowing Span<UInt8>, from start: Int) {
    var at = start
    while let next = nextItem(bytes, from: at) {
      let known = (rules: rules.count, declarations: declarations.count)
      at = rule(bytes, at: next, depth: 0)
      guard hasRunOut else { continue }
      // Whatever was open at the end would be closed otherwise by anything written after it.
      rules.removeLast(rules.count - known.rules)
      declarations.removeLast(declarations.count - known.declarations)
      rules.append(StyleRule(kind: .remainder, prelude: next..<bytes.count))
      return
    }
  }

  /// The place of the next rule, after the comments before it; nil at the end of the text.
  private mutating func nextItem(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at].isBlank {
        at += 1
      } else if bytes[at] == UInt8(ascii: "/"), bytes.has(UInt8(ascii: "*"), at: at + 1) {
        let end = bytes.endOfComment(at)
        if bytes.has(UInt8(ascii: "!"), at: at + 2) {
          rules.append(StyleRule(kind: .comment, prelude: at..<end))
        }
        at = end
      } else {
        return at
      }
    }
    return nil
  }

  /// Reads the rules of a block up to the place after its brace.
  private mutating func block(
    _ bytes: borrowing Span<UInt8>, from start: Int, depth: Int
  ) -> Int {
    var at = start
    while let next = nextItem(bytes, from: at) {
      if bytes[next] == UInt8(ascii: "}") { return next + 1 }
      at = rule(bytes, at: next, depth: depth)
      if hasRunOut { break }
    }
    hasRunOut = true
    return bytes.count
  }

  /// Reads one rule up to the place after it.
  private mutating func rule(_ bytes: borrowing Span<UInt8>, at start: Int, depth: Int) -> Int {
    let isAtRule = bytes[start] == UInt8(ascii: "@")
    // A brace that closes nothing is part of a prelude, as is a semicolon before a style's block.
    var stops: TokenSkipper.Stops = depth > 0 ? [.openBrace, .closeBrace] : .openBrace
    if isAtRule { stops.insert(.semicolon) }
    let end = skipper.end(bytes, from: start, to: bytes.count, stoppingAt: stops)
    guard end < bytes.count else {
      hasRunOut = true
      return end
    }
    let prelude = start..<trimmedEnd(bytes, start..<end)
    guard isAtRule else {
      guard bytes[end] == UInt8(ascii: "{") else {
        rules.append(StyleRule(kind: .verbatim, prelude: prelude))
        return end
      }
      return style(bytes, .style, prelude, from: end + 1)
    }
    return atRule(bytes, prelude, endingAt: end, depth: depth)
  }

  private mutating func atRule(
    _ bytes: borrowing Span<UInt8>, _ prelude: Range<Int>, endingAt end: Int, depth: Int
  ) -> Int {
    let name = AtRule(bytes, prelude)
    guard bytes[end] == UInt8(ascii: "{") else {
      if name != .charset { rules.append(StyleRule(kind: .statement, prelude: prelude)) }
      return bytes[end] == UInt8(ascii: ";") ? end + 1 : end
    }
    switch name {
    case .group, .layer:
      guard depth < Self.maximumDepth else { break }
      let number = rules.count
      rules.append(StyleRule(kind: name == .layer ? .layer : .group, prelude: prelude))
      let after = block(bytes, from: end + 1, depth: depth + 1)
      rules[number].end = rules.count
      return after
    case .fontFace:
      return style(bytes, .fontFace, prelude, from: end + 1)
    case .keyframes, .charset, .other:
      break
    }
    let close = skipper.end(bytes, from: end + 1, to: bytes.count, stoppingAt: .closeBrace)
    hasRunOut = close == bytes.count
    let whole = prelude.lowerBound..<min(close + 1, bytes.count)
    rules.append(StyleRule(kind: name == .keyframes ? .keyframes : .verbatim, prelude: whole))
    return whole.upperBound
  }

  /// The end of a text that was just passed, without the blanks after it if they mean nothing.
  func trimmedEnd(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    skipper.hasPassedBrokenString ? range.upperBound : bytes.trimmedEnd(range)
  }

  private mutating func style(
    _ bytes: borrowing Span<UInt8>, _ kind: StyleRule.Kind, _ prelude: Range<Int>, from start: Int
  ) -> Int {
    let first = declarations.count
    let after = readDeclarations(bytes, from: start)
    rules.append(StyleRule(kind: kind, prelude: prelude, declarations: first..<declarations.count))
    return after
  }
}

extension SheetParser {
  /// Reads the declarations of a block up to the place after its brace.
  mutating func readDeclarations(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte.isBlank || byte == UInt8(ascii: ";") {
        at += 1
      } else if byte == UInt8(ascii: "}") {
        return at + 1
      } else if byte == UInt8(ascii: "/"), bytes.has(UInt8(ascii: "*"), at: at + 1) {
        let end = bytes.endOfComment(at)
        if bytes.has(UInt8(ascii: "!"), at: at + 2) {
          declarations.append(Declaration(kind: .comment, range: at..<end))
        }
        at = end
      } else if let colon = Self.customPropertyColon(bytes, at: at) {
        at = readCustomProperty(bytes, at: at, colon: colon)
      } else {
        at = readProperty(bytes, at: at)
      }
    }
    hasRunOut = true
    return bytes.count
  }

  /// The colon after the name of a custom property, if one stands here.
  private static func customPropertyColon(_ bytes: borrowing Span<UInt8>, at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "-"), bytes.has(UInt8(ascii: "-"), at: start + 1) else {
      return nil
    }
    var at = CSSIdentifier(bytes, at: start).range.upperBound
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    return bytes.has(UInt8(ascii: ":"), at: at) ? at : nil
  }

  private mutating func readCustomProperty(
    _ bytes: borrowing Span<UInt8>, at start: Int, colon: Int
  ) -> Int {
    let end = skipper.end(
      bytes, from: colon + 1, to: bytes.count, stoppingAt: [.semicolon, .closeBrace])
    // A value of nothing but a blank has a meaning that older browsers deny to no value at all.
    let kept = colon + 1 < end && bytes[colon + 1].isBlank ? colon + 2 : colon + 1
    declarations.append(
      Declaration(kind: .customProperty, range: start..<trimmedEnd(bytes, min(kept, end)..<end)))
    return end
  }

  /// Reads a declaration, or what stands in its place: a nested rule or an at-rule.
  private mutating func readProperty(_ bytes: borrowing Span<UInt8>, at start: Int) -> Int {
    let end = skipper.end(
      bytes, from: start, to: bytes.count, stoppingAt: [.semicolon, .openBrace, .closeBrace])
    guard bytes.has(UInt8(ascii: "{"), at: end) else {
      declarations.append(
        Declaration(kind: .property, range: start..<trimmedEnd(bytes, start..<end)))
      return end
    }
    let close = skipper.end(bytes, from: end + 1, to: bytes.count, stoppingAt: .closeBrace)
    let after = min(close + 1, bytes.count)
    declarations.append(Declaration(kind: .nestedRule, range: start..<after))
    hasRunOut = close == bytes.count
    return after
  }
}

/// The at-rules that are told apart.
enum AtRule {
  /// One that holds rules and adds nothing of its own.
  case group
  case layer
  case keyframes
  case fontFace
  case charset
  case other

  /// The at-rule that a prelude begins.
  init(_ bytes: borrowing Span<UInt8>, _ prelude: Range<Int>) {
    let name = Self.name(bytes, prelude)
    self =
      if bytes.reads("media", in: name) || bytes.reads("supports", in: name)
        || bytes.reads("container", in: name)
      {
        .group
      } else if bytes.reads("layer", in: name) {
        .layer
      } else if bytes.reads("font-face", in: name) {
        .fontFace
      } else if bytes.reads("charset", in: name) {
        .charset
      } else if Self.isKeyframes(bytes, name) {
        .keyframes
      } else {
        .other
      }
  }

  /// Where the name stands in a prelude, without its `@`.
  static func name(_ bytes: borrowing Span<UInt8>, _ prelude: Range<Int>) -> Range<Int> {
    CSSIdentifier(bytes, at: prelude.lowerBound + 1).range
  }

  /// `keyframes`, with or without a vendor's prefix.
  private static func isKeyframes(_ bytes: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
    let length = 9
    guard name.count >= length else { return false }
    let start = name.upperBound - length
    guard bytes.reads("keyframes", in: start..<name.upperBound) else { return false }
    return name.count == length
      || bytes[name.lowerBound] == UInt8(ascii: "-") && bytes[start - 1] == UInt8(ascii: "-")
  }
}
