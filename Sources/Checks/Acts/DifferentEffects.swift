import Diagnostics
import SocialReport

/// What texts say that an act does is what the register says.
enum DifferentEffects {
  static let rule = Rule(
    .differentEffect, .warning, .acts,
    Phrase(
      it: "Il verbo con cui un testo parla di un atto è quello del suo `effetto`.",
      en: "The verb by which a text speaks of an act is that of its `effect`."),
    why: Phrase(
      it: "Adottare, approvare e aderire sono cose diverse: una delibera che aderisce non adotta.",
      en:
        "To adopt, to approve and to join are different things: a resolution that joins does not adopt."
    ),
    wrong: [
      .fields(
        .acts,
        """
        voci:
          - id: dgc-2021-10
            organo: giunta
            tipo: deliberazione
            numero: 10
            data: 2021-03-02
            oggetto: ⟦Adozione del piano delle mense⟧
            effetto: aderisce
            url: https://albo.example.it/2021/10
        """),
      .prose(
        "La Giunta ha adottato il piano con la [⟦delibera 10 del 2 marzo 2021⟧](atto:dgc-2021-10)."),
    ],
    right: [
      .prose(
        "La Giunta ha approvato la mensa con la [delibera 10 del 2 marzo 2021](atto:dgc-2021-10)."),
      .prose("La mensa nasce con la [delibera 10 del 2 marzo 2021](atto:dgc-2021-10)."),
    ], onReport: checkSubjects, onText: checkSentences)

  /// The beginnings of the words that tell each effect.
  private static let stems: [(effect: ActEffect, stem: [UInt8])] = {
    let table: KeyValuePairs<ActEffect, [String]> = [
      .adopts: ["adott", "adozion", "adopt"], .approves: ["approv"],
      .joins: ["aderi", "adesion", "joins", "joined"], .awards: ["affida", "aggiudic", "award"],
      .amends: ["modific", "amend"],
    ]
    return table.flatMap { effect, stems in stems.map { (effect, Array($0.utf8)) } }
  }()

  private static func effects(
    in words: some Sequence<Word>, of text: [UInt8]
  ) -> Set<ActEffect> {
    var found: Set<ActEffect> = []
    for word in words
    where [0x61, 0x6A, 0x6D].contains(Alphabet.small(text[word.range.lowerBound])) {
      let letters = text[word.range].lazy.map(Alphabet.small)
      for (effect, stem) in stems where letters.starts(with: stem) { found.insert(effect) }
    }
    return found
  }

  private static func checkSubjects(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.acts).compactMap { act in
      // To approve is done to plans, joinings and contracts of any kind.
      guard let effect = act.effect, effect.value != .approves, effect.value != .directs,
        let subject = Optional(Array(act.subject.value.utf8)),
        let first = Word.words(of: subject).first
      else { return nil }
      let said = effects(in: [first], of: subject)
      guard !said.isEmpty, !said.contains(effect.value) else { return nil }
      return finding(at: act.subject.place, effect: effect)
    }
  }

  private static func checkSentences(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.blocks.flatMap { text, block in
      block.soleActs.compactMap { link, id, sentence -> Finding? in
        guard let effect = context.acts[id]?.effect, effect.value != .directs else { return nil }
        let said = effects(in: deeds(in: sentence, of: block), of: block.text)
        guard !said.isEmpty, !said.contains(effect.value) else { return nil }
        return finding(
          at: context.place(of: link.range, in: block, of: text), effect: effect, isText: true)
      }
    }
  }

  /// The participles by which a body of the municipality is said to act: `la Giunta ha adottato`.
  ///
  /// Others may adopt, join or change as well: families a service, a cooperative a task.
  private static func deeds(in sentence: Sentence, of block: Block) -> [Word] {
    var hasBody = false
    var found: [Word] = []
    for index in sentence.words {
      let word = block.words[index]
      if bodies.contains(word.hash) { hasBody = true }
      guard hasBody, !word.isLinked, index > sentence.words.lowerBound,
        auxiliaries.contains(block.words[index - 1].hash)
      else { continue }
      found.append(word)
    }
    return found
  }

  private static let bodies = Set(
    ["giunta", "consiglio", "comune", "sindaco", "amministrazione", "executive", "council"].flatMap
    {
      Word.hashes(of: $0)
    })
  private static let auxiliaries = Set(
    ["ha", "hanno", "aveva", "has", "have", "had"].flatMap { Word.hashes(of: $0) })

  private static func finding(
    at place: SourceRange, effect: Sourced<ActEffect>, isText: Bool = false
  ) -> Finding {
    Finding(
      isText
        ? Phrase(
          it: "la frase dice di questo atto un'altra cosa che il suo `effetto`",
          en: "the sentence says another thing of this act than its `effect`")
        : Phrase(
          it: "l'oggetto dice un'altra cosa che `effetto`",
          en: "the subject says another thing than `effect`"),
      help: Phrase(
        it: "usa lo stesso verbo, oppure correggi `effetto`",
        en: "use the same verb, or mend `effect`"), at: place,
      notes: [.init(Phrase(it: "l'effetto è qui", en: "the effect is here"), at: effect.place)])
  }
}

extension TypedLink {
  /// The act that an address names; most addresses name none, and are not parsed for that.
  static func actID(in address: String) -> String? {
    guard ["atto:", "act:"].contains(where: address.hasPrefix),
      case .success(.act(let id)) = parse(address)
    else { return nil }
    return id
  }
}
