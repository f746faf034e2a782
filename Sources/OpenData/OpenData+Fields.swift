import Diagnostics
import SocialReport

/// Fields as members of an object, by the declaration of their entity.
extension OpenData {
  func write(fields entity: some Entity, _ json: inout JSONWriter) {
    entity.eachStated { field, value in
      guard let name = field.dataName else { return }
      write(value, of: field, name, &json)
    }
  }

  private func write(
    _ value: FieldValue, of field: Field, _ name: String, _ json: inout JSONWriter
  ) {
    switch value {
    case .text(let text):
      if case .openChoice = field.type {
        json.member(name, "other")
        json.member(name + "_name", text.value)
      } else if case .file = field.type {
        json.member(name, file(text))
      } else {
        json.member(name, text.value)
      }
    case .choice(let word): json.member(name, word.value)
    case .markdown(let text): json.markdown(name, text)
    case .integer(let number): json.member(name, number.value)
    case .decimal(let number): json.decimal(name, number.value)
    case .date(let date): json.member(name, date.value.iso8601)
    case .period(let period): json.member(name, period.value?.iso8601)
    case .flag(let flag): json.member(name, flag.value || field.isRequired ? flag.value : nil)
    case .record(let values):
      json.member(name) { json in json.object { write(values, &$0) } }
    case .list(let values):
      if case .under = field.publication, values.isEmpty { return }
      json.member(name) { json in
        json.array { json in for value in values { write(element: value, &json) } }
      }
    // What is seen in a value, or set for a rule, is written where it belongs.
    case .observed, .choices: break
    }
  }

  private func write(_ values: FieldValues, _ json: inout JSONWriter) {
    let fields = values.table.fields
    for index in fields.indices {
      guard let name = fields[index].dataName, let value = values[index: index] else { continue }
      write(value, of: fields[index], name, &json)
    }
  }

  private func write(element value: FieldValue, _ json: inout JSONWriter) {
    switch value {
    case .text(let text): json.string(text.value)
    case .record(let values): json.object { write(values, &$0) }
    default: break
    }
  }
}
