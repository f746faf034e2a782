package import Diagnostics

extension DecimalNumber {
  /// The number with separators for its decimals and between groups of three digits.
  package func written(decimal: String, group: String) -> String {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    var digits = parts[0]
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole += group }
      whole.append(digit)
    }
    return (isNegative ? "\u{2212}" : "") + whole + (parts.count > 1 ? decimal + parts[1] : "")
  }

  /// As a language writes it: `−1.234,5` or `−1,234.5`.
  package func written(in language: Language) -> String {
    switch language {
    case .italian: written(decimal: ",", group: ".")
    case .english: written(decimal: ".", group: ",")
    }
  }
}
