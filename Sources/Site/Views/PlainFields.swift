import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

// An entity's fields as templates see them where nobody says it otherwise: by its declaration, under their
// English names. So a field that is new takes a line of the declaration and a tag of a template.

extension ViewShape {
  /// - Parameter own: what is said otherwise than it was written, or besides.
  static func fields<Owner: Entity>(
    of _: Owner.Type, _ own: [String: ViewShape]
  ) -> [String: ViewShape] {
    var shapes: [String: ViewShape] = [:]
    for field in Owner.declaration.table.fields where field.destination == nil {
      shapes[field.english] = ViewShape(plain: field.type)
    }
    return shapes.merging(own) { _, own in own }
  }

  static func record<Owner: Entity>(of owner: Owner.Type, _ own: [String: ViewShape]) -> ViewShape {
    .record(fields(of: owner, own))
  }

  /// Nil for what has no form of its own on a page: words of a list, references, records.
  private init?(plain type: FieldType) {
    switch type {
    case .text, .label, .digits, .integer, .decimal, .money, .date, .dateOrUnknown, .period,
      .yearPair, .url, .file, .code, .email, .pnrrMeasure, .budgetMission:
      self = .text
    case .markdown: self = .prose
    case .flag: self = .flag
    case .list(let element):
      guard case .text = ViewShape(plain: element) else { return nil }
      self = .list(.text)
    case .slug, .reference, .edition, .observedValue, .siteAddress, .choice, .openChoice, .record,
      .choices, .observations:
      return nil
    }
  }
}

extension ViewBuilder {
  /// An entity as templates see it.
  ///
  /// - Parameter own: what is said otherwise than it was written, or besides.
  func record(_ entity: some Entity, _ own: Fields) -> View {
    .record(own.backed { [self] name in plain(name, of: entity) })
  }

  private func plain<Owner: Entity>(_ name: String, of entity: Owner) -> View {
    let declaration = Owner.declaration
    guard let index = declaration.table.index(of: name),
      let value = declaration.fields[index].value(entity)
    else { return .none }
    return plain(value, declaration.fields[index].field.type)
  }

  private func plain(_ value: FieldValue, _ type: FieldType) -> View {
    switch value {
    case .text(let text):
      if case .file = type {
        .text(context.address(ofFile: text).map(context.href))
      } else {
        .text(text.value)
      }
    case .markdown(let text): .prose(text)
    case .integer(let number): .text("\(number.value)")
    case .decimal(let number):
      if case .money = type {
        .text(formats.euro(number.value))
      } else {
        .text(formats.number(number.value))
      }
    case .flag(let flag): .flag(flag.value)
    case .date(let date): .text(formats.date(date.value))
    case .period(let period):
      .text(period.value.map { formats.period($0) } ?? strings["date.unknown"])
    case .list(let values):
      if case .list(let element) = type { .list(values.map { plain($0, element) }) } else { .none }
    case .observed, .choice, .choices, .record: .none
    }
  }
}
