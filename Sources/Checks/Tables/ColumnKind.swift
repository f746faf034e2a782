/// What the head of a column tells of its numbers.
enum ColumnKind {
  /// They add up.
  case sum
  /// They add up, and are rounded: kilometres, millions.
  case rounded
  /// They are counted, or money, and add up exactly.
  case counted
  /// They are percentages: shares of a hundred, perhaps.
  case share
  /// Means, rates, years, codes.
  case other

  init(head: String) {
    let words = head.lowercased().split { !$0.isLetter && $0 != "%" && $0 != "€" }.map(String.init)
    if words.contains(where: ColumnKind.others.contains) {
      self = .other
    } else if words.contains(where: {
      $0.contains("%") || $0 == "percentuale" || $0 == "percentuali"
    }) {
      self = .share
    } else if words.contains(where: ColumnKind.measures.contains) {
      self = .rounded
    } else if words.contains(where: ColumnKind.sums.contains) {
      self = .counted
    } else {
      self = .sum
    }
  }

  private static let others: Set<String> = [
    "media", "medio", "medi", "medie", "average", "mean", "mediana", "tasso", "tassi", "rate",
    "indice", "index", "anno", "anni", "year", "data", "date", "età", "age", "prezzo", "prezzi",
    "tariffa", "tariffe", "unitario", "unitaria", "unit", "capite", "capita", "per", "ogni", "su",
    "variazione", "variazioni", "differenza", "scostamento", "delta", "rapporto", "voto", "voti",
    "punteggio", "posizione", "posto", "codice", "cap", "cup", "cig", "art", "articolo", "atto",
    "delibera", "attesa", "durata", "densità", "quoziente", "copertura", "incidenza", "telefono",
    "massimo", "minimo", "max", "min",
  ]

  private static let measures: Set<String> = [
    "mila", "migliaia", "milioni", "mln", "miliardi", "mld", "thousand", "thousands", "million",
    "millions", "km", "chilometri", "metri", "mq", "ha", "ettari", "kg", "chili", "tonnellate", "t",
    "quintali", "litri", "mc", "ore", "hours", "kwh", "mwh", "tep", "gb",
  ]

  /// Where a total below the greatest row is no mean, but wrong.
  private static let sums: Set<String> = [
    "euro", "€", "eur", "importo", "importi", "spesa", "spese", "costo", "costi", "entrate",
    "stanziato", "impegnato", "pagato", "liquidato", "finanziamento", "contributo", "contributi",
    "amount", "cost", "spending", "numero", "n", "nr", "number", "iscritti", "utenti", "persone",
    "bambini", "alunni", "studenti", "interventi", "domande", "pratiche", "presenze",
    "partecipanti", "residenti", "abitanti", "famiglie", "pasti", "quantità", "unità",
  ]
}
