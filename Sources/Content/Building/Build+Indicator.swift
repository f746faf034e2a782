import Diagnostics
import SocialReport

extension Indicator {
  init?(_ record: Record, id: Sourced<String>) {
    guard let name = record.text("name"), let definition = record.text("definition"),
      let measure = record.choice("measure", IndicatorMeasure.self),
      let direction = record.choice("direction", Direction.self),
      let source = record.text("source"), let method = record.markdown("method"),
      let owner = record.text("owner")
    else { return nil }
    self.init(
      place: record.place, id: id, name: name, definition: definition, measure: measure,
      direction: direction, source: source, method: method, owner: owner)
    unit = record.text("unit")
    emptyUnit = record.emptyPlace("unit")
    decimals = record.integer("decimals")?.value
    geography = record.text("geography")
    breaks = record.records("breaks").compactMap { given in
      guard let years = given.knownPeriod("between"), let reason = given.text("reason") else {
        return nil
      }
      return Break(years: years.map { $0.start.year...$0.end.year }, reason: reason)
    }
    observations = record.records("observations").compactMap { Observation($0) }
      .sorted { $0.period.value < $1.period.value }
    targets = record.records("targets").compactMap { Target($0) }
    if let given = record.record("chart"), let title = given.text("title"),
      let description = given.text("description")
    {
      chart = Chart(
        title: title, description: description,
        kind: given.choice("kind", ChartKind.self)?.value)
    }
  }
}

extension Observation {
  init?(_ record: Record) {
    guard let period = record.knownPeriod("period") else { return nil }
    self.init(place: record.place, period: period, value: record.observed("value"))
    missingReason = record.text("missing_reason")
    outOf = record.integer("out_of")
    tied = record.integer("tied")
    status = record.letter("status") ?? "A"
    note = record.text("note")
    source = record.text("source")
  }
}

extension Target {
  init?(_ record: Record) {
    guard let value = record.decimal("value"), let year = record.integer("year") else { return nil }
    self.init(
      value: value, year: year, kind: record.choice("kind", TargetKind.self)?.value ?? .reach)
    if let base = record.record("baseline"), let year = base.integer("year"),
      let value = base.decimal("value")
    {
      baseline = Baseline(year: year, value: value)
      baseline?.source = base.text("source")
    }
  }
}
