import Diagnostics
import SocialReport

/// An acronym is in the glossary or explained where a page first uses it.
enum UnexplainedAcronyms {
  static let rule = Rule(
    .unexplainedAcronym, .warning, .text,
    Phrase(
      it: "Una sigla è nel glossario, oppure è spiegata dove la pagina la usa per la prima volta.",
      en: "An acronym is in the glossary, or explained where a page first uses it."),
    why: Phrase(
      it: "Chi non lavora in Comune non conosce DUP, PEG e PTPCT.",
      en: "Whoever does not work in a town hall does not know DUP, PEG and PTPCT."),
    source: "Designers Italia, manuale di linguaggio: sigle e acronimi",
    wrong: [
      .prose("La mensa è nel ⟦DUP⟧. Il DUP è un piano."),
      .prose("Lo dicono l'⟦ISPRA⟧, l'INPS, la Regione e la Città."),
      .prose("Il piano è nei documenti di bilancio (⟦DUP⟧ e altri)."),
      .prose("Il piano è nel ⟦PEG⟧ (2021–2023)."),
      .prose("Il [⟦PEG⟧](https://www.example.it/peg), la mensa e il nido crescono."),
      .prose("## Il PEG\n\nLa mensa è nel ⟦PEG⟧."),
    ],
    right: [
      .prose("La mensa è nel DUP (documento unico di programmazione). Il DUP è un piano."),
      .prose("La mensa è nel documento unico di programmazione (DUP)."),
      .prose(
        "La mensa è nel DUP, il documento unico di programmazione. L'IVA è al 4 %, nel capo II."),
      .prose("Il documento unico di programmazione (in breve DUP) dice la mensa. Il DUP è qui."),
      .prose("Il piano esecutivo di gestione (di seguito «PEG») e lo sportello (“SUAP”) aprono."),
      .prose("Il piano esecutivo di gestione, d'ora in poi PEG, è pronto. Il PEG serve."),
      .prose("La gestione dei pagamenti - GEP parte. Lo sportello unico, detto SUAP, apre."),
      .prose("## Piano esecutivo di gestione (PEG)\n\nIl PEG è pronto."),
      .prose(
        "Il PEG è pronto.\n\n- PEG: piano esecutivo di gestione\n- DUP = documento unico di programmazione"
      ),
      .prose(
        "| Sigla | Che cosa è |\n| --- | --- |\n| PEG | piano esecutivo di gestione |\n\nIl PEG è qui."
      ),
      .prose(
        "| Pratica | Numero |\n| --- | --- |\n| CILA | 12 |\n\n"
          + "La CILA è la comunicazione di inizio lavori asseverata."),
      .prose("Il PUMS è pronto. Il Piano urbano della mobilità sostenibile guarda al 2032."),
      .prose(
        "Il ROE medio, cioè il rendimento del capitale, è del 4 %. Nelle ZONE 30 si va piano."),
      .prose("I lavori sono di EDILCO s.r.l. e di CMB soc. coop."),
      .prose("La CO₂ e il PM10 calano a Monreale (PA), sulla SS 113 e sulla A19, in EUR."),
      .prose("Vale il D. LGS. N. 82 DEL 2005. DATO ATTO della cosa, la linea OB.8.1 comincia."),
      .prose("La misura M5C2 e il lotto B2 sono nel foglio A4 della società AMAP."),
    ], onText: check)

  /// Those that everybody knows better than their words.
  private static let known: Set<String> = [
    "IVA", "CAP", "UE", "EU", "UK", "USA", "ONU", "PDF", "SMS", "TV", "CD", "DVD", "USB", "GPS",
    "WC",
    "CEO", "DNA", "RAI", "FIAT", "NATO", "OK", "PIN", "IBAN", "ISBN", "CC", "BY", "SPA", "SRL",
    "URL",
    "WWW", "HTML", "CSV", "JSON", "XML", "EUR", "COVID", "AM", "PM", "LED", "QR", "MB", "GB", "TB",
    "KM", "PEC", "INPS", "ISTAT", "IRPEF", "UNI", "EN", "ISO", "DPR", "DPCM", "DL", "INAIL", "ASL",
    "SPID", "ISEE", "IMU", "TARI", "CGIL", "CISL", "UIL", "ANAS", "CARITAS", "AVIS", "CONI", "FS",
    "CAF",
    "ZTL", "ATM", "ACI", "HIV", "FAQ", "PC", "IT", "WEB", "ID",
  ]

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    var seen = legends(of: page)
    let below = explained(on: page)
    return page.headingsAndBlocks.flatMap { text, block -> [Finding] in
      // A whole line in capitals is told as that.
      guard block.hasCapitals, !block.isShouted,
        block.words.contains(where: {
          $0.isAllCapitals && $0.letters <= 7 && !seen.contains($0.hash)
        })
      else { return [] }
      let shouted = Stretches(AllCapitals.runs(in: block))
      let leftovers = Stretches(Placeholders.ranges(in: block))
      return block.words.indices.compactMap { index in
        let word = block.words[index]
        guard word.isAllCapitals, word.letters <= 7, !word.isCode, !seen.contains(word.hash),
          !shouted.contains(index), !leftovers.contains(word.start),
          !AcronymLookalikes.contain(index, block)
        else { return nil }
        let isExplained = AcronymExplanations.explain(index, block)
        // A heading may use what the text below it explains, or explain what the text uses.
        if block.isHeading, !isExplained { return nil }
        seen.insert(word.hash)
        // A table is read together with the text around it.
        if block.kind == .cell, below.contains(word.hash) { return nil }
        let acronym = block.string(word)
        guard !isExplained, !known.contains(acronym), !context.knownAcronyms.contains(acronym),
          !isTerm(word, block)
        else { return nil }
        return Finding(
          Phrase(
            it: "la sigla «\(acronym)» non è nel glossario e qui non è spiegata",
            en: "the acronym “\(acronym)” is not in the glossary and not explained here"),
          help: Phrase(
            it:
              "la prima volta scrivi le parole intere e la sigla tra parentesi, oppure mettila nel "
              + "glossario con `sigla:`",
            en:
              "at first write the whole words and the acronym in brackets, or put it into the glossary "
              + "with `acronym:`"), at: context.place(of: word.range, in: block, of: text))
      }
    }
  }

  /// The acronyms that the page explains anywhere.
  private static func explained(on page: PageReading) -> Set<UInt64> {
    guard page.blocks.contains(where: { $0.block.kind == .cell && $0.block.hasCapitals }) else {
      return []
    }
    var found: Set<UInt64> = []
    for (_, block) in page.headingsAndBlocks where block.hasCapitals {
      for (index, word) in block.words.enumerated()
      where word.isAllCapitals && word.letters <= 7 && !found.contains(word.hash) {
        if AcronymExplanations.explain(index, block) { found.insert(word.hash) }
      }
    }
    return found
  }

  /// The acronyms that a list or a table of the page explains, wherever it stands.
  private static func legends(of page: PageReading) -> Set<UInt64> {
    var found: Set<UInt64> = []
    var before: Block?
    for (_, block) in page.headingsAndBlocks {
      defer { before = block }
      if block.hasCapitals, AcronymExplanations.isLegend(block), let word = block.words.first {
        found.insert(word.hash)
      }
      // A cell with the acronym, and its meaning in the cell beside it.
      guard block.kind == .cell, let before, before.kind == .cell else { continue }
      for (short, long) in [(before, block), (block, before)] {
        guard short.words.count == 1, let word = short.words.first, word.isAllCapitals,
          Initials.spells(short.string(word), long)
        else { continue }
        found.insert(word.hash)
      }
    }
    return found
  }

  /// A link to the glossary explains what it names.
  private static func isTerm(_ word: Word, _ block: Block) -> Bool {
    guard let link = block.link(at: word.start) else { return false }
    return if case .success(.term) = TypedLink.parse(link.address) { true } else { false }
  }
}

extension Block {
  /// Whether most of it is in capitals.
  var isShouted: Bool {
    let letters = words.reduce(0) { $0 + $1.letters }
    let capitals = words.reduce(0) { $0 + ($1.isAllCapitals ? $1.letters : 0) }
    return words.count > 2 && capitals * 2 > letters
  }
}
