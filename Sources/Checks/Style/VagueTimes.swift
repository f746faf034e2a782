import Diagnostics
import SocialReport

/// What is told of now says of when.
enum VagueTimes {
  static let rule = Rule(
    .vagueTime, .warning, .text,
    Phrase(
      it: "«Ad oggi», «da tempo», «quest'anno» stanno in una frase con una data.",
      en: "“To date”, “recently”, “this year” stand in a sentence with a date."),
    why: Phrase(
      it: "La pagina si legge anche fra tre anni: «oggi» non dice più quando.",
      en: "The page is read three years from now as well: “now” says no longer when."),
    wrong: [.prose("⟦Ad oggi⟧ la mensa è aperta.")],
    right: [.prose("Ad oggi, 31 dicembre 2021, la mensa è aperta. Oggigiorno si mangia.")],
    onText: check)

  private static let phrases = Phrases([
    "ad oggi", "a oggi", "a tutt'oggi", "da tempo", "quest'anno", "lo scorso anno", "l'anno scorso",
    "il prossimo anno", "l'anno prossimo", "di recente", "recentemente", "a breve",
    "prossimamente", "attualmente", "nei prossimi mesi", "negli ultimi mesi", "nei mesi scorsi",
    "negli ultimi tempi", "to date", "recently", "this year", "last year", "next year",
    "currently", "in the near future",
  ])
  private static let months = Phrases([
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december",
  ])

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.blocks.flatMap { text, block in
      block.sentences.flatMap { sentence -> [Finding] in
        let found = phrases.ranges(in: sentence.words, of: block)
        guard !found.isEmpty, !hasDate(sentence, block) else { return [] }
        return found.map { words in
          let range = block.bytes(of: words)
          return Finding(
            Phrase(
              it: "«\(block.string(range))» non dice quando",
              en: "“\(block.string(range))” does not say when"),
            help: Phrase(
              it: "scrivi la data, per esempio «al 31 dicembre \(context.edition.year.value)»",
              en: "write the date, for example “on 31 December \(context.edition.year.value)”"),
            at: context.place(of: range, in: block, of: text))
        }
      }
    }
  }

  private static func hasDate(_ sentence: Sentence, _ block: Block) -> Bool {
    block.words[sentence.words].contains { $0.hasDigit && $0.letters == 0 && $0.range.count == 4 }
      || !months.ranges(in: sentence.words, of: block).isEmpty
  }
}
