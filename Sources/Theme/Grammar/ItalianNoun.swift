/// What a name asks of the article before it: gender and number by its first word, or that it takes
/// none, as «Roma Capitale».
struct ItalianNoun: Equatable {
  enum Form: Equatable {
    case masculine, feminine, masculinePlural, femininePlural
  }

  /// Nil for a name that takes no article.
  let form: Form?
  /// Whether it begins with a word that is known to take an article, or with the article itself.
  let isKnown: Bool
  /// The name without the article it was written with.
  let name: Substring

  init(_ text: String) {
    if let (form, name) = ItalianNoun.ownArticle(of: text) {
      (self.form, self.name, isKnown) = (form, name, true)
      return
    }
    name = text[...]
    let first = text.prefix { !$0.isWhitespace && $0 != "," }.lowercased()
    let known = ItalianNoun.known[first]
    isKnown = known != nil
    if let known {
      form = known
    } else if let letter = text.first(where: { !"«“\"'(+−-".contains($0) }) {
      // Numbers, months and other plain words are masculine; an unknown name stands alone.
      let isName = letter.isUppercase && RomanNumeral.value(of: text[...]) == nil
      form = isName ? nil : .masculine
    } else {
      form = nil
    }
  }

  /// The words that names of public bodies and titles of their reports begin with.
  private static let known: [String: Form] = {
    let words: [(Form, String)] = [
      (
        .masculine,
        "comune municipio consorzio ente ambito distretto libero istituto ufficio servizio settore "
          + "dipartimento comitato parco comun bilancio rendiconto rapporto report documento piano "
          + "programma resoconto anno semestre trimestre mese periodo triennio biennio"
      ),
      (
        .feminine,
        "città citta provincia regione unione comunità comunita azienda agenzia autorità autorita "
          + "circoscrizione municipalità magnifica società istituzione area direzione relazione "
          + "edizione fondazione associazione giunta stagione amministrazione asp asl"
      ),
      (.masculinePlural, "comuni servizi uffici anni mesi"), (.femininePlural, "terre province"),
    ]
    return Dictionary(
      words.flatMap { form, list in list.split(separator: " ").map { (String($0), form) } },
      uniquingKeysWith: { first, _ in first })
  }()

  private static let articles: KeyValuePairs<String, Form> = [
    "il ": .masculine, "lo ": .masculine, "la ": .feminine, "i ": .masculinePlural,
    "gli ": .masculinePlural, "le ": .femininePlural,
  ]

  /// The article that a name is written with: «La Spezia», «L'Unione».
  private static func ownArticle(of text: String) -> (Form, Substring)? {
    let start = text.lowercased()
    if start.hasPrefix("l'") || start.hasPrefix("l’") {
      let name = text.dropFirst(2)
      let rest = ItalianNoun(String(name))
      return (rest.form == .feminine ? .feminine : .masculine, name)
    }
    for (article, form) in articles where start.hasPrefix(article) {
      let name = text.dropFirst(article.count)
      // «I trimestre» is the first one.
      if article == "i ", name.first?.isUppercase != true { continue }
      return (form, name)
    }
    return nil
  }
}
