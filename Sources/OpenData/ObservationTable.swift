import Diagnostics
package import Facts
package import SocialReport

/// Observations as tables: one for each indicator, and one with those of the whole edition.
///
/// The columns of an indicator's own table are the fields of an observation, so that authors can
/// take it back as it is (`osservazioni: nome.csv`).
package enum ObservationTable {
  private static let columns = [
    "period", "value", "missing_reason", "out_of", "tied", "status", "note", "source",
  ]
  private static let indicatorColumns = [
    "indicator", "name", "measure", "unit", "direction", "geography",
  ]

  /// The file of one indicator; its source is named only where an observation has another.
  package static func file(of indicator: Indicator) -> [UInt8] {
    var csv = CSVWriter()
    csv.line(columns)
    for observation in indicator.observations {
      write(observation, &csv)
      csv.value(observation.source?.value)
      csv.endLine()
    }
    return csv.bytes
  }

  /// The first line of the edition's table.
  package static var header: [UInt8] {
    var csv = CSVWriter()
    csv.line(indicatorColumns + columns + ["source_title"])
    return csv.bytes
  }

  /// The lines of an indicator in the edition's table, each complete by itself.
  package static func lines(of indicator: Indicator, _ index: EditionIndex) -> [UInt8] {
    var csv = CSVWriter()
    for observation in indicator.observations {
      csv.value(indicator.id.value)
      csv.text(indicator.name.value)
      csv.value(indicator.measure.value.rawValue)
      csv.text(indicator.unit?.value)
      csv.value(indicator.direction.value.rawValue)
      csv.text(indicator.geography?.value)
      write(observation, &csv)
      let source = indicator.source(of: observation).value
      csv.value(source)
      csv.text(index.sources[source]?.title.value)
      csv.endLine()
    }
    return csv.bytes
  }

  private static func write(_ observation: Observation, _ csv: inout CSVWriter) {
    csv.value(observation.period.value.readableISO8601)
    switch observation.value?.value {
    case .number(let number): csv.value(unambiguous(number).plain)
    case .text(let text): csv.text(text)
    case nil: csv.value(nil)
    }
    csv.text(observation.missingReason?.value)
    csv.value(observation.outOf.map { String($0.value) })
    csv.value(observation.tied.map { String($0.value) })
    csv.value(observation.status)
    csv.text(observation.note?.value)
  }

  /// Italian readers, people and programs, take `1.234` for a thousand and more: a fourth decimal
  /// says that it is not.
  private static func unambiguous(_ number: DecimalNumber) -> DecimalNumber {
    number.scale == 3 ? number.rescaled(to: 4) ?? number : number
  }
}
