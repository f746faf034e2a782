import Diagnostics
import SocialReport

/// What became of an indicator within the period of an edition.
struct Outcome {
  /// A target that was due, and the value that it is judged by.
  struct Due {
    let target: Target
    let observation: Observation
    let value: DecimalNumber
    /// Nil where nothing says which side of the target is the better one.
    let isReached: Bool?
  }

  /// Two values between which the indicator went the wrong way.
  struct Decline {
    let before: Observation
    let after: Observation
  }

  let indicator: Indicator
  private let period: Period

  init(_ indicator: Indicator, in edition: Edition) {
    (self.indicator, period) = (indicator, edition.period.value)
  }

  /// The targets for a year of the period, where there is a value of that year.
  var due: [Due] {
    let years = period.start.year...period.end.year
    let targets = indicator.targets.filter { years.contains($0.year.value) }
    guard !targets.isEmpty else { return [] }
    // The value of the whole year counts, or else what was known last.
    let ofYears = Dictionary(grouping: known) { $0.observation.period.value.end.year }
      .mapValues { values in
        values.last { $0.observation.period.value.isYearOrMore } ?? values[values.count - 1]
      }
    return targets.compactMap { target in
      guard let judged = ofYears[target.year.value] else { return nil }
      return Due(
        target: target, observation: judged.observation, value: judged.value,
        isReached: target.isReached(by: judged.value, indicator.direction.value))
    }
  }

  /// The last value of the period against the one before the period or, where there is none, the
  /// period's first.
  var decline: Decline? {
    guard let last = known.last(where: { period.holdsEnd(of: $0.observation.period.value) }),
      let first = base(of: last.observation),
      indicator.break(between: first.observation, and: last.observation) == nil,
      // A place among more is another place.
      first.observation.outOf?.value == last.observation.outOf?.value
    else { return nil }
    let isWorse =
      switch indicator.direction.value {
      case .higherIsBetter: last.value < first.value
      case .lowerIsBetter: last.value > first.value
      case .neutral: false
      }
    return isWorse ? Decline(before: first.observation, after: last.observation) : nil
  }

  private typealias Known = (observation: Observation, value: DecimalNumber)

  private var known: [Known] {
    indicator.observations.compactMap { observation in
      observation.number.map { (observation, $0) }
    }
  }

  /// What a value is compared with: of a quarter the same quarter of a year before, so that a season is
  /// no decline.
  private func base(of last: Observation) -> Known? {
    let own = last.period.value
    let earlier = known.filter {
      let period = $0.observation.period.value
      return period < own && period.isYearOrMore == own.isYearOrMore
    }
    guard own.isYearOrMore else {
      return earlier.last {
        let other = $0.observation.period.value
        return other.end.year == own.end.year - 1 && other.end.month == own.end.month
      } ?? earlier.first { period.holdsEnd(of: $0.observation.period.value) }
    }
    return earlier.last { $0.observation.period.value.end.lastDay < period.start.firstDay }
      ?? earlier.first
  }
}

extension Target {
  /// Nil where nothing says which side of it is the better one.
  func isReached(by value: DecimalNumber, _ direction: Direction) -> Bool? {
    switch (kind, direction) {
    case (.notExceed, _): value <= self.value.value
    case (_, .higherIsBetter): value >= self.value.value
    case (_, .lowerIsBetter): value <= self.value.value
    case (.maintain, .neutral): nil
    case (.reach, .neutral):
      baseline.map {
        $0.value.value <= self.value.value ? value >= self.value.value : value <= self.value.value
      }
    }
  }
}

extension Edition {
  /// The indicators of some ids, each once.
  func indicators(of ids: [Sourced<String>]) -> [Indicator] {
    // To look for a few is less work than to put all into order.
    if ids.count > 8 {
      let known = Dictionary(
        indicators.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
      var seen: Set<String> = []
      return ids.filter { seen.insert($0.value).inserted }.compactMap { known[$0.value] }
    }
    var seen: Set<String> = []
    return ids.filter { seen.insert($0.value).inserted }.compactMap { id in
      indicators.first { $0.id.value == id.value }
    }
  }

  /// What is said and dated in it last: the newest update or status.
  var lastUpdate: CalendarDate? {
    (objectives.map(\.updatedOn.value) + achievements.map(\.updatedOn.value)
      + contexts.map(\.updatedOn.value))
      .max { $0.lastDay < $1.lastDay }
  }

  /// Whether its own dates say that its period is over; the calendar of the machine is never asked.
  var isOver: Bool {
    let end = period.value.end.lastDay
    return [lastUpdate, publishedOn?.value].compactMap(\.self).contains { $0.lastDay >= end }
  }
}
