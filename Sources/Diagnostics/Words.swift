/// The words that every renderer of diagnostics shares.
package enum Words {
  package static let note = Phrase(it: "nota", en: "note")
  package static let help = Phrase(it: "aiuto", en: "help")
  static let admission = Phrase(it: "per ammetterli tutti", en: "to admit all of them")

  /// How often more a thing was found, before the places where.
  static func again(_ count: Int) -> Phrase {
    Phrase(it: "lo stesso altre \(count) volte", en: "the same \(count) more times")
  }

  /// What of a list is not shown, and how it is.
  static func more(_ count: Int) -> Phrase {
    Phrase(
      it: "… e altre \(count): tutte, una per riga, con `--format line`",
      en: "… and \(count) more: all of them, one a line, with `--format line`")
  }

  package static func severity(_ severity: Diagnostic.Severity) -> Phrase {
    switch severity {
    case .error: Phrase(it: "errore", en: "error")
    case .warning: Phrase(it: "avviso", en: "warning")
    case .hint: Phrase(it: "suggerimento", en: "hint")
    }
  }
}
