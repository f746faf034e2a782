import Diagnostics
import Testing

@testable import Search

/// What a text says to a search: its words, folded and cut to their stems.
@Suite struct AnalyserTests {
  private let italian = Analyser(.italian)
  private let english = Analyser(.english)

  @Test func `accents and capitals make no difference`() {
    #expect(
      LetterFolding.folded("Città PERCHÉ Œuvre Straße Łódź")
        == Array("citta perche oeuvre strasse lodz".utf8))
    #expect(italian.terms(of: "Università") == italian.terms(of: "UNIVERSITA"))
    // An accent that combines leaves nothing.
    #expect(LetterFolding.folded("e\u{300}") == Array("e".utf8))
  }

  @Test func `an apostrophe divides words, whichever it is`() {
    for sign in ["'", "’", "ʹ "] {
      #expect(italian.terms(of: "dell\(sign)Unione").last == "union")
    }
    #expect(italian.terms(of: "l'asilo dell'infanzia") == ["asil", "infanz"])
  }

  @Test(arguments: [
    ("1.234", "1234"), ("1234", "1234"), ("1.234.567", "1234567"), ("1.234,50", "1234,50"),
    ("12,5", "12,5"), ("3.5", "3,5"), ("0149", "149"), ("0,5", "0,5"), ("000", "0"),
    ("1.2345", "1,2345"),
  ])
  func `a number is the same however it is written`(written: String, term: String) {
    #expect(italian.terms(of: "sono \(written).") == [term])
  }

  @Test func `in English a comma stands between thousands`() {
    #expect(english.terms(of: "1,234 and 3.5") == ["1234", "3,5"])
  }

  @Test func `a date and a number of an act are words of their own`() {
    #expect(italian.terms(of: "n. 149/2023 del 29/06") == ["149", "2023", "29", "6"])
  }

  @Test func `initials with full stops are one word`() {
    #expect(italian.terms(of: "il P.N.R.R. e la S.p.A.") == ["pnrr", "spa"])
    #expect(italian.terms(of: "il PNRR") == ["pnrr"])
    // What follows is a word, and no initial.
    #expect(italian.terms(of: "d.lgs. 33") == ["lgs", "33"])
  }

  @Test func `a code of letters and digits is one word`() {
    #expect(italian.terms(of: "PM10 F21B20000120006") == ["pm10", "f21b20000120006"])
  }

  @Test(arguments: [
    ["nido", "nidi"], ["amico", "amica", "amici", "amiche"], ["servizio", "servizi"],
    ["banca", "banche"], ["energia", "energie"], ["luogo", "luoghi"], ["comune", "comuni"],
    ["realizzato", "realizzata", "realizzati", "realizzate"], ["dato", "dati"], ["area", "aree"],
    ["città"], ["pubblico", "pubblica", "pubblici", "pubbliche"],
  ])
  func `number and gender make no difference`(forms: [String]) {
    #expect(Set(forms.flatMap(italian.terms)).count == 1)
  }

  @Test func `different words stay different`() {
    let words = ["scuola", "scolastico", "comune", "comunicazione", "via", "vie", "età"]
    #expect(Set(words.flatMap(italian.terms)).count == words.count)
  }

  @Test(arguments: [
    ["school", "schools"], ["policy", "policies"], ["box", "boxes"], ["class", "classes"],
    ["church", "churches"], ["size", "sizes"],
  ])
  func `an English plural is its singular`(forms: [String]) {
    #expect(Set(forms.flatMap(english.terms)).count == 1)
  }

  @Test func `the commonest words lead nowhere`() {
    #expect(italian.terms(of: "che cosa abbiamo fatto per la città") == ["cos", "fatt", "citt"])
    #expect(english.terms(of: "what we did for the city") == ["city"])
  }

  @Test func `what nobody can type is left out`() {
    #expect(italian.terms(of: String(repeating: "a", count: 41)).isEmpty)
    #expect(italian.terms(of: "𝒜bc ☐ — ⟦x1⟧") == ["x1"])
    #expect(italian.terms(of: "").isEmpty)
  }

  @Test func `other alphabets are words too`() {
    #expect(italian.terms(of: "ΔΗΜΟΣ Київ") == ["δημοσ", "київ"])
  }
}
