package import Diagnostics

/// A measured quantity with its series (`tipo: indicatore`).
package struct Indicator: Sendable {
  /// A change of method between two years: nothing is compared across it.
  package struct Break: Sendable {
    package let years: Sourced<ClosedRange<Int>>
    package let reason: Sourced<String>
    package init(years: Sourced<ClosedRange<Int>>, reason: Sourced<String>) {
      (self.years, self.reason) = (years, reason)
    }
  }

  package struct Chart: Sendable {
    package let title: Sourced<String>
    package let description: Sourced<String>
    /// Nil where the series decides.
    package let kind: ChartKind?
    package init(title: Sourced<String>, description: Sourced<String>, kind: ChartKind?) {
      (self.title, self.description, self.kind) = (title, description, kind)
    }
  }

  package let place: SourceRange
  package let id: Sourced<String>
  package let name: Sourced<String>
  package let definition: Sourced<String>
  package let measure: Sourced<IndicatorMeasure>
  package let direction: Sourced<Direction>
  package let source: Sourced<String>
  package let method: EmbeddedText
  package let owner: Sourced<String>
  package var unit: Sourced<String>?
  /// Where the unit was left empty.
  package var emptyUnit: SourceRange?
  package var decimals: Int?
  package var geography: Sourced<String>?
  package var breaks: [Break] = []
  package var observations: [Observation] = []
  package var targets: [Target] = []
  package var chart: Chart?

  package init(
    place: SourceRange, id: Sourced<String>, name: Sourced<String>, definition: Sourced<String>,
    measure: Sourced<IndicatorMeasure>, direction: Sourced<Direction>, source: Sourced<String>,
    method: EmbeddedText, owner: Sourced<String>
  ) {
    self.place = place
    self.id = id
    self.name = name
    self.definition = definition
    self.measure = measure
    self.direction = direction
    self.source = source
    self.method = method
    self.owner = owner
  }

  /// Two years side by side may be meant as a school year, and the other way round.
  package func observation(of period: Period) -> Observation? {
    observations.first { $0.period.value == period }
      ?? period.otherReading.flatMap { other in
        observations.first { $0.period.value == other }
      }
  }
}

/// One value of a series.
package struct Observation: Sendable {
  package enum Value: Sendable {
    case number(DecimalNumber)
    /// Of a qualitative indicator, or yes and no.
    case text(String)
  }

  package let place: SourceRange
  package let period: Sourced<Period>
  /// Nil where the value is missing; then there is a reason.
  package let value: Sourced<Value>?
  package var missingReason: Sourced<String>?
  /// How many were ranked, for a position.
  package var outOf: Sourced<Int>?
  /// How many share the position, for a tie.
  package var tied: Sourced<Int>?
  /// A letter of SDMX's code list CL_OBS_STATUS; `A` is a normal value.
  package var status: String = "A"
  package var note: Sourced<String>?
  package var source: Sourced<String>?

  package init(place: SourceRange, period: Sourced<Period>, value: Sourced<Value>?) {
    (self.place, self.period, self.value) = (place, period, value)
  }
}

extension Observation {
  /// Nil where the value is missing or is no number.
  package var number: DecimalNumber? {
    if case .number(let number) = value?.value { number } else { nil }
  }
}

/// Where a target starts from.
package struct Baseline: Sendable {
  package let year: Sourced<Int>
  package let value: Sourced<DecimalNumber>
  /// Where the value comes from, for a year that the series does not hold.
  package var source: Sourced<String>?

  package init(year: Sourced<Int>, value: Sourced<DecimalNumber>) {
    (self.year, self.value) = (year, value)
  }
}

/// What an indicator should come to.
package struct Target: Sendable {
  package let value: Sourced<DecimalNumber>
  package let year: Sourced<Int>
  package let kind: TargetKind
  package var baseline: Baseline?

  package init(value: Sourced<DecimalNumber>, year: Sourced<Int>, kind: TargetKind) {
    (self.value, self.year, self.kind) = (value, year, kind)
  }
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
