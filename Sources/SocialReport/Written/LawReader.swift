/// A norm that a text cites, and where.
package struct LawCitation: Sendable {
  /// In UTF-8 bytes of the text.
  package let range: Range<Int>
  package let law: Law
}

/// Finds norms of the state and of the European Union in a text.
///
/// `D.Lgs. 82/2005`, `decreto legislativo 7 marzo 2005, n. 82`, `legge n. 4 del 2004, art. 3-bis`,
/// `art. 52 del d.lgs. 82/2005`, `regolamento (UE) 2016/679`.
package struct LawReader {
  private var text: TextCursor

  package static func citations(in bytes: [UInt8]) -> [LawCitation] {
    // Every citation has a digit; most texts have none and are left at once.
    guard bytes.contains(where: TextCursor.isDigit) else { return [] }
    var reader = LawReader(text: TextCursor(bytes))
    return reader.run()
  }

  private mutating func run() -> [LawCitation] {
    var found: [LawCitation] = []
    while !text.isAtEnd {
      if text.mayBegin("adlr"), text.isAtWordStart {
        let start = text.at
        if let law = citation() {
          found.append(LawCitation(range: start..<text.at, law: law))
          continue
        }
        text.at = start
      }
      text.at += 1
    }
    return found
  }

  /// A citation that begins here, with its article before or behind it.
  private mutating func citation() -> Law? {
    var article = article()
    if article != nil {
      text.skipSpaces()
      guard text.skip(anyOf: ["della ", "del ", "dell'", "dell’", "al ", "alla "]) else {
        return nil
      }
    }
    guard let kind = kind(), var law = kind.isEuropean ? european(kind) : national(kind) else {
      return nil
    }
    if article == nil {
      let end = text.at
      _ = text.skip(",")
      text.skipSpaces()
      article = self.article()
      if article == nil { text.at = end }
    }
    law.article = article
    return law
  }

  private mutating func kind() -> LawKind? {
    guard let letter = text.letter else { return nil }
    for (spelling, kind) in LawKind.spellings[letter] ?? [] where text.skip(spelling: spelling) {
      // `legge` is also the beginning of `leggere`.
      return text.isAtLetter && !text.previousIsStop ? nil : kind
    }
    return nil
  }

  /// `art. 3-bis`, `articolo 52, comma 2`: the number as addresses write it, `3bis`.
  private mutating func article() -> String? {
    let start = text.at
    guard text.letter == UInt8(ascii: "a"), text.skip(anyOf: ["articolo ", "art. ", "art."]) else {
      return nil
    }
    text.skipSpaces()
    guard var number = text.number() else {
      text.at = start
      return nil
    }
    for suffix in ["bis", "ter", "quater", "quinquies", "sexies"] {
      let end = text.at
      if text.skip("-") || text.skip(" "), text.skip(anyOf: [suffix]), !text.isAtLetter {
        number += suffix
        break
      }
      text.at = end
    }
    let end = text.at
    _ = text.skip(",")
    text.skipSpaces()
    if !(text.skip(anyOf: ["comma ", "c. "]) && text.number() != nil) { text.at = end }
    let afterComma = text.at
    _ = text.skip(",")
    text.skipSpaces()
    if !text.isAt(anyOf: ["del ", "della ", "dell", "al "]) { text.at = afterComma }
    return number
  }

  // What follows the kind

  private mutating func national(_ kind: LawKind) -> Law? {
    text.skipSpaces()
    let start = text.at
    _ = text.skip(anyOf: ["del ", "dell'", "dell’"])
    if let date = date(), skipNumberMark(isRequired: true), let number = text.number() {
      return Law(kind: kind, number: number, date: date)
    }
    text.at = start
    _ = skipNumberMark(isRequired: false)
    guard let number = text.number() else { return nil }
    if text.skip("/") {
      let digits = text.number() ?? ""
      return LawReader.year(digits, isShort: true).map { Law(kind: kind, number: number, date: $0) }
    }
    text.skipSpaces()
    guard text.skip(anyOf: ["del ", "dell'", "dell’"]) else { return nil }
    let end = text.at
    if let date = date() { return Law(kind: kind, number: number, date: date) }
    text.at = end
    return LawReader.year(text.number() ?? "", isShort: false)
      .map { Law(kind: kind, number: number, date: $0) }
  }

  /// Since 2015 the year stands first (`2016/679`), before that in directives only.
  ///
  /// A bare `direttiva 2/2019` is one of an Italian minister's: a European one has its year first or
  /// says of which community it is.
  private mutating func european(_ kind: LawKind) -> Law? {
    let isNamed = text.previousIs(UInt8(ascii: ")")) || text.previousIs(UInt8(ascii: "e"), "u")
    text.skipSpaces()
    _ = skipNumberMark(isRequired: false)
    guard let first = text.number(), text.skip("/"), let second = text.number() else {
      return nil
    }
    let end = text.at
    let hasSuffix = text.skip("/") && text.skip(anyOf: ["cee", "ce", "ue"])
    if !hasSuffix { text.at = end }
    if let date = LawReader.year(first, isShort: hasSuffix) {
      return Law(kind: kind, number: second, date: date)
    }
    guard isNamed || hasSuffix, let date = LawReader.year(second, isShort: false) else {
      return nil
    }
    return Law(kind: kind, number: first, date: date)
  }

  /// A year in four digits, or in two where they can be nothing else.
  private static func year(_ digits: String, isShort: Bool) -> CalendarDate? {
    guard let value = Int(digits) else { return nil }
    switch digits.utf8.count {
    case 4: return (1860...2100).contains(value) ? CalendarDate(year: value) : nil
    case 2 where isShort: return CalendarDate(year: value < 50 ? 2000 + value : 1900 + value)
    default: return nil
    }
  }

  private mutating func skipNumberMark(isRequired: Bool) -> Bool {
    _ = text.skip(",")
    text.skipSpaces()
    guard text.skip(anyOf: ["n. ", "n.", "n° ", "nr. ", "numero "]) else { return !isRequired }
    text.skipSpaces()
    return true
  }

  /// `7 marzo 2005`, `1° gennaio 2020`, `07/03/2005`, `7.3.2005`.
  private mutating func date() -> CalendarDate? {
    guard let day = text.number().flatMap({ Int($0) }) else { return nil }
    for separator in ["/", ".", "-"] where text.skip(separator) {
      guard let month = text.number().flatMap({ Int($0) }), text.skip(separator),
        let year = text.number().flatMap({ Int($0) })
      else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    _ = text.skip("°") || text.skip("º")
    text.skipSpaces()
    guard let month = DateText.month(text.word()[...]) else { return nil }
    text.skipSpaces()
    guard let year = text.number().flatMap({ Int($0) }) else { return nil }
    // Of a day that the calendar has not, the year is what is known.
    return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(year: year)
  }
}
