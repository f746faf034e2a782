import Diagnostics
import SocialReport

/// An amount rests on a document that can be opened.
enum UndocumentedAmounts {
  static let rule = Rule(
    .undocumentedAmount, .warning, .money,
    Phrase(
      it:
        "Un importo ha un documento che si può aprire: la fonte ha un indirizzo o una copia, o "
        + "l'importo o la realizzazione ha un atto.",
      en:
        "An amount has a document that can be opened: its source has an address or a copy, or the "
        + "achievement has an act."),
    why: Phrase(
      it: "I soldi pubblici si controllano sulle carte.", en: "Public money is checked on paper."),
    source: "D.Lgs. 33/2013, artt. 4-bis e 29",
    wrong: [.files(files("⟦1000⟧", ""))],
    right: [.files(files("1000", "\n    url: https://bilancio.example.it/registro"))],
    onReport: check)

  private static func files(_ amount: String, _ url: String) -> String {
    """
    === 2021/fonti.yml
    tipo: fonti
    voci:
      - id: registro-iscritti
        titolo: Registro delle spese
        organizzazione: Comune di Prova
        tipo: sistema
        qualita: ufficiale\(url)
    === 2021/1-scuole/2-arredi.yml
    tipo: realizzazione
    numero: 2
    titolo: Gli arredi della mensa
    in_breve: La mensa ha arredi nuovi.
    ufficio: scuola
    stato: avviata
    stato_al: 2021-12-31
    aggiornato_il: 2021-12-31
    cosa_abbiamo_fatto: Abbiamo comprato tavoli e sedie.
    risorse:
      - {descrizione: Arredi, anno: 2021, fase: impegnato, importo: \(amount), fonte: registro-iscritti}
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let sources = edition.sourcesByID
      return edition.achievements.filter { $0.acts.isEmpty }.flatMap(\.resources).compactMap {
        resource in
        guard resource.act == nil, let source = sources[resource.source.value],
          !source.canBeOpened
        else { return nil }
        return Finding(
          Phrase(
            it: "l'importo poggia su una fonte che non si può aprire",
            en: "the amount rests on a source that cannot be opened"),
          help: Phrase(
            it: "aggiungi alla fonte `url:` o `copia:`, oppure alla realizzazione l'atto",
            en: "add `url:` or `archived:` to the source, or the act to the achievement"),
          at: resource.amount.place,
          notes: [
            .init(Phrase(it: "la fonte è qui", en: "the source is here"), at: source.id.place)
          ])
      }
    }
  }
}
