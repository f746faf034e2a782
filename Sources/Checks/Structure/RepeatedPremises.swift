import Diagnostics
import SocialReport

/// A premise is stored once: the same paragraph does not stand in a second place.
enum RepeatedPremises {
  static let rule = Rule(
    .repeatedPremise, .warning, .structure,
    Phrase(
      it: "Un paragrafo della premessa non è ripetuto in un altro testo.",
      en: "A paragraph of a premise is not repeated in another text."),
    why: Phrase(
      it:
        "La premessa si vede già, piegata, su ogni realizzazione: copiata, si legge due volte e si "
        + "corregge in un posto solo.",
      en:
        "The premise is there already, folded, on every achievement: copied, it is read twice and mended "
        + "in one place only."),
    wrong: [
      .files(
        """
        === 2021/1-scuole/obiettivo.yml
        tipo: obiettivo
        numero: 1
        titolo: Più bambini a mensa
        premessa: |
          \(paragraph)
        aggiornato_il: 2021-12-31
        === 2021/contesto.md
        ---
        tipo: contesto
        titolo: Le mense
        periodo: 2021
        aggiornato_il: 2021-12-31
        ---

        ⟦\(paragraph)⟧
        """)
    ],
    right: [
      .prose("Nel 2021 abbiamo aperto la mensa di via Roma, vicino alla scuola e alla fermata.")
    ], onReport: check)

  private static let paragraph =
    "Le mense scolastiche del Comune servono ogni giorno i bambini delle scuole primarie, ma in tre "
    + "quartieri mancano ancora e le famiglie si spostano."

  /// Hashed and compared byte by byte.
  private struct Paragraph: Hashable {
    let text: Substring

    static func == (a: Paragraph, b: Paragraph) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    func hash(into hasher: inout Hasher) {
      let isWhole: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
        unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      }
      // A text that lies in pieces, which none of a file does.
      if isWhole == nil { hasher.combine(Alphabet.hash(text.utf8.prefix(48))) }
    }
  }

  /// Shorter paragraphs, such as a heading or one formula, may well stand twice.
  private static let least = 100

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      var first: [Paragraph: EmbeddedText] = [:]
      var found: [Finding] = []
      for objective in edition.objectives {
        for (words, range) in paragraphs(of: objective.premise.text) {
          if let other = first[words] {
            found.append(finding(objective.premise.text, range, other))
          } else {
            first[words] = objective.premise.text
          }
        }
      }
      guard !first.isEmpty else { return found }
      let others =
        edition.achievements.flatMap(\.texts) + edition.contexts.map(\.text)
        + edition.objectives.compactMap(\.rationale)
      for text in others {
        for (words, range) in paragraphs(of: text) {
          if let other = first[words] { found.append(finding(text, range, other)) }
        }
      }
      return found
    }
  }

  private static func finding(
    _ text: EmbeddedText, _ range: Range<Int>, _ other: EmbeddedText
  ) -> Finding {
    Finding(
      Phrase(
        it: "questo paragrafo sta già nella premessa di un obiettivo",
        en: "this paragraph stands in the premise of an objective already"),
      help: Phrase(
        it: "toglilo da qui: la premessa si vede su ogni realizzazione",
        en: "take it off here: the premise is shown on every achievement"),
      in: text, range,
      notes: [.init(Phrase(it: "la premessa è qui", en: "the premise is here"), at: other.place)])
  }

  /// Long paragraphs of a text with where they stand in it; equal lines make equal paragraphs.
  private static func paragraphs(of text: EmbeddedText) -> [(Paragraph, Range<Int>)] {
    var result: [(Paragraph, Range<Int>)] = []
    let bytes = text.text.utf8
    let count = bytes.count
    var start = 0
    while start < count {
      let end = text.text.offset(of: "\n\n", from: start) ?? count
      var first = bytes.index(bytes.startIndex, offsetBy: start)
      var last = bytes.index(bytes.startIndex, offsetBy: end)
      while first < last, bytes[first] == 0x0A { first = bytes.index(after: first) }
      while first < last, bytes[bytes.index(before: last)] == 0x0A {
        last = bytes.index(before: last)
      }
      // A comment above a paragraph is no part of it.
      while text.text[first..<last].hasPrefix("<!--"),
        let line = text.text[first..<last].utf8.firstIndex(of: 0x0A)
      {
        first = bytes.index(after: line)
      }
      let part = text.text[first..<last]
      let offset = bytes.distance(from: bytes.startIndex, to: first)
      if part.utf8.count >= least {
        result.append((Paragraph(text: part), offset..<offset + part.utf8.count))
      }
      start = end + 2
    }
    return result
  }
}
