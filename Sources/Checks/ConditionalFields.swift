import Diagnostics
import SocialReport

/// Fields that are required in a case (C in the reference of fields).
enum ConditionalFields {
  static func check(_ report: Report) -> [Diagnostic] {
    report.editions.flatMap { edition in
      edition.objectives.compactMap(rationale)
        + edition.achievements.flatMap { achievement in
          achievement.resources.compactMap(measure) + achievement.attachments.flatMap(attachment)
        }
        + edition.indicators.filter { !report.gaps.ids.contains($0.id.value) }.flatMap(indicator)
    }
  }

  private static func rationale(_ objective: Objective) -> Diagnostic? {
    guard let assessment = objective.assessment, assessment.value != .reached,
      objective.rationale?.isEmpty ?? true
    else { return nil }
    return Diagnostic(
      .missingRationale,
      Phrase(
        it: "la valutazione non è `raggiunto` e manca `motivazione`",
        en: "the assessment is not `reached` and `rationale` is missing"),
      help: Phrase(
        it: "scrivi in due frasi perché l'obiettivo è a questo punto",
        en: "write in two sentences why the objective is where it is"), at: assessment.place)
  }

  private static func measure(_ resource: Resource) -> Diagnostic? {
    guard let funding = resource.funding, funding.value == .pnrr, resource.measure == nil else {
      return nil
    }
    return missing(
      "misura", "measure", "con un finanziamento PNRR serve la misura, come `M1C1`",
      "PNRR funding needs its measure, as `M1C1`", at: funding.place)
  }

  private static func attachment(_ attachment: Attachment) -> [Diagnostic] {
    var found: [Diagnostic] = []
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

  private static func indicator(_ indicator: Indicator) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if indicator.unit == nil, indicator.measure.value != .qualitative {
      found.append(
        missing(
          "unita", "unit", "una misura di questo genere ha un'unità",
          "a measure of this kind has a unit", at: indicator.measure.place))
    }
    let takesWords = [.qualitative, .yesNo].contains(indicator.measure.value)
    for value in indicator.observations.compactMap(\.value) where !takesWords {
      guard case .text(let text) = value.value else { continue }
      found.append(
        Diagnostic(
          .wrongType,
          Phrase(it: "`\(text)` non è un numero", en: "`\(text)` is no number"),
          help: Phrase(
            it: "se il valore manca, lascialo vuoto e scrivi `motivo_mancante: …`",
            en: "where the value is missing, leave it empty and write `missing_reason: …`"),
          at: value.place))
    }
    for observation in indicator.observations
    where observation.value == nil && observation.missingReason == nil {
      found.append(
        Diagnostic(
          .missingReason,
          Phrase(
            it: "il valore manca e non si dice perché",
            en: "the value is missing and nothing says why"),
          help: Phrase(
            it: "scrivi `motivo_mancante: …`, oppure il valore",
            en: "write `missing_reason: …`, or the value"), at: observation.period.place))
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
  ) -> Diagnostic {
    Diagnostic(
      .missingCondition,
      Phrase(it: "manca `\(italian)`: \(why)", en: "`\(english)` is missing: \(whyInEnglish)"),
      at: place)
  }
}
