import Diagnostics
import SocialReport

/// No tax code of a person stands in a public text.
enum TaxCodes {
  static let rule = Rule(
    .taxCode, .error, .personalData,
    Phrase(
      it: "Nei testi non ci sono codici fiscali di persone.",
      en: "Texts hold no tax codes of persons."),
    why: Phrase(
      it: "Il codice fiscale identifica una persona: pubblicarlo è una violazione.",
      en: "A tax code identifies a person: to publish it is a breach."),
    source: "GDPR, artt. 5 e 6; D.Lgs. 33/2013, art. 26", overridability: .inPlace,
    wrong: [.prose("La domanda è di ⟦RSSMRA85T10A562S⟧.")],
    right: [.prose("La pratica è la RSSMRA85T10A562A, il CUP è J59J21010450006.")],
    onField: { PlainTexts.check(field: $0, $1, find) }, onText: { PlainTexts.check($0, $1, find) })

  private static func find(_ block: Block) -> [(Range<Int>, Phrase)] {
    block.words.filter { $0.range.count == 16 && $0.hasDigit && isCode(block.text[$0.range]) }.map {
      (
        $0.range,
        Phrase(it: "questo è un codice fiscale", en: "this is the tax code of a person")
      )
    }
  }

  /// The values in odd places of A–Z, and of 0–9 as of A–J (decree of 23 December 1976).
  private static let odd: [Int] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]

  /// Whether the letters and digits stand where they must and the last letter agrees.
  private static func isCode(_ bytes: ArraySlice<UInt8>) -> Bool {
    let characters = bytes.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    let letters: Set<Int> = [0, 1, 2, 3, 4, 5, 8, 11, 15]
    var sum = 0
    for (index, byte) in characters.enumerated() {
      let isLetter = (0x41...0x5A).contains(byte)
      guard isLetter == letters.contains(index), isLetter || Alphabet.isDigit(byte) else {
        return false
      }
      if index == 15 { return Int(byte - 0x41) == sum % 26 }
      let value = isLetter ? Int(byte - 0x41) : Int(byte - 0x30)
      sum += index % 2 == 1 ? value : odd[value]
    }
    return false
  }
}
