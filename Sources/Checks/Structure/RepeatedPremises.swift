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

  /// Shorter paragraphs, such as a heading or one formula, may well stand twice.
  private static let least = 100

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      var first: [TextKey: EmbeddedText] = [:]
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
      let lengths = Set(first.keys.map { $0.text.utf8.count })
      let others =
        edition.achievements.flatMap(\.texts) + edition.contexts.map(\.text)
        + edition.objectives.compactMap(\.rationale)
      for text in others {
        for (words, range) in paragraphs(of: text, lengths) {
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

  private static func withoutEnd(_ line: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return line.lowerBound..<end
  }

  /// Long paragraphs of a text with where they stand in it; equal lines make equal paragraphs.
  ///
  /// - Parameter lengths: those that are wanted, in bytes; nil for all.
  private static func paragraphs(
    of text: EmbeddedText, _ lengths: Set<Int>? = nil
  ) -> [(TextKey, Range<Int>)] {
    // Most are shorter than any paragraph that they could repeat.
    guard text.text.utf8.count >= lengths?.min() ?? least else { return [] }
    let bytes = text.text.copiedBytes
    let index = LineIndex(text.text)
    var result: [(TextKey, Range<Int>)] = []
    var lines: [Range<Int>] = []
    for number in 0...index.starts.count {
      // Behind the last line is an empty one.
      let line = withoutEnd(index.bytes(ofLine: number), of: bytes)
      guard line.isEmpty else {
        lines.append(line)
        continue
      }
      // A comment above a paragraph is no part of it.
      let first = lines.firstIndex { !bytes[$0].starts(with: "<!--".utf8) } ?? lines.count - 1
      if let last = lines.last, last.upperBound - lines[first].lowerBound >= least,
        lengths?.contains(last.upperBound - lines[first].lowerBound) ?? true
      {
        let range = lines[first].lowerBound..<last.upperBound
        let start = text.text.utf8.index(text.text.startIndex, offsetBy: range.lowerBound)
        let end = text.text.utf8.index(start, offsetBy: range.count)
        result.append((TextKey(text.text[start..<end]), range))
      }
      lines = []
    }
    return result
  }
}
