/// The parts of a date in figures, in whichever order it is written, before the calendar is asked.
struct NumericDate {
  let year: Int
  let month: Int?
  let day: Int?
  /// Whether the year has four digits.
  let hasWholeYear: Bool

  /// Nil where the text is not made of one to three numbers, between hyphens, strokes or points.
  init?(_ text: Substring) {
    let hasHyphens = text.contains("-")
    let separators: Set<Character> = hasHyphens ? ["-"] : ["/", "."]
    var parts = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
    // `02-07-2024` is written as with strokes, and `2024/07/02` as with hyphens.
    let isYearLast = parts.count == 3 && parts[0].count < 3 && parts[2].count == 4
    let isYearFirst = parts.count == 3 && parts[0].count == 4 && parts[2].count < 3
    let isISO = isYearFirst || hasHyphens && !isYearLast
    guard (1...3).contains(parts.count),
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isASCII) })
    else { return nil }
    if !isISO { parts.reverse() }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    hasWholeYear = parts[0].count == 4
  }
}
