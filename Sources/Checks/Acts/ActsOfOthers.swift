import Diagnostics
import SocialReport

/// What a commissioner decided is not told as a decision of the body in whose place he stood.
enum ActsOfOthers {
  static let rule = Rule(
    .actOfOthers, .warning, .acts,
    Phrase(
      it: "L'atto di un commissario non è detto della Giunta, del Consiglio o del Sindaco.",
      en: "An act of a commissioner is not told as one of the executive, the council or the mayor."),
    why: Phrase(
      it: "Chi legge vuole sapere se ha deciso chi era stato eletto, o chi lo sostituiva.",
      en: "Readers want to know whether those decided who were elected, or who stood for them."),
    source: "D.Lgs. 267/2000, artt. 141 e 143",
    wrong: [
      .files(
        CommissionerExample.files(
          "La Giunta ha aperto la mensa con la [⟦delibera 10⟧](atto:com-10).")),
      .files(
        CommissionerExample.files(
          "Il Consiglio comunale approva il [⟦piano⟧](atto:com-10) delle mense.")),
    ],
    right: [
      .files(
        CommissionerExample.files(
          "Il Commissario, con i poteri della Giunta, ha aperto la mensa con la [delibera 10](atto:com-10)."
        )),
      .files(CommissionerExample.files("La mensa nasce con la [delibera 10](atto:com-10).")),
      .files(
        CommissionerExample.files(
          "La mensa nasce con la [delibera 10](atto:com-10) e la [delibera](atto:dgc-2021-10) di Giunta."
        )),
    ], onText: check)

  private static let bodies = Set(
    ["giunta", "consiglio", "sindaco", "sindaca"].flatMap(Word.hashes))
  private static let powers = Set(["poteri", "powers"].flatMap(Word.hashes))
  private static let commissioners = Set(
    ["commissario", "commissari", "commissariale", "commissione", "commissioner"].flatMap(
      Word.hashes))

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.blocks.flatMap { text, block in
      block.soleActs.compactMap { link, id, sentence -> Finding? in
        guard let act = context.acts[id], act.body.value.isCommissioner,
          names(sentence, of: block)
        else { return nil }
        return Finding(
          Phrase(
            it: "l'atto è di un commissario, la frase lo dice di un altro organo",
            en: "the act is a commissioner's, the sentence tells it as another body's"),
          help: Phrase(
            it:
              "di' chi ha deciso, per esempio «il Commissario straordinario, con i poteri della Giunta»",
            en:
              "say who decided, for example “the extraordinary commissioner, with the powers of the "
              + "executive”"),
          at: context.place(of: link.range, in: block, of: text),
          notes: [.init(Phrase(it: "l'organo è qui", en: "the body is here"), at: act.body.place)])
      }
    }
  }

  /// Whether a sentence names a body, but not as the one whose powers somebody has, and no commissioner.
  private static func names(_ sentence: Sentence, of block: Block) -> Bool {
    let hashes = sentence.words.map { block.words[$0].hash }
    return !hashes.contains(where: commissioners.contains)
      && !hashes.contains(where: powers.contains)
      && sentence.words.contains {
        bodies.contains(block.words[$0].hash) && !block.words[$0].isLinked
      }
  }
}

/// The content that rules on a commissioner's acts are shown with.
enum CommissionerExample {
  static func files(_ text: String) -> String {
    ActExample.acts(
      "2021-03-02",
      """
        - id: com-10
          organo: commissario
          poteri_di: giunta
          tipo: deliberazione
          numero: 10
          data: 2021-05-04
          oggetto: Apertura della mensa
          url: https://albo.example.it/2021/c10
      """) + """

        === 2021/1-scuole/1-nuova-mensa.md
        ---
        tipo: realizzazione
        numero: 1
        titolo: Nuova mensa
        in_breve: La mensa è aperta.
        ufficio: scuola
        stato: in_corso
        stato_al: 2021-12-31
        aggiornato_il: 2021-12-31
        ---

        \(text)
        """
  }
}
