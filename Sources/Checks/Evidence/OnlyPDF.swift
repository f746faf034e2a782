import Diagnostics
import SocialReport

/// What is attached as PDF is there in another form too.
enum OnlyPDF {
  static let rule = Rule(
    .onlyPDF, .hint, .links,
    Phrase(
      it: "Un allegato in PDF ha accanto lo stesso contenuto in un'altra forma.",
      en: "An attachment in PDF has the same content in another form beside it."),
    why: Phrase(
      it: "Un PDF si legge male sul telefono e spesso non si ascolta.",
      en: "A PDF is hard to read on a phone and often cannot be listened to."),
    source: "Legge 4/2004; linee guida AgID sull'accessibilità",
    wrong: [.files(files("    file: ⟦carta.pdf⟧"))],
    right: [
      .files(
        files(
          """
              file: carta.pdf
            - titolo: Carta della mensa
              accessibile: sì
              file: carta.txt
          === 2021/1-scuole/carta.txt
          Carta della mensa
          """))
    ], onReport: check)

  private static func files(_ rest: String) -> String {
    """
    === 2021/1-scuole/carta.pdf
    %PDF-1.7
    === 2021/1-scuole/2-carta.yml
    tipo: realizzazione
    numero: 2
    titolo: La carta della mensa
    in_breve: La mensa ha una carta dei servizi.
    ufficio: scuola
    stato: completata
    stato_al: 2021-12-31
    aggiornato_il: 2021-12-31
    cosa_abbiamo_fatto: La carta dice che cosa si mangia.
    allegati:
      - titolo: Carta della mensa
        accessibile: sì
    \(rest)
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap { achievement -> [Finding] in
      let others = Set(
        achievement.attachments.filter { !isPDF($0) }.map { $0.title.value.lowercased() })
      return achievement.attachments.filter {
        isPDF($0) && !others.contains($0.title.value.lowercased())
      }.map { attachment in
        Finding(
          Phrase(
            it: "«\(attachment.title.value)» c'è solo in PDF",
            en: "“\(attachment.title.value)” is there in PDF only"),
          help: Phrase(
            it:
              "aggiungi con lo stesso titolo una pagina web o un testo, oppure scrivi il contenuto qui",
            en: "add a web page or a text of the same title, or write the content here"),
          at: (attachment.url ?? attachment.file ?? attachment.title).place)
      }
    }
  }

  private static func isPDF(_ attachment: Attachment) -> Bool {
    let name = attachment.file?.value ?? attachment.url?.value ?? ""
    return name.lowercased().prefix { $0 != "?" && $0 != "#" }.hasSuffix(".pdf")
  }
}
