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
    wrong: [
      .fields(
        .achievement,
        """
        allegati:
          - titolo: Carta della mensa
            url: ⟦https://bilancio.example.it/carta.pdf⟧
            copia: carta.pdf
            accessibile: sì
        """)
    ],
    right: [
      .fields(
        .achievement,
        """
        allegati:
          - titolo: Carta della mensa
            url: https://bilancio.example.it/carta.pdf
            copia: carta.pdf
            accessibile: sì
          - titolo: Carta della mensa
            url: https://bilancio.example.it/carta.html
            copia: carta.html
            accessibile: sì
        """)
    ], onReport: check)

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
