/// The words that every renderer of diagnostics shares.
package enum Words {
  package static let note = Phrase(it: "nota", en: "note")
  package static let help = Phrase(it: "aiuto", en: "help")

  package static func severity(_ severity: Diagnostic.Severity) -> Phrase {
    switch severity {
    case .error: Phrase(it: "errore", en: "error")
    case .warning: Phrase(it: "avviso", en: "warning")
    case .hint: Phrase(it: "suggerimento", en: "hint")
    }
  }
}
