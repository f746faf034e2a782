import Diagnostics

/// No bank account of a person stands in a public text.
enum IBANs {
  static let rule = Rule(
    .iban, .warning, .personalData,
    Phrase(it: "Nei testi non ci sono IBAN.", en: "Texts hold no IBANs."),
    why: Phrase(
      it:
        "Il conto di una persona è un dato personale; quello dell'ente sta nella pagina dei pagamenti, "
        + "dove si tiene aggiornato.",
      en:
        "A person's account is personal data; that of the body is on the page of payments, where it is "
        + "kept up to date."),
    source: "GDPR, art. 5; D.Lgs. 33/2013, art. 36",
    wrong: [.prose("Si paga su ⟦IT60 X054 2811 1010 0000 0123 456⟧ entro maggio.")],
    right: [.prose("Il codice è IT60 X054 2811 1010 0000 0123 457, non un conto.")],
    onField: { PlainTexts.check(field: $0, $1, find) }, onText: { PlainTexts.check($0, $1, find) })

  /// An Italian IBAN, whole or in groups.
  private static let length = 27

  private static func find(_ block: Block) -> [(Range<Int>, Phrase)] {
    var found: [(Range<Int>, Phrase)] = []
    for index in block.words.indices where block.words[index].hasDigit {
      let first = block.words[index]
      guard first.range.count >= 4, first.range.count <= length,
        Alphabet.small(block.text[first.start]) == UInt8(ascii: "i"),
        Alphabet.small(block.text[first.start + 1]) == UInt8(ascii: "t")
      else { continue }
      var characters: [UInt8] = []
      var last = index
      while characters.count < length, last < block.words.count {
        characters += block.text[block.words[last].range]
        if characters.count >= length { break }
        last += 1
      }
      guard characters.count == length, isValid(characters) else { continue }
      found.append(
        (first.start..<block.words[last].end, Phrase(it: "questo è un IBAN", en: "this is an IBAN"))
      )
    }
    return found
  }

  /// ISO 13616: the first four characters moved to the end, the rest of the number by 97 is 1.
  private static func isValid(_ characters: [UInt8]) -> Bool {
    var rest = 0
    for byte in characters[4...] + characters[..<4] {
      switch Alphabet.small(byte) {
      case 0x30...0x39: rest = (rest * 10 + Int(byte - 0x30)) % 97
      case let letter where (0x61...0x7A).contains(letter):
        rest = (rest * 100 + Int(letter - 0x61) + 10) % 97
      default: return false
      }
    }
    return rest == 1
  }
}
