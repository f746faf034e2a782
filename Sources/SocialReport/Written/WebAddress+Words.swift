package import Diagnostics

extension WebAddress.Flaw {
  /// What is wrong, of an address that is called so.
  ///
  /// - Parameter identifier: of what is no address at all.
  package func diagnostic(
    _ italian: String, _ english: String, as identifier: Diagnostic.Identifier = .wrongType,
    at place: SourceRange?
  ) -> Diagnostic {
    switch self {
    case .noAddress:
      Diagnostic(
        identifier,
        Phrase(
          it: "\(italian) non è un indirizzo del web", en: "\(english) is no address of the web"),
        help: Phrase(
          it: "scrivilo intero, come `https://www.comune.esempio.it/`",
          en: "write it whole, as `https://www.comune.esempio.it/`"), at: place)
    case .credentials:
      Diagnostic(
        .credentials,
        Phrase(
          it: "\(italian) ha prima di `@` un nome o una password, che tutti leggerebbero",
          en: "\(english) has a name or a password before `@`, which everybody would read"),
        help: Phrase(
          it: "toglili; se era una password vera, cambiala: resta nella storia dei testi",
          en: "take them out; if it was a real password, change it: the texts' history keeps it"),
        at: place)
    case .hidden(let character):
      Diagnostic(
        .forbiddenLink,
        Phrase(
          it: "\(italian) ha un carattere che non si vede (\(character.code))",
          en: "\(english) has a character that cannot be seen (\(character.code))"),
        help: Phrase(
          it: "copia di nuovo l'indirizzo dalla barra del browser",
          en: "copy the address again from the bar of the browser"), at: place)
    }
  }
}
