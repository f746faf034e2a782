/// How a spreadsheet shows a number (ISO/IEC 29500-1, 18.8.31): its digits, what stands around them, or a date.
struct NumberFormat {
  /// For a number that is positive, negative, zero, and for a text.
  private let sections: [Section]

  private struct Section {
    var pieces: [Piece] = []
    var decimals = 0
    var leastDecimals = 0
    var wholes = 0
    var hasThousands = false
    /// By which power of a thousand it is divided: a comma behind its digits.
    var scale = 0
    var percents = 0
    var isDate = false
    var isGeneral = false
    var isScientific = false
  }

  private enum Piece: Equatable {
    case words(String)
    case digits
    /// A part of a date: `yyyy`.
    case date(String)
    case text
  }

  init(_ code: String) { sections = NumberFormat.split(code).map(NumberFormat.section) }

  var isDate: Bool { sections.first?.isDate ?? false }

  // Reading the code

  private static func split(_ code: String) -> [String] {
    var (parts, isQuoted, isEscaped) = ([""], false, false)
    for character in code {
      if !isQuoted, !isEscaped, character == ";" {
        parts.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  private static func section(_ code: String) -> Section {
    var section = Section()
    if code.isEmpty || code.lowercased() == "general" || code.lowercased() == "standard" {
      section.isGeneral = true
      section.pieces = [.digits]
      return section
    }
    let signs = Array(code)
    var place = 0
    var isBehindPoint = false
    func words(_ text: String) {
      if case .words(let before)? = section.pieces.last {
        section.pieces[section.pieces.count - 1] = .words(before + text)
      } else {
        section.pieces.append(.words(text))
      }
    }
    while place < signs.count {
      let sign = signs[place]
      place += 1
      switch sign {
      case "\"":
        let end = signs[place...].firstIndex(of: "\"") ?? signs.endIndex
        words(String(signs[place..<end]))
        place = min(end + 1, signs.count)
      case "\\":
        if place < signs.count { words(String(signs[place])) }
        place += 1
      case "_":
        place += 1
        words(" ")
      case "*": place += 1
      case "[":
        let end = signs[place...].firstIndex(of: "]") ?? signs.endIndex
        let inner = String(signs[place..<end])
        place = min(end + 1, signs.count)
        // A currency stands as `[$€-410]`; colours, conditions and languages say nothing.
        if inner.hasPrefix("$") { words(String(inner.dropFirst().prefix { $0 != "-" })) }
        if ["h", "hh", "m", "mm", "s", "ss"].contains(inner.lowercased()) {
          section.isDate = true
          section.pieces.append(.date(inner.lowercased()))
        }
      case "0", "#", "?":
        if section.pieces.last != .digits, !section.pieces.contains(.digits) {
          section.pieces.append(.digits)
        }
        if isBehindPoint {
          section.decimals += 1
          if sign == "0" { section.leastDecimals += 1 }
        } else if sign == "0" {
          section.wholes += 1
        }
      case "."
      where section.pieces.contains(.digits) || place < signs.count && "0#?".contains(signs[place]):
        if !section.pieces.contains(.digits) { section.pieces.append(.digits) }
        isBehindPoint = true
      case "," where section.pieces.contains(.digits):
        let goesOn = signs[place...].contains { "0#?".contains($0) }
        if goesOn { section.hasThousands = true } else { section.scale += 1 }
      case "%":
        section.percents += 1
        words("%")
      case "E", "e":
        if section.pieces.contains(.digits), place < signs.count, "+-".contains(signs[place]) {
          section.isScientific = true
          place = signs.count
        } else {
          section.isDate = true
          section.pieces.append(.date("yyyy"))
        }
      case "@": section.pieces.append(.text)
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "g", "G", "a", "A":
        var end = place
        while end < signs.count, signs[end].lowercased() == sign.lowercased() { end += 1 }
        let run = String(signs[place - 1..<end]).lowercased()
        place = end
        if run == "g", signs[place...].prefix(6).map({ $0.lowercased() }).joined() == "eneral" {
          section.isGeneral = true
          section.pieces.append(.digits)
          place += 6
        } else if run == "a" {
          // AM/PM.
          while place < signs.count, "MPmpAa/".contains(signs[place]) { place += 1 }
        } else {
          section.isDate = true
          section.pieces.append(.date(run))
        }
      default: words(String(sign))
      }
    }
    return section
  }

  // Showing

  /// - Parameters:
  ///   - digits: the number as the file has it.
  ///   - isFrom1904: whether its days are counted from 1904.
  func shown(_ digits: String, isFrom1904: Bool = false) -> String {
    guard let number = ExactNumber(digits) else { return digits }
    var section = sections.first ?? NumberFormat.section("")
    var isNegative = number.isNegative
    if sections.count > 1, number.isNegative {
      section = sections[1]
      isNegative = false
    } else if sections.count > 2, number.isZero {
      section = sections[2]
    }
    if section.isDate { return SheetDate(digits, isFrom1904: isFrom1904)?.text ?? digits }
    let value =
      section.isGeneral
      ? number.general
      : number.shifted(by: 2 * section.percents - 3 * section.scale)
        .fixed(section.decimals, least: section.leastDecimals)
    let text = NumberFormat.written(
      section.isScientific ? number.general : value, section.hasThousands, wholes: section.wholes)
    let words = section.pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .digits: text
      case .date, .text: ""
      }
    }.joined()
    let isShownNegative = isNegative && text.contains { $0 != "0" && $0 != "," && $0 != "." }
    return (isShownNegative ? "-" : "") + Blank.trimmed(words)
  }

  /// With the comma that Italians write, and points between thousands.
  private static func written(_ digits: String, _ hasThousands: Bool, wholes: Int) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts.first ?? "0")
    if wholes == 0, whole == "0", parts.count > 1 { whole = "0" }
    if whole.count < wholes { whole = String(repeating: "0", count: wholes - whole.count) + whole }
    if hasThousands { whole = ShownNumber.grouped(whole) }
    return parts.count > 1 && !parts[1].isEmpty ? whole + "," + parts[1] : whole
  }

  /// The codes that files name by a number alone (18.8.30).
  static func code(_ id: Int) -> String {
    let known: [Int: String] = [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
      12: "# ?/?", 13: "# ??/??",
      14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
      20: "h:mm", 21: "h:mm:ss",
      22: "dd/mm/yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
      40: "#,##0.00;-#,##0.00",
      44: "#,##0.00 \"€\"", 42: "#,##0 \"€\"", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 49: "@",
    ]
    return known[id] ?? "General"
  }
}
