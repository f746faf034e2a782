import Diagnostics

/// The words by which people call the kinds of records that `bilancio new` adds, besides their names.
enum SpokenKind {
  /// What to call instead; nil for a word that nobody says of any of them.
  static func help(for word: String) -> Phrase? {
    let word = word.lowercased()
    guard let kind = all.first(where: { $0.words.contains(word) }) else { return nil }
    return Phrase(
      it: "forse intendevi `bilancio \(kind.command.italian)`",
      en: "did you mean `bilancio \(kind.command.english)`")
  }

  private static func new(_ italian: String, _ english: String) -> Phrase {
    Phrase(it: "nuovo \(italian)", en: "new \(english)")
  }

  private static let all: [(command: Phrase, words: Set<String>)] = [
    (
      new("atto … --organo dirigente", "act … --body manager"),
      ["determina", "determine", "determinazione", "determinazioni", "dd", "determination"]
    ),
    (
      new("atto … --organo sindaco", "act … --body mayor"),
      ["ordinanza", "ordinanze", "decreto", "decreti", "ordinance", "decree"]
    ),
    (
      new("atto … --organo consiglio", "act … --body council"),
      ["dcc", "regolamento", "regolamenti", "regulation"]
    ),
    (
      new("atto", "act"),
      [
        "atti", "delibera", "delibere", "deliberazione", "deliberazioni", "dgc", "resolution",
        "acts",
      ]
    ),
    (
      new("voce", "term"),
      [
        "parola", "parole", "termine", "termini", "glossario", "sigla", "sigle", "definizione",
        "voci",
        "word", "glossary", "acronym", "definition", "terms",
      ]
    ),
    (
      new("contesto", "context"),
      [
        "pagina", "pagine", "testo", "testi", "racconto", "capitolo", "page", "pages", "text",
        "chapter",
      ]
    ),
    (
      new("indicatore", "indicator"),
      [
        "dato", "dati", "valore", "valori", "numero", "numeri", "serie", "grafico", "indicatori",
        "figure",
        "figures", "data", "value", "series", "chart", "indicators",
      ]
    ),
    (
      new("ufficio", "office"),
      ["uffici", "settore", "servizio", "direzione", "offices", "department", "service"]
    ),
    (
      new("realizzazione", "achievement"),
      [
        "realizzazioni", "azione", "azioni", "intervento", "interventi", "progetto", "progetti",
        "opera",
        "opere", "lavoro", "lavori", "risultato", "action", "project", "work", "result",
        "achievements",
      ]
    ),
    (
      new("obiettivo", "objective"),
      [
        "obiettivi", "traguardo", "traguardi", "impegno", "promessa", "goal", "target",
        "objectives",
      ]
    ),
    (
      new("area", "area"),
      ["aree", "ambito", "ambiti", "tema", "temi", "sezione", "areas", "theme"]
    ),
    (
      new("fonte", "source"),
      ["fonti", "documento", "documenti", "rendiconto", "document", "accounts", "sources"]
    ),
    (
      Phrase(it: "nuova-edizione", en: "new-edition"),
      ["anno", "annualità", "edizioni", "nuova-edizione", "year", "editions", "new-edition"]
    ),
  ]
}
