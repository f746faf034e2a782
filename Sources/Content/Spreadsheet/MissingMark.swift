import Diagnostics

/// What tables write where there is no value, and what it says.
struct MissingMark {
  /// Why the value is missing, for readers.
  let reason: Phrase
  /// Whether the spreadsheet could not reckon, which its author should look at.
  let isFault: Bool

  private init(_ italian: String, _ english: String, isFault: Bool = false) {
    reason = Phrase(it: italian, en: english)
    self.isFault = isFault
  }

  private static let unavailable = MissingMark("Dato non disponibile.", "Not available.")

  /// - Parameter text: the cell as it stands.
  init?(_ text: String) {
    var small = text.lowercased().filter { !$0.isWhitespace && $0 != "\u{A0}" }
    if small.count > 2, small.first == "(", small.last == ")" {
      small = String(small.dropFirst().dropLast())
    }
    if small.first == "#" {
      guard let fault = MissingMark.fault(small) else { return nil }
      self = fault
      return
    }
    // Eurostat puts the letter of the status behind the colon.
    if small.first == ":", small.count <= 3 {
      self = small.hasSuffix("c") ? MissingMark.secret : MissingMark.unavailable
      return
    }
    switch small {
    case "n.d.", "nd", "n.d", "n/d", "na", "n.a.", "n.a", "n/a", "n.p.", "np", "n.r.", "nr", "n.c.",
      "s.d.", "null", "nan", "none", "nondisponibile", "nonpervenuto", "nonrilevato",
      "datonondisponibile", "mancante", "inattesa", "?", "...", "....", "\u{2026}", "x", "*", "//",
      "///":
      self = MissingMark.unavailable
    case "-", "--", "---", "\u{2013}", "\u{2014}", "\u{2212}":
      self = MissingMark(
        "Nella tabella di partenza al posto del valore c'è un trattino.",
        "The table that it comes from has a dash for the value.")
    case "..":
      self = MissingMark(
        "Il valore è troppo piccolo per la tabella di partenza, che al suo posto ha «..».",
        "The value is too small for the table that it comes from, which has “..” for it.")
    case "c", "riservato", "segretostatistico", "datoriservato":
      self = MissingMark.secret
    default: return nil
    }
  }

  private static let secret = MissingMark(
    "Dato riservato: riguarda troppo poche persone o imprese.",
    "Confidential: it is about too few people or firms.")

  private static func fault(_ text: String) -> MissingMark? {
    let faults: [(names: [String], italian: String, english: String)] = [
      (["#div/0!", "#div/0"], "il conto divide per zero", "it divides by zero"),
      (["#rif!", "#ref!"], "la formula chiede una cella che non c'è più", "a cell is gone"),
      (["#valore!", "#value!"], "la formula conta con un testo", "it reckons with a text"),
      (["#nome?", "#name?"], "la formula ha un nome sbagliato", "a name is wrong"),
      (["#num!"], "il risultato è fuori misura", "the result is out of range"),
      (["#nullo!", "#null!"], "la formula è sbagliata", "the formula is wrong"),
      (["#n/d", "#n/a", "#nd"], "il valore cercato non c'è", "what is looked up is not there"),
    ]
    return faults.first { $0.names.contains(text) }.map {
      MissingMark($0.italian, $0.english, isFault: true)
    }
  }
}
