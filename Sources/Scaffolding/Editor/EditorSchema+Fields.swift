import Diagnostics
import SocialReport

extension EditorSchema {
  typealias Pending = [(name: String, table: FieldTable)]

  /// A record: its fields by both names, and nothing else.
  func record(
    _ table: FieldTable, _ name: String, extra: (inout JSONWriter) -> Void,
    _ pending: inout Pending, _ json: inout JSONWriter
  ) {
    json.member("type", "object")
    var inner: Pending = []
    json.member("properties") { json in
      json.object { json in
        extra(&json)
        for field in table.fields {
          // The same under both names.
          let explanation = description(of: field)
          var form: ArraySlice<UInt8>?
          for key in names(Phrase(it: field.italian, en: field.english)) {
            json.lineBreak()
            json.member(key.text) { json in
              json.object { json in
                json.member("description", explanation)
                if key.isOther { json.member("doNotSuggest", true) }
                if let form {
                  json.members(form)
                } else {
                  form = json.written {
                    value(field.type, "\(name).\(field.italian)", &inner, &$0)
                  }
                }
              }
            }
          }
        }
      }
    }
    var seen: Set<String> = []
    pending += inner.filter { seen.insert($0.name).inserted }
    let required = table.fields.filter(\.isRequired)
    if !required.isEmpty {
      json.member("allOf") { json in
        json.array { json in for field in required { isThere(field, table, &json) } }
      }
    }
    json.member("additionalProperties", false)
  }

  /// That a field is there, by either of its names or by those of the one that may stand for it.
  private func isThere(_ field: Field, _ table: FieldTable, _ json: inout JSONWriter) {
    let other = field.alternative.flatMap(table.index).map { table.fields[$0] }
    let fields = [field] + [other].compactMap(\.self)
    let all = fields.flatMap { names(Phrase(it: $0.italian, en: $0.english)) }
    json.object { json in
      json.member("anyOf") { json in
        json.array { json in for key in all { json.object { $0.texts("required", [key.text]) } } }
      }
    }
  }

  private func description(of field: Field) -> String {
    let meaning = field.meaning.text(in: language)
    var text = meaning.prefix(1).uppercased() + meaning.dropFirst() + "."
    text += say(" Si scrive: ", " Written as: ") + field.type.form.text(in: language) + "."
    if field.isRequired { text += say(" Serve.", " Required.") }
    if let condition = field.condition {
      text += say(" Serve ", " Required ") + condition.text(in: language) + "."
    }
    if let destination = field.destination {
      text += say(" Va ", " It goes ") + destination.text(in: language) + "."
    }
    return text
  }

  /// What a value may be; nothing is written in a draft where it is still to come.
  private func value(
    _ type: FieldType, _ name: String, _ pending: inout Pending, _ json: inout JSONWriter
  ) {
    switch type {
    case .text(let minimum, let maximum): text(minimum, maximum, &json)
    case .slug:
      form("^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$", type, &json)
    case .digits(let count): form("^[0-9]{\(count)}$", type, &json)
    case .integer(let range):
      json.texts("type", ["integer", "string", "null"])
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
      json.member("pattern", "^[0-9][0-9.,\\s]*$")
    case .decimal, .money: form("[0-9]", type, &json)
    case .date, .dateOrUnknown:
      form(unknownOr("[0-9]{4}|[0-9][^0-9]+[0-9]", type), type, &json)
      examples(["2025-06-29", "29/06/2025"], &json)
    case .period: period(type, name, &pending, &json)
    case .yearPair:
      json.texts("type", ["array", "null"])
      json.member("minItems", 2)
      json.member("maxItems", 2)
    case .url, .siteAddress:
      form("^\\s*[hH][tT][tT][pP][sS]?://", type, &json)
      examples(["https://"], &json)
    case .email: form("@", type, &json)
    case .flag:
      either(say("sì", "yes"), say("no", "no"), FieldTypeWords.flag, type, &json)
    case .choice(let words): choice(words, isOpen: false, type, &json)
    case .openChoice(let words): choice(words, isOpen: true, type, &json)
    case .choices(let words):
      json.texts("type", ["object", "null"])
      json.member("additionalProperties") { json in
        json.object { json in choice(words, isOpen: false, .choice(words), &json) }
      }
    case .list(.record(let table)):
      json.texts("type", ["array", "null"])
      json.member("items") { json in reference(name, table, &pending, &json) }
    case .list(let element): list(of: element, name, &pending, &json)
    case .record(let table):
      json.member("anyOf") { json in
        json.array { json in
          reference(name, table, &pending, &json)
          json.object { $0.member("type", "null") }
        }
      }
    case .observations(let table):
      json.texts("type", ["array", "string", "null"])
      json.member("items") { json in reference(name, table, &pending, &json) }
    case .markdown, .reference, .edition, .label, .observedValue, .file, .code, .pnrrMeasure,
      .budgetMission:
      json.texts("type", FieldTypeWords.scalars)
    }
  }

  /// A record that is described by itself.
  private func reference(
    _ name: String, _ table: FieldTable, _ pending: inout Pending, _ json: inout JSONWriter
  ) {
    pending.append((name, table))
    json.object { $0.member("$ref", "#/definitions/\(name)") }
  }

  private func list(
    of element: FieldType, _ name: String, _ pending: inout Pending, _ json: inout JSONWriter
  ) {
    var inner: Pending = []
    json.member("anyOf") { json in
      json.array { json in
        json.object { json in
          json.member("type", "array")
          json.member("items") { json in
            json.object { json in value(element, name, &inner, &json) }
          }
        }
        // One without its hyphen, or several with commas between.
        json.object { $0.texts("type", FieldTypeWords.scalars) }
      }
    }
    pending += inner
  }

  private func period(
    _ type: FieldType, _ name: String, _ pending: inout Pending, _ json: inout JSONWriter
  ) {
    let table = DateRange.declaration.table
    pending.append((name, table))
    json.member("anyOf") { json in
      json.array { json in
        json.object { json in
          form("[0-9]", type, &json)
          examples(["2025", "2024/25", "2025-T1", "2025-06"], &json)
        }
        json.object { $0.member("$ref", "#/definitions/\(name)") }
      }
    }
  }

  private func text(_ minimum: Int?, _ maximum: Int?, _ json: inout JSONWriter) {
    json.texts("type", FieldTypeWords.scalars)
    guard minimum != nil || maximum != nil else { return }
    // What a long text ends with does not count.
    let most = maximum.map(String.init) ?? ""
    json.member("pattern", "^\\s*[\\s\\S]{\(minimum ?? 0),\(most)}?\\s*$")
    refusal(.text(minimum: minimum, maximum: maximum), &json)
  }

  private func form(_ pattern: String, _ type: FieldType, _ json: inout JSONWriter) {
    json.texts("type", FieldTypeWords.scalars)
    json.member("pattern", pattern)
    refusal(type, &json)
  }

  /// What the editor says of a text that is not of its form.
  private func refusal(_ type: FieldType, _ json: inout JSONWriter) {
    json.member(
      "patternErrorMessage",
      say("Qui si scrive: ", "Here goes: ") + type.form.text(in: language) + ".")
  }

  private func examples(_ texts: [String], _ json: inout JSONWriter) {
    json.texts("examples", texts)
  }

  private func unknownOr(_ pattern: String, _ type: FieldType) -> String {
    guard case .dateOrUnknown = type else { return pattern }
    return pattern
      + "|^\\s*(?:[sS][cC][oO][nN][oO][sS][cC][iI][uU][tT][aA]|[uU][nN][kK][nN][oO][wW][nN])\\s*$"
  }

  private func choice(
    _ words: [FieldType.Word], isOpen: Bool, _ type: FieldType, _ json: inout JSONWriter
  ) {
    json.member("anyOf") { json in
      json.array { json in
        json.object { json in
          json.texts("enum", self.words(words.map { Phrase(it: $0.italian, en: $0.english) }))
        }
        if isOpen {
          json.object { $0.texts("type", FieldTypeWords.scalars) }
        } else {
          json.object { json in
            json.texts("type", ["string", "null"])
            json.member("pattern", WordPattern.of(words))
            refusal(type, &json)
          }
        }
      }
    }
  }

  private func either(
    _ yes: String, _ no: String, _ pattern: String, _ type: FieldType, _ json: inout JSONWriter
  ) {
    json.member("anyOf") { json in
      json.array { json in
        json.object { $0.texts("enum", [yes, no]) }
        json.object { json in
          json.texts("type", ["string", "boolean", "integer", "null"])
          json.member("pattern", pattern)
          refusal(type, &json)
        }
      }
    }
  }
}

/// What editors are told of values in general.
private enum FieldTypeWords {
  /// The program reads each scalar as a text, whatever YAML makes of it.
  static let scalars = ["string", "number", "boolean", "null"]

  /// All that is read as yes or no.
  static let flag =
    "^[\\s\"'«»“”’`´.]*(?:[sS][ìÌíÍiI]?|[xX✓✔☑☐]|[vV]ero|[fF]also|[tT]rue|[fF]alse|TRUE|FALSE|VERO|FALSO"
    + "|[yY](?:[eE][sS])?|[nN][oO]?|[oO][nN]|[oO][fF][fF]|[01])[\\s\"'«»“”’`´.]*$"
}
