package import Diagnostics

extension SiteAddress.Flaws {
  /// What is wrong, of an address that is called so.
  package func message(_ italian: String, _ english: String) -> Phrase {
    if all == [.noAddress] {
      return Phrase(
        it: "\(italian) non è un indirizzo del web", en: "\(english) is no address of the web")
    }
    return Phrase(
      it: "\(italian) non può avere " + all.map { $0.name.italian }.joined(separator: ", "),
      en: "\(english) cannot have " + all.map { $0.name.english }.joined(separator: ", "))
  }

  package var help: Phrase {
    guard let corrected else {
      return Phrase(
        it: "scrivilo intero, come `https://www.comune.esempio.it/`",
        en: "write it whole, as `https://www.comune.esempio.it/`")
    }
    return Phrase(it: "scrivi `\(corrected.text)`", en: "write `\(corrected.text)`")
  }
}

extension SiteAddress.Flaw {
  fileprivate var name: Phrase {
    switch self {
    case .noAddress: Phrase(it: "questa forma", en: "this form")
    case .credentials:
      Phrase(
        it: "un nome e una password, che tutti leggerebbero",
        en: "a name and a password, which everybody would read")
    case .query: Phrase(it: "un `?`", en: "a `?`")
    case .fragment: Phrase(it: "un `#`", en: "a `#`")
    case .emptyPart: Phrase(it: "due barre `//` nel percorso", en: "two strokes `//` in its path")
    case .index: Phrase(it: "`index.html` in fondo", en: "`index.html` at its end")
    }
  }
}
