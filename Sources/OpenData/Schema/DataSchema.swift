import Diagnostics
import SocialReport

/// The form of a document: a JSON Schema of draft 2020-12 (https://json-schema.org/draft/2020-12), as
/// far as the program's documents need it.
///
/// Every object is closed, so that a member which nobody described is found at once.
indirect enum DataSchema: Sendable {
  case text
  /// A text of the form that a regular expression describes.
  case form(String)
  case number
  case integer
  case flag
  /// A number, a text, or nothing where it is missing.
  case observedValue
  case choice([String])
  /// What is always the same.
  case constant(Int)
  case list(DataSchema)
  case object([Member])
  /// One of the document's definitions, by its name.
  case definition(String)

  /// One member of an object with what it means, in Italian as the reports are.
  struct Member: Sendable {
    let name: String
    let schema: DataSchema
    let isRequired: Bool
    let meaning: String

    static func required(_ name: String, _ schema: DataSchema, _ meaning: String) -> Member {
      Member(name: name, schema: schema, isRequired: true, meaning: meaning)
    }

    static func optional(_ name: String, _ schema: DataSchema, _ meaning: String) -> Member {
      Member(name: name, schema: schema, isRequired: false, meaning: meaning)
    }
  }

  static let markdown = DataSchema.text
  static let url = DataSchema.form("^https?://")
  static let year = DataSchema.integer
  /// A day, a month or a year (ISO 8601).
  static let date = DataSchema.form("^\(day)$")
  /// A date, or two with `/` between.
  static let period = DataSchema.form("^\(day)(/\(day))?$")
  static let texts = DataSchema.list(.text)

  private static let day = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

  static func word<Word: Choice>(_ words: Word.Type) -> DataSchema {
    .choice(words.allCases.map(\.rawValue))
  }
}

extension DataSchema {
  /// A schema as a file.
  static func file(
    title: String, _ members: [Member], definitions: KeyValuePairs<String, [Member]>
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", title)
      DataSchema.object(members).write(&json)
      json.lineBreak()
      json.member("$defs") { json in
        json.object { json in
          for definition in definitions {
            json.lineBreak()
            json.member(definition.key) { json in
              json.object { DataSchema.object(definition.value).write(&$0) }
            }
          }
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  /// The keywords of the schema, inside an object that the caller opens.
  private func write(_ json: inout JSONWriter) {
    switch self {
    case .text: json.member("type", "string")
    case .form(let pattern):
      json.member("type", "string")
      json.member("pattern", pattern)
    case .number: json.member("type", "number")
    case .integer: json.member("type", "integer")
    case .flag: json.member("type", "boolean")
    case .observedValue: json.texts("type", ["number", "string", "null"])
    case .choice(let words): json.texts("enum", words)
    case .constant(let value): json.member("const", value)
    case .list(let element):
      json.member("type", "array")
      json.member("items") { json in json.object { element.write(&$0) } }
    case .definition(let name): json.member("$ref", "#/$defs/\(name)")
    case .object(let members): DataSchema.write(members, &json)
    }
  }

  private static func write(_ members: [Member], _ json: inout JSONWriter) {
    json.member("type", "object")
    json.member("properties") { json in
      json.object { json in
        for member in members {
          json.lineBreak()
          json.member(member.name) { json in
            json.object { json in
              json.member("description", member.meaning)
              member.schema.write(&json)
            }
          }
        }
      }
    }
    json.texts("required", members.filter(\.isRequired).map(\.name))
    json.member("additionalProperties", false)
  }
}
