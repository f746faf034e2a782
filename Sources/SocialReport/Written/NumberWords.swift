package import Diagnostics

/// Numbers in words, in both languages: `undici`, `ventitré`, `tredicesima`, `twenty-first`.
package enum NumberWords {
  /// The greatest cardinal that has a word of its own here; greater ones are put together.
  static let greatestCardinal = 999
  static let greatestOrdinal = 100

  package static func cardinal(_ number: Int, in language: Language) -> String? {
    guard (0...greatestCardinal).contains(number) else { return nil }
    return switch language {
    case .italian: italian(number)
    case .english: english(number)
    }
  }

  /// In the masculine singular, where the language asks.
  package static func ordinal(_ number: Int, in language: Language) -> String? {
    guard (1...greatestOrdinal).contains(number) else { return nil }
    return switch language {
    case .italian: italianOrdinalStem(number) + "o"
    case .english: englishOrdinal(number)
    }
  }

  /// What a word counts to, or nil; small letters are expected.
  static func cardinal(of word: String, in language: Language) -> Int? {
    switch language {
    case .italian:
      // `milleduecento`, `duemilacinquecento`.
      let marks: [(word: StaticString, isOne: Bool)] = [("mille", true), ("mila", false)]
      for mark in marks {
        guard let found = word[...].offset(of: mark.word) else { continue }
        let (head, tail) = parts(of: word[...], found, mark.word)
        let thousands = mark.isOne ? (head.isEmpty ? 1 : nil) : hundreds(of: head)
        guard let thousands, let rest = tail.isEmpty ? 0 : hundreds(of: tail) else { return nil }
        return thousands * 1000 + rest
      }
      return hundreds(of: word[...])
    case .english: return englishCardinals[word]
    }
  }

  /// An Italian number below a thousand: `duecentocinquanta` is `due`, `cento`, `cinquanta`.
  private static func hundreds(of word: Substring) -> Int? {
    guard let cento = word.offset(of: "cent"), cento + 4 < word.utf8.count else {
      return italianCardinals[String(word)]
    }
    let (head, behind) = parts(of: word, cento, "cent")
    let count = head.isEmpty ? 1 : italianCardinals[String(head)]
    // `centottanta` has lost its vowel.
    let tail = behind.first == "o" ? behind.dropFirst() : behind
    guard let count, head.isEmpty || (2...9).contains(count) else { return nil }
    if tail.isEmpty { return count * 100 }
    return (italianCardinals[String(tail)] ?? italianCardinals["o" + tail]).map { count * 100 + $0 }
  }

  /// What stands before a part of a word that begins at a byte, and what stands behind it.
  private static func parts(
    of word: Substring, _ start: Int, _ part: StaticString
  ) -> (before: Substring, behind: Substring) {
    let bytes = word.utf8
    return (
      Substring(bytes.prefix(start)), Substring(bytes.dropFirst(start + part.utf8CodeUnitCount))
    )
  }

  static func ordinal(of word: String, in language: Language) -> Int? {
    switch language {
    case .italian:
      guard let last = word.last, "oaie".contains(last) else { return nil }
      return italianOrdinals[String(word.dropLast())]
    case .english: return englishOrdinals[word]
    }
  }

  // Italian

  private static let units = [
    "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
    "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto",
    "diciannove",
  ]
  private static let tens = [
    "", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta",
    "novanta",
  ]

  private static func italian(_ number: Int) -> String {
    if number < 20 { return units[number] }
    if number >= 100 {
      let head = (number < 200 ? "" : units[number / 100]) + "cento"
      return number % 100 == 0 ? head : head + italian(number % 100)
    }
    let unit = number % 10
    let ten = tens[number / 10]
    switch unit {
    case 0: return ten
    case 1, 8: return ten.dropLast() + units[unit]
    case 3: return ten + "tré"
    default: return ten + units[unit]
    }
  }

  private static let smallOrdinals = [
    "prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim",
  ]

  /// The ordinal without the vowel of its gender and number.
  private static func italianOrdinalStem(_ number: Int) -> String {
    if number <= smallOrdinals.count { return smallOrdinals[number - 1] }
    let cardinal = italian(number)
    // `ventitré` and `ventisei` keep their vowel, the others lose it.
    if cardinal.hasSuffix("tré") { return cardinal.dropLast() + "eesim" }
    if cardinal.hasSuffix("sei") { return cardinal + "esim" }
    return cardinal.dropLast() + "esim"
  }

  /// Those below a hundred, of which the others are made.
  private static let italianCardinals: [String: Int] = {
    var words: [String: Int] = [:]
    for number in 0..<100 {
      let word = italian(number)
      words[word] = number
      // Often written without its accent.
      if word.hasSuffix("tré") { words[word.dropLast() + "e"] = number }
    }
    words["un"] = 1
    words["una"] = 1
    return words
  }()

  private static let italianOrdinals = Dictionary(
    uniqueKeysWithValues: (1...greatestOrdinal).map { (italianOrdinalStem($0), $0) })

  // English

  private static let englishUnits = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let englishTens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static func english(_ number: Int) -> String {
    if number < 20 { return englishUnits[number] }
    if number >= 100 {
      let head = englishUnits[number / 100] + " hundred"
      return number % 100 == 0 ? head : head + " and " + english(number % 100)
    }
    let ten = englishTens[number / 10]
    return number % 10 == 0 ? ten : ten + "-" + englishUnits[number % 10]
  }

  private static func englishOrdinal(_ number: Int) -> String {
    let cardinal = english(number)
    let cut = cardinal.lastIndex { $0 == "-" || $0 == " " }.map { cardinal.index(after: $0) }
    let last = String(cardinal[(cut ?? cardinal.startIndex)...])
    let head = String(cardinal[..<(cut ?? cardinal.startIndex)])
    let irregular = [
      "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
      "nine": "ninth", "twelve": "twelfth",
    ]
    if let known = irregular[last] { return head + known }
    return head + (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
  }

  /// With the `and` of British English and without it.
  private static let englishCardinals = Dictionary(
    (0...greatestCardinal).flatMap { number in
      let word = english(number)
      return [(word, number), (word.replacing(" and ", with: " "), number)]
    }, uniquingKeysWith: { first, _ in first })
  private static let englishOrdinals = Dictionary(
    uniqueKeysWithValues: (1...greatestOrdinal).map { (englishOrdinal($0), $0) })
}
