import Diagnostics
import SocialReport
import YAMLTree

@testable import Content

/// A table read as the observations of an indicator, in a form that tests can write down.
struct ReadSheet {
  /// `2023=57.9`, `2024=-` where the value is missing, `2022=50 P` with a status that is not `A`.
  let observations: String
  /// `hint csv-totale`, in the order of the file.
  let findings: [String]
  let diagnostics: [Diagnostic]
  let reasons: [String]

  init(
    _ text: String, _ measure: IndicatorMeasure, name: String? = nil, unit: String? = nil,
    decimals: Int? = nil
  ) {
    let file = Spreadsheets.File(id: SourceFile.ID(0), text: text, isReadable: true)
    var decoder = Decoder(
      spreadsheets: Spreadsheets(["valori.csv": file], others: [], namedIn: []), path: "dato.yml",
      text: "")
    decoder.subject = SheetSubject(name: name, measure: measure, unit: unit, decimals: decimals)
    let place = SourceRange.wholeFile(SourceFile.ID(1))
    let node = YAMLNode.scalar(YAMLScalar(text: "valori.csv", style: .plain, place: place))
    let key = Field(
      "osservazioni", "observations", .observations(Observation.declaration.table),
      isRequired: true, Phrase(it: "", en: ""))
    var records: [FieldValues] = []
    if case .list(let values) = decoder.observations(node, Observation.declaration.table, key) {
      records = values.compactMap { if case .record(let record) = $0 { record } else { nil } }
    }
    let read = records.compactMap { Observation($0) }
    observations = read.map(ReadSheet.line).joined(separator: " ")
    reasons = read.compactMap { $0.missingReason?.value }
    diagnostics = decoder.diagnostics.inOrder()
    findings = diagnostics.map { "\($0.severity) \($0.identifier.rawValue)" }
  }

  private static func line(_ observation: Observation) -> String {
    let value =
      switch observation.value?.value {
      case .number(let number): number.plain
      case .text(let text): text
      case nil: "-"
      }
    let status = observation.status == "A" ? "" : "(\(observation.status))"
    return "\(observation.period.value.iso8601)=\(value)\(status)"
  }
}
