import Content
import Diagnostics
package import SocialReport

/// Entries of registers by the values of their fields, as a sheet has them.
extension RecordPlace {
  package typealias Values = [(field: Field, text: String)]

  private func text(_ name: String, _ values: Values) -> String? {
    KnownEntries.text(name, values)
  }

  /// What two entries of a register that mean the same have in common.
  package func key(of kind: EntityKind, _ values: Values) -> String {
    let parts = RecordPlace.identity(kind).map { text($0, values)?.lowercased() ?? "" }
    return parts.joined(separator: "\t")
  }

  private static func identity(_ kind: EntityKind) -> [String] {
    switch kind {
    case .acts: ["body", "kind", "number", "date", "office", "register"]
    case .glossary: ["term"]
    case .offices: ["name"]
    default: ["title"]
    }
  }

  /// The entries of a register that the edition has, to be found by what they say.
  package func entries(of kind: EntityKind) -> KnownEntries {
    switch kind {
    case .acts: KnownEntries(acts: edition.acts)
    case .sources: KnownEntries("title", edition.sources.map { ($0.id.value, $0.title.value) })
    case .glossary: KnownEntries("term", edition.terms.map { ($0.id.value, $0.term.value) })
    case .plans: KnownEntries("title", edition.plans.map { ($0.id.value, $0.title.value) })
    case .offices: KnownEntries("name", edition.offices.map { ($0.id.value, $0.name.value) })
    default: KnownEntries("", [])
    }
  }

  /// The file of an indicator of the edition that has a file of its own, by its name.
  package func indicator(named name: AnsweredText) -> String? {
    let wanted = name.text.lowercased()
    let found = edition.indicators.first { $0.name.value.lowercased() == wanted }
    guard let path = found.flatMap({ outline.path(of: $0.name.place) }),
      !outline.files(of: .indicators, in: edition).contains(path)
    else { return nil }
    return path
  }

  /// A free id for an entry: its own where it states one that nothing has yet.
  package func id(
    of kind: EntityKind, _ values: Values, among taken: inout Set<String>
  ) -> String {
    if let own = text("id", values), AnsweredText(own)?.slug == own {
      return FreeName.of(own, among: &taken)
    }
    let words: String?
    switch kind {
    case .acts:
      words = actName(
        body: text("body", values) ?? "",
        kind: text("kind", values) ?? usualKind(of: text("body", values) ?? ""),
        number: text("number", values) ?? "", day: text("date", values) ?? "")
    case .glossary: words = text("acronym", values) ?? text("term", values)
    default: words = RecordPlace.identity(kind).lazy.compactMap { text($0, values) }.first
    }
    let slug = words.flatMap { AnsweredText($0)?.slug } ?? ""
    return FreeName.of(slug.isEmpty ? kind.italian : slug, among: &taken)
  }

  /// The entry in the words of its register.
  package func entry(_ kind: EntityKind, id: String, _ values: Values) -> RegisterEntry {
    var values = values.filter { $0.field.english != "id" }
    if kind == .acts, text("kind", values) == nil, let index = kind.table.index(of: "kind") {
      values.append((kind.table.fields[index], usualKind(of: text("body", values) ?? "")))
    }
    let order = kind.table.fields.map(\.english)
    let fields = values.map { field, text in (name: field.english, value: text) }.sorted {
      (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0)
    }
    return RegisterEntry(kind, id: id, fields.map { ($0.name, .text($0.value)) })
  }
}
