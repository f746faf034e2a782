import Diagnostics
import SocialReport

/// A section is readable for whoever finished school at fourteen.
enum Readability {
  static let rule = Rule(
    .readability, .warning, .text,
    Phrase(
      it:
        "L'indice Gulpease di una sezione non scende sotto la soglia (`soglie: {leggibilita: 40}`).",
      en:
        "The Gulpease index of a section is not below the threshold (`thresholds: {readability: 40}`)."
    ),
    why: Phrase(
      it:
        "Sotto 40 un testo è difficile anche per chi ha il diploma. L'indice conta lettere e frasi ogni "
        + "parola: frasi più corte e parole più comuni lo alzano. Si calcola da 60 parole in su, in italiano.",
      en:
        "Below 40 a text is hard even for those with a diploma. The index counts letters and sentences per "
        + "word: shorter sentences and more usual words raise it. It is computed from 60 words on, for Italian."
    ),
    source: "P. Lucisano, M. E. Piemontese, «GULPEASE», Scuola e città 3/1988",
    wrong: [.prose("⟦\(hard)⟧.")],
    right: [
      .prose(
        String(
          repeating:
            "La mensa è aperta da lunedì a venerdì. I bambini mangiano alle dodici e mezza. ",
          count: 6))
    ], onText: check)

  private static let hard =
    "L'amministrazione comunale, nell'ambito della programmazione pluriennale degli interventi finalizzati al "
    + "potenziamento infrastrutturale delle refezioni scolastiche, ha conseguentemente provveduto "
    + "all'espletamento delle procedure amministrative propedeutiche all'individuazione dell'operatore "
    + "economico affidatario, predisponendo contestualmente la documentazione progettuale necessaria "
    + "all'ottenimento delle autorizzazioni igienico-sanitarie, urbanistiche e antincendio, nonché alla "
    + "realizzazione degli adeguamenti impiantistici conseguentemente prescritti dalle amministrazioni "
    + "competenti nell'ambito delle rispettive attribuzioni istituzionali"

  /// Of fewer words the index says little.
  private static let leastWords = 60

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    guard context.language == "it" else { return [] }
    return page.texts.flatMap { text in
      sections(of: text).compactMap { check($0, of: text, context) }
    }
  }

  private static func sections(of text: TextReading) -> [ArraySlice<Block>] {
    text.blocks.split(omittingEmptySubsequences: true) {
      if case .heading = $0.kind { true } else { false }
    }
  }

  private static func check(
    _ blocks: ArraySlice<Block>, of text: TextReading, _ context: TextContext
  ) -> Finding? {
    let told = blocks.filter { $0.kind != .cell }
    let words = told.reduce(0) { $0 + $1.words.count }
    guard words >= leastWords else { return nil }
    let letters = told.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.letters } }
    let sentences = told.reduce(0) { $0 + $1.sentences.count }
    let index = 89 + (300 * sentences - 10 * letters) / words
    guard index < context.thresholds.readability else { return nil }
    let all = told.flatMap { block in block.sentences.map { (block: block, sentence: $0) } }
    guard
      let heaviest = all.max(by: { weight($0.block, $0.sentence) < weight($1.block, $1.sentence) })
    else { return nil }
    let count = heaviest.sentence.words.count
    let threshold = context.thresholds.readability
    return Finding(
      Phrase(
        it: "questa sezione è difficile da leggere: Gulpease \(index), la soglia è \(threshold)",
        en: "this section is hard to read: Gulpease \(index), the threshold is \(threshold)"),
      help: Phrase(
        it:
          "comincia da questa frase, la più pesante (\(count) parole): dividila e usa parole comuni",
        en: "begin with this sentence, the heaviest (\(count) words): split it and use common words"
      ),
      at: context.place(of: heaviest.sentence.range, in: heaviest.block, of: text))
  }

  /// What a sentence takes from the index: its letters, less what a sentence more gives.
  private static func weight(_ block: Block, _ sentence: Sentence) -> Int {
    10 * block.words[sentence.words].reduce(0) { $0 + $1.letters } - 300
  }
}
