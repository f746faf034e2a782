/// Two editions that the rules on what changes between them are shown with.
enum EditionExample {
  /// - Parameters:
  ///   - old: the end of the older edition's indicator, from its observations on.
  ///   - new: that of the newer edition.
  ///   - head: fields of the newer edition's indicator in place of the usual.
  static func indicators(
    old: String, new: String, head: String = "misura: conteggio\nunita: bambini"
  ) -> Example {
    .files(
      older
        + """
        === 2020/iscritti.yml
        \(indicator("misura: conteggio\nunita: bambini"))
        \(old)
        === 2021/iscritti.yml
        \(indicator(head))
        \(new)
        """)
  }

  private static func indicator(_ head: String) -> String {
    """
    tipo: indicatore
    nome: Bambini iscritti alla mensa
    definizione: Quanti bambini si sono iscritti alla mensa scolastica.
    \(head)
    verso: alto_meglio
    fonte: registro-iscritti
    responsabile: scuola
    metodo: Si contano gli iscritti.
    osservazioni:
    """
  }

  /// Works of the older edition, and the files of the newer.
  static func works(_ status: String, title: String = "La palestra di via Po", newer: String)
    -> Example
  {
    .files(
      older
        + """
        === 2020/1-scuole/2-palestra.md
        \(achievement(title: title, status, text: "Le gare sono state avviate."))
        """ + "\n" + newer)
  }

  /// An achievement of either edition.
  static func achievement(
    number: String = "2", title: String, _ status: String, year: String = "2020", text: String
  ) -> String {
    """
    ---
    tipo: realizzazione
    numero: \(number)
    titolo: \(title)
    in_breve: La palestra di via Po serve due scuole.
    ufficio: scuola
    stato: \(status)
    stato_al: \(year)-12-31
    atti: [dgc-2021-10]
    aggiornato_il: \(year)-12-31
    ---

    \(text)

    """
  }

  /// An edition of the year before with one objective.
  static let older = """
    === 2020/edizione.yml
    tipo: edizione
    anno: 2020
    titolo: Bilancio Sociale 2020
    periodo: 2020
    presentazione: Che cosa aveva fatto il Comune di Prova.
    === 2020/uffici.yml
    tipo: uffici
    voci:
      - id: scuola
        nome: Ufficio scuola
    === 2020/atti.yml
    tipo: atti
    voci:
      - id: dgc-2021-10
        organo: giunta
        tipo: deliberazione
        numero: 3
        data: 2020-03-02
        oggetto: Le mense
        url: https://albo.example.it/2020/3
    === 2020/fonti.yml
    tipo: fonti
    voci:
      - id: registro-iscritti
        titolo: Registro degli iscritti
        organizzazione: Comune di Prova
        tipo: sistema
        qualita: ufficiale
        url: https://bilancio.example.it/registro
    === 2020/1-scuole/obiettivo.yml
    tipo: obiettivo
    numero: 1
    titolo: Più bambini a mensa
    premessa: Gli iscritti sono pochi.
    valutazione: parziale
    motivazione: Le sale non bastano ancora.
    aggiornato_il: 2020-12-31
    === 2020/1-scuole/9-cucina.md
    ---
    tipo: realizzazione
    numero: 9
    titolo: La cucina di via Milano
    in_breve: La cucina di via Milano è pronta.
    ufficio: scuola
    stato: completata
    stato_al: 2020-12-31
    atti: [dgc-2021-10]
    aggiornato_il: 2020-12-31
    ---

    La cucina serve tre scuole.

    """
}
