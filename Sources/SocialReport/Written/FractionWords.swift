import Diagnostics

/// The words of parts and multiples, in both languages.
enum FractionWords {
  /// The parts that a word behind a number names: 3 for `terzi`, 10 for `decimo`, 4 for `quarters`.
  static func parts(of word: String, in language: Language) -> Int? {
    switch language {
    case .italian:
      guard word.last == "o" || word.last == "i",
        let count = NumberWords.ordinal(of: word, in: language)
      else { return word == "millesimo" || word == "millesimi" ? 1000 : nil }
      return count >= 3 ? count : nil
    case .english:
      if word == "half" || word == "halves" { return 2 }
      if word == "quarter" || word == "quarters" { return 4 }
      let single = word.hasSuffix("s") ? String(word.dropLast()) : word
      return NumberWords.ordinal(of: single, in: language).flatMap { $0 >= 3 ? $0 : nil }
    }
  }

  /// What a word says by itself.
  static func proportion(of word: String) -> StatedProportion? {
    switch word {
    case "metà", "half": return StatedProportion(.part, 1, of: 2)
    case "maggioranza", "majority": return StatedProportion(.part, 1, of: 2).with(.moreThan)
    case "minoranza", "minority": return StatedProportion(.part, 1, of: 2).with(.lessThan)
    case "totalità": return StatedProportion(.part, 1)
    case "twice", "double", "doubled", "doubles", "doubling", "twofold":
      return StatedProportion(.multiple, 2)
    case "triple", "tripled", "triples", "trebled", "treble", "threefold":
      return StatedProportion(.multiple, 3)
    case "quadrupled", "quadruple", "fourfold": return StatedProportion(.multiple, 4)
    case "tenfold": return StatedProportion(.multiple, 10)
    case "halved", "halving", "halves": return StatedProportion(.loss, 1, of: 2)
    default: break
    }
    if word.hasPrefix("dimezz") { return StatedProportion(.loss, 1, of: 2) }
    if let count = multiples[word] { return StatedProportion(.multiple, count) }
    return stems.first { word.hasPrefix($0.stem) }.map { StatedProportion(.multiple, $0.count) }
  }

  private static let multiples: [String: Double] = {
    var words: [String: Double] = [:]
    for (stem, count) in [("doppi", 2.0), ("tripl", 3), ("quadrupl", 4), ("quintupl", 5)] {
      for ending in ["o", "a", "i", "e"] { words[stem + ending] = count }
    }
    words["doppi"] = 2
    return words
  }()

  /// Of verbs, which have many endings.
  private static let stems: [(stem: String, count: Double)] = [
    ("raddoppi", 2), ("triplic", 3), ("quadruplic", 4), ("quintuplic", 5), ("decuplic", 10),
  ]

  /// `½`, `¾`.
  static func proportion(of sign: Unicode.Scalar) -> StatedProportion? {
    let known: (Double, Int)? =
      switch sign {
      case "½": (1, 2)
      case "⅓": (1, 3)
      case "⅔": (2, 3)
      case "¼": (1, 4)
      case "¾": (3, 4)
      case "⅕": (1, 5)
      case "⅖": (2, 5)
      case "⅗": (3, 5)
      case "⅘": (4, 5)
      default: nil
      }
    return known.map { StatedProportion(.part, $0.0, of: $0.1) }
  }

  /// How many a round word counts: `una trentina`, `due dozzine`, `un centinaio`.
  static func roundNumber(of word: String) -> Int64? {
    switch word {
    case "decina", "decine": 10
    case "dozzina", "dozzine", "dozen", "dozens": 12
    case "quindicina": 15
    case "ventina": 20
    case "trentina": 30
    case "quarantina": 40
    case "cinquantina": 50
    case "sessantina": 60
    case "settantina": 70
    case "ottantina": 80
    case "novantina": 90
    case "centinaio", "centinaia", "hundreds": 100
    case "migliaio": 1000
    default: nil
    }
  }

  /// Words of great numbers that count nothing by themselves: `centinaia di persone`.
  static let vague: Set<String> = [
    "decine", "dozzine", "centinaia", "migliaia", "milioni", "miliardi", "dozens", "hundreds",
    "thousands", "millions", "billions",
  ]

  private static let gains: Set<String> = [
    "aumento", "aumentati", "aumentate", "aumentato", "aumentata", "crescita", "cresciuti",
    "cresciute", "cresciuto", "cresciuta", "incremento", "increase", "rise", "growth",
  ]
  private static let losses: Set<String> = [
    "calo", "calati", "calate", "calato", "calata", "diminuzione", "diminuiti", "diminuite",
    "diminuito", "diminuita", "riduzione", "perdita", "fewer", "decrease", "fall", "drop",
  ]

  /// What some words say of where a change goes; nil where they say both ways or nothing.
  static func direction(of words: [String]) -> StatedProportion.Direction? {
    var (isMore, isLess) = (false, false)
    for (index, word) in words.enumerated() {
      // `più di un terzo` is a bound, `un terzo in più` a growth.
      let isBehindIn = index > 0 && words[index - 1] == "in"
      let isThan = index + 1 < words.count && words[index + 1] == "than"
      isMore =
        isMore || gains.contains(word) || word == "più" && isBehindIn
        || word == "more" && !isThan
      isLess =
        isLess || losses.contains(word) && !isThan || word == "meno" && isBehindIn
        || word == "less" && !isThan
    }
    return isMore == isLess ? nil : isMore ? .more : .less
  }
}

extension StatedProportion {
  func with(_ bound: NumberBound) -> StatedProportion {
    var copy = self
    copy.bound = bound
    return copy
  }
}
