import Diagnostics
import SocialReport

/// What an entity's fields say in words, by its declaration: a field that is new is found without a line of code.
///
/// Only what readers see: no addresses, ids, numbers of a list, and nothing that goes elsewhere.
enum SearchedWords {
  /// - Parameter besides: the English names of fields that are said elsewhere, or are nobody's to search.
  static func of(_ entity: some Entity, besides: Set<String> = []) -> String {
    var words: [String] = []
    entity.eachStated { field, value in
      guard field.destination == nil, !besides.contains(field.english) else { return }
      add(value, field.type, to: &words)
    }
    return words.joined(separator: " · ")
  }

  private static func add(_ value: FieldValue, _ type: FieldType, to words: inout [String]) {
    switch (value, type) {
    case (.text(let text), .text), (.text(let text), .code), (.text(let text), .pnrrMeasure):
      words.append(text.value)
    case (.list(let values), .list(let element)):
      for value in values { add(value, element, to: &words) }
    case (.record(let values), .record(let table)): add(values, table, to: &words)
    case (.list(let values), .observations(let table)):
      for case .record(let entry) in values { add(entry, table, to: &words) }
    default: break
    }
  }

  private static func add(_ values: FieldValues, _ table: FieldTable, to words: inout [String]) {
    for (place, field) in table.fields.enumerated() where field.destination == nil {
      if let value = values[index: place] { add(value, field.type, to: &words) }
    }
  }
}
