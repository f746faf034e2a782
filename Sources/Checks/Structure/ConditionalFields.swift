import Diagnostics
import SocialReport

/// Fields that are required in a case (C in the reference of fields).
enum ConditionalFields {
  static let rule = Rule(
    .missingCondition, .error, .structure,
    Phrase(
      it: "I campi che servono in certi casi ci sono, quando il caso è quello.",
      en: "Fields that are needed in some cases are there in those."),
    why: Phrase(
      it:
        "Una posizione si legge sapendo su quanti, un finanziamento PNRR con la sua misura, un numero con "
        + "la sua unità.",
      en:
        "A position is read knowing out of how many, PNRR funding with its measure, a number with its "
        + "unit."),
    overridability: .none,
    wrong: [
      .fields(
        .indicator,
        """
        misura: conteggio
        ⟦unita⟧:
        """),
      .fields(.acts, act("deliberazione", id: "⟦dgc-2021-10⟧")),
    ],
    right: [
      .fields(
        .indicator,
        """
        misura: conteggio
        unita: bambini
        """), .fields(.acts, act("convenzione", id: "dgc-2021-10")),
    ], onReport: check)

  private static func act(_ kind: String, id: String) -> String {
    """
    voci:
      - id: \(id)
        organo: giunta
        tipo: \(kind)
        data: 2021-03-02
        oggetto: La mensa
        url: https://albo.example.it/2021/10
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      edition.achievements.flatMap { achievement in
        achievement.resources.compactMap(measure) + achievement.attachments.flatMap(attachment)
      }
        + edition.acts.compactMap(number)
        + edition.indicators.filter { !report.gaps.ids.contains($0.id.value) }.flatMap(indicator)
    } + login(report.site.feedback)
  }

  private static func login(_ feedback: SiteInfo.Feedback?) -> [Finding] {
    guard let feedback, feedback.mode != .none, feedback.access == .registered,
      feedback.login == nil
    else { return [] }
    return [
      missing(
        "accedi", "login", "con `accesso: registrati` chi legge deve sapere dove entrare",
        "with `access: registered` readers must know where to log in", at: feedback.place)
    ]
  }

  private static func number(_ act: LegalAct) -> Finding? {
    guard act.number == nil, act.kind.value.isNumbered else { return nil }
    return missing(
      "numero", "number", "un atto di questo tipo ne ha uno; se non si sa, scrivi `s.n.`",
      "an act of this kind has one; where it is not known, write `n/a`", at: act.id.place)
  }

  private static func measure(_ resource: Resource) -> Finding? {
    guard let funding = resource.funding, funding.value == .pnrr, resource.measures.isEmpty else {
      return nil
    }
    return missing(
      "misura", "measure", "con un finanziamento PNRR serve la misura, come `M1C1`",
      "PNRR funding needs its measure, as `M1C1`", at: funding.place)
  }

  private static func attachment(_ attachment: Attachment) -> [Finding] {
    var found: [Finding] = []
    if attachment.file == nil, attachment.url == nil {
      found.append(
        missing(
          "file", "file", "serve un file oppure un indirizzo", "a file or an address is needed",
          at: attachment.place))
    }
    if let url = attachment.url, attachment.file == nil, attachment.archived == nil {
      found.append(
        missing(
          "copia", "archived",
          "il documento sta su un sito che può cambiare: serve una copia nostra",
          "the document is on a site that may change: a copy of ours is needed", at: url.place))
    }
    if !attachment.isAccessible, attachment.note == nil {
      found.append(
        missing(
          "nota", "note", "l'allegato non è accessibile: di' che cosa manca",
          "the attachment is not accessible: say what is missing", at: attachment.place))
    }
    return found
  }

  private static func indicator(_ indicator: Indicator) -> [Finding] {
    var found: [Finding] = []
    if indicator.unit == nil, ![.qualitative, .yesNo].contains(indicator.measure.value) {
      found.append(
        missing(
          "unita", "unit",
          "una misura di questo genere ha un'unità, come `bambini` o `chili ogni cento`",
          "a measure of this kind has a unit, as `children` or `kilos of a hundred`",
          at: indicator.emptyUnit ?? indicator.measure.place))
    }
    if indicator.measure.value == .position {
      for observation in indicator.observations
      where observation.value != nil && observation.outOf == nil && observation.note == nil {
        found.append(
          missing(
            "su", "out_of",
            "una posizione si legge sapendo su quanti; se non si sa, dillo in `nota`",
            "a position is read knowing out of how many; where that is unknown, say so in `note`",
            at: observation.period.place))
      }
    }
    return found
  }

  private static func missing(
    _ italian: String, _ english: String, _ why: String, _ whyInEnglish: String,
    at place: SourceRange
  ) -> Finding {
    Finding(
      Phrase(it: "manca `\(italian)`: \(why)", en: "`\(english)` is missing: \(whyInEnglish)"),
      at: place)
  }
}
