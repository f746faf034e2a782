import Diagnostics
import SocialReport

/// Short fields hold words, and no marks.
enum MarksInFields {
  static let rule = Rule(
    .markInField, .warning, .marks,
    Phrase(
      it: "I campi brevi (titoli, `in_breve`, note) sono testo semplice: senza segni di Markdown.",
      en: "Short fields (titles, `summary`, notes) are plain text: without marks of Markdown."),
    why: Phrase(
      it:
        "Lì il Markdown non vale: asterischi, parentesi e indirizzi si leggono come sono scritti.",
      en:
        "Markdown does not count there: asterisks, brackets and addresses are read as they are written."
    ),
    wrong: [
      .fields(.achievement, "in_breve: La mensa è ⟦**aperta**⟧ da marzo."),
      .fields(.achievement, "titolo: La mensa è ⟦_aperta_⟧"),
      .fields(.achievement, "titolo: \"La mensa: [sito⟦](https://www.example.it)⟧\""),
      .fields(.indicator, "nome: \"Bambini [iscritti⟦](https://www.example.it)⟧\""),
    ],
    right: [
      .fields(.achievement, "titolo: La mensa* di via A_B, 3*4*5 (n. 2)"),
      .fields(
        .achievement, "in_breve: \"Il sito è www.example.it [sic], con ~5 euro e `codice`.\""),
    ], onField: check)

  private static let help = Phrase(
    it: "togli i segni e lascia le parole", en: "take the marks away and leave the words")

  private static let signs: ByteSet = "*_(]~"

  private static func check(_ text: TextReading, _ block: Block) -> [Finding] {
    guard block.signs.intersects(signs) else { return [] }
    return marks(in: block).map {
      Finding(message(block, $0), help: help, in: text.field, $0)
    }
  }

  private static func message(_ block: Block, _ range: Range<Int>) -> Phrase {
    Phrase(
      it: "in un campo breve `\(block.string(range))` si legge com'è scritto",
      en: "in a short field `\(block.string(range))` is read as it is written")
  }

  /// Marks on both sides of a word, and links; a single asterisk or backquote may be meant.
  private static func marks(in block: Block) -> [Range<Int>] {
    EmphasisMarks.all(in: block).filter { $0.corrected != nil && $0.mark != "~" }.map(\.range)
      + LinkMarks.all(in: block).filter { !$0.namesFact }.map(\.range)
  }
}
