/// A number as a program of any language showed it, by the one that it stands for.
struct ShownNumber {
  /// With the comma that Italians write, points between thousands, and what stood around it: `€ 1.234,50`.
  let italian: String

  /// - Parameters:
  ///   - words: what was shown: `1,234.50 €`, `63.4%`, `1.234`.
  ///   - number: what the cell holds.
  /// - Returns: nil where the digits are no rounding of the number's.
  init?(_ words: String, of number: ExactNumber) {
    let isMark = { (sign: Character) in sign.isNumber || ".,' \u{A0}\u{202F}\u{2019}".contains(sign)
    }
    guard let first = words.firstIndex(where: \.isNumber),
      let last = words.lastIndex(where: \.isNumber)
    else { return nil }
    let core = words[first...last]
    guard core.allSatisfy(isMark), core.allSatisfy({ $0.isASCII || !$0.isNumber }) else {
      return nil
    }
    let digits = core.filter(\.isNumber)
    // A percentage shows the hundredfold; thousands and millions are left out by some formats.
    let shift = words.contains("%") ? 2 : 0
    for places in [shift, shift - 3, shift - 6] {
      for decimals in 0...min(digits.count, 15) {
        let fixed = number.shifted(by: places).fixed(decimals, least: decimals)
        guard fixed.filter(\.isNumber) == digits else { continue }
        // Of a mark before the last digits nobody could tell thousands from decimals; here the number tells.
        let parts = fixed.split(separator: ".")
        let hasGroups = core.count { !$0.isNumber } > (parts.count > 1 ? 1 : 0)
        let whole = hasGroups ? ShownNumber.grouped(String(parts[0])) : String(parts[0])
        let text = parts.count > 1 ? whole + "," + parts[1] : whole
        italian = words[..<first] + text + words[words.index(after: last)...]
        return
      }
    }
    return nil
  }

  static func grouped(_ whole: String) -> String {
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { grouped.append(".") }
      grouped.append(digit)
    }
    return grouped
  }
}
