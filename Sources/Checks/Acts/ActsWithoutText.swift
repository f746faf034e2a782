import Diagnostics
import SocialReport

/// An act can be read somewhere.
enum ActsWithoutText {
  static let rule = Rule(
    .actWithoutText, .warning, .acts,
    Phrase(
      it: "Di ogni atto si può leggere il testo, a un indirizzo o in un file.",
      en: "The text of every act can be read, at an address or in a file."),
    why: Phrase(
      it: "Un atto citato e non consultabile è una prova che nessuno può verificare.",
      en: "An act that is cited and cannot be read is a proof that nobody can check."),
    source: "D.Lgs. 33/2013, art. 23",
    wrong: [
      .fields(
        .acts,
        """
        voci:
          - id: ⟦dgc-2021-10⟧
            organo: giunta
            tipo: deliberazione
            numero: 10
            data: 2021-03-02
            oggetto: Apertura di una nuova mensa
        """)
    ],
    right: [
      .fields(
        .acts,
        """
        voci:
          - id: dgc-2021-10
            organo: giunta
            tipo: deliberazione
            numero: 10
            data: 2021-03-02
            oggetto: Apertura di una nuova mensa
            url: https://albo.example.it/2021/10
          - id: dlgs-2005-82
            organo: stato
            tipo: dlgs
            numero: 82
            data: 2005-03-07
            oggetto: Codice dell'amministrazione digitale
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.acts).filter {
      $0.url == nil && $0.file == nil && Law($0)?.address == nil
    }.map { act in
      Finding(
        Phrase(
          it: "di questo atto non si può leggere il testo",
          en: "the text of this act cannot be read"),
        help: Phrase(
          it:
            "aggiungi `url:` o `file:` (per un atto dello Stato basta la data intera); se il testo non "
            + "è in rete, scrivi sopra la voce `# eccezione atto-senza-testo: il motivo`",
          en:
            "add `url:` or `file:` (for an act of the state its whole date will do); if the text is "
            + "not on the web, write above the entry `# exception atto-senza-testo: the reason`"),
        at: act.id.place)
    }
  }
}
