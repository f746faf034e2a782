import Diagnostics
import SocialReport

/// A CUP has its form.
enum CUPForm {
  static let rule = Rule(
    .cupForm, .error, .money,
    Phrase(
      it: "Il CUP ha 15 caratteri: una lettera, due cifre, una lettera, undici cifre.",
      en: "A CUP has 15 characters: a letter, two digits, a letter, eleven digits."),
    why: Phrase(
      it: "Con il codice giusto chi legge ritrova il progetto su OpenCUP.",
      en: "By the right code readers find the project at OpenCUP."),
    source: "Delibera CIPE 63/2020; legge 3/2003, art. 11",
    wrong: [
      .fields(.achievement, MoneyExample.resource("    importo: 10\n    cup: ⟦J59J2101045000X⟧")),
      .fields(.achievement, MoneyExample.resource("    importo: 10\n    cup: ⟦J59J2101045⟧")),
      .fields(
        .achievement,
        MoneyExample.resource("    importo: 10\n    cup: J59J21010450006, ⟦J59J2101045X006⟧")),
    ],
    right: [
      .fields(.achievement, MoneyExample.resource("    importo: 10\n    cup: J59J21010450006")),
      .fields(.achievement, MoneyExample.resource("    importo: 10\n    cup: j59j 2101 0450 006")),
      .fields(
        .achievement,
        MoneyExample.resource("    importo: 10\n    cup: J59J21010450006 e J51B21001230001")),
      .fields(
        .achievement,
        MoneyExample.resource("    importo: 10\n    cup: J59J21010450006 J51B21001230001")),
    ],
    onReport: { report in
      Code.check(report, \.cups, "J59J21010450006") {
        Code.matches($0, "A00A00000000000")
      }
    })
}
