import Diagnostics
import Testing

@testable import SocialReport

/// Bounds, borrowed magnitudes, parts and multiples are read as people write them.
@Suite struct StatementTests {
  private func agrees(
    _ text: String, _ fact: String, before: String = "", after: String = "",
    _ language: Language = .italian
  ) throws -> Bool {
    let number = try #require(DecimalNumber(digits: fact, separator: "."))
    return NumberReader.read(text, before: before, after: after, language).numbers
      .contains { $0.agrees(with: number) }
  }

  @Test(arguments: [
    ("oltre l'80 %", "82.35", true), ("oltre l’80 %", "79", false), ("oltre l'80 %", "99", true),
    ("più dell'80 %", "82.35", true), ("più dell'80 %", "80", false),
    ("circa l'80 %", "82.35", true), ("circa l'80 per cento", "95", false),
    ("quasi il 64 per cento", "63.4", true), ("quasi 64 per cento", "64.4", false),
    ("oltre il 60 per cento", "63.4", true), ("almeno il 64 per cento", "63.4", false),
    ("quasi il 12 %", "11.6", true), ("quasi l'83 %", "82.35", true),
    ("quasi l'80 %", "82.35", false), ("almeno l'8", "8.1", true), ("almeno l'8", "7.4", false),
    ("meno dell'1 %", "0.4", true), ("meno dell'1 %", "1.2", false), ("fino all'80 %", "79", true),
    ("fino all'80 %", "82.35", false), ("intorno all'80 %", "82.35", true),
    ("intorno ai 350", "352", true), ("attorno alle 350 unità", "352", true),
    ("un po' più dell'80 %", "82.35", true), ("un po’ più di 350", "352", true),
    ("un po' più di 350", "349", false), ("un po' meno di 360", "352", true),
    ("poco più di 350", "352", true), ("poco meno di 350", "352", false),
    ("poco meno di 355", "352", true), ("appena il 12 %", "12.3", true),
    ("appena 352", "352", true), ("appena sopra i 350", "352", true),
    ("appena sotto i 355", "352", true), ("non più di 360", "352", true),
    ("non più dell'80 %", "82.35", false), ("non meno dell'80 %", "82.35", true),
    ("non oltre i 360", "352", true), ("al massimo 400", "352", true), ("al più 400", "352", true),
    ("superiore all'80 %", "82.35", true), ("superiori agli 80 punti", "82", true),
    ("inferiore al 90 %", "82.35", true), ("al di sopra dell'80 %", "82.35", true),
    ("al di sotto dell'80 %", "82.35", false), ("sotto il 90 %", "82.35", true),
    ("di poco superiore all'80 %", "82.35", true), ("vicino al 100 %", "99.5", true),
    ("oltre i 3 milioni", "3200000", true), ("oltre tre milioni di euro", "2900000", false),
    ("oltre € 3 milioni", "3200000", true), ("più di altri 350", "352", true),
    ("l'80 % circa", "82.35", true), ("80 per cento o più", "82.35", true),
    ("350 e oltre", "352", true), ("350 bambini circa", "352", true),
    ("350 abbondanti", "352", true), ("355 scarsi", "352", true), ("sui 350 bambini", "352", true),
    ("nell'ordine dei 350", "352", true), ("il 10 per cento", "10", true),
    ("l'80 per cento", "80", true), ("dell'80 percento", "80", true),
    ("una trentina", "32", true), ("una trentina", "45", false), ("un centinaio", "110", true),
    ("un migliaio", "940", true), ("due dozzine", "24", true), ("una decina", "10", true),
    ("mezzo milione", "500000", true), ("oltre 350", "372", true),
  ])
  func `bounds with their article`(text: String, fact: String, expected: Bool) throws {
    #expect(try agrees(text, fact) == expected, "\(text), \(fact)")
  }

  @Test(arguments: [
    ("over 80%", "82.35", true), ("over 80%", "79", false), ("more than 80%", "82.35", true),
    ("about 350", "352", true), ("nearly 83%", "82.35", true), ("at least 350", "352", true),
    ("no more than 350", "352", false), ("just under 355", "352", true),
    ("a little more than 350", "352", true), ("up to 360", "352", true),
    ("half a million", "500000", true), ("three dozen", "36", true), ("350 or so", "352", true),
    ("close to 350", "352", true), ("fewer than 350", "352", false),
  ])
  func `bounds in English`(text: String, fact: String, expected: Bool) throws {
    #expect(try agrees(text, fact, .english) == expected, "\(text), \(fact)")
  }

  @Test(arguments: [
    ("da 67,7 a 56,8 milioni di euro", "67700000", true),
    ("da 67,7 a 56,8 milioni di euro", "56800000", true),
    ("dai 67,7 ai 56,8 milioni", "67700000", true),
    ("tra 3 e 4 milioni", "3500000", true), ("tra 3 e 4 milioni", "4500000", false),
    ("3 o 4 milioni", "3000000", true), ("3-4 milioni", "3500000", true),
    ("da 300 a 400 mila", "300000", true), ("da 800 mila a 2 milioni", "800000", true),
    ("da 67,7 milioni a 56,8", "56800000", true), ("da € 67,7 a € 56,8 milioni", "67700000", true),
    ("da 1,2 a 1,4 miliardi", "1200000000", true), ("2 milioni e 1 euro", "1000000", false),
    ("5 scuole e 3 milioni", "5000000", false), ("da 67,7 a 56,8", "67700000", false),
    ("tra i 340 e i 360", "352", true), ("dal 57,9 al 63,4 %", "57.9", true),
  ])
  func `a number borrows the magnitude of its neighbour`(
    text: String, fact: String, expected: Bool
  ) throws {
    #expect(try agrees(text, fact) == expected, "\(text), \(fact)")
  }

  @Test(arguments: [
    ("Da ", "67,7", " a 56,8 milioni di euro", "67700000", true),
    ("", "45,38", " milioni di euro", "45380000", true),
    ("", "45,38", " milioni di euro", "45.38", false), ("oltre l'", "80 %", "", "82.35", true),
    ("quasi l'", "83 %", " delle famiglie", "82.35", true), ("oltre l'", "80 %", "", "75", false),
    ("Sono più dei ", "310", " di prima", "310", true),
    ("Nel 2021 ", "352", " su 400", "352", true),
    ("erano 310. Ora ", "352", ", e 3 milioni di euro", "352", true),
    ("da 67,7 milioni a ", "56,8", "", "56800000", true),
    ("per ", "4 milioni", " e 325 mila persone", "4000000", true),
    ("", "80", " per cento", "80", true),
    ("dal ", "310", " fino a 352", "340", false),
  ])
  func `what stands beside a link counts`(
    before: String, text: String, after: String, fact: String, expected: Bool
  ) throws {
    #expect(try agrees(text, fact, before: before, after: after) == expected, "\(before)\(text)")
  }

  @Test(arguments: [
    ("la metà", 0.5, true), ("la metà", 0.3, false), ("la metà", 0.8235, false),
    ("metà delle famiglie", 0.51, true), ("un terzo", 0.333, true), ("un terzo", 0.4, false),
    ("due terzi", 0.66, true), ("tre quarti", 0.75, true), ("un quarto", 0.25, true),
    ("quattro quinti", 0.8, true), ("nove decimi", 0.9, true), ("un decimo", 0.1, true),
    ("3/4", 0.75, true), ("½", 0.5, true), ("⅔ dei bambini", 0.667, true),
    ("9 su 10", 0.904, true), ("9 su 10", 0.8, false),
    ("6 su 10", 0.634, true), ("sei famiglie su dieci", 0.56, true), ("6 su 10", 0.66, false),
    ("nove famiglie su dieci", 0.9, true),
    ("un abitante su tre", 0.333, true), ("un abitante su tre", 0.25, false),
    ("1 su 3", 0.33, true),
    ("un bambino ogni quattro", 0.25, true), ("82 su 100", 0.8235, true),
    ("quasi la metà", 0.47, true), ("quasi la metà", 0.52, false), ("quasi la metà", 0.3, false),
    ("oltre la metà", 0.62, true), ("oltre la metà", 0.49, false), ("più della metà", 0.9, true),
    ("meno di un terzo", 0.3, true), ("meno di un terzo", 0.4, false),
    ("almeno un terzo", 0.333, true),
    ("circa un terzo", 0.36, true), ("poco più di un quarto", 0.27, true),
    ("la maggior parte", 0.7, true), ("la maggior parte", 0.4, false),
    ("la maggioranza delle famiglie", 0.55, true), ("più di 9 su 10", 0.93, true),
  ])
  func `parts of a whole`(text: String, ratio: Double, expected: Bool) {
    let stated = NumberReader.read(text, .italian).proportions
    #expect(!stated.isEmpty, "\(text)")
    #expect(stated.contains { $0.agrees(with: ratio) } == expected, "\(text), \(ratio)")
  }

  @Test(arguments: [
    ("half", 0.5, true), ("two-thirds", 0.66, true), ("two thirds", 0.5, false),
    ("three quarters", 0.75, true), ("9 out of 10", 0.9, true),
    ("nine families out of ten", 0.9, true),
    ("one in three", 0.33, true), ("more than half", 0.6, true), ("more than half", 0.4, false),
    ("nearly a half", 0.47, true), ("the majority", 0.6, true),
  ])
  func `parts of a whole in English`(text: String, ratio: Double, expected: Bool) {
    let stated = NumberReader.read(text, .english).proportions
    #expect(!stated.isEmpty, "\(text)")
    #expect(stated.contains { $0.agrees(with: ratio) } == expected, "\(text), \(ratio)")
  }

  @Test(arguments: [
    ("il doppio", 2.0, true), ("il doppio", 1.5, false), ("raddoppiati", 2.05, true),
    ("quasi raddoppiati", 1.85, true), ("quasi raddoppiati", 2.1, false),
    ("più che raddoppiate", 2.4, true), ("il triplo", 3.0, true), ("triplicato", 3.1, true),
    ("quadruplicati", 4.0, true), ("tre volte tanto", 3.0, true), ("3 volte", 3.0, true),
    ("oltre il doppio", 2.2, true), ("oltre il doppio", 1.9, false),
  ])
  func `multiples`(text: String, ratio: Double, expected: Bool) {
    let stated = NumberReader.read(text, .italian).proportions
    #expect(
      stated.contains { $0.kind == .multiple && $0.agrees(with: ratio) } == expected, "\(text)")
  }

  @Test(arguments: [
    "centinaia di persone", "migliaia di euro", "decine di interventi", "12.34.56",
  ])
  func `what cannot be read is known`(text: String) {
    #expect(NumberReader.read(text, .italian).isVague, "\(text)")
  }

  @Test(arguments: [
    "i dati del registro", "il terzo posto", "nel secondo trimestre", "il quarto posto",
    "su richiesta",
    "la prima metà", "delibera 149/2020",
  ])
  func `plain words state no part`(text: String) {
    let stated = NumberReader.read(text, .italian)
    #expect(!stated.isVague && (stated.proportions.isEmpty || text.contains("metà")), "\(text)")
  }

  @Test(
    arguments: [
      ("milioni di euro", 6, true, nil, "milioni di euro"), ("mln €", 6, true, nil, "mln €"),
      ("milioni", 6, false, nil, "milioni"),
      ("in migliaia di euro", 3, true, nil, "migliaia di euro"),
      ("k€", 3, true, nil, "k€"), ("M€", 6, true, nil, "M€"), ("€ mln", 6, true, nil, "€ mln"),
      ("miliardi di euro", 9, true, nil, "miliardi di euro"), ("euro", 0, true, nil, "euro"),
      ("€", 0, true, nil, "€"), ("euro (migliaia)", 3, true, nil, "euro (migliaia)"),
      ("posti ogni 100 bambini", 0, false, 100, "posti ogni 100 bambini"),
      ("feriti ogni 1.000 abitanti", 0, false, 1000, "feriti ogni 1.000 abitanti"),
      ("reati ogni mille abitanti", 0, false, 1000, "reati ogni mille abitanti"),
      ("famiglie ogni cento", 0, false, 100, "famiglie ogni cento"),
      ("giorni", 0, false, nil, "giorni"),
      ("numero", 0, false, nil, ""), ("indice", 0, false, nil, ""),
      ("numero di prestiti", 0, false, nil, "prestiti"),
      ("migliaia di prestiti", 3, false, nil, "migliaia di prestiti"),
    ] as [(String, Int, Bool, Int?, String)])
  func `what a unit says`(
    unit: String, magnitude: Int, isEuro: Bool, base: Int?, text: String
  ) {
    let read = MeasureUnit(unit)
    #expect(read.magnitude == magnitude && read.isEuro == isEuro, "\(unit)")
    #expect(read.base == base && read.text == text, "\(unit)")
  }
}
