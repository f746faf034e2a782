/// Signs that no font has: a PDF that everybody can read has none of them (PDF/UA-1, 7.21.8).
enum MissingSigns {
  /// Those that the engine names: "the text `"你"` could not be displayed with font …".
  static func named(in words: String) -> Set<Character> {
    var signs: Set<Character> = []
    for line in words.split(separator: "\n") {
      guard let start = line.firstRange(of: "the text `\""),
        line.contains("could not be displayed"),
        let end = line[start.upperBound...].firstRange(of: "\"`")
      else { continue }
      signs.formUnion(line[start.upperBound..<end.lowerBound])
    }
    return signs.filter { !$0.isASCII }
  }

  /// A source with the numbers of signs in their stead.
  ///
  /// They stand in texts only: all of the code is ASCII.
  static func replaced(_ signs: Set<Character>, in code: String) -> String {
    var result = ""
    result.reserveCapacity(code.utf8.count)
    for character in code {
      if signs.contains(character) {
        result += number(of: character)
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// A sign as Unicode numbers it: `[U+4F60]`.
  static func number(of sign: Character) -> String {
    let numbers = sign.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return "[" + numbers.joined(separator: " ") + "]"
  }
}
