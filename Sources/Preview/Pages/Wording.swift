import Diagnostics

/// Words in the language of those who write the report.
struct Wording: Sendable {
  let language: Language

  func callAsFunction(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  /// A count with its noun: `1 errore`, `3 errori`.
  func count(
    _ number: Int, _ italian: (one: String, many: String), _ english: (one: String, many: String)
  ) -> String {
    let noun =
      number == 1 ? self(italian.one, english.one) : self(italian.many, english.many)
    return "\(number) \(noun)"
  }

  func errors(_ number: Int) -> String {
    count(number, ("errore", "errori"), ("error", "errors"))
  }

  func warnings(_ number: Int) -> String {
    count(number, ("avviso", "avvisi"), ("warning", "warnings"))
  }

  func hints(_ number: Int) -> String {
    count(number, ("suggerimento", "suggerimenti"), ("hint", "hints"))
  }

  /// What was found, by how bad it is: `2 errori, 1 avviso`.
  func summary(_ found: [Diagnostic]) -> String {
    let parts = [
      (found.errors, errors), (found.warnings, warnings), (found.hints, hints),
    ].filter { $0.0 > 0 }.map { $0.1($0.0) }
    return parts.isEmpty ? self("nessun problema", "no problems") : parts.joined(separator: ", ")
  }
}
