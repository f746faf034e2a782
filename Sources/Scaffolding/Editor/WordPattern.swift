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
    guard let last = letters.last else { return name == "%" || name == "€" ? name : "\\\(name)" }
    let ending = letters.count >= 5 && "aeio".contains(last) ? anyVowel : sign(last)
    var pattern = ""
    for letter in letters.dropLast() { pattern += sign(letter) + between }
    return pattern + ending + between
  }

  private static let between = "[^0-9A-Za-zÀ-ÿ]*"
  private static let anyVowel = "[aeioàèéìòAEIOÀÈÉÌÒ]"

  private static func sign(_ letter: Character) -> String {
    letter.asciiValue.map { signs[Int($0)] } ?? forms(of: letter)
  }

  /// Those of ASCII, which nearly all letters of all words are: hundreds of words have some thousand.
  private static let signs = (UInt8(0)..<128).map { forms(of: Character(Unicode.Scalar($0))) }

  /// A letter however it is written.
  private static func forms(of letter: Character) -> String {
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
