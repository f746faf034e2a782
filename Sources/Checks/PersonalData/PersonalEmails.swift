import Diagnostics

/// No private e-mail address stands in a public text.
enum PersonalEmails {
  static let rule = Rule(
    .personalEmail, .warning, .personalData,
    Phrase(
      it: "Nei testi non ci sono indirizzi di posta privati.",
      en: "Texts hold no private e-mail addresses."),
    why: Phrase(
      it: "Chi scrive al Comune deve arrivare a una casella del Comune.",
      en: "Whoever writes to the municipality should reach a mailbox of the municipality."),
    source:
      "GDPR, art. 5; codice di comportamento dei dipendenti pubblici, D.P.R. 62/2013, art. 11-bis",
    wrong: [.prose("Scrivi a ⟦mensa.comune@gmail.com⟧ entro maggio.")],
    right: [.prose("Scrivi a mensa@comune.example.it entro maggio.")],
    onField: { PlainTexts.check(field: $0, $1, find) }, onText: { PlainTexts.check($0, $1, find) })

  private static let providers: [String] = [
    "gmail.", "googlemail.", "libero.it", "hotmail.", "outlook.", "yahoo.", "alice.it",
    "tiscali.it",
    "virgilio.it", "icloud.com", "live.it", "live.com", "tim.it", "tin.it", "fastwebnet.it",
    "email.it", "inwind.it", "me.com", "proton.me", "protonmail.",
  ]

  private static func find(_ block: Block) -> [(Range<Int>, Phrase)] {
    let text = block.text
    var found: [(Range<Int>, Phrase)] = []
    for at in text.indices where text[at] == UInt8(ascii: "@") {
      var start = at
      while start > 0, isLocal(text[start - 1]) { start -= 1 }
      var end = at + 1
      while end < text.count, isLocal(text[end]) { end += 1 }
      while end > at + 1, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
      let domain = block.string(at + 1..<end).lowercased()
      guard start < at, providers.contains(where: { domain.hasPrefix($0) }) else { continue }
      found.append(
        (
          start..<end,
          Phrase(
            it: "questo è un indirizzo di posta privato", en: "this is a private e-mail address")
        ))
    }
    return found
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    Alphabet.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
      || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
  }
}
