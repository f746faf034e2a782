import Diagnostics
import Facts
import SocialReport

extension OpenData {
  func write(_ indicator: Indicator, _ json: inout JSONWriter) {
    write(fields: indicator, &json)
    json.member("url", url(Addresses.indicator(indicator.id.value, of: edition)))
    json.member("csv", url(Addresses.csv(indicator.id.value, of: edition)))
    json.list("breaks", indicator.breaks) { item, json in
      json.member("from", item.years.value.lowerBound)
      json.member("to", item.years.value.upperBound)
      write(fields: item, &json)
    }
    json.list("targets", indicator.targets) { target, json in
      write(fields: target, &json)
      json.member("kind", target.kind.rawValue)
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
    write(fields: observation, &json)
    json.member("status", observation.status)
  }
}
