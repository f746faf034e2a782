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
      .fields(.achievement, MoneyExample.resource("    importo: 10\n    cup: ⟦J59J2101045000X⟧"))
    ],
    right: [
      .fields(.achievement, MoneyExample.resource("    importo: 10\n    cup: J59J21010450006"))
    ],
    onReport: { report in
      Code.check(report, \.cup, "J59J21010450006") {
        Code.matches($0, "A00A00000000000")
      }
    })
}

/// A CIG has its form.
enum CIGForm {
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
    right: [.fields(.achievement, MoneyExample.resource("    importo: 10\n    cig: 8512345A6F"))],
    onReport: { report in
      Code.check(report, \.cig, "8512345A6F") {
        Code.matches($0, "XFFFFFFFFF")
      }
    })
}

/// A measure of the PNRR has its form.
enum MeasureForm {
  static let rule = Rule(
    .measureForm, .error, .money,
    Phrase(
      it: "La misura del PNRR si scrive come `M1C1`, con l'investimento se c'è.",
      en: "A measure of the PNRR is written as `M1C1`, with the investment where there is one."),
    why: Phrase(
      it: "Missione e componente portano alla scheda di Italia Domani.",
      en: "Mission and component lead to the sheet of Italia Domani."),
    source: "PNRR, missioni 1–7",
    wrong: [
      .fields(
        .achievement,
        MoneyExample.resource("    importo: 10\n    finanziamento: PNRR\n    misura: ⟦missione 1⟧"))
    ],
    right: [
      .fields(
        .achievement,
        MoneyExample.resource("    importo: 10\n    finanziamento: PNRR\n    misura: M1C1 1.4.1"))
    ],
    onReport: { report in
      Code.check(report, \.measure, "M1C1") {
        Code.matches(String($0.prefix(4)), "M0C0")
          && $0.dropFirst(4).first.map { " .,-".contains($0) } != false
      }
    })
}

/// What the rules on codes have in common.
private enum Code {
  /// Whether a code has a form: `0` stands for a digit, `A` for a capital, `F` for a digit of sixteen,
  /// `X` for a digit or a capital, any other letter for itself.
  static func matches(_ code: String, _ form: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == form.utf8.count else { return false }
    return zip(bytes, form.utf8).allSatisfy { byte, wanted in
      let isDigit = (0x30...0x39).contains(byte)
      return switch wanted {
      case UInt8(ascii: "0"): isDigit
      case UInt8(ascii: "A"): (0x41...0x5A).contains(byte)
      case UInt8(ascii: "F"): isDigit || (0x41...0x46).contains(byte)
      case UInt8(ascii: "X"): isDigit || (0x41...0x5A).contains(byte)
      default: byte == wanted
      }
    }
  }

  static func check(
    _ report: Report, _ field: (Resource) -> Sourced<String>?, _ example: String,
    _ isRight: (String) -> Bool
  ) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap(\.resources).compactMap(field).filter {
      !isRight($0.value)
    }.map {
      Finding(
        Phrase(
          it: "`\($0.value)` non ha la forma di questo codice",
          en: "`\($0.value)` has not the form of this code"),
        help: Phrase(it: "è come `\(example)`", en: "it is as `\(example)`"), at: $0.place)
    }
  }
}
