import Diagnostics
import Testing

@testable import YAMLTree

/// Whatever an author may write wrongly in YAML is told where it is, as what it is, with what to write.
@Suite struct YAMLMistakeTests {
  /// Lines of a file with `⟦⟧` around the place of the finding, a part of its sentence, of its help.
  struct Slip: CustomTestStringConvertible, Sendable {
    let lines: String
    let message: String
    let help: String

    init(_ lines: String, _ message: String, _ help: String) {
      (self.lines, self.message, self.help) = (lines, message, help)
    }

    var testDescription: String { lines }
  }

  static func read(_ text: String) -> (node: YAMLNode?, found: [Diagnostic]) {
    var found: [Diagnostic] = []
    let node = YAMLReader.read(text[...], of: SourceFile.ID(0), at: 0, into: &found)
    return (node, found)
  }

  @Test(arguments: signs + quotes + colons + lists + indentation + others)
  func `a slip is told with what to write`(slip: Slip) throws {
    let text = Marked("tipo: prova\nnumero: 1\n" + slip.lines + "\nultimo: sì\n")
    let found = YAMLMistakeTests.read(text.text).found
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(first.message.italian.contains(slip.message), "\(first.message.italian)")
    #expect(first.help?.italian.contains(slip.help) == true, "\(first.help?.italian ?? "")")
    #expect(first.place?.bytes == text.bytes)
  }

  private static let beginning = "un testo non può cominciare con"

  static let signs = [
    Slip("titolo: ⟦!⟧ Una", beginning, #"`titolo: "! Una"`"#),
    Slip("titolo: ⟦!⟧Attenzione la raccolta", beginning, #"`titolo: "!Attenzione la raccolta"`"#),
    Slip("titolo: ⟦!!str⟧ Una", "i tipi di YAML (`!!str`)", "toglilo"),
    Slip("titolo: ⟦&⟧ Una", beginning, #"`titolo: "& Una"`"#),
    Slip("titolo: ⟦&⟧Una scuola", beginning, #"`titolo: "&Una scuola"`"#),
    Slip("titolo: ⟦*⟧Più* bambini", beginning, #"`titolo: "*Più* bambini"`"#),
    Slip("titolo: ⟦*⟧ nota", beginning, #"`titolo: "* nota"`"#),
    Slip("titolo: ⟦%⟧ di iscritti", beginning, #"`titolo: "% di iscritti"`"#),
    Slip("titolo: ⟦@⟧comune su Instagram", beginning, #"`titolo: "@comune su Instagram"`"#),
    Slip("titolo: ⟦`⟧Una`", "un accento grave", #"`titolo: "`Una`"`"#),
    Slip("titolo: ⟦? ⟧Una", beginning, #"`titolo: "? Una"`"#),
    Slip("titolo: ⟦,⟧ Una", beginning, #"`titolo: ", Una"`"#),
    Slip("titolo: ⟦]⟧ Una", beginning, #"`titolo: "] Una"`"#),
    Slip("titolo: ⟦>⟧ Una", "dopo `>`", #"`titolo: "> Una"`"#),
    Slip("titolo: ⟦|⟧ Una", "dopo `|`", #"`titolo: "| Una"`"#),
    Slip("titolo: ⟦-⟧ Una", "un trattino", #"`titolo: "- Una"`"#),
    Slip("valore: ⟦-⟧", "un trattino da solo", "non scrivere niente"),
    Slip("valori:\n  - periodo: 2023\n    valore: ⟦-⟧", "un trattino da solo", "dopo `valore:`"),
    Slip("titolo: ⟦[⟧Una scuola] per tutti", beginning, #"`titolo: "[Una scuola] per tutti"`"#),
    Slip(
      "titolo: ⟦[⟧Qui](https://a.it) tutto", beginning, #"`titolo: "[Qui](https://a.it) tutto"`"#),
    Slip("titolo: ⟦{⟧Una} scuola", beginning, #"`titolo: "{Una} scuola"`"#),
    Slip("titolo: ⟦[⟧", "non è chiusa", "`titolo: [prima voce, seconda voce]`"),
    Slip("voci: ⟦[⟧una, due", "non è chiusa", "`voci: [una, due]`"),
    Slip("titolo: ⟦[⟧Una scuola per tutti", "non è chiusa", #"`titolo: "[Una scuola per tutti"`"#),
    Slip("voci: [una, due]⟦]⟧", "di troppo", "toglilo"),
    Slip("voci: [⟦@⟧una, due]", beginning, "tra virgolette"),
    Slip("voci: [una, ⟦,⟧ due]", "manca un valore", "virgolette"),
  ]

  static let quotes = [
    Slip(
      #"titolo: "Nati per leggere" ⟦in biblioteca⟧"#, "altre parole",
      #"'"Nati per leggere" in biblioteca'"#),
    Slip(#"titolo: "Uno" ⟦e "due"⟧"#, "altre parole", #"'"Uno" e "due"'"#),
    Slip(#"titolo: "Il ⟦"⟧nuovo" piano""#, "c'è un altro `\"`", #"'Il "nuovo" piano'"#),
    Slip("titolo: 'L⟦'⟧asilo'", "c'è un altro `'`", #"`titolo: "L'asilo"`"#),
    Slip("voci:\n  - 'L⟦'⟧asilo'", "c'è un altro `'`", #"`- "L'asilo"`"#),
    Slip("voci: ['bambini d⟦'⟧asilo', famiglie]", "c'è un altro `'`", #"`"bambini d'asilo"`"#),
    Slip(
      "titolo: ⟦'⟧Ndrangheta e legalità", "non è chiusa", #"`titolo: "'Ndrangheta e legalità"`"#),
    Slip(#"titolo: ⟦"⟧Una scuola"#, "non è chiusa", #"`titolo: "Una scuola"`"#),
    Slip("titolo: ⟦\"⟧Una scuola\nin_breve: \"Altro\"", "non è chiusa", #"`titolo: "Una scuola"`"#),
    Slip("voci:\n  - ⟦\"⟧una\n  - due", "non è chiusa", #"`- "una"`"#),
    Slip("titolo: ⟦“⟧Scuola: per tutti”", "vuole quelle dritte", #"`titolo: "Scuola: per tutti"`"#),
    Slip("titolo: ⟦‘⟧Scuola: per tutti’", "vuole quelle dritte", #"`titolo: "Scuola: per tutti"`"#),
    Slip("titolo: ⟦«⟧Scuola: per tutti»", "vuole quelle dritte", #"`titolo: "Scuola: per tutti"`"#),
    Slip("titolo: “Una” e “due⟦:⟧ tre”", "i due punti", #"“Una” e “due: tre”""#),
    Slip(#"titolo: "Una ⟦\d⟧ scuola""#, "`\\` ha un significato", #"'Una \d scuola'"#),
    Slip(#"titolo: "C:⟦\n⟧uovo""#, "`\\` ha un significato", #"'C:\nuovo'"#),
    Slip(#"titolo: "C:⟦\D⟧ocumenti""#, "`\\` ha un significato", #"'C:\Documenti'"#),
    Slip(
      #"file: "immagini⟦\n⟧uova.jpg""#, "`\\` ha un significato", #"`file: "immagini/nuova.jpg"`"#),
  ]

  static let colons = [
    Slip("titolo: Una scuola⟦:⟧ per tutti", "i due punti", #"`titolo: "Una scuola: per tutti"`"#),
    Slip("titolo: Una scuola per⟦:⟧", "finire con i due punti", #"`titolo: "Una scuola per:"`"#),
    Slip("⟦titolo⟧:Una", "serve uno spazio", "`titolo: Una`"),
    Slip("⟦titolo⟧:\u{A0}Una", "uno spazio speciale", "riscrivilo"),
    Slip("⟦titolo Una⟧", "manca il nome di un campo", "`titolo: Una`"),
    Slip("⟦titolo = Una⟧", "manca il nome di un campo", "`titolo: Una`"),
    Slip("⟦titolo; Una⟧", "manca il nome di un campo", "`titolo: Una`"),
    Slip(
      "titolo: Una scuola\n⟦Per tutti⟧", "manca il nome di un campo",
      "continua il testo di `titolo`"),
    Slip("testo: Una riga lunga\n  Altra⟦:⟧ riga", "i due punti", "dopo `testo:` metti `|`"),
  ]

  static let lists = [
    Slip("voci:\n  ⟦-⟧una\n  -due", "serve uno spazio", "`- una`"),
    Slip("voci:\n  - una\n  ⟦-⟧due", "serve uno spazio", "`- due`"),
    Slip("voci:\n  - una\n    ⟦-⟧ due", "non comincia una voce", "allineala"),
    Slip("voci:\n  - una\n ⟦-⟧ due", "il rientro", "qui 1, nella riga con cui va allineata 2"),
    Slip("voci: una\n⟦-⟧ due", "ha già un testo", "`- una`"),
    Slip("voci: una\n  ⟦-⟧ due", "non comincia una voce", "allineala"),
    Slip("voci:\n  - una\n  ⟦•⟧ due", "non con `•`", "`- due`"),
    Slip("voci:\n  - una\n  ⟦–⟧ due", "non con `–`", "`- due`"),
    Slip("voci:\n  - id: a\n  ⟦nome⟧: b", "non comincia con `- `", "davanti a ogni voce"),
    Slip("voci:\n  - ⟦id⟧:a\n    nome: b", "serve uno spazio", "`- id: a`"),
  ]

  static let indentation = [
    Slip(" ⟦titolo⟧: Una", "più a destra", "togli uno spazio"),
    Slip("   ⟦titolo⟧: Una", "più a destra", "togli 3 spazi"),
    Slip("voci:\n  - id: a\n    nome: b\n     ⟦url⟧: c", "più a destra", "togli uno spazio"),
    Slip(
      "voci:\n  - id: a\n    nome: b\n   ⟦url⟧: c", "il rientro",
      "qui 3, nella riga con cui va allineata 4"),
    Slip(
      "testo: |\n  Prima riga\n ⟦seconda riga⟧", "esce dal testo di `testo`", "aggiungi uno spazio"),
    Slip("testo: |\n  Prima riga\n⟦seconda riga⟧", "manca il nome", "continua il testo di `testo`"),
    Slip("⟦\t⟧titolo: Una", "un tabulatore", "due spazi"),
    Slip("voci:\n  ⟦\t⟧- una", "un tabulatore", "due spazi"),
  ]

  static let others = [
    Slip(
      "⟦<<<<<<< HEAD⟧\ntitolo: Una\n=======\ntitolo: Due\n>>>>>>> anna", "segno di conflitto",
      "tieni la versione"),
    Slip("testo: |\n  Una\n⟦>>>>>>> anna⟧", "segno di conflitto", "tieni la versione"),
    Slip("⟦---⟧\ntitolo: Una", "secondo documento", "togli quella riga"),
    Slip("...\n⟦titolo⟧: Una", "secondo documento", "togli quella riga"),
    Slip("⟦<<: *base⟧", "ancore e rimandi", "per intero"),
    Slip("⟦%⟧ di iscritti", "una riga non può", "rientrala"),
    Slip("⟦{⟧{titolo}}: x", "deve essere una parola", "virgolette"),
    Slip("titolo: Una\n⟦titolo⟧: Due", "due volte", "uno solo"),
    Slip("\"titolo\": Una\n⟦\"titolo\"⟧: Due", "due volte", "uno solo"),
    Slip("valori: [{anno: 1, valore: 2, ⟦\"anno\"⟧: 3}]", "due volte", "uno solo"),
    Slip("b: 1\na: 1\n⟦b⟧: 2\na: 2", "`b` è scritto due volte", "uno solo"),
  ]

  @Test(arguments: [
    "titolo: sì", "titolo: no", "titolo: on", "numero: 007", "titolo: 🎉 Una festa",
    "titolo: L'asilo \"Il bosco\"",
    "titolo: \"Prima riga\\nseconda riga\"", "titolo: \"Una scuola\n  per tutti\"",
    "titolo:\n  Una scuola",
    "titolo: 3*4*5", "titolo: A & B", "titolo: 50 % in più", "titolo: Una scuola - la nuova",
    "titolo: -5 gradi", "titolo: Una scuola, [la nuova]", "titolo:\tUna", "titolo: 'It''s'",
    "testo: |\n  # titolo\n  - a: b\n\n  > x", "testo: >-\n  una\n  due", "voci: [una,\n  due]",
    "voci: [\"una, due\", 'tre']", "voci:\n- una\n- due", "voci:\n  - una # nota",
    "# nota\ntitolo: Una",
    "url: https://www.comune.it/a:b", "ora: 10:30", "titolo: \"perch\\u00e9\"",
    "testo: |2\n    rientrato\n  x",
  ])
  func `what is right is read`(lines: String) {
    let read = YAMLMistakeTests.read("tipo: prova\n" + lines + "\nultimo: sì\n")
    #expect(read.node != nil)
    #expect(read.found.map(\.message.italian) == [])
  }

  @Test func `a first line that stands too far right is told there`() {
    let text = Marked(" ⟦tipo⟧: prova\nnumero: 1\n")
    let found = YAMLMistakeTests.read(text.text).found
    #expect(found.first?.place?.bytes == text.bytes)
    #expect(found.first?.help?.italian == "togli lo spazio davanti")
  }

  @Test func `a comment behind a text is noticed, on its last line too`() {
    for marked in [
      "testo: Una frase ⟦# una nota⟧", "testo: Una frase\n  che continua ⟦# una nota⟧",
    ] {
      let text = Marked(marked + "\nultimo: sì\n")
      guard case .mapping(let pairs, _) = YAMLMistakeTests.read(text.text).node,
        case .scalar(let scalar) = pairs.first?.value
      else {
        Issue.record("\(marked)")
        continue
      }
      #expect(scalar.comment?.bytes == text.bytes)
    }
  }
}
