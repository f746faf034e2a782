import Diagnostics
import SocialReport

/// The members that the published fields of an entity make, by its declaration.
extension [DataSchema.Member] {
  static func fields<Owner: Entity>(of _: Owner.Type) -> [DataSchema.Member] {
    fields(of: Owner.declaration.table)
  }

  private static func fields(of table: FieldTable) -> [DataSchema.Member] {
    table.fields.flatMap { field -> [DataSchema.Member] in
      guard let name = field.dataName else { return [] }
      let member = DataSchema.Member(
        name: name, schema: schema(of: field.type), isRequired: isAlwaysThere(field),
        meaning: meaning(of: field))
      guard case .openChoice = field.type else { return [member] }
      return [
        member,
        .optional(name + "_name", .text, "Come si chiama, se `\(name)` è `other`."),
      ]
    }
  }

  /// A date may be stated to be unknown, and a list with a name of its own has something in it.
  private static func isAlwaysThere(_ field: Field) -> Bool {
    guard field.isRequired || field.isAlwaysThere else { return false }
    return switch (field.type, field.publication) {
    case (.dateOrUnknown, _), (.list, .under): false
    default: true
    }
  }

  private static func schema(of type: FieldType) -> DataSchema {
    switch type {
    case .markdown: .markdown
    case .integer: .integer
    case .decimal, .money: .number
    case .observedValue: .observedValue
    case .flag: .flag
    case .date: .date
    case .dateOrUnknown, .period, .yearPair: .period
    case .url, .siteAddress, .file: .url
    case .choice(let words): .choice(words.map(\.english))
    case .openChoice(let words): .choice(words.map(\.english) + ["other"])
    case .digits(let count): .form("^[0-9]{\(count)}$")
    case .budgetMission: .form("^[0-9]{2}$")
    case .list(let element): .list(schema(of: element))
    case .record(let table): .object(fields(of: table))
    case .text, .slug, .reference, .edition, .label, .code, .email, .pnrrMeasure, .choices,
      .observations:
      .text
    }
  }

  /// What the manual says of the field, as a sentence.
  private static func meaning(of field: Field) -> String {
    var text = field.meaning.italian
    switch field.type {
    case .markdown: text += ", in Markdown"
    case .reference, .list(.reference): text += " (`id`)"
    default: break
    }
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
