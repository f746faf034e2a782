import SocialReport

/// Which mark parts the decimals in a table, decided by all its numbers and what they measure.
///
/// One cell that shows it decides for all; a cell alone, as `98.765`, could be read two ways.
enum NumberStyle {
  /// `,` or `.`; nil where nothing decides.
  ///
  /// - Parameter isItalian: whether the file was saved by a spreadsheet that has a decimal comma,
  ///   which then parts its cells by semicolons or tabs.
  static func decimal(
    of numbers: some Sequence<SheetNumber>, _ subject: SheetSubject, isItalian: Bool
  ) -> Character? {
    var commas = 0
    var points = 0
    var eitherComma = 0
    var eitherPoint = 0
    for number in numbers {
      switch number.decimal {
      case ",": commas += 1
      case ".": points += 1
      default:
        if number.shape == .either(",") { eitherComma += 1 }
        if number.shape == .either(".") { eitherPoint += 1 }
      }
    }
    if commas > 0, points == 0 { return "," }
    if points > 0, commas == 0 { return "." }
    if eitherComma + eitherPoint == 0 { return "," }
    // Numbers of both kinds, and one that could be either.
    if commas > 0 || eitherComma > 0 && eitherPoint > 0 { return nil }
    if subject.isWhole {
      // `1,234` children in an Italian file: nobody can tell whether a comma was meant.
      if eitherComma > 0 { return isItalian ? nil : "." }
      return ","
    }
    switch subject.measure {
    // Euro have two decimals at most, so three digits are a group.
    case .amount where !subject.isInThousands(subject.unit): return eitherPoint > 0 ? "," : "."
    // No percentage has five digits.
    case .percentage: return eitherPoint > 0 ? "." : ","
    default: return isItalian && eitherComma > 0 ? "," : nil
    }
  }
}
