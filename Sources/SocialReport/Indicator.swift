package import Diagnostics

/// A measured quantity with its series (`tipo: indicatore`).
package struct Indicator: Draftable {
  /// A change of method between two years: nothing is compared across it.
  package struct Break: Entity {
    package var between = Sourced(Period(CalendarDate.unread), at: .unread)
    package var reason = Sourced("", at: .unread)

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Break>([
      .required(
        \.between, "tra", "between", .yearPair, "i due anni, come `[2019, 2020]`", "the two years"
      ).unpublished,
      .required(\.reason, "motivo", "reason", .text, "che cosa è cambiato", "what changed"),
    ])

    package var years: Sourced<ClosedRange<Int>> {
      between.map { $0.start.year...max($0.start.year, $0.end.year) }
    }
  }

  package struct Chart: Entity {
    package var title = Sourced("", at: .unread)
    package var description = Sourced("", at: .unread)
    package var statedKind: Sourced<ChartKind>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<Chart>([
      .required(\.title, "titolo", "title", .text, "che cosa si vede, in 12 parole", "the finding"),
      .required(
        \.description, "descrizione", "description", .text(minimum: 40), "per chi non lo vede",
        "for those who do not see it"),
      .optional(
        \.statedKind, "tipo", "kind", .choice(CodeLists.chartKind), "linea o barre", "line or bars"
      ).going("nel disegno del grafico", "into the drawing of the chart"),
    ])

    /// Nil where the series decides.
    package var kind: ChartKind? { statedKind?.value }
  }

  package let place: SourceRange
  package var id = Sourced("", at: .unread)
  package var name = Sourced("", at: .unread)
  package var definition = Sourced("", at: .unread)
  package var measure = Sourced(IndicatorMeasure.count, at: .unread)
  package var unit: Sourced<String>?
  package var statedDecimals: Sourced<Int>?
  package var direction = Sourced(Direction.neutral, at: .unread)
  package var geography: Sourced<String>?
  package var source = Sourced("", at: .unread)
  package var method = EmbeddedText("", at: .unread)
  package var owner = Sourced("", at: .unread)
  package var breaks: [Break] = []
  /// In order of time.
  package var observations: [Observation] = []
  package var targets: [Target] = []
  package var chart: Chart?
  package var draft: Sourced<Bool>?
  /// Where the unit was left empty.
  package var emptyUnit: SourceRange?

  package init(place: SourceRange) { self.place = place }

  package static let declaration = Declaration<Indicator>([
    .optional(\.id, "id", "id", .slug, "nome stabile", "stable name").asName,
    .required(\.name, "nome", "name", .text, "il nome", "its name"),
    .required(
      \.definition, "definizione", "definition", .text(maximum: 500), "che cosa misura",
      "what it measures"),
    .required(
      \.measure, "misura", "measure", .choice(CodeLists.measure), "che genere di misura",
      "what kind of measure"),
    .optional(\.unit, "unita", "unit", .text, "l'unità", "the unit").needed(
      "salvo che per `si_no` e `qualitativa`", "but for `yes_no` and `qualitative`"),
    .optional(
      \.statedDecimals, "decimali", "decimals", .integer(0...4), "quanti decimali",
      "how many decimals"
    ).going("nel modo in cui si scrivono i valori", "into how values are written"),
    .required(
      \.direction, "verso", "direction", .choice(CodeLists.direction), "quando va meglio",
      "which way is better"),
    .optional(\.geography, "territorio", "geography", .text, "dove", "where"),
    .required(\.source, "fonte", "source", .reference(.source), "la fonte", "the source"),
    .required(
      \.method, "metodo", "method", .markdown, "come si calcola (testo principale)",
      "how (main text)"),
    .required(\.owner, "responsabile", "owner", .reference(.office), "l'ufficio", "the office"),
    .optional(
      \.breaks, "rotture", "breaks", .list(.record), "i cambi di metodo", "changes of method"
    ).unpublished,
    .required(
      \.observations, "osservazioni", "observations", .observations, "i valori, o un file CSV",
      "the values, or a CSV file"
    ).unpublished,
    .optional(
      \.targets, "traguardi", "targets", .list(.record), "dove si vuole arrivare", "targets"
    ).unpublished,
    .optional(\.chart, "grafico", "chart", .record, "il grafico", "the chart").unpublished,
    .draft.unpublished,
  ])

  package mutating func settle(_ values: FieldValues) -> Bool {
    observations.sort { $0.period.value < $1.period.value }
    emptyUnit = values.emptyPlace("unit")
    return true
  }

  package var decimals: Int? { statedDecimals?.value }

  /// Two years side by side may be meant as a school year, and the other way round.
  package func observation(of period: Period) -> Observation? {
    observations.first { $0.period.value == period }
      ?? period.otherReading.flatMap { other in
        observations.first { $0.period.value == other }
      }
  }
}

/// One value of a series.
package struct Observation: Entity {
  package enum Value: Sendable {
    case number(DecimalNumber)
    /// Of a qualitative indicator, or yes and no.
    case text(String)
  }

  package let place: SourceRange
  package var period = Sourced(Period(CalendarDate.unread), at: .unread)
  /// Nil where the value is missing; then there is a reason.
  package var value: Sourced<Value>?
  package var missingReason: Sourced<String>?
  /// How many were ranked, for a position.
  package var outOf: Sourced<Int>?
  /// How many share the position, for a tie.
  package var tied: Sourced<Int>?
  package var statedStatus: Sourced<String>?
  package var note: Sourced<String>?
  package var source: Sourced<String>?

  package init(place: SourceRange) { self.place = place }

  package static let declaration = Declaration<Observation>([
    .required(
      \.period, "periodo", "period", .period,
      "l'anno (`2021`), l'anno scolastico (`2020/21`), il trimestre (`2021-T1`), il semestre (`2021-S1`), il mese (`2021-06`), il giorno o due date",
      "the year (`2021`), school year (`2020/21`), quarter (`2021-Q1`), half (`2021-H1`), month (`2021-06`), day, or two dates"
    ).unpublished,
    .optional(\.value, "valore", "value", .observedValue, "il valore; vuoto se manca", "the value")
      .unpublished,
    .optional(
      \.missingReason, "motivo_mancante", "missing_reason", .text, "perché manca",
      "why it is missing"
    ).needed("se il valore manca", "where the value is missing"),
    .optional(\.outOf, "su", "out_of", .integer(1...10_000_000), "su quanti", "out of how many")
      .needed("per una posizione, oppure una `nota`", "for a position, or a `note`"),
    .optional(
      \.tied, "ex_aequo", "tied", .integer(2...10_000), "in quanti a pari merito, noi compresi",
      "how many tied, ourselves among them"),
    .optional(
      \.statedStatus, "stato", "status", .letter(CodeLists.observationStatus),
      "lettera SDMX (CL_OBS_STATUS)", "SDMX letter (CL_OBS_STATUS)"
    ).unpublished,
    .optional(\.note, "nota", "note", .text, "una nota", "a note"),
    .optional(\.source, "fonte", "source", .reference(.source), "se diversa", "where another"),
  ])

  /// A letter of SDMX's code list CL_OBS_STATUS; `A` is a normal value.
  package var status: String { statedStatus?.value ?? "A" }
}

extension Observation {
  /// Nil where the value is missing or is no number.
  package var number: DecimalNumber? {
    if case .number(let number) = value?.value { number } else { nil }
  }
}

/// Where a target starts from.
package struct Baseline: Entity {
  package var year = Sourced(0, at: .unread)
  package var value = Sourced(DecimalNumber(0), at: .unread)
  /// Where the value comes from, for a year that the series does not hold.
  package var source: Sourced<String>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Baseline>([
    .required(\.year, "anno", "year", .year, "l'anno", "the year"),
    .required(\.value, "valore", "value", .decimal, "il valore", "the value"),
    .optional(
      \.source, "fonte", "source", .reference(.source),
      "da dove viene, se è di un anno che la serie non ha",
      "where it comes from, for a year that the series does not hold"),
  ])
}

/// What an indicator should come to.
package struct Target: Entity {
  package var value = Sourced(DecimalNumber(0), at: .unread)
  package var year = Sourced(0, at: .unread)
  package var baseline: Baseline?
  package var statedKind: Sourced<TargetKind>?

  package init(place: SourceRange) {}

  package static let declaration = Declaration<Target>([
    .required(\.value, "valore", "value", .decimal, "il valore", "the value"),
    .required(\.year, "anno", "year", .year, "entro l'anno", "by the year"),
    .expected(\.baseline, "base", "baseline", .record, "da dove si parte", "the baseline"),
    .optional(
      \.statedKind, "tipo", "kind", .choice(CodeLists.targetKind),
      "che genere di traguardo (`raggiungere` se manca)", "what kind of target (`reach` by default)"
    ).unpublished,
  ])

  package var kind: TargetKind { statedKind?.value ?? .reach }
}

extension Indicator {
  /// The id of what an observation rests on: its own source, or the indicator's.
  package func source(of observation: Observation) -> Sourced<String> {
    observation.source ?? source
  }

  /// The break of method that lies between two observations, the first where there are more.
  package func `break`(between one: Observation, and other: Observation) -> Break? {
    let years = [one.period.value.start.year, other.period.value.start.year].sorted()
    return breaks.first {
      years[0] <= $0.years.value.lowerBound && $0.years.value.upperBound <= years[1]
    }
  }
}
