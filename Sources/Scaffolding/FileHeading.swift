import Diagnostics
import SocialReport

/// The two lines at the top of a new file: what it is for, and what to write where.
enum FileHeading {
  static func of(_ kind: EntityKind) -> Phrase {
    switch kind {
    case .site:
      Phrase(
        it: """
          Di quale Comune è il bilancio e a quale indirizzo si leggerà: quando lo sai, cambia `indirizzo`.
          Più avanti si aggiungono stemma, recapiti, menu e dove si pubblica (manuale, «I campi»).
          """,
        en: """
          Whose report this is and at which address it will be read: once you know it, change `base_url`.
          Coat of arms, contacts, menus and where it is published come later (manual, «I campi»).
          """)
    case .edition:
      Phrase(
        it: """
          L'edizione: di quale anno si rende conto. La sua cartella porta il nome dell'anno.
          Sotto `presentazione: |`, rientrato, va che cosa si trova qui: è la prima cosa che si legge.
          """,
        en: """
          The edition: which year it is about. Its folder has the name of the year.
          Below `introduction: |`, indented, goes what is to be found here: readers see it first.
          """)
    case .area:
      Phrase(
        it: """
          Un'area: gli obiettivi delle cartelle qui sotto ne fanno parte. In `titolo` va il suo nome.
          In `sintesi`, se vuoi, di che cosa si occupa in due frasi: una riga che inizia con `sintesi:`.
          """,
        en: """
          An area: the objectives in the folders below belong to it. Its name goes into `title`.
          What it is about, where you want to say it, goes into a line that begins with `summary:`.
          """)
    case .objective:
      Phrase(
        it: """
          Che cosa il Comune vuole ottenere. Ogni campo vuoto si riempie dopo i due punti; un testo di più
          righe va sotto, rientrato, dopo `|`. Quando la pagina è pronta togli `bozza: sì`.
          """,
        en: """
          What the municipality wants to achieve. Each empty field is filled behind its colon; a text of
          several lines goes below, indented, after `|`. When the page is ready remove `draft: yes`.
          """)
    case .achievement:
      Phrase(
        it: """
          Che cosa è stato fatto per l'obiettivo di questa cartella. I campi vuoti si riempiono dopo i due
          punti, il racconto va sotto la seconda riga `---`. Quando la pagina è pronta togli `bozza: sì`.
          """,
        en: """
          What was done for the objective of this folder. Empty fields are filled behind their colons, the
          story goes below the second line `---`. When the page is ready remove `draft: yes`.
          """)
    case .indicator, .indicators:
      Phrase(
        it: """
          Un dato: che cosa si misura, e i valori anno per anno sotto `osservazioni`, come `valore: 57,9`.
          I testi lo richiamano con il nome del file: [57,9](dato:NOME@2024). Alla fine togli `bozza: sì`.
          """,
        en: """
          A figure: what is measured, and its values year by year below `observations`, as `value: 57.9`.
          Texts refer to it by the file's name: [57.9](figure:NAME@2024). At the end remove `draft: yes`.
          """)
    case .sources:
      Phrase(
        it: """
          Da dove vengono cifre e fatti: una voce per fonte. Un testo la richiama così: [ISPRA](fonte:ID).
          Per aggiungerne una: bilancio nuovo fonte "Catasto dei rifiuti" --organizzazione ISPRA
          """,
        en: """
          Where figures and facts come from: an entry for each source. Texts name it: [ISPRA](source:ID).
          To add one: bilancio new source "Waste register" --organisation ISPRA
          """)
    case .acts:
      Phrase(
        it: """
          Delibere, determine e altri atti: una voce per atto. Un testo lo richiama così: [delibera](atto:ID).
          Per aggiungerne uno: bilancio nuovo atto "Piano dei rifiuti" --numero 149 --data 2025-06-29
          """,
        en: """
          Resolutions and other acts: an entry for each. Texts refer to it so: [resolution 149](act:ID).
          To add one: bilancio new act "Waste plan" --number 149 --date 2025-06-29
          """)
    case .glossary:
      Phrase(
        it: """
          Le parole che chi legge può non conoscere: nei testi portano da sole alla loro spiegazione.
          Per aggiungerne una: bilancio nuovo voce TARI --definizione "La tassa sui rifiuti."
          """,
        en: """
          Words that readers may not know: in texts they lead to their explanation by themselves.
          To add one: bilancio new term TARI --definition "The tax on waste."
          """)
    case .offices:
      Phrase(
        it: """
          Gli uffici: una voce per ufficio, con il nome e un `id` breve con cui gli altri file lo nominano.
          Per aggiungerne uno: bilancio nuovo ufficio "Ufficio scuola"
          """,
        en: """
          The offices: an entry for each, with its name and a short `id` by which other files name it.
          To add one: bilancio new office "Schools office"
          """)
    case .context:
      Phrase(
        it: """
          Una pagina di racconto accanto agli obiettivi: la città, l'organizzazione, i conti.
          Il testo va sotto la seconda riga `---`. Quando la pagina è pronta togli `bozza: sì`.
          """,
        en: """
          A page beside the objectives: the town, the organisation, the accounts.
          Its text goes below the second line `---`. When the page is ready remove `draft: yes`.
          """)
    case .plans:
      Phrase(
        it: """
          I piani che le realizzazioni attuano: una voce per piano.
          Ogni voce comincia con `- id:`, un nome breve con cui gli altri file lo nominano.
          """,
        en: """
          The plans that achievements carry out: an entry for each.
          Each begins with `- id:`, a short name by which other files name it.
          """)
    case .corrections, .publishing:
      Phrase(
        it: """
          Un elenco: una voce per riga che comincia con `- `.
          I campi di ogni voce sono nel manuale, in «I campi».
          """,
        en: """
          A list: each entry begins with `- `.
          The fields of an entry are in the manual, in «I campi».
          """)
    }
  }
}
