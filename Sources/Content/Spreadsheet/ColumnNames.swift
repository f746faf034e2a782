import SocialReport

/// The fields of an observation by what tables usually write over them.
///
/// Names are compared as slugs, so that capitals, accents, points and what stands in brackets
/// make no difference: `Valore (%)`, `VALORI`, `Anno di rif.`
enum ColumnNames {
  /// What a heading means: a field by its English name, and how good a name it is for it, 0 best.
  struct Meaning {
    let field: String
    var rank: Int
  }

  static func meaning(of heading: String, _ table: FieldTable) -> Meaning? {
    let small = heading.lowercased()
    if let index = table.index(of: small) {
      return Meaning(field: table.fields[index].english, rank: 0)
    }
    let name = slug(of: heading)
    if let index = table.index(of: name.replacing("-", with: "_")) {
      return Meaning(field: table.fields[index].english, rank: 0)
    }
    for (field, names) in usual {
      if let rank = names.firstIndex(where: { $0.contains(name) }) {
        return Meaning(field: field, rank: rank + 1)
      }
    }
    return nil
  }

  /// Whether a column tells a part of a year that another column names.
  static func isPartOfYear(_ heading: String) -> Bool { parts.contains(slug(of: heading)) }

  static func isYear(_ heading: String) -> Bool { years.contains(slug(of: heading)) }

  static func isHalf(_ heading: String) -> Bool { slug(of: heading) == "semestre" }

  static func isQuarter(_ heading: String) -> Bool {
    ["trimestre", "quarter"].contains(slug(of: heading))
  }

  /// The heading without what stands in brackets; a mark alone by its name.
  static func slug(of heading: String) -> String {
    var words = ""
    var depth = 0
    for character in heading {
      if "([".contains(character) { depth += 1 }
      if depth == 0 { words.append(character) }
      if ")]".contains(character), depth > 0 { depth -= 1 }
    }
    if !words.contains(where: { $0.isLetter || $0.isNumber }) {
      return heading.contains("%") ? "percentuale" : heading.contains("€") ? "euro" : ""
    }
    return Slug.make(words)
  }

  private static let years: Set<String> = [
    "anno", "anni", "esercizio", "annualita", "year", "years", "anno-di-riferimento", "anno-solare",
  ]

  private static let parts: Set<String> = [
    "mese", "mesi", "month", "trimestre", "quarter", "semestre", "bimestre", "quadrimestre",
  ]

  /// By field, the better names first.
  private static let usual: KeyValuePairs<String, [Set<String>]> = [
    "period": [
      [
        "periodo", "periodi", "time-period", "anno", "anni", "esercizio", "esercizi", "annualita",
        "year", "years", "time", "periodo-di-riferimento", "anno-di-riferimento",
        "anno-riferimento", "anno-rif", "anno-di-rif", "anno-scolastico", "a-s",
        "anno-accademico", "anno-educativo", "anno-solare", "ref-period", "reference-period",
        "anno-mese", "anno-e-mese", "mese-anno", "mese-e-anno", "stagione", "tempo",
      ],
      [
        "data", "date", "mese", "mesi", "month", "trimestre", "quarter", "semestre", "bimestre",
        "quadrimestre", "data-di-riferimento", "data-riferimento", "data-rilevazione",
        "data-di-rilevazione", "seleziona-periodo", "rilevazione",
      ],
    ],
    "value": [
      [
        "valore", "valori", "obs-value", "value", "values", "dato", "dati", "valore-osservato",
        "valore-rilevato", "dato-rilevato", "valore-indicatore", "valore-dell-indicatore",
        "observation-value", "osservazione",
      ],
      [
        "numero", "n", "nr", "num", "quantita", "importo", "importi", "ammontare", "percentuale",
        "perc", "quota", "tasso", "indice", "posizione", "punteggio", "risultato", "conteggio",
        "euro", "number", "amount", "figure", "valore-assoluto", "valori-assoluti", "v-a",
        "valore-percentuale", "val", "importo-in-euro", "valore-in-euro",
      ],
      ["totale", "total", "totali", "totale-generale", "totale-complessivo"],
    ],
    "missing_reason": [["motivo", "motivo-mancante", "motivo-della-mancanza", "perche-manca"]],
    "out_of": [["su-quanti", "su-un-totale-di", "out-of"]],
    "tied": [["ex-aequo", "pari-merito", "a-pari-merito"]],
    "status": [
      ["obs-status", "stato-del-dato", "stato-dato", "flag", "flags", "obs-flag", "flag-codes"]
    ],
    "note": [
      [
        "note", "annotazioni", "annotazione", "commento", "commenti", "avvertenze", "notes",
        "comment", "comments", "remarks",
      ]
    ],
    "source": [["fonti", "fonte-del-dato", "fonte-dei-dati"]],
  ]
}
