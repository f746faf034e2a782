import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

extension ViewBuilder {
  func item(_ indicator: Indicator) -> View { .record(fields(indicator)) }

  /// The indicators that a page rests on, each once, with their charts.
  func indicators(_ ids: [Sourced<String>]) -> View {
    var seen: Set<String> = []
    return .list(
      ids.filter { seen.insert($0.value).inserted }.compactMap { index.indicators[$0.value] }
        .map { .record(fields($0).adding("chart", .html(chart(of: $0, withValues: true)))) })
  }

  /// What an edition shows of a figure: its value then, and only without one a later.
  private func last(of indicator: Indicator) -> Observation? {
    let year = edition.period.value.end.year
    let values = indicator.observations.filter { $0.value != nil }
    return values.last { $0.period.value.start.year <= year } ?? values.last
  }

  /// The same as one text: `12,5 % (2021)`; empty without a value.
  func lastValue(of indicator: Indicator) -> String {
    guard let last = last(of: indicator), let value = last.value else { return "" }
    let figure = formats.figure(value.value, of: indicator)
    return "\(figure) (\(formats.period(last.period.value)))"
  }

  /// «Meglio di prima: 60,2 % (2022)»; empty where nothing before can be compared.
  private func before(_ last: Observation?, of indicator: Indicator) -> String {
    guard let last, let before = ValueBefore(last, of: indicator),
      let value = before.observation.value
    else { return "" }
    return strings.format(
      "indicator.\(before.change.rawValue)",
      [
        "value": formats.figure(value.value, of: indicator),
        "period": formats.period(before.observation.period.value),
      ])
  }

  /// The target that is still to come to, or else the last.
  private func goal(of indicator: Indicator, _ last: Observation?) -> String {
    let year = last?.period.value.end.year ?? edition.period.value.end.year
    let target =
      indicator.targets.first { $0.year.value >= year }
      ?? indicator.targets.max { $0.year.value < $1.year.value }
    guard let target else { return "" }
    return strings.format(
      "indicator.goal",
      [
        "value": formats.figure(.number(target.value.value), of: indicator),
        "year": String(target.year.value),
      ])
  }

  private func fields(_ indicator: Indicator) -> Fields {
    let last = last(of: indicator)
    return [
      "before": .text(before(last, of: indicator)), "goal": .text(goal(of: indicator, last)),
      "spark": .html(spark(of: indicator)),
      "id": .text(indicator.id.value),
      "label": .text(indicator.name.value),
      "url": .text(context.href(Addresses.indicator(indicator.id.value, of: edition))),
      "last": .text(last.flatMap { $0.value }.map { formats.figure($0.value, of: indicator) }),
      "period": .text(last.map { formats.period($0.period.value) }),
      "definition": .text(indicator.definition.value),
      "out_of": .text(last?.outOf.map { formats.outOf($0.value) }),
      "source": source(last?.source ?? indicator.source),
      "draft": .flag(indicator.isDraft),
    ]
  }

  func view(_ indicator: Indicator) -> View {
    let last = last(of: indicator)
    let sources = Set(indicator.observations.map { indicator.source(of: $0).value })
    return record(
      indicator,
      [
        "title": .text(indicator.name.value),
        "last": .text(last.flatMap { $0.value }.map { formats.figure($0.value, of: indicator) }),
        "period": .text(last.map { formats.period($0.period.value) }),
        "out_of": .text(last?.outOf.map { formats.outOf($0.value) }),
        "before": .text(before(last, of: indicator)), "goal": .text(goal(of: indicator, last)),
        // Where all values are of the source that the head names, nobody reads it in each line.
        "has_sources": .flag(sources != [indicator.source.value]),
        "measure": .text(word("measure", indicator.measure.value)),
        "direction": .text(word("direction", indicator.direction.value)),
        "source": source(indicator.source),
        "owner": office(indicator.owner),
        "chart": .html(chart(of: indicator, withValues: false)),
        "observations": .list(indicator.observations.map { view($0, of: indicator) }),
        "has_rank": .flag(indicator.measure.value == .position),
        "breaks": .list(
          indicator.breaks.map {
            .record([
              "years": .text("\($0.years.value.lowerBound)–\($0.years.value.upperBound)"),
              "reason": .text($0.reason.value),
            ])
          }),
        "targets": .list(indicator.targets.map { view($0, of: indicator) }),
        "uses": uses(index.uses.ofIndicators[indicator.id.value]),
      ])
  }

  func view(_ observation: Observation, of indicator: Indicator) -> View {
    .record([
      "id": .text(Addresses.anchor(of: observation.period.value)),
      "period": .text(formats.period(observation.period.value)),
      "value": .text(observation.value.map { formats.value($0.value, of: indicator) }),
      "missing": .text(observation.value == nil ? observation.missingReason?.value : nil),
      "out_of": .text(observation.outOf.map { formats.outOf($0.value) }),
      "tied": .text(
        observation.tied.map { strings.format("number.tied", ["n": "\($0.value)"]) }),
      "status": .text(
        observation.status == "A" ? nil : strings["observation.\(observation.status)"]),
      "note": .text(observation.note?.value),
      "source": source(indicator.source(of: observation)),
    ])
  }

  private func view(_ target: Target, of indicator: Indicator) -> View {
    .record([
      "value": .text(formats.figure(.number(target.value.value), of: indicator)),
      "year": .text(String(target.year.value)),
      "baseline": .text(
        target.baseline.map {
          "\(formats.figure(.number($0.value.value), of: indicator)) (\($0.year.value))"
        }),
      "baseline_source": source(target.baseline?.source),
      "kind": .text(word("target", target.kind)),
    ])
  }
}
