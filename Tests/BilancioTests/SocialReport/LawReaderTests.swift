import Testing

@testable import SocialReport

/// Norms are found as offices cite them, and nothing else is taken for one.
@Suite struct LawReaderTests {
  private func found(_ text: String) -> [(text: String, law: Law)] {
    let bytes = Array(text.utf8)
    return LawReader.citations(in: bytes).map {
      (String(decoding: bytes[$0.range], as: UTF8.self), $0.law)
    }
  }

  @Test(arguments: [
    ("il D.Lgs. 82/2005 dice", "D.Lgs. 82/2005", "2005", "82"),
    ("il D. Lgs. n. 82/2005 dice", "D. Lgs. n. 82/2005", "2005", "82"),
    (
      "il decreto legislativo 7 marzo 2005, n. 82, che", "decreto legislativo 7 marzo 2005, n. 82",
      "2005-03-07", "82"
    ),
    ("la legge n. 4 del 2004, art. 3-bis.", "legge n. 4 del 2004, art. 3-bis", "2004", "4"),
    ("la L. 241/1990", "L. 241/1990", "1990", "241"),
    ("L. 7 agosto 1990, n. 241", "L. 7 agosto 1990, n. 241", "1990-08-07", "241"),
    ("(D.P.R. 445/2000)", "D.P.R. 445/2000", "2000", "445"),
    ("il d.p.r. 28/12/2000, n. 445", "d.p.r. 28/12/2000, n. 445", "2000-12-28", "445"),
    ("DPCM 3 dicembre 2013 n. 1", "DPCM 3 dicembre 2013 n. 1", "2013-12-03", "1"),
    ("dal D.L. 76/2020", "D.L. 76/2020", "2020", "76"),
    (
      "nel decreto-legge 16 luglio 2020, n. 76", "decreto-legge 16 luglio 2020, n. 76",
      "2020-07-16", "76"
    ),
    ("il regolamento (UE) 2016/679", "regolamento (UE) 2016/679", "2016", "679"),
    ("la Legge 241/90 dice", "Legge 241/90", "1990", "241"),
    ("la direttiva 95/46/CE", "direttiva 95/46/CE", "1995", "46"),
    ("nel DL 19 maggio 2020, n. 34", "DL 19 maggio 2020, n. 34", "2020-05-19", "34"),
    ("il regolamento (CE) n. 1234/2007", "regolamento (CE) n. 1234/2007", "2007", "1234"),
    ("la direttiva 2000/60/CE", "direttiva 2000/60/CE", "2000", "60"),
    (
      "l'art. 52 del d.lgs. 7 marzo 2005, n. 82", "art. 52 del d.lgs. 7 marzo 2005, n. 82",
      "2005-03-07", "82"
    ),
    (
      "articolo 3, comma 2, della legge 4/2004", "articolo 3, comma 2, della legge 4/2004", "2004",
      "4"
    ),
    (
      "il decreto legislativo 82 del 7 marzo 2005", "decreto legislativo 82 del 7 marzo 2005",
      "2005-03-07", "82"
    ),
  ])
  func `a citation`(text: String, cited: String, date: String, number: String) throws {
    let all = found(text)
    #expect(all.count == 1, "\(all)")
    let first = try #require(all.first)
    #expect(first.text == cited)
    #expect(first.law.date.iso8601 == date)
    #expect(first.law.number == number)
  }

  @Test(arguments: [
    "la legge regionale 8 novembre 1991, n. 362", "legge 104", "leggere 4/2004", "il 4/2004",
    "la legge di bilancio 2021", "deliberazione n. 149 del 29 giugno 2020", "via Dl. 3", "",
    "Direttiva 2/2019 della Presidenza", "Direttiva n. 3/2018",
    "Sud. L'anno 2020", "il decreto 12/2020 del Sindaco", "L. e M. nel 2020",
  ])
  func `no citation`(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test func `addresses`() {
    #expect(
      found("legge 9 gennaio 2004, n. 4, art. 3-bis").first?.law.address
        == "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2004-01-09;4~art3bis")
    #expect(
      found("regolamento (UE) 2016/679").first?.law.address
        == "https://eur-lex.europa.eu/eli/reg/2016/679/oj")
    #expect(found("legge n. 4 del 2004").first?.law.address == nil)
  }
}
