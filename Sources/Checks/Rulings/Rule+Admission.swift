package import Diagnostics

extension Rule {
  /// How a site admits all that the rule finds in one place, or everywhere; nil where it may not.
  package var admission: Phrase? {
    let name = identifier.rawValue
    guard overridability != .none else { return nil }
    let comment =
      onText == nil && onLink == nil
      ? Phrase(
        it: "`# eccezione \(name): il motivo` sopra l'elenco o il campo che li contiene",
        en: "`# exception \(name): the reason` above the list or the field that holds them")
      : Phrase(
        it: "`# eccezione \(name): il motivo` sopra il campo, o "
          + "`<!-- eccezione \(name): il motivo -->` sopra il paragrafo",
        en: "`# exception \(name): the reason` above the field, or "
          + "`<!-- exception \(name): the reason -->` above the paragraph")
    let setting =
      overridability == .inPlace || severity == .hint
      ? Phrase(it: "", en: "")
      : Phrase(
        it: "; in `sito.yml`, `controlli:` e sotto `\(name): suggerimento`, per tutto il sito",
        en: "; in the site's file, `checks:` and below it `\(name): hint`, for the whole site")
    return Phrase(it: comment.italian + setting.italian, en: comment.english + setting.english)
  }
}
