import Content
import Diagnostics
import SocialReport

/// The entries of a register, by what distinguishes them.
package struct KnownEntries {
  private let ids: Set<String>
  /// The English name of the field that is never the same twice; nil for acts.
  private let field: String?
  private let byName: [String: String]
  private let byNumber: [String: [LegalAct]]

  init(_ field: String, _ entries: [(id: String, name: String)]) {
    self.field = field
    ids = Set(entries.map(\.id))
    byName = Dictionary(
      entries.map { ($0.name.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
    byNumber = [:]
  }

  init(acts: [LegalAct]) {
    ids = Set(acts.map(\.id.value))
    (field, byName) = (nil, [:])
    byNumber = Dictionary(grouping: acts) { $0.number?.value ?? "" }
  }

  /// The id of the entry that some values mean; nil where there is none yet.
  package func id(of values: FieldTexts) -> String? {
    if let id = values["id"], ids.contains(id) { return id }
    guard let field else { return act(values)?.id.value }
    return values[field].flatMap { byName[$0.lowercased()] }
  }

  /// Numbers of acts begin anew each year, and with each office that has a register of its own.
  private func act(_ values: FieldTexts) -> LegalAct? {
    guard let number = values["number"], let date = values["date"],
      let candidates = byNumber[number]
    else { return nil }
    let words = KnownEntries.words(values)
    return candidates.first { act in
      let own = (
        act.bodyName?.value.lowercased() ?? act.body.value.rawValue,
        act.kindName?.value.lowercased() ?? act.kind.value.rawValue
      )
      func agree(_ name: String, _ other: String?) -> Bool {
        guard let text = values[name], let other else { return true }
        return text.lowercased() == other.lowercased()
      }
      return date.hasPrefix(String(act.date.value.year)) && own == words
        && agree("office", act.office?.value) && agree("register", act.register?.value)
    }
  }

  /// The English words of an act's body and kind; the author's own, small, for what is on no list.
  private static func words(_ values: FieldTexts) -> (body: String, kind: String) {
    let body = values["body"] ?? ""
    let kind = values["kind"] ?? RecordPlace.usualKind(of: body).italian
    func word(_ text: String, _ list: FieldType) -> String {
      ChoiceWords.find(text, in: list.listedWords)?.english ?? text.lowercased()
    }
    return (word(body, CodeLists.actBody), word(kind, CodeLists.actKind))
  }
}
