import Diagnostics

/// A link's text says where it leads.
enum LinkTexts {
  static let rule = Rule(
    .linkText, .warning, .text,
    Phrase(
      it: "Il testo di un collegamento dice dove porta: né «clicca qui» né l'indirizzo nudo.",
      en: "A link's text says where it leads: neither “click here” nor a bare address."),
    why: Phrase(
      it:
        "Chi usa un lettore di schermo scorre i collegamenti uno dopo l'altro, senza la frase intorno.",
      en:
        "Whoever uses a screen reader goes through the links one by one, without the sentence around."
    ),
    source: "WCAG 2.2, 2.4.4; F84",
    wrong: [
      .prose("Per iscriversi [⟦clicca qui⟧](https://www.example.it/mensa)."),
      .prose("Per iscriversi c'è ⟦https://www.example.it/mensa⟧ in rete."),
    ],
    right: [.prose("Ci si [iscrive alla mensa](https://www.example.it/mensa) in rete.")],
    onText: check)

  private static let empty = Set(
    [
      "qui", "clicca qui", "clicca", "link", "questo link", "questa pagina", "a questa pagina",
      "leggi",
      "leggi tutto", "leggi di più", "scopri", "scopri di più", "vai", "vai al sito", "continua",
      "scarica", "altro", "here", "click here", "this link", "this page", "more", "read more",
      "link 1",
    ].map { Word.hashes(of: $0) })

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    var unread: [ObjectIdentifier: Stretches] = [:]
    return page.links.compactMap { text, block, link in
      // What is said by a number or a name of more than three words is no such text.
      guard link.range.count < 24 || block.text[link.range].contains(UInt8(ascii: "/")) else {
        return nil
      }
      let words = block.string(link.range).lowercased()
      let isBare =
        words.hasPrefix("http://") || words.hasPrefix("https://") || words.hasPrefix("www.")
      // An address that was not read whole is told as such.
      if isBare {
        let key = ObjectIdentifier(block)
        let marks = unread[key] ?? Stretches(LinkMarks.all(in: block).map(\.range))
        unread[key] = marks
        if marks.overlaps(link.range) { return nil }
      }
      guard isBare || empty.contains(Word.hashes(of: words)) else { return nil }
      return Finding(
        isBare
          ? Phrase(
            it: "il testo del collegamento è il suo indirizzo", en: "the link's text is its address"
          )
          : Phrase(
            it: "«\(words)» non dice dove porta il collegamento",
            en: "“\(words)” does not say where the link leads"),
        help: Phrase(
          it: "scrivi `[che cosa si trova](indirizzo)`",
          en: "write `[what is found there](address)`"),
        at: context.place(of: link.range, in: block, of: text))
    }
  }
}
