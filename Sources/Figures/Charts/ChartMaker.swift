import Diagnostics
package import SocialReport
import Theme

/// Makes the chart of an indicator in the language of the site.
package struct ChartMaker {
  let indicator: Indicator
  let formats: Formats

  package init(indicator: Indicator, formats: Formats) {
    (self.indicator, self.formats) = (indicator, formats)
  }

  var strings: Strings { formats.strings }

  /// The observations with their numbers; nil where one is missing or is no number.
  var series: [(observation: Observation, number: DecimalNumber?)] {
    indicator.observations.map { ($0, $0.number) }
  }

  /// Nil where there is nothing to draw: words, yes and no, or no value at all.
  package func chart() -> Chart? {
    switch indicator.measure.value {
    case .qualitative, .yesNo: return nil
    default: break
    }
    let series = series
    let numbers = series.compactMap(\.number)
    guard !numbers.isEmpty, !isToldInWords else { return nil }
    let kind = indicator.chart?.kind ?? (numbers.count > 1 ? .line : .bars)
    let scale = scale(of: numbers, kind)
    let points = series.map { point($0.observation, $0.number) }
    let breaks = breaks(in: series.map(\.0))
    let density = ChartDensity(kind, indicator.observations.map(\.period.value), points, breaks)
    return Chart(
      kind: kind, scale: scale, tickNames: formats.ticks(scale.ticks, of: indicator),
      axisName: isRanked ? strings["chart.rank"] : nil,
      points: points, ticks: density.ticks(formats), marked: density.marked, breaks: breaks,
      goals: indicator.targets.map(goal), missingMark: strings["chart.missing"])
  }

  /// One place in a ranking, with nothing to come to, is told best by its number.
  package var isToldInWords: Bool {
    isRanked && indicator.targets.isEmpty && series.count { $0.number != nil } == 1
  }

  private var isRanked: Bool { indicator.measure.value == .position }

  /// Whether large values are so many of something, of which there may be millions.
  private var isCounted: Bool {
    !isRanked && indicator.measure.value != .percentage && indicator.magnitude == nil
  }

  private func scale(of numbers: [DecimalNumber], _ kind: ChartKind) -> ChartScale {
    let shown = numbers + indicator.targets.map(\.value.value)
    let values = shown.map(\.approximate)
    guard isRanked else {
      let isWhole = indicator.measure.value == .count || indicator.measure.value == .amount
      return ChartScale(
        holding: values, fromZero: kind == .bars,
        isWhole: isWhole && shown.allSatisfy(\.isWhole))
    }
    // A bar rises from the last place; where that is not known, from one behind all that are.
    guard kind == .bars else { return ChartScale(ofPlaces: values, last: nil) }
    let ranked = indicator.observations.compactMap(\.outOf?.value).max()
    let worst = values.max() ?? 1
    if let ranked, Double(ranked) >= worst { return ChartScale(ofPlaces: values, last: ranked) }
    return ChartScale(ofPlaces: values + [(worst * 1.4).rounded(.up)], last: nil)
  }

  private func point(_ observation: Observation, _ number: DecimalNumber?) -> Chart.Point {
    let period = observation.period.value
    var labels: [String] = []
    if let number {
      let value = formats.mark(number, of: indicator)
      if observation.tied != nil { labels.append(strings.format("chart.tied", ["value": value])) }
      labels.append(value)
    }
    return Chart.Point(
      moment: period.moment, name: PeriodName(period, formats), value: number, labels: labels,
      rounded: isCounted ? number.flatMap(formats.rounded) : nil,
      isOpen: ObservationStatus.mayChange.contains(observation.status))
  }

  private func goal(_ target: Target) -> Chart.Goal {
    let value = formats.mark(target.value.value, of: indicator)
    let year = String(target.year.value)
    return Chart.Goal(
      value: target.value.value,
      labels: ["chart.target", "chart.target-short"].map {
        strings.format($0, ["value": value, "year": year])
      })
  }

  /// Changes of method between two observations: those that are declared, and those that only a
  /// value's status tells of.
  private func breaks(in observations: [Observation]) -> [Chart.Break] {
    guard let first = observations.first, let last = observations.last else { return [] }
    var found: [(moment: Double, note: String)] = indicator.breaks.map {
      let (from, to) = ($0.years.value.lowerBound, $0.years.value.upperBound)
      return (
        Double(from + to + 1) / 2,
        strings.format(
          "chart.break-note",
          ["from": String(from), "to": String(to), "reason": Formats.sentence($0.reason.value)])
      )
    }
    for (before, here) in zip(observations, observations.dropFirst()) where here.status == "B" {
      let (from, to) = (before.period.value, here.period.value)
      if found.contains(where: { from.moment < $0.moment && $0.moment < to.moment }) { continue }
      let note = strings.format(
        "chart.break-note",
        [
          "from": formats.period(from), "to": formats.period(to),
          "reason": Formats.sentence(here.note?.value ?? ""),
        ])
      found.append(((from.moment + to.moment) / 2, note))
    }
    let shown = found.filter {
      first.period.value.moment < $0.moment && $0.moment < last.period.value.moment
    }.sorted { $0.moment < $1.moment }
    guard shown.count > 1 else {
      return shown.map {
        Chart.Break(moment: $0.moment, label: strings["chart.break"], note: $0.note)
      }
    }
    return shown.enumerated().map {
      Chart.Break(
        moment: $1.moment, label: String($0 + 1),
        note: strings.format("chart.numbered", ["n": String($0 + 1), "note": $1.note]))
    }
  }
}

/// Letters of SDMX's code list CL_OBS_STATUS that charts tell apart.
enum ObservationStatus {
  /// Experimental, estimated, forecast, imputed, provisional, of low reliability, not validated.
  static let mayChange: Set<String> = ["E", "F", "G", "I", "P", "U", "V"]
  /// What needs no word in the notes: a normal value, and what other notes tell.
  static let plain: Set<String> = ["A", "B", "H", "K", "L", "M", "O", "Q"]
}
