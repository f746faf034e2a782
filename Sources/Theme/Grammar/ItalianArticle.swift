/// Articles, and prepositions together with them, before a name, a number or a date.
///
/// The strings of a theme ask for them by the form that stands before a plain masculine word:
/// `{del date}` is «del 3 ottobre», «dell'8 ottobre», «dell'ottobre 2023». A preposition without the
/// article, `{di entity}`, takes one where Italian does: «del Comune di Borgo», «di Roma Capitale»,
/// «dall'80 %» but «da 310».
enum ItalianArticle {
  /// The text with what a marker of a string asks for before it; nil for a word that is no marker.
  static func text(_ marker: Substring, before value: String) -> String? {
    let plain = marker.lowercased()
    guard let wanted = forms[plain] ?? bare[plain].flatMap({ forms[$0] }) else { return nil }
    guard !value.isEmpty else { return value }
    let noun = ItalianNoun(value)
    let isBare = bare[plain] != nil
    let written: String
    if let form = noun.form, !isBare || takesArticle(value, noun) {
      written = wanted.before(form, ItalianSound(of: noun.name)) + noun.name
    } else {
      let word = isBare ? plain : bare.first { $0.value == plain }?.key ?? ""
      written = (word.isEmpty ? "" : euphonic(word, before: value) + " ") + value
    }
    guard marker.first?.isUppercase == true, let first = written.first else { return written }
    return first.uppercased() + written.dropFirst()
  }

  /// Of numbers, only ranks and percentages take an article after a preposition.
  private static func takesArticle(_ value: String, _ noun: ItalianNoun) -> Bool {
    let digits = value.drop { "+−-".contains($0) }
    // A month stands without, as in «da ottobre».
    guard digits.first?.isNumber == true else { return noun.isKnown }
    let rest = digits.drop { $0.isNumber || $0 == "." || $0 == "," }
    return rest.hasPrefix("°") || rest.drop { $0 == " " || $0 == "\u{A0}" }.hasPrefix("%")
  }

  /// «ad aprile», but «a maggio».
  private static func euphonic(_ preposition: String, before value: String) -> String {
    guard preposition == "a" else { return preposition }
    return value.lowercased().hasPrefix("a") ? "ad" : "a"
  }

  /// The prepositions alone, with the names of what they make with an article.
  private static let bare = ["di": "del", "da": "dal", "a": "al", "in": "nel", "su": "sul"]

  private static let forms: [String: Forms] = [
    "il": Forms("", ["il", "lo", "l'", "la", "i", "gli", "le"]), "del": Forms("de"),
    "dal": Forms("da"), "al": Forms("a"), "nel": Forms("ne"), "sul": Forms("su"),
  ]

  /// An article or a preposition in all the forms that gender, number and sound give it.
  private struct Forms {
    private let words: [String]

    /// - Parameter stem: what the endings of the article are put to: `de` of `del`, `dello`, `dei`.
    init(_ stem: String, _ articles: [String] = ["l", "llo", "ll'", "lla", "i", "gli", "lle"]) {
      words = articles.map { stem + $0 }
    }

    /// With the blank that follows it, where one does.
    func before(_ form: ItalianNoun.Form, _ sound: ItalianSound) -> String {
      let word =
        switch (form, sound) {
        case (.masculine, .plain): words[0]
        case (.masculine, .impure): words[1]
        case (.masculine, .vowel), (.feminine, .vowel): words[2]
        case (.feminine, _): words[3]
        case (.masculinePlural, .plain): words[4]
        case (.masculinePlural, _): words[5]
        case (.femininePlural, _): words[6]
        }
      return word.hasSuffix("'") ? word : word + " "
    }
  }
}
