import Testing

@testable import Theme

/// Articles and prepositions before names, numbers and dates, as an Italian would say them.
@Suite struct GrammarTests {
  private static let italian = Strings(
    language: "it",
    values: [
      "il": "{il x}", "Il": "{Il x}", "di": "{di x}", "da": "{da x}", "a": "{a x}", "in": "{in x}",
      "del": "{del x}", "dal": "{dal x}", "al": "{al x}", "nel": "{nel x}", "sul": "{sul x}",
    ])

  @Test(arguments: [
    ("di", "Comune di Borgo", "del Comune di Borgo"),
    ("di", "COMUNE DI BORGO", "del COMUNE DI BORGO"),
    ("di", "comune di Borgo", "del comune di Borgo"),
    ("di", "Città di Torino", "della Città di Torino"),
    ("di", "Città metropolitana di Bari", "della Città metropolitana di Bari"),
    ("di", "Unione dei Comuni del Sorbara", "dell'Unione dei Comuni del Sorbara"),
    ("di", "Unione Terre d'Argine", "dell'Unione Terre d'Argine"),
    ("di", "Provincia di Lecce", "della Provincia di Lecce"),
    (
      "di", "Comunità montana del Triangolo lariano", "della Comunità montana del Triangolo lariano"
    ),
    ("di", "Libero Consorzio di Enna", "del Libero Consorzio di Enna"),
    ("di", "Azienda sociale Sud", "dell'Azienda sociale Sud"),
    ("di", "Roma Capitale", "di Roma Capitale"), ("di", "Borgo", "di Borgo"),
    ("di", "L'Aquila", "dell'Aquila"), ("di", "La Spezia", "della Spezia"),
    ("di", "L’Unione dei Comuni", "dell'Unione dei Comuni"),
    ("di", "I Comuni del Parco", "dei Comuni del Parco"),
    ("di", "Bilancio Sociale 2024", "del Bilancio Sociale 2024"),
    ("di", "Relazione di fine mandato", "della Relazione di fine mandato"),
    ("di", "Ambito territoriale 5", "dell'Ambito territoriale 5"),
    ("il", "Comune di Borgo", "il Comune di Borgo"), ("il", "Roma Capitale", "Roma Capitale"),
    ("il", "Unione dei Comuni", "l'Unione dei Comuni"), ("Il", "Ente parco", "L'Ente parco"),
    ("al", "Città di Castello", "alla Città di Castello"),
    ("nel", "Comune di Ivrea", "nel Comune di Ivrea"),
    ("sul", "Unione Reno Galliera", "sull'Unione Reno Galliera"),
  ])
  func `a name has the article that it asks for`(marker: String, name: String, wanted: String) {
    #expect(GrammarTests.italian.format(marker, ["x": name]) == wanted)
  }

  @Test(arguments: [
    ("dal", "ottobre 2023", "dall'ottobre 2023"), ("dal", "gennaio 2024", "dal gennaio 2024"),
    ("al", "agosto 2024", "all'agosto 2024"), ("del", "aprile 2024", "dell'aprile 2024"),
    ("da", "ottobre 2023", "da ottobre 2023"), ("a", "aprile 2024", "ad aprile 2024"),
    ("a", "ottobre 2024", "a ottobre 2024"), ("in", "maggio 2024", "in maggio 2024"),
    ("il", "8 marzo 2024", "l'8 marzo 2024"), ("il", "11 marzo 2024", "l'11 marzo 2024"),
    ("il", "1° luglio 2024", "il 1° luglio 2024"), ("il", "18 marzo", "il 18 marzo"),
    ("del", "11 marzo 2021", "dell'11 marzo 2021"), ("del", "2 marzo 2021", "del 2 marzo 2021"),
    ("dal", "8 marzo 2021", "dall'8 marzo 2021"), ("al", "31 dicembre 2021", "al 31 dicembre 2021"),
    ("del", "2021", "del 2021"), ("nel", "2024", "nel 2024"), ("al", "8 maggio", "all'8 maggio"),
    ("il", "I trimestre 2021", "il I trimestre 2021"),
    ("il", "II semestre 2021", "il II semestre 2021"),
    ("il", "1° trimestre 2021", "il 1° trimestre 2021"),
    ("il", "anno scolastico 2023/24", "l'anno scolastico 2023/24"),
  ])
  func `a date has the article that it asks for`(marker: String, date: String, wanted: String) {
    #expect(GrammarTests.italian.format(marker, ["x": date]) == wanted)
  }

  @Test(arguments: [
    ("a", "80 %", "all'80 %"), ("a", "80\u{A0}%", "all'80\u{A0}%"), ("da", "12 %", "dal 12 %"),
    ("da", "0,5 %", "dallo 0,5 %"), ("a", "1,5 %", "all'1,5 %"), ("a", "88,2 %", "all'88,2 %"),
    ("a", "18 %", "al 18 %"), ("a", "180 %", "al 180 %"), ("a", "800 %", "all'800 %"),
    ("da", "13°", "dal 13°"), ("a", "8°", "all'8°"), ("a", "11°", "all'11°"), ("a", "1°", "al 1°"),
    ("da", "310", "da 310"), ("a", "8", "a 8"), ("a", "1.250.000 euro", "a 1.250.000 euro"),
    ("da", "−3", "da −3"), ("al", "−3 %", "al −3 %"), ("il", "11.000", "l'11.000"),
    ("il", "1.000", "il 1.000"), ("il", "8.400", "l'8.400"), ("il", "1.800", "il 1.800"),
    ("il", "0", "lo 0"), ("il", "7", "il 7"), ("il", "811", "l'811"), ("il", "1", "l'1"),
    ("del", "80", "dell'80"), ("dal", "11", "dall'11"),
  ])
  func `a number has the article that its sound asks for`(
    marker: String, number: String, wanted: String
  ) {
    #expect(GrammarTests.italian.format(marker, ["x": number]) == wanted)
  }

  @Test(arguments: [
    ("stato", "lo stato"), ("zero", "lo zero"), ("gnomo", "lo gnomo"),
    ("psicologo", "lo psicologo"),
    ("sole", "il sole"), ("sportello", "lo sportello"), ("hotel", "l'hotel"), ("uomo", "l'uomo"),
    ("yogurt", "lo yogurt"), ("xilofono", "lo xilofono"), ("iodio", "lo iodio"),
    ("gatto", "il gatto"), ("età", "l'età"), ("piano", "il piano"),
  ])
  func `a word has the article that its sound asks for`(word: String, wanted: String) {
    #expect(GrammarTests.italian.format("il", ["x": word]) == wanted)
  }

  @Test func `other languages and unknown words put the value alone`() {
    let english = Strings(language: "en", values: ["a": "of {del x}", "b": "{x y}"])
    #expect(english.format("a", ["x": "Borgo"]) == "of Borgo")
    let odd = Strings(language: "it", values: ["a": "{qualche x}", "b": "{del x} {y}"])
    #expect(odd.format("a", ["x": "Borgo"]) == "Borgo")
    #expect(odd.format("b", ["x": ""]) == " {y}")
  }
}
