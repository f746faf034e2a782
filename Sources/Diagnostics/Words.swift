/// The words that every renderer of diagnostics shares.
package enum Words {
  package static let note = Phrase(it: "nota", en: "note")
  package static let help = Phrase(it: "aiuto", en: "help")
  static let admission = Phrase(it: "per ammetterli tutti", en: "to admit all of them")

  /// How often more a thing was found, before the places where.
  static func again(_ count: Int) -> Phrase {
    Phrase(it: "lo stesso altre \(count) volte", en: "the same \(count) more times")
  }

  /// What of a list of places is not shown, and how it is.
  static func more(_ count: Int) -> Phrase {
    let digits = grouped(count)
    return Phrase(
      it: "… e altre \(digits.italian): `--tutti`", en: "… and \(digits.english) more: `--all`")
  }

  /// What of a kind is not told, and how it is.
  static func others(_ count: Int) -> Phrase {
    let digits = grouped(count)
    return Phrase(
      it: count == 1 ? "e un altro: `--tutti`" : "e altri \(digits.italian): `--tutti`",
      en: "and \(digits.english) more: `--all`")
  }

  /// A number of four digits and more with its thousands apart: `5.023`.
  private static func grouped(_ number: Int) -> Phrase {
    let digits = Array(String(number))
    func text(_ separator: String) -> String {
      digits.enumerated().map { index, digit in
        (index > 0 && (digits.count - index) % 3 == 0 ? separator : "") + String(digit)
      }.joined()
    }
    return Phrase(it: text("."), en: text(","))
  }

  package static func severity(_ severity: Diagnostic.Severity) -> Phrase {
    switch severity {
    case .error: Phrase(it: "errore", en: "error")
    case .warning: Phrase(it: "avviso", en: "warning")
    case .hint: Phrase(it: "suggerimento", en: "hint")
    }
  }
}
