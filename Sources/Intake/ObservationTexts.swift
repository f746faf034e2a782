import Content
import Writing

/// The periods and values of an indicator, as its author reads them.
struct ObservationTexts {
  private(set) var pairs: [(period: String, value: String)] = []

  /// - Parameter record: where the indicator stands in its file.
  init(_ text: String, at record: FieldPath = FieldPath([])) {
    guard let file = try? YAMLFile(Array(text.utf8), isMarkdown: false) else { return }
    func said(_ place: FieldPath, _ names: [String]) -> String {
      names.lazy.compactMap { file.text(place.appending(.field($0))) }.first ?? ""
    }
    // In the language of the report's files.
    for list in ["osservazioni", "observations"].map({ record.appending(.field($0)) }) {
      for number in 0..<file.count(list) {
        let entry = list.appending(.entry(number))
        pairs.append((said(entry, ["periodo", "period"]), said(entry, ["valore", "value"])))
      }
    }
  }
}
