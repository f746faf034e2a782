import Diagnostics
import SocialReport

/// A CIG has its form.
enum CIGFormat {
  static let rule = Rule(
    .cigForm, .error, .money,
    Phrase(
      it: "Il CIG ha 10 caratteri, cifre e lettere maiuscole.",
      en: "A CIG has 10 characters, digits and capital letters."),
    why: Phrase(
      it: "Con il codice giusto chi legge ritrova la gara nella banca dati dell'ANAC.",
      en: "By the right code readers find the tender in the database of ANAC."),
    source: "Legge 136/2010, art. 3; delibera ANAC 584/2023",
    wrong: [.fields(.achievement, MoneyExample.resource("    importo: 10\n    cig: ⟦8512345A6Z⟧"))],
    right: [
      .fields(.achievement, MoneyExample.resource("    importo: 10\n    cig: 8512345A6F")),
      .fields(
        .achievement, MoneyExample.resource("    importo: 10\n    cig: 8512345a6f, Z3A2B3C4D5")),
      .fields(
        .achievement, MoneyExample.resource("    importo: 10\n    cig: [8512345A6F, 8512345A70]")),
    ],
    onReport: { report in
      Code.check(report, \.cigs, "8512345A6F") {
        Code.matches($0, "XFFFFFFFFF")
      }
    })
}
