import Diagnostics
import SocialReport
import Theme

/// What is said of a chart: its finding, what it shows to those who do not see it, its notes.
package struct ChartWords {
  package let title: String
  package let description: String
  package let notes: [String]

  package init(_ chart: Chart, _ maker: ChartMaker) {
    title = maker.indicator.chart?.title.value ?? maker.title(of: chart)
    description = maker.indicator.chart?.description.value ?? maker.description
    notes = maker.notes(of: chart)
  }
}

extension ChartMaker {
  /// A value as a sentence has it.
  private func words(_ number: DecimalNumber) -> String {
    formats.value(.number(number), of: indicator)
  }

  /// The same with its unit, where it is told once or by itself.
  private func figure(_ number: DecimalNumber) -> String {
    formats.figure(.number(number), of: indicator)
  }

  /// The numbers there are, with the names of their periods.
  private var known: [(period: String, number: DecimalNumber)] {
    series.compactMap { entry in
      entry.number.map { (formats.period(entry.observation.period.value), $0) }
    }
  }

  /// From the first value to the last, or the last alone where they cannot be compared.
  fileprivate func title(of chart: Chart) -> String {
    let known = known
    guard let first = known.first, let last = known.last else { return indicator.name.value }
    guard known.count > 1, chart.breaks.isEmpty else {
      return strings.format(
        "chart.title-one",
        ["name": indicator.name.value, "last": figure(last.number), "to": last.period])
    }
    return strings.format(
      first.number == last.number ? "chart.title-same" : "chart.title",
      [
        "name": indicator.name.value, "first": words(first.number), "from": first.period,
        "last": figure(last.number), "to": last.period,
      ])
  }

  /// Every value of a short series; of a long one where it begins, ends, and how far it goes.
  fileprivate var description: String {
    let known = known
    let name = [indicator.name.value, indicator.unit?.value].compactMap(\.self)
      .joined(separator: ", ")
    guard known.count > ChartMaker.mostTold, let first = known.first, let last = known.last,
      let least = known.min(by: { $0.number.approximate < $1.number.approximate }),
      let most = known.max(by: { $0.number.approximate < $1.number.approximate })
    else {
      let values = series.map { entry in
        let value = entry.number.map(words) ?? strings["chart.missing"]
        return "\(formats.period(entry.observation.period.value)): \(value)"
      }
      return "\(name). \(values.joined(separator: "; "))."
    }
    return strings.format(
      "chart.description-long",
      [
        "name": name, "count": String(known.count), "first": words(first.number),
        "from": first.period, "last": words(last.number), "to": last.period,
        "least": words(least.number), "least-at": least.period, "most": words(most.number),
        "most-at": most.period,
      ])
  }

  /// The longest series whose values are all told.
  private static let mostTold = 12

  /// What the marks mean that are not plain: each kind once, with the periods it stands at.
  fileprivate func notes(of chart: Chart) -> [String] {
    func statuses(_ isTold: (String) -> Bool) -> [(word: String, periods: [String])] {
      periods { observation in
        isTold(observation.status) && observation.value != nil
          ? strings["observation.\(observation.status)"] : nil
      }
    }
    let open = statuses(ObservationStatus.mayChange.contains)
    let other = statuses {
      !ObservationStatus.plain.contains($0) && !ObservationStatus.mayChange.contains($0)
    }
    let ties = periods { observation in
      observation.tied.map { strings.format("chart.tied-note", ["n": String($0.value)]) }
    }
    let missing = periods { observation in
      if case .number? = observation.value?.value { return nil }
      return observation.missingReason.map { ChartMaker.sentence($0.value) } ?? ""
    }
    return indicator.targets.map(note) + chart.breaks.map(\.note)
      + (open.isEmpty ? [] : [told("chart.open-note", open)])
      + (other.isEmpty ? [] : [told("", other)])
      + (ties.isEmpty ? [] : [told("", ties)])
      + (missing.isEmpty ? [] : [told("chart.missing-note", missing)])
  }

  private func note(_ target: Target) -> String {
    strings.format(
      "chart.target-note",
      [
        "value": figure(target.value.value), "year": String(target.year.value),
        "kind": strings["target.\(target.kind.rawValue)"],
      ])
  }

  /// The periods by what is said of them, in the order in which it is first said.
  private func periods(
    by word: (Observation) -> String?
  ) -> [(word: String, periods: [String])] {
    var found: [(word: String, periods: [String])] = []
    for observation in indicator.observations {
      guard let word = word(observation) else { continue }
      let period = formats.period(observation.period.value)
      if let index = found.firstIndex(where: { $0.word == word }) {
        found[index].periods.append(period)
      } else {
        found.append((word, [period]))
      }
    }
    return found
  }

  private func told(_ name: String, _ words: [(word: String, periods: [String])]) -> String {
    let parts = words.map { word, periods in
      let list = periods.joined(separator: ", ")
      return word.isEmpty ? "\(list)." : "\(word): \(list)."
    }
    return ((name.isEmpty ? [] : [strings[name]]) + parts).joined(separator: " ")
  }

  /// An author's sentence without its full stop, so that it can go on.
  private static func sentence(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
