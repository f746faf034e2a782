import Diagnostics

/// What stands in the registers is used by a page.
///
/// It is seen when it is known which pages rest on what (`Facts/Backlinks`).
enum NeverUsed {
  static let rule = Rule(
    .neverUsed, .hint, .structure,
    Phrase(
      it: "Ogni indicatore e ogni atto serve a una pagina.",
      en: "Every indicator and every act serves a page."),
    why: Phrase(
      it:
        "Un atto che nessuno cita spesso è dell'anno prima, un indicatore che nessun obiettivo nomina è un "
        + "numero senza una storia. Restano nei dati aperti anche così.",
      en:
        "An act that nobody cites is often of the year before, an indicator that no objective names is a "
        + "figure without a story. They stay in the open data all the same."),
    wrong: [
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
            effetto: approva
            url: https://albo.example.it/2021/10
          - id: ⟦dgc-2021-12⟧
            organo: giunta
            tipo: deliberazione
            numero: 12
            data: 2021-03-09
            oggetto: Le tariffe
            url: https://albo.example.it/2021/12
        """)
    ],
    right: [.prose("Lo dice la [delibera 10](atto:dgc-2021-10).")])
}
