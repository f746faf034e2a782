/// A number as the cells of spreadsheets and portals show it, before its marks are understood.
///
/// `1.250,00 €`, `12,5%`, `1'250`, `(12)`, `12-`, `1 250`, `1.250.000,=`, `1,2E+06`, `63,4 (p)`.
package struct SheetNumber: Sendable {
  /// What the point or the comma in it can be, by itself.
  package enum Shape: Equatable, Sendable {
    /// Neither is in it.
    case whole
    /// This one parts the decimals, and no other reading is possible.
    case decimals(Character)
    /// This one stands between groups of three digits, as in `1.234.567`.
    case groups(Character)
    /// One mark with three digits behind it: `1.234`, `1,234`.
    case either(Character)
  }

  package let shape: Shape
  /// Digits with `.` and `,`, nothing else.
  private let digits: String
  private let isNegative: Bool
  /// The power of ten of `E+06`.
  private let exponent: Int
  /// What stands behind it as a note: `*`, `(1)`, `p`.
  package let note: String?
  package let isPercent: Bool

  package init?(_ text: String) {
    // Most are of digits only, with a mark between some.
    if SheetNumber.isPlain(text.utf8) {
      guard let shape = SheetNumber.shape(of: text, hasGroups: false) else { return nil }
      (self.digits, self.shape, isNegative, exponent) = (text, shape, false, 0)
      (note, isPercent) = (nil, false)
      return
    }
    var body = SheetNumber.trimmed(text[...])
    var isNegative = false
    let note = SheetNumber.takeNote(&body)
    // An accountant's minus: `(12)`.
    if body.first == "(", body.last == ")" {
      body = SheetNumber.trimmed(body.dropFirst().dropLast())
      isNegative = true
    }
    var isPercent = false
    SheetNumber.takeUnits(&body, &isPercent)
    for ending in [",=", ",-", ".=", ".-", ",--", "=", "-"] where body.hasSuffix(ending) {
      let rest = SheetNumber.trimmed(body.dropLast(ending.count))
      guard rest.last?.isNumber == true else { continue }
      // `12-` is a minus behind the number; `12,-` has no cents.
      if ending == "-" { isNegative.toggle() }
      body = rest
      break
    }
    if let sign = body.first, "-+\u{2212}\u{2013}".contains(sign) {
      if sign != "+" { isNegative.toggle() }
      body = SheetNumber.trimmed(body.dropFirst())
    }
    SheetNumber.takeUnits(&body, &isPercent)
    guard let exponent = SheetNumber.takeExponent(&body),
      let digits = SheetNumber.withoutSpaces(body),
      let shape = SheetNumber.shape(of: digits.text, hasGroups: digits.hadGroups)
    else { return nil }
    (self.digits, self.isNegative, self.exponent) = (digits.text, isNegative, exponent)
    (self.shape, self.note, self.isPercent) = (shape, note, isPercent)
  }

  /// Whether there is nothing but digits and marks between them.
  private static func isPlain(_ text: String.UTF8View) -> Bool {
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    return isDigit(text.first) && isDigit(text.last)
      && text.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
  }

  /// Its value, where this mark parts the decimals; nil where that cannot be.
  package func value(decimal: Character) -> DecimalNumber? {
    let group: Character = decimal == "," ? "." : ","
    let plain = (isNegative ? "-" : "") + digits.filter { $0 != group }
    switch shape {
    case .decimals(group), .groups(decimal): return nil
    default: break
    }
    guard let number = DecimalNumber(digits: plain, separator: decimal) else { return nil }
    guard exponent != 0, var moved = number.divided(byPowerOfTen: -exponent) else {
      return exponent == 0 ? number : nil
    }
    // `1,25E+02` is 125 and not 125,00.
    for _ in 0..<max(0, exponent) {
      moved = moved.scale > 0 ? moved.rescaled(to: moved.scale - 1) ?? moved : moved
    }
    return moved
  }

  /// The mark of the decimals, as far as this number shows it.
  package var decimal: Character? {
    switch shape {
    case .decimals(let mark): mark
    case .groups(let mark): mark == "," ? "." : ","
    case .whole, .either: nil
    }
  }

  /// Whether a program has cut off digits that are not zero for certain: `1,2E+06`.
  package var isShortened: Bool {
    guard exponent > 0 else { return false }
    let mark = digits.lastIndex { $0 == "," || $0 == "." }
    let decimals = mark.map { digits[$0...].count - 1 } ?? 0
    return exponent > decimals
  }
}

extension SheetNumber {
  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.drop { $0.isWhitespace || $0 == "'" }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }

  /// Takes `*`, `(1)`, `(p)`, ` p` off the end.
  private static func takeNote(_ body: inout Substring) -> String? {
    let whole = body
    if body.last == ")", let open = body.lastIndex(of: "("), open != body.startIndex {
      let inner = body[body.index(after: open)...].dropLast()
      let isMark = inner.count <= 2 || inner.contains(where: \.isLetter)
      if isMark, !inner.isEmpty { body = trimmed(body[..<open]) }
    } else {
      while let last = body.last, "*\u{B9}\u{B2}\u{B3}†".contains(last) { body = body.dropLast() }
      body = trimmed(body)
      // A letter of a code list behind a space or, as Eurostat has it, right behind the digits.
      if let last = body.last, "bdeprfs".contains(last) {
        let rest = trimmed(body.dropLast())
        if rest.last?.isNumber == true { body = rest }
      }
    }
    guard body.contains(where: \.isNumber) else {
      body = whole
      return nil
    }
    return body.endIndex == whole.endIndex ? nil : String(trimmed(whole[body.endIndex...]))
  }

  private static let units = ["€", "euro", "eur"]

  private static func takeUnits(_ body: inout Substring, _ isPercent: inout Bool) {
    if body.last == "%" {
      isPercent = true
      body = trimmed(body.dropLast())
    } else if body.first == "%" {
      isPercent = true
      body = trimmed(body.dropFirst())
    }
    if let last = body.last, "°ºª".contains(last) { body = trimmed(body.dropLast()) }
    let small = body.lowercased()
    for unit in units {
      if small.hasPrefix(unit) {
        body = trimmed(body.dropFirst(unit.count))
        return
      }
      if small.hasSuffix(unit) {
        body = trimmed(body.dropLast(unit.count))
        return
      }
    }
  }

  /// Takes `E+06` off the end: 6; 0 where there is none, nil where it is no power of ten.
  private static func takeExponent(_ body: inout Substring) -> Int? {
    guard let mark = body.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return 0 }
    guard let power = Int(body[body.index(after: mark)...]), (-12...12).contains(power) else {
      return nil
    }
    body = body[..<mark]
    return power
  }

  private static let marks: Set<Character> = [
    " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}", "\u{2D9}", "\u{B7}",
  ]

  /// The digits without spaces and apostrophes between groups of three.
  private static func withoutSpaces(_ body: Substring) -> (text: String, hadGroups: Bool)? {
    let isSimple = body.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
    if isSimple { return body.isEmpty ? nil : (String(body), false) }
    let parts = body.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard parts.count > 1, let first = parts.first, (1...3).contains(first.count) else {
      return nil
    }
    for (index, part) in parts.enumerated() {
      let whole = part.prefix { ("0"..."9").contains($0) }
      let isLast = index == parts.count - 1
      guard isLast || whole.count == part.count, index == 0 || whole.count == 3,
        part.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," })
      else { return nil }
    }
    return (parts.joined(), true)
  }

  private static func isMark(_ character: Character) -> Bool {
    character == "." || character == ","
  }

  private static func shape(of digits: String, hasGroups: Bool) -> Shape? {
    let parts = digits.split(omittingEmptySubsequences: false, whereSeparator: isMark)
    guard parts.count > 1 else { return .whole }
    let marks = digits.filter(isMark)
    guard let first = marks.first, let last = marks.last,
      parts.allSatisfy({ !$0.isEmpty }) || parts.count == 2 && parts[0].isEmpty && !parts[1].isEmpty
    else { return nil }
    func areGroups(_ groups: ArraySlice<Substring>) -> Bool {
      groups.dropFirst().allSatisfy { $0.count == 3 }
        && groups.first.map { (1...3).contains($0.count) } == true
    }
    if first != last {
      // `1.234.567,8`: the last is of another kind, and those before it part groups.
      guard !hasGroups, marks.count(where: { $0 == last }) == 1, areGroups(parts.dropLast()) else {
        return nil
      }
      return .decimals(last)
    }
    if marks.count > 1 { return !hasGroups && areGroups(parts[...]) ? .groups(first) : nil }
    let mayGroup = areGroups(parts[...]) && !hasGroups && parts[0] != "0"
    return mayGroup ? .either(first) : .decimals(first)
  }
}
