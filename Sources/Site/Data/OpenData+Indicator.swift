import Diagnostics
import SocialReport

extension OpenData {
  func write(_ indicator: Indicator, _ json: inout JSONWriter) {
    json.member("id", indicator.id.value)
    json.member("name", indicator.name.value)
    json.member("definition", indicator.definition.value)
    json.member("measure", indicator.measure.value.rawValue)
    json.member("unit", indicator.unit?.value)
    json.member("decimals", indicator.decimals)
    json.member("direction", indicator.direction.value.rawValue)
    json.member("geography", indicator.geography?.value)
    json.member("source", indicator.source.value)
    json.member("owner", indicator.owner.value)
    json.markdown("method", indicator.method)
    json.member("url", url(Addresses.indicator(indicator.id.value, of: edition)))
    json.member("csv", url(Addresses.csv(indicator.id.value, of: edition)))
    json.list("breaks", indicator.breaks) { item, json in
      json.member("from", item.years.value.lowerBound)
      json.member("to", item.years.value.upperBound)
      json.member("reason", item.reason.value)
    }
    json.list("targets", indicator.targets) { target, json in
      json.decimal("value", target.value.value)
      json.member("year", target.year.value)
      json.member("kind", target.kind.rawValue)
      if let baseline = target.baseline {
        json.member("baseline") { json in
          json.object { json in
            json.member("year", baseline.year.value)
            json.decimal("value", baseline.value.value)
            json.member("source", baseline.source?.value)
          }
        }
      }
    }
    json.list("observations", indicator.observations, onLines: true, write)
  }

  private func write(_ observation: Observation, _ json: inout JSONWriter) {
    json.member("period", observation.period.value.readableISO8601)
    switch observation.value?.value {
    case .number(let number): json.decimal("value", number)
    case .text(let text): json.member("value", text)
    case nil: json.member("value") { $0.number("null") }
    }
    json.member("missing_reason", observation.missingReason?.value)
    json.member("out_of", observation.outOf?.value)
    json.member("tied", observation.tied?.value)
    json.member("status", observation.status)
    json.member("note", observation.note?.value)
    json.member("source", observation.source?.value)
  }
}
