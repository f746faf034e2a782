import Diagnostics
import Testing

@testable import SocialReport

/// Numbers are read as people write them, and what is written reads back.
@Suite struct WrittenNumberTests {
  private func read(_ text: String, _ language: Language = .italian) -> StatedNumber? {
    NumberReader.numbers(in: text, language).first
  }

  @Test(arguments: [
    ("64", "64"), ("1.234,5", "1234.5"), ("8°", "8"), ("12,5 %", "12.5"), ("12,5%", "12.5"),
    ("12,5 per cento", "12.5"), ("primo", "1"), ("prima", "1"), ("undici", "11"),
    ("4 milioni e 325 mila", "4325000"), ("4 milioni e 325mila", "4325000"),
    ("1,2 milioni di euro", "1200000.0"), ("€ 1.250,00", "1250.00"), ("1.250 euro", "1250"),
    ("−64", "-64"), ("-64 posizioni", "-64"), ("+4", "4"), ("1 234 567", "1234567"),
    ("1\u{202F}234,5", "1234.5"), ("ventitré", "23"), ("ventitre", "23"), ("ottantotto", "88"),
    ("ventunesima", "21"), ("ventitreesimo", "23"), ("centesimo", "100"), ("duecento", "200"),
    ("due milioni e mezzo", "2500000"), ("12mila", "12000"), ("duemila", "2000"),
    ("mille", "1000"), ("settimo", "7"), ("il 13° posto", "13"), ("3 miliardi", "3000000000"),
    ("12.5", "12.5"), ("1.234", "1234"), ("quarantottesimi", "48"), ("milleduecento", "1200"),
    ("duemilacinquecento", "2500"),
    ("0,5 punti percentuali", "0.5"),
  ])
  func `Italian numbers`(text: String, expected: String) {
    #expect(read(text)?.value.plain == expected, "\(text)")
  }

  @Test(arguments: [
    ("64", "64"), ("1,234.5", "1234.5"), ("8th", "8"), ("12.5 percent", "12.5"),
    ("twenty-first", "21"), ("eleven", "11"), ("1.2 million", "1200000.0"), ("first", "1"),
    ("€1,250", "1250"), ("4 million and 325 thousand", "4325000"), ("ninety-ninth", "99"),
  ])
  func `English numbers`(text: String, expected: String) {
    #expect(read(text, .english)?.value.plain == expected, "\(text)")
  }

  @Test func `dates are no numbers, and ranges are one`() {
    #expect(
      NumberReader.numbers(in: "delibera 149 del 29/06/2020", .italian).map(\.value.plain) == [
        "149"
      ])
    #expect(
      NumberReader.numbers(in: "149 del 29 giugno 2020", .italian).map(\.value.plain) == ["149"])
    let range = NumberReader.numbers(in: "60–70 bambini", .italian)
    #expect(range.count == 1)
    #expect(range.first?.agrees(with: DecimalNumber(65)) == true)
    #expect(range.first?.agrees(with: DecimalNumber(71)) == false)
    #expect(NumberReader.numbers(in: "tra 60 e 70", .italian).first?.upper?.plain == "70")
  }

  @Test(arguments: [
    ("12 %", "12.4", true), ("12 %", "12.6", false), ("12,4 %", "12.44", true),
    ("12,4 %", "12.46", false), ("circa 4.300", "4325", true), ("circa 4.300", "4425", false),
    ("oltre 1.200", "1234", true), ("oltre 1.200", "1190", false), ("quasi 1.300", "1234", true),
    ("quasi 1.200", "1234", false), ("oltre il 35 %", "35.8", true),
    ("circa il 35 %", "35.8", true),
    ("più del 35 %", "35.8", true), ("non meno di 350", "352", true),
    ("non più di 360", "352", true),
    ("fino a 360", "352", true), ("al massimo 400", "352", true), ("almeno 300", "352", true),
    ("non più di 350", "352", false), ("da 340 a 360", "352", true), ("intorno a 350", "352", true),
    ("1,2 milioni", "1234567", true),
    ("1,2 milioni", "1274567", false), ("64", "-64", true), ("-64", "64", false),
    ("4 milioni e 325 mila", "4325400", true), ("4 milioni e 325 mila", "4326000", false),
  ])
  func `agreement at the exactness that is stated`(text: String, fact: String, agrees: Bool) throws
  {
    let number = try #require(DecimalNumber(digits: fact, separator: "."))
    #expect(read(text)?.agrees(with: number) == agrees, "\(text), \(fact)")
  }

  @Test(arguments: Language.allCases)
  func `every word of a number reads back`(language: Language) throws {
    for number in 0...999 {
      let word = try #require(NumberWords.cardinal(number, in: language))
      #expect(read(word, language)?.value.plain == String(number), "\(word)")
    }
    for number in 1...100 {
      let word = try #require(NumberWords.ordinal(number, in: language))
      let read = read(word, language)
      #expect(read?.value.plain == String(number) && read?.form == .ordinal, "\(word)")
      if language == .italian {
        for ending in "aie" {
          #expect(self.read(word.dropLast() + String(ending))?.value.plain == String(number))
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `what is written reads back`(language: Language) {
    var random = SplitMix(state: 20_201)
    for _ in 0..<(Program.isInHaste ? 1_000 : 20_000) {
      let scale = Int.random(in: 0...4, using: &random)
      let limit = Int64.random(in: 1...1_000_000_000_000, using: &random)
      let number = DecimalNumber(Int64.random(in: -limit...limit, using: &random), scale: scale)
      let text = number.written(in: language)
      let dressed = ["\(text)", "\(text) %", "\(text) euro", "€ \(text)", "(\(text))", "\(text)."]
      for form in dressed {
        let read = NumberReader.numbers(in: form, language)
        #expect(read.count == 1 && read.first?.value == number, "\(form)")
        #expect(read.first?.agrees(with: number) == true, "\(form)")
      }
    }
  }
}
