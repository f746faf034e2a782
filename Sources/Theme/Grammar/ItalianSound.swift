/// How an Italian word or number begins in the ear, which decides the form of the article before it.
enum ItalianSound {
  /// `l'`: a vowel, as of «ottobre», «8», «11», «80 %».
  case vowel
  /// `lo`: s with a consonant, z, gn, ps and the like, as of «Stato», «zero».
  case impure
  /// `il`: any other.
  case plain

  /// - Parameter text: a word, a number in digits, or what begins with one.
  init(of text: Substring) {
    let word = text.drop { "«“\"'(+−-".contains($0) }
    if let first = word.first, first.isASCII, first.isNumber {
      // A sign is spoken too: «più», «meno».
      self =
        text.first.map { "+−-".contains($0) } == true ? .plain : ItalianSound(ofNumber: word)
    } else if let ordinal = RomanNumeral.value(of: word) {
      self = [8, 11].contains(ordinal) ? .vowel : .plain
    } else {
      self = ItalianSound(ofWord: word)
    }
  }

  /// A number as it is read aloud: by its first group of digits, and by whether thousands follow.
  private init(ofNumber text: Substring) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }.filter { $0 != "." }
    let head = digits.prefix((digits.count - 1) % 3 + 1)
    let isWhole = digits.count == head.count
    switch Int(head) ?? 0 {
    case 0: self = .impure
    // «l'uno», but «il primo», «il mille».
    case 1: self = isWhole && !text.dropFirst().starts(with: "°") ? .vowel : .plain
    case 8, 11, 80...89, 800...899: self = .vowel
    default: self = .plain
    }
  }

  private init(ofWord word: Substring) {
    let letters = word.lowercased().prefix(3).map(ItalianSound.plainLetter)
    guard let first = letters.first else {
      self = .plain
      return
    }
    let second = letters.dropFirst().first
    let vowels = "aeiou"
    switch first {
    case "i": self = second.map { vowels.contains($0) } == true ? .impure : .vowel
    case "a", "e", "o", "u", "h": self = .vowel
    case "x", "z": self = .impure
    case "y": self = second.map { vowels.contains($0) } == true ? .impure : .vowel
    case "s": self = second.map { vowels.contains($0) || !$0.isLetter } == true ? .plain : .impure
    case "g" where second == "n", "p" where second == "s" || second == "n": self = .impure
    default: self = .plain
    }
  }

  /// The letter without its accent.
  private static func plainLetter(_ letter: Character) -> Character {
    switch letter {
    case "à", "á", "â", "ä": "a"
    case "è", "é", "ê", "ë": "e"
    case "ì", "í", "î", "ï": "i"
    case "ò", "ó", "ô", "ö": "o"
    case "ù", "ú", "û", "ü": "u"
    default: letter
    }
  }
}

/// Numbers in Roman capitals as they stand before «trimestre» or «semestre», read as ordinals.
enum RomanNumeral {
  /// Nil for what may as well be letters; nothing here counts beyond thirty-nine.
  static func value(of text: Substring) -> Int? {
    let letters = text.prefix { $0.isLetter || $0.isNumber }
    guard !letters.isEmpty, letters.count <= 6, letters.allSatisfy({ "IVX".contains($0) }) else {
      return nil
    }
    let worth = letters.map { $0 == "I" ? 1 : $0 == "V" ? 5 : 10 }
    return worth.enumerated().reduce(0) { sum, entry in
      let next = worth.dropFirst(entry.offset + 1).first ?? 0
      return sum + (entry.element < next ? -entry.element : entry.element)
    }
  }
}
