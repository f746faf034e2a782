/// Dates among the tokens of a text, so that their parts are not taken for other numbers.
enum WrittenDate {
  /// How many tokens a date takes that begins at one; nil where none does.
  static func length(at index: Int, in tokens: [WrittenToken]) -> Int? {
    read(at: index, in: tokens)?.length
  }

  static func read(at index: Int, in tokens: [WrittenToken]) -> (date: CalendarDate, length: Int)? {
    func token(_ ahead: Int) -> WrittenToken? {
      tokens.indices.contains(index + ahead) ? tokens[index + ahead] : nil
    }
    func number(_ ahead: Int) -> Int? {
      if case .digits(let digits) = token(ahead) { Int(digits) } else { nil }
    }
    func month(_ ahead: Int) -> Int? {
      if case .word(let word) = token(ahead) { DateText.month(word[...]) } else { nil }
    }
    // `29.06.2020` is one token, as a number with groups would be.
    if case .digits(let digits) = token(0), digits.contains("."), let date = DateText.date(digits) {
      return (date, 1)
    }
    if let month = month(0), let year = number(1), let date = CalendarDate(year: year, month: month)
    {
      return (date, 2)
    }
    guard let first = number(0) else { return nil }
    let skip = if case .symbol("°") = token(1) { 1 } else { 0 }
    if let month = month(1 + skip), let year = number(2 + skip),
      let date = CalendarDate(year: year, month: month, day: first)
    {
      return (date, 3 + skip)
    }
    if case .symbol(let separator) = token(1), separator == "/" || separator == WrittenToken.joiner,
      let second = number(2), case .symbol(separator) = token(3), let third = number(4)
    {
      let date =
        first > 999
        ? CalendarDate(year: first, month: second, day: third)
        : CalendarDate(year: third, month: second, day: first)
      if let date { return (date, 5) }
    }
    return nil
  }
}
