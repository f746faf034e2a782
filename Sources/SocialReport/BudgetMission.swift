/// The missions of the municipal budget (decree 118/2011, annex 14, part one).
package enum BudgetMission {
  /// Their names by their numbers of two digits.
  package static let names: KeyValuePairs<String, String> = [
    "01": "Servizi istituzionali, generali e di gestione", "02": "Giustizia",
    "03": "Ordine pubblico e sicurezza", "04": "Istruzione e diritto allo studio",
    "05": "Tutela e valorizzazione dei beni e attività culturali",
    "06": "Politiche giovanili, sport e tempo libero", "07": "Turismo",
    "08": "Assetto del territorio ed edilizia abitativa",
    "09": "Sviluppo sostenibile e tutela del territorio e dell'ambiente",
    "10": "Trasporti e diritto alla mobilità", "11": "Soccorso civile",
    "12": "Diritti sociali, politiche sociali e famiglia", "13": "Tutela della salute",
    "14": "Sviluppo economico e competitività",
    "15": "Politiche per il lavoro e la formazione professionale",
    "16": "Agricoltura, politiche agroalimentari e pesca",
    "17": "Energia e diversificazione delle fonti energetiche",
    "18": "Relazioni con le altre autonomie territoriali e locali",
    "19": "Relazioni internazionali", "20": "Fondi e accantonamenti", "50": "Debito pubblico",
    "60": "Anticipazioni finanziarie", "99": "Servizi per conto terzi",
  ]

  /// Nil for a number that is no mission's.
  package static func name(of number: String) -> String? {
    names.first { $0.key == number }?.value
  }

  /// The number in `4`, `04`, `Missione 04` or `04 – Istruzione`, with two digits; nil where none is
  /// there, or a programme's behind it.
  package static func number(in text: String) -> String? {
    var rest = text.lowercased()[...]
    rest = rest.drop { $0.isWhitespace }
    for word in ["missione", "mission", "m."] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    rest = rest.drop { $0.isWhitespace || $0 == "n" || $0 == "." }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(digits.count) else { return nil }
    let behind = rest.dropFirst(digits.count)
    // A name may follow, but no decimals and no letters glued to it.
    guard behind.first.map({ " -–—:,(\u{A0}".contains($0) }) ?? true else { return nil }
    return digits.count == 1 ? "0" + digits : String(digits)
  }
}
