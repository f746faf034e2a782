import Content
import Diagnostics
package import SocialReport

/// Entries of registers by the values of their fields, as a sheet has them.
extension RecordPlace {
  /// What two entries of a register that mean the same have in common.
  package func key(of kind: EntityKind, _ values: FieldTexts) -> String {
    RecordPlace.identity(kind).map { values[$0]?.lowercased() ?? "" }.joined(separator: "\t")
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

  /// The file and the id of an indicator of the edition, by its name.
  package func indicator(named name: AnsweredText) -> (path: String, id: String)? {
    let wanted = name.text.lowercased()
    guard let found = edition.indicators.first(where: { $0.name.value.lowercased() == wanted }),
      let path = outline.path(of: found.name.place)
    else { return nil }
    return (path, found.id.value)
  }

  /// The file of the only page of the edition that has a title.
  package func page(titled title: String) -> String? {
    let achievements = edition.objectives.flatMap(\.achievements)
    let titles =
      edition.objectives.map(\.title) + achievements.map(\.title) + edition.contexts.map(\.title)
    let found = titles.filter { $0.value == title }
    return found.count == 1 ? outline.path(of: found[0].place) : nil
  }

  /// A free id for an entry: its own where it states one that nothing has yet.
  package func id(
    of kind: EntityKind, _ values: FieldTexts, among taken: inout Set<String>
  ) -> String {
    if let own = values["id"] { return FreeName.of(own, among: &taken) }
    let words: String?
    switch kind {
    case .acts:
      let body = values["body"] ?? ""
      words = actName(
        body: body, kind: values["kind"] ?? usualKind(of: body), number: values["number"] ?? "",
        day: values["date"] ?? "")
    case .glossary: words = values["acronym"] ?? values["term"]
    default: words = RecordPlace.identity(kind).lazy.compactMap { values[$0] }.first
    }
    let slug = words.flatMap { AnsweredText($0)?.slug } ?? ""
    return FreeName.of(slug.isEmpty ? kind.word.text(in: language) : slug, among: &taken)
  }

  /// The entry in the words of its register.
  package func entry(_ kind: EntityKind, id: String, _ values: FieldTexts) -> RegisterEntry {
    RegisterEntry(
      kind, id: id,
      kind.table.fields.compactMap { field in
        let usual =
          kind == .acts && field.english == "kind" ? usualKind(of: values["body"] ?? "") : nil
        guard field.english != "id", let text = values[field.english] ?? usual else { return nil }
        return (field.english, .text(text))
      })
  }
}
