import Diagnostics

/// What a picture says to those who do not see it tells what it shows.
enum UselessAlternatives {
  static let rule = Rule(
    .uselessAlternative, .warning, .links,
    Phrase(
      it: "La descrizione di un'immagine dice che cosa mostra: non è il nome del file.",
      en: "The description of a picture tells what it shows: it is not the name of the file."),
    why: Phrase(
      it: "Chi non la vede sente «img sottolineato 2042 punto jpg».",
      en: "Whoever does not see it hears “img underscore 2042 dot jpg”."),
    source: "WCAG 2.2, 1.1.1; F30",
    wrong: [
      picture("⟦mensa.svg⟧"), picture("⟦IMG_2042⟧"), picture("⟦Foto⟧"), picture("⟦foto 1⟧"),
      picture("⟦WhatsApp Image 2024-05-03 at 10.22.33⟧"),
      picture("⟦Due bambini a tavola⟧", caption: "Due bambini a tavola"),
    ],
    right: [
      picture("La sala grande della mensa di via Roma"), picture("Foto di gruppo"),
      picture("Mensa"), picture("Il sito comune.example.it"),
      picture("Due bambini a tavola", caption: "La mensa, il primo giorno. Foto: Comune"),
    ], onText: check)

  private static func picture(_ alternative: String, caption: String = "") -> Example {
    .files(
      """
      === 2021/1-scuole/immagini/mensa.svg
      <svg xmlns="http://www.w3.org/2000/svg" width="10" height="2"></svg>
      === 2021/1-scuole/obiettivo.yml
      tipo: obiettivo
      numero: 1
      titolo: Più bambini a mensa
      premessa: |
        Prima.

        ![\(alternative)](immagini/mensa.svg\(caption.isEmpty ? "" : " \"\(caption)\""))
      valutazione: raggiunto
      aggiornato_il: 2021-12-31
      """)
  }

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.pictures.compactMap { text, block, picture in
      if isRepeated(picture) {
        return Finding(
          Phrase(
            it:
              "la descrizione dell'immagine è uguale alla didascalia: chi ascolta la sente due volte",
            en: "the picture's description is its caption again: whoever listens hears it twice"),
          help: Phrase(
            it: "scrivi tra `![` e `]` che cosa si vede; nella didascalia chi, dove e quando",
            en: "write between `![` and `]` what is to be seen; in the caption who, where and when"
          ), at: context.place(ofAlternative: picture, in: block, of: text))
      }
      guard isUseless(picture.alternative) else { return nil }
      return Finding(
        Phrase(
          it: "«\(picture.alternative)» non dice che cosa mostra l'immagine",
          en: "“\(picture.alternative)” does not tell what the picture shows"),
        help: Phrase(
          it: "scrivi tra `![` e `]` ciò che vede chi la guarda; se non dice nulla, "
            + "`![](nome \"decorativa\")`",
          en: "write between `![` and `]` what those see who look at it; where it says nothing, "
            + "`![](name \"decorative\")`"),
        at: context.place(ofAlternative: picture, in: block, of: text))
    }
  }

  private static func isRepeated(_ picture: Block.Picture) -> Bool {
    !picture.caption.isEmpty && picture.caption.lowercased() == picture.alternative.lowercased()
  }

  private static let endings: Set<String> = [
    "jpg", "jpeg", "png", "webp", "svg", "gif", "heic", "bmp", "tif", "tiff",
  ]
  /// What cameras, telephones and programs call a picture, and words for a picture as such.
  private static let names: Set<String> = [
    "img", "dsc", "dscn", "dscf", "pxl", "mvi", "image", "immagine", "foto", "fotografia", "photo",
    "picture", "pic", "figura", "screenshot", "schermata", "senza", "titolo", "untitled",
    "whatsapp",
    "at", "alle", "del", "copia", "copy", "scan", "scansione",
  ]

  /// Whether it is the name of a file, or nothing but words and numbers of such names.
  private static func isUseless(_ alternative: String) -> Bool {
    let words = alternative.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last else { return false }
    if words.count > 1, endings.contains(String(last)),
      alternative.lowercased().hasSuffix("." + last)
    {
      return true
    }
    return words.allSatisfy { word in
      let letters = word.prefix { $0.isLetter }
      return word.allSatisfy(\.isNumber)
        || names.contains(String(letters)) && word.dropFirst(letters.count).allSatisfy(\.isNumber)
    }
  }
}
