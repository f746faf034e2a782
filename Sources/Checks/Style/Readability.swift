import Diagnostics
import SocialReport

/// A section is readable for whoever finished school at fourteen.
package enum Readability {
  /// What is known of one section of a text.
  package struct Section: Sendable {
    /// The heading it stands under; empty for what stands before the first.
    package let title: String
    package let words: Int
    /// The Gulpease index, 0 to 100 and sometimes beyond; nil for a section too short to tell.
    package let gulpease: Int?
  }

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
      slices(of: text).compactMap { check($0, of: text, context) }
    }
  }

  /// The sections of a text in their order.
  package static func sections(of text: TextReading) -> [Section] {
    slices(of: text).compactMap { blocks in
      let measure = Measure(blocks)
      guard measure.words > 0 else { return nil }
      let heading = blocks.first.flatMap { $0.isHeading ? $0 : nil }
      return Section(
        title: heading.map { $0.string(0..<$0.text.count) } ?? "", words: measure.words,
        gulpease: measure.gulpease)
    }
  }

  /// A text cut before each of its headings.
  private static func slices(of text: TextReading) -> [ArraySlice<Block>] {
    let starts = [0] + text.blocks.indices.filter { $0 > 0 && text.blocks[$0].isHeading }
    return zip(starts, starts.dropFirst() + [text.blocks.count]).map { text.blocks[$0..<$1] }
  }

  /// What the index is made of: the words that a section tells, without headings and tables.
  private struct Measure {
    let told: [Block]
    let words: Int

    init(_ blocks: ArraySlice<Block>) {
      told = blocks.filter { $0.kind != .cell && !$0.isHeading }
      words = told.reduce(0) { $0 + $1.words.count }
    }

    var gulpease: Int? {
      guard words >= leastWords else { return nil }
      let letters = told.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.letters } }
      let sentences = told.reduce(0) { $0 + $1.sentences.count }
      return 89 + (300 * sentences - 10 * letters) / words
    }
  }

  private static func check(
    _ blocks: ArraySlice<Block>, of text: TextReading, _ context: TextContext
  ) -> Finding? {
    let measure = Measure(blocks)
    guard let index = measure.gulpease, index < context.thresholds.readability else { return nil }
    let all = measure.told.flatMap { block in block.sentences.map { (block: block, sentence: $0) } }
    guard
      let heaviest = all.max(by: { weight($0.block, $0.sentence) < weight($1.block, $1.sentence) })
    else { return nil }
    let count = heaviest.sentence.count(in: heaviest.block)
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
