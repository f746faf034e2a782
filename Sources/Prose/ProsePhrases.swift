import Checks
import Diagnostics
import Facts
import Hypertext
import Markdown
import SocialReport

/// Links that a text need not write: cited norms, and the first use of a term on a page.
///
/// Norms are those of the state and of the European Union, terms those of the glossary. Nothing is
/// linked inside code, links or headings.
enum ProsePhrases {
  /// What is put into the texts of a reading, by their nodes.
  static func marks(
    in reading: ProseReading, _ state: inout PageState
  ) -> [Node: [PhraseMark]] {
    var marks: [Node: [PhraseMark]] = [:]
    for (number, block) in reading.text.blocks.enumerated() {
      let words = PlainWords(reading, block: number)
      let laws = laws(in: block, words, reading, &state)
      let phrases = laws + terms(in: block, words, besides: laws, &state)
      guard !phrases.isEmpty else { continue }
      for phrase in phrases.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        reading.mark(phrase, inBlock: number, &marks)
      }
    }
    return marks
  }

  // Norms

  private static func laws(
    in block: Block, _ plain: PlainWords, _ reading: ProseReading, _ state: inout PageState
  ) -> [LinkedPhrase] {
    var phrases: [LinkedPhrase] = []
    for citation in LawReader.citations(in: block.text) where plain.hold(citation.range) {
      let law = dated(citation.law, state.index)
      if let address = law.address {
        var opening = HTML()
        opening.open("a", [("href", address)])
        phrases.append(LinkedPhrase(range: citation.range, opening: opening))
      } else if state.isRead, let context = state.texts {
        let words = block.string(citation.range)
        state.report(
          Diagnostic(
            .lawWithoutDate,
            Phrase(
              it: "di «\(words)» mancano il giorno e il mese",
              en: "the day and month of “\(words)” are missing"),
            help: Phrase(
              it:
                "scrivi la data intera, come «decreto legislativo 7 marzo 2005, n. 82», oppure aggiungi "
                + "l'atto in `atti.yml`: la norma si collega da sé",
              en:
                "write the whole date, as “decreto legislativo 7 marzo 2005, n. 82”, or add the act to "
                + "the acts: the norm is then linked by itself"),
            at: context.place(of: citation.range, in: block, of: reading.text), severity: .hint))
      }
    }
    return phrases
  }

  /// The norm with its whole date, where the edition's acts know it.
  private static func dated(_ law: Law, _ index: EditionIndex?) -> Law {
    guard law.date.day == nil, let date = index?.lawDates[LawName(law)] else { return law }
    return Law(kind: law.kind, number: law.number, date: date, article: law.article)
  }

  // Terms

  private static func terms(
    in block: Block, _ plain: PlainWords, besides laws: [LinkedPhrase],
    _ state: inout PageState
  ) -> [LinkedPhrase] {
    guard state.explainsTerms, let index = state.index, !index.termFinder.isEmpty else { return [] }
    if case .heading = block.kind { return [] }
    var phrases: [LinkedPhrase] = []
    // Both are in the order of the text.
    var rest = laws[...]
    for (id, range) in index.termFinder.terms(in: block) {
      // A link that the author made is the first use as well; it is placed by the pass for links.
      if let link = block.link(overlapping: range) {
        if case .success(.term(let named)) = TypedLink.parse(link.address) {
          state.use(term: named)
        }
        continue
      }
      rest = rest.drop { $0.range.upperBound <= range.lowerBound }
      guard !state.uses(term: id), rest.first?.range.overlaps(range) != true,
        phrases.last?.range.overlaps(range) != true, plain.hold(range)
      else { continue }
      state.use(term: id)
      phrases.append(
        LinkedPhrase(range: range, opening: GlossaryNotes.link(to: id, index, state.context)))
    }
    return phrases
  }
}
