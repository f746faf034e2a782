import Diagnostics
import SocialReport

/// Which parts of a whole document authors write in a file each, and which sections of them are one field.
///
/// The heading of such a section is a word of the theme, and an author's own headings stand below it: so the heading
/// tells the field, and no page carries a mark for it.
package struct DocumentFields: Sendable {
  package enum Record: Sendable {
    case objective, achievement
  }

  /// What a part is, by its id.
  package let parts: [String: Record]
  /// The Italian names of fields, as they are declared, by what the headings of their sections say.
  private let headings: [Record: [String: String]]

  package init(parts: [String: Record], headings: [Record: [String: String]]) {
    (self.parts, self.headings) = (parts, headings)
  }

  /// The field that is told below a heading.
  package func field(under heading: String, of record: Record) -> String? {
    headings[record]?[heading]
  }

  /// The theme's strings that its templates write over what the fields say.
  package static let strings: [Record: [(field: String, string: String)]] = [
    .achievement: [
      ("perche", "achievement.why"), ("cosa_abbiamo_fatto", "achievement.what"),
      ("cosa_e_cambiato", "achievement.outcome"),
      ("cosa_non_ha_funzionato", "achievement.failed"),
      ("prossimi_passi", "achievement.next"),
    ],
    .objective: [
      ("premessa", "objective.premise"), ("motivazione", "objective.rationale"),
    ],
  ]
}

extension DocumentFields {
  /// - Parameter string: a string of the theme, by its name.
  init(_ edition: Edition, string: (String) -> String) {
    var parts: [String: Record] = [:]
    for objective in edition.objectives {
      parts[DocumentPage.id(of: objective)] = .objective
      for achievement in objective.achievements {
        parts[DocumentPage.id(of: achievement, objective)] = .achievement
      }
    }
    let headings = DocumentFields.strings.mapValues { fields in
      Dictionary(
        fields.map { (string($0.string), $0.field) }, uniquingKeysWith: { first, _ in first })
    }
    self.init(parts: parts, headings: headings)
  }
}
