/// Words in the language of those who write the report.
package struct Wording: Sendable {
  package let language: Language

  package init(language: Language) { self.language = language }

  package func callAsFunction(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  /// A count with its noun: `1 errore`, `3 errori`.
  package func count(
    _ number: Int, _ italian: (one: String, many: String), _ english: (one: String, many: String)
  ) -> String {
    let noun =
      number == 1 ? self(italian.one, english.one) : self(italian.many, english.many)
    return "\(number) \(noun)"
  }

  package func pages(_ number: Int) -> String {
    count(number, ("pagina", "pagine"), ("page", "pages"))
  }

  package func errors(_ number: Int) -> String {
    count(number, ("errore", "errori"), ("error", "errors"))
  }

  package func warnings(_ number: Int) -> String {
    count(number, ("avviso", "avvisi"), ("warning", "warnings"))
  }

  package func hints(_ number: Int) -> String {
    count(number, ("suggerimento", "suggerimenti"), ("hint", "hints"))
  }

  /// The same words in every language.
  package static func phrase(_ words: (Wording) -> String) -> Phrase {
    Phrase(it: words(Wording(language: .italian)), en: words(Wording(language: .english)))
  }

  /// What was found, by how bad it is: `2 errori, 1 avviso`.
  package func summary(_ found: [Diagnostic]) -> String {
    summary(errors: found.errors, warnings: found.warnings, hints: found.hints)
  }

  package func summary(errors: Int, warnings: Int, hints: Int) -> String {
    let parts = [
      (errors, self.errors), (warnings, self.warnings), (hints, self.hints),
    ].filter { $0.0 > 0 }.map { $0.1($0.0) }
    return parts.isEmpty ? self("nessun problema", "no problems") : parts.joined(separator: ", ")
  }
}
