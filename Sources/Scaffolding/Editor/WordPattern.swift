import SocialReport

/// The ways in which the words of a list may be written, as a regular expression of ECMA 262: what
/// `ChoiceWords` reads, an editor must not refuse.
enum WordPattern {
  static func of(_ words: [FieldType.Word]) -> String {
    var seen: Set<String> = []
    let names = words.flatMap { [$0.italian, $0.english] + $0.synonyms }.filter {
      seen.insert($0).inserted
    }
    return "^\\s*(?:\(articles)[\\s'’]*)?(?:\(names.map(pattern).joined(separator: "|")))\\s*$"
  }

  private static let articles =
    "(?:[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e|[Ll]|[Dd]el|[Dd]ello|[Dd]ella|[Dd]ei|[Dd]elle|[Dd]ell|[Dd]i"
    + "|[Tt]he|[Oo]f the)"

  /// Anything but letters and digits may stand between those of a name, and its last letter says only its
  /// gender and number.
  private static func pattern(_ name: String) -> String {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    guard !letters.isEmpty else { return name == "%" || name == "€" ? name : "\\\(name)" }
    var signs = letters.map(sign)
    if letters.count >= 5, let last = letters.last, "aeio".contains(last) {
      signs[signs.count - 1] = "[aeioàèéìòAEIOÀÈÉÌÒ]"
    }
    return signs.joined(separator: "[^0-9A-Za-zÀ-ÿ]*") + "[^0-9A-Za-zÀ-ÿ]*"
  }

  private static func sign(_ letter: Character) -> String {
    let forms = accents[letter] ?? (plain[letter].flatMap { accents[$0] } ?? "")
    let own = forms.isEmpty ? String(letter) : forms
    let all = own + own.uppercased()
    return letter.isNumber ? String(letter) : "[\(all)]"
  }

  private static let accents: [Character: String] = [
    "a": "aàáâä", "e": "eèéêë", "i": "iìíîï", "o": "oòóôö", "u": "uùúûü",
  ]

  private static let plain: [Character: Character] = {
    var table: [Character: Character] = [:]
    for (letter, forms) in accents { for form in forms { table[form] = letter } }
    return table
  }()
}
