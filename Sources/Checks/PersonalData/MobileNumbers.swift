import Diagnostics

/// No mobile number, which is a person's as a rule, stands in a public text.
enum MobileNumbers {
  static let rule = Rule(
    .mobileNumber, .warning, .personalData,
    Phrase(
      it: "Nei testi non ci sono numeri di cellulare.", en: "Texts hold no mobile numbers."),
    why: Phrase(
      it: "Un cellulare di solito è di una persona; chi legge ha bisogno del numero dell'ufficio.",
      en: "A mobile number is a person's as a rule; readers need that of the office."),
    source: "GDPR, art. 5",
    wrong: [
      .prose("Per informazioni ⟦333 1234567⟧."), .prose("Per informazioni +39 ⟦347 123 4567⟧."),
    ],
    right: [
      .prose("Per informazioni 091 123456. Sono 345.678.901 euro, 342 o 350 posti su 1234567.")
    ],
    onField: { PlainTexts.check(field: $0, $1, find) }, onText: { PlainTexts.check($0, $1, find) })

  private static func find(_ block: Block) -> [(Range<Int>, Phrase)] {
    var found: [(Range<Int>, Phrase)] = []
    var index = 0
    while index < block.words.count {
      let end = end(from: index, block)
      if let end {
        found.append(
          (
            block.words[index].start..<block.words[end].end,
            Phrase(it: "questo è un numero di cellulare", en: "this is a mobile number")
          ))
      }
      index = (end ?? index) + 1
    }
    return found
  }

  /// The last word of a number that begins here: 3 and eight or nine digits more.
  ///
  /// Spaces, hyphens or a slash may stand between groups; full stops between groups of three make an
  /// amount.
  private static func end(from start: Int, _ block: Block) -> Int? {
    let first = block.words[start]
    guard first.letters == 0, first.hasDigit, first.range.count >= 3,
      first.start == 0
        || ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/")].contains(
          block.text[first.start - 1])
    else { return nil }
    // `+39` may stand glued to the number.
    let isForeign =
      first.range.count == 12 && first.start > 0 && block.text[first.start - 1] == UInt8(ascii: "+")
      && block.text[first.range].starts(with: "39".utf8)
    let begin = isForeign ? first.start + 2 : first.start
    guard block.text[begin] == UInt8(ascii: "3"), block.text[begin + 1] >= UInt8(ascii: "2") else {
      return nil
    }
    var digits = first.end - begin
    var last = start
    while digits < 10, last + 1 < block.words.count {
      let (word, next) = (block.words[last], block.words[last + 1])
      let gap = block.text[word.end..<next.start]
      guard next.letters == 0, next.hasDigit, next.range.count >= 2, gap.count <= 3,
        gap.allSatisfy({ separators.contains($0) }) || isStop(gap, before: next)
      else { break }
      digits += next.range.count
      last += 1
    }
    // A number written in one run has ten digits; of nine it may be any code.
    let isWhole = last == start ? digits == 10 : (9...10).contains(digits) && first.range.count == 3
    return isWhole ? last : nil
  }

  private static let separators: Set<UInt8> = [
    0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ")"), 0xC2, 0xA0,
  ]

  /// `339.1234567`; with three digits behind the full stop it is an amount.
  private static func isStop(_ gap: ArraySlice<UInt8>, before next: Word) -> Bool {
    gap.elementsEqual([UInt8(ascii: ".")]) && next.range.count >= 6
  }
}
