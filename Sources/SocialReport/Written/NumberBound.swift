/// What the words around a number make of it.
package enum NumberBound: Sendable {
  case exact
  /// `circa`, `about`: to the digits that are no zeros.
  case about
  /// `oltre`, `poco più di`: from it a little upwards.
  case over
  /// `quasi`, `poco meno di`: from it a little downwards.
  case under
  /// `più di`: above it, however far.
  case moreThan
  /// `meno di`.
  case lessThan
  /// `almeno`, `non meno di`.
  case atLeast
  /// `al massimo`, `fino a`.
  case atMost
}

/// The words that make a bound or an approximation of the number beside them.
enum BoundWords {
  /// The bound that some words before a number make of it, and how many of them say so.
  ///
  /// - Parameter words: small letters, the nearest to the number last.
  static func before(_ words: [String]) -> (bound: NumberBound, length: Int)? {
    for length in stride(from: min(longest, words.count), to: 0, by: -1) {
      if let bound = phrases[words.suffix(length).joined(separator: " ")] { return (bound, length) }
    }
    return nil
  }

  /// What some words behind a number make of it: `80 % circa`, `300 metri abbondanti`, `350 e più`.
  static func behind(_ words: [String]) -> NumberBound? {
    for length in stride(from: min(4, words.count), to: 1, by: -1) {
      if let bound = additions[words.prefix(length).joined(separator: " ")] { return bound }
    }
    return words.prefix(3).lazy.compactMap { followers[$0] }.first
  }

  /// Words in one form: `dell`, `della`, `degli` are `di`; nil for what says nothing between a bound
  /// and its number.
  static func plain(_ word: String) -> String? {
    if fillers.contains(word) { return nil }
    return prepositions[word] ?? word
  }

  /// The most words that say one bound, with room for those that say nothing.
  static let reach = 8

  private static let fillers: Set<String> = [
    "il", "lo", "la", "l", "i", "gli", "le", "the", "altri", "altre", "altro", "altra", "tutti",
    "tutte", "ulteriori", "ben", "other", "euro",
  ]

  private static let prepositions: [String: String] = {
    var forms: [String: String] = [:]
    for word in ["d", "del", "dello", "della", "dell", "dei", "degli", "delle"] {
      forms[word] = "di"
    }
    for word in ["ad", "al", "allo", "alla", "all", "ai", "agli", "alle"] { forms[word] = "a" }
    for word in ["dal", "dallo", "dalla", "dall", "dai", "dagli", "dalle"] { forms[word] = "da" }
    for word in ["sui", "sugli", "sulle", "sull", "sullo", "sulla", "sul"] { forms[word] = "sul" }
    forms["piu"] = "più"
    return forms
  }()

  private static let longest = phrases.keys.map { $0.split(separator: " ").count }.max() ?? 1

  private static let phrases: [String: NumberBound] = {
    var found: [String: NumberBound] = [:]
    for (bound, words) in before { for word in words { found[word] = bound } }
    return found
  }()

  private static let before: [(NumberBound, [String])] = [
    (
      .about,
      [
        "circa", "incirca", "pressappoco", "pressoché", "pressochè", "grosso modo", "più o meno",
        "suppergiù", "approssimativamente", "intorno a", "attorno a", "vicino a", "vicina a",
        "vicini a", "vicine a", "prossimo a", "prossima a", "prossimi a", "prossime a", "ordine di",
        "sul", "about", "approximately", "around", "roughly", "some", "close to", "order of",
        "region of",
      ]
    ),
    (
      .over,
      [
        "oltre", "poco oltre", "poco più di", "po più di", "appena più di", "leggermente più di",
        "poco sopra", "poco sopra a", "poco sopra di", "appena sopra", "appena sopra a",
        "appena oltre", "poco superiore a", "poco superiori a", "leggermente superiore a",
        "leggermente superiori a", "over", "just over", "well over", "slightly over", "just above",
        "slightly above", "slightly more than", "little more than", "just more than", "upwards of",
      ]
    ),
    (
      .under,
      [
        "quasi", "poco meno di", "po meno di", "appena meno di", "leggermente meno di",
        "poco sotto",
        "poco sotto a", "appena sotto", "appena sotto a", "poco inferiore a", "poco inferiori a",
        "leggermente inferiore a", "leggermente inferiori a", "nearly", "almost", "just under",
        "slightly under", "just below", "slightly below", "slightly less than", "little less than",
        "just less than",
      ]
    ),
    (
      .moreThan,
      [
        "più di", "più che", "sopra", "sopra a", "sopra di", "superiore a", "superiori a",
        "maggiore di", "maggiori di", "more than", "above", "greater than", "higher than",
        "exceeding",
      ]
    ),
    (
      .lessThan,
      [
        "meno di", "meno che", "sotto", "sotto a", "sotto di", "inferiore a", "inferiori a",
        "minore di", "minori di", "less than", "fewer than", "under", "below", "lower than",
      ]
    ),
    (
      .atLeast,
      [
        "almeno", "minimo", "minimo di", "non meno di", "non inferiore a", "non inferiori a",
        "partire da", "at least", "least", "no less than", "not less than", "no fewer than",
        "not fewer than", "minimum of",
      ]
    ),
    (
      .atMost,
      [
        "massimo", "massimo di", "non più di", "non superiore a", "non superiori a", "non oltre",
        "a più", "fino a", "sino a", "entro", "at most", "most", "no more than", "not more than",
        "not over", "up to", "maximum of",
      ]
    ),
  ]

  private static let additions: [String: NumberBound] = [
    "o più": .atLeast, "e più": .atLeast, "e oltre": .atLeast, "ed oltre": .atLeast,
    "o poco più": .over, "e rotti": .over, "o meno": .atMost, "o poco meno": .under,
    "in su": .atLeast, "o giù di lì": .about, "or more": .atLeast, "and more": .atLeast,
    "or so": .about, "or less": .atMost, "and over": .atLeast,
  ]

  private static let followers: [String: NumberBound] = [
    "circa": .about, "incirca": .about, "scarso": .under, "scarsa": .under, "scarsi": .under,
    "scarse": .under, "abbondante": .over, "abbondanti": .over,
  ]
}
