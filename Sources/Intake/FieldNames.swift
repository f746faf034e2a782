import Content
import Diagnostics
import SocialReport

/// The fields of a kind by the words with which offices head them.
struct FieldNames {
  private let byName: [String: Field]

  init(_ kind: EntityKind) {
    var found: [String: Field] = [:]
    for field in kind.table.fields {
      let words = [field.italian, field.english, field.label.italian, field.label.english]
      for name in words.map(FieldNames.plain) where found[name] == nil { found[name] = field }
      // `Che cosa abbiamo fatto` is asked as `Cosa abbiamo fatto` too.
      for name in words.map(FieldNames.plain)
      where name.hasPrefix("che-") && found[String(name.dropFirst(4))] == nil {
        found[String(name.dropFirst(4))] = field
      }
    }
    byName = found
  }

  /// The field that a heading or a label means; with one letter that is off.
  subscript(words: String) -> Field? {
    let name = FieldNames.plain(words)
    if let field = byName[name] { return field }
    guard name.count > 5 else { return nil }
    let near = byName.keys.filter { $0.count > 5 && NearMiss.isOneSlip($0, name) }
    return near.count == 1 ? byName[near[0]] : nil
  }

  /// Without a number or an article before it, signs, accents and capitals.
  private static func plain(_ words: String) -> String {
    let text = words.drop { $0.isNumber || $0 == "." || $0 == ")" || $0.isWhitespace }
    let name = Slug.make(String(text))
    let article = articles.first { name.hasPrefix($0) && name.count > $0.count }
    return String(name.dropFirst(article?.count ?? 0))
  }

  /// `I prossimi passi`, `La premessa`.
  private static let articles = ["i-", "gli-", "le-", "il-", "lo-", "la-", "l-", "the-"]
}

extension Field {
  var isText: Bool { if case .markdown = type { true } else { false } }
}
