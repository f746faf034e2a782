import Diagnostics
import SocialReport

/// What was meant as a link is one.
enum UnreadLinks {
  static let rule = Rule(
    .unreadLink, .error, .marks,
    Phrase(
      it: "Ciò che è scritto come un collegamento si legge come un collegamento.",
      en: "What is written as a link is read as one."),
    why: Phrase(
      it:
        "Con uno spazio o una parentesi di troppo il collegamento esce sulla pagina com'è scritto, non "
        + "si apre e il fatto non si confronta. Nei campi brevi (titoli, `in_breve`, note) il Markdown "
        + "non vale. Il nome di un file con gli spazi si può scrivere com'è, se il file c'è.",
      en:
        "With a space or a bracket too many the link goes out as it is written, opens nothing, and the "
        + "fact is not compared. Short fields (titles, `summary`, notes) hold no Markdown. The name of "
        + "a file with spaces may be written as it is where the file is there."),
    source: "CommonMark 0.31.2, 6.3",
    overridability: .inPlace,
    wrong: [
      .prose("La mensa nasce con la [delibera 10⟦](atto: dgc-2021-10)⟧."),
      .prose("Gli iscritti sono [352⟦] (dato:iscritti@2021)⟧."),
      .prose("Gli iscritti sono [352⟦](dato:iscritti@2021⟧."),
      .prose("Gli iscritti sono [352⟦(dato:iscritti@2021)⟧."),
      .prose("Gli iscritti sono 352⟦(dato:iscritti@2021)⟧."),
      .prose("Gli iscritti sono [352⟦]dato:iscritti@2021)⟧."),
      .prose("Gli iscritti sono 352⟦](dato:iscritti@2021)⟧ in tutto."),
      .prose("C'è il [bando⟦](documenti/bando 2021.pdf)⟧."),
      .prose("C'è il [piano (PDF)⟦](https://www.example.it/Piano triennale.pdf)⟧."),
      .prose("C'è la [scheda⟦] (https://www.example.it/scheda)⟧."),
      .prose("C'è la [scheda⟦](https://www.example.it/scheda_(1)⟧."),
      .prose("C'è la [scheda⟦]https://www.example.it/scheda)⟧."),
      .prose("C'è la (scheda⟦)[https://www.example.it/scheda]⟧."),
      .prose("C'è la [scheda]⟦[scheda-mensa]⟧ e il resto."),
      .prose("C'è il sito ⟦<www.example.it>⟧ e il resto."),
      .prose("C'è il bando ⟦<documenti/bando.pdf>⟧ e il resto."),
      .prose("Chiama il [centralino⟦](tel:091 740 1111)⟧."),
      .prose("![La mensa⟦](immagini/foto mensa (1).jpg)⟧"),
      .fields(.achievement, "in_breve: \"Gli iscritti sono [99⟦](dato:iscritti@2021)⟧.\""),
    ],
    right: [
      .prose("La mensa (atto: la delibera 10; fonte: registro) si scrive `[x] (dato:y)`."),
      .prose("«Il piano […] prevede […][…]», dice [sic] (nota nostra) il testo [1][2]."),
      .prose("Così: \\[testo\\](dato:y). L'articolo 3 [omissis] (comma 2), lettera a)."),
      .fields(.achievement, "in_breve: \"La mensa (vedi il piano) [sic](nota).\""),
      .prose("La [mensa [nuova]](https://www.example.it/a_(b)) apre (vedi www.example.it/c)."),
    ], onField: checkField, onText: checkTexts)

  private static func checkTexts(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.marked.flatMap { text, block -> [Finding] in
      LinkMarks.all(in: block).compactMap { mark in
        guard !mark.brackets.contains(where: { context.isEscaped($0, in: block, of: text) })
        else { return nil }
        return Finding(
          message(mark, isPlain: false), help: help(mark, isPlain: false),
          at: context.place(of: mark.range, in: block, of: text))
      }
    }
  }

  /// Of a short field only a fact is told here; other links that stay words are told as marks.
  private static func checkField(_ text: TextReading, _ block: Block) -> [Finding] {
    guard block.signs.contains(UInt8(ascii: "(")) else { return [] }
    return LinkMarks.all(in: block).filter(\.namesFact).map {
      Finding(
        message($0, isPlain: true), help: help($0, isPlain: true), in: text.field, $0.range)
    }
  }

  private static func message(_ mark: LinkMarks, isPlain: Bool) -> Phrase {
    let (italian, english) =
      isPlain ? ("qui è un testo semplice", "this is a plain text") : cause(mark)
    return Phrase(
      it: (mark.isPicture ? "questa immagine" : "questo collegamento")
        + " non si legge: \(italian)",
      en: "this \(mark.isPicture ? "picture" : "link") cannot be read: \(english)")
  }

  private static func cause(_ mark: LinkMarks) -> (String, String) {
    switch mark.cause {
    case .space: ("nell'indirizzo c'è uno spazio", "there is a space in its address")
    case .spaceBefore: ("tra `]` e `(` c'è uno spazio", "there is a space between `]` and `(`")
    case .unclosed: ("manca la parentesi `)`", "the bracket `)` is missing")
    case .noParenthesis: ("dopo `]` manca `(`", "`(` is missing after `]`")
    case .noBracket: ("manca una parentesi quadra", "a square bracket is missing")
    case .swapped: ("le parentesi sono scambiate", "the brackets are swapped")
    case .undefined(let label):
      ("`\(label)` non è definito in questo testo", "`\(label)` is defined nowhere in this text")
    case .angle:
      ("tra `<` e `>` va un indirizzo intero", "a whole address goes between `<` and `>`")
    case .nested: ("ne contiene un altro", "it holds another one")
    }
  }

  private static func help(_ mark: LinkMarks, isPlain: Bool) -> Phrase {
    if isPlain {
      return Phrase(
        it: "nei campi brevi non ci sono collegamenti: lascia solo le parole",
        en: "short fields hold no links: leave only the words")
    }
    if case .undefined(let label) = mark.cause, mark.corrected == nil {
      return Phrase(
        it:
          "scrivi l'indirizzo tra parentesi tonde, `[testo](indirizzo)`, oppure aggiungi una riga "
          + "`[\(label)]: indirizzo`; se non è un collegamento, `\\[`",
        en: "write the address in round brackets, `[text](address)`, or add a line "
          + "`[\(label)]: address`; where it is no link, `\\[`")
    }
    guard let corrected = mark.corrected else {
      return Phrase(
        it:
          "si scrive `[testo](indirizzo)`, senza spazi e con tutte le parentesi; un indirizzo con "
          + "spazi o parentesi va tra `<` e `>`",
        en:
          "it is written `[text](address)`, without spaces and with all brackets; an address with "
          + "spaces or brackets goes between `<` and `>`")
    }
    let rest =
      corrected.contains("](<")
      ? Phrase(
        it: "metti l'indirizzo tra `<` e `>`: ", en: "put the address between `<` and `>`: ")
      : Phrase(it: "", en: "")
    return Phrase(
      it: rest.italian + "scrivi `\(corrected)`", en: rest.english + "write `\(corrected)`")
  }
}
