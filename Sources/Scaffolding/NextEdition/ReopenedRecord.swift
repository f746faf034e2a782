import Content
import Diagnostics
import SocialReport
import YAMLTree

/// A page of the last edition as the next begins with it: what it is stays, what it told is to be told anew.
struct ReopenedRecord {
  let kind: EntityKind
  let language: Language
  /// The last edition, by its name.
  let last: String
  let year: Int
  let today: CalendarDate

  /// Fields of their own value, by English name: the day of today, the end of the year.
  private var settled: [String: String] {
    [
      "updated_on": today.iso8601, "status_on": "\(year)-12-31",
      "period": String(year), "year": String(year),
    ]
  }

  /// What was of last year only.
  private static let dropped: Set<String> = [
    "acts", "milestones", "resources", "attachments", "continues", "concludes", "draft", "origin",
    "published_on", "approval", "assurance", "closed", "fingerprint", "moved",
    "previous", "evidence", "issue",
  ]

  /// What may be as it was, and may not.
  private static let unconfirmed: Set<String> = ["status", "assessment", "progress"]

  /// - Parameters:
  ///   - pairs: the fields as they were read.
  ///   - body: the main text where it stands below the fields.
  ///   - added: lines of fields that are new.
  func lines(_ pairs: [YAMLPair], body: Substring?, added: [String] = []) -> [String] {
    var lines = YAMLText.comment(heading.text(in: language))
    lines.append(kind.statement.text(in: language))
    lines += fields(pairs.filter { !isKind($0) }, kind.table, indent: "")
    lines += added
    if let body, let main = kind.mainText.flatMap({ kind.table.index(of: $0) }) {
      let text = body.drop(while: \.isNewline)
      if !text.isEmpty {
        let field = kind.table.fields[main]
        lines += YAMLText.comment(
          Phrase(
            it: "Sotto la seconda riga `---`: \(field.meaning.italian).",
            en: "Below the second line `---`: \(field.meaning.english)."
          ).text(in: language))
        lines += LastYearsText.comment(text, of: last, indent: "", language)
      }
    }
    return lines
  }

  private var heading: Phrase {
    Phrase(
      it: """
        Viene dall'edizione \(last). I campi vuoti si scrivono di nuovo: sopra ciascuno sta com'era.
        Dove c'è `# \(PendingField.mark.italian)` guarda se vale ancora, poi cancella quel commento.
        """,
      en: """
        It comes from the edition \(last). Empty fields are written anew: above each is what it said.
        Where `# \(PendingField.mark.english)` stands, see whether it still holds, then remove that comment.
        """)
  }

  private func isKind(_ pair: YAMLPair) -> Bool {
    [EntityKind.key.italian, EntityKind.key.english].contains(pair.key.text)
  }

  private func fields(_ pairs: [YAMLPair], _ table: FieldTable, indent: String) -> [String] {
    pairs.flatMap { pair -> [String] in
      guard let index = table.index(of: pair.key.text) else { return [] }
      return field(pair, table.fields[index], indent: indent)
    }
  }

  private func field(_ pair: YAMLPair, _ field: Field, indent: String) -> [String] {
    let name = NodeLines.key(pair)
    if kind == .edition, field.english == "updated_on" { return [] }
    if ReopenedRecord.dropped.contains(field.english) { return [] }
    if let value = settled[field.english] {
      return ["\(indent)\(name): \(value)"]
    }
    if kind == .edition, field.english == "title", case .scalar(let title) = pair.value {
      return ["\(indent)\(name): \(YAMLText.scalar(renewed(title.text)))"]
    }
    if ReopenedRecord.unconfirmed.contains(field.english) { return confirm(pair, field, indent) }
    switch field.type {
    case .markdown: return empty(pair, field, indent)
    case .text where ReopenedRecord.told.contains(field.english): return empty(pair, field, indent)
    case .record(let table):
      guard case .mapping(let inner, _) = pair.value else { return [] }
      let lines = fields(inner, table, indent: indent + "  ")
      return lines.isEmpty ? [] : ["\(indent)\(name):"] + lines
    case .list(.record(let table)): return list(pair, table, indent)
    default: return NodeLines.field(name, pair.value, indent: indent)
    }
  }

  /// Short texts that tell what happened.
  private static let told: Set<String> = ["summary", "subtitle"]

  /// A title with the year in it is of another year now.
  private func renewed(_ title: String) -> String {
    let old = last.prefix(4)
    return title.contains(old) ? title.replacing(old, with: String(year)) : title
  }

  private func empty(_ pair: YAMLPair, _ field: Field, _ indent: String) -> [String] {
    guard case .scalar(let scalar) = pair.value else { return [] }
    return YAMLText.comment(
      YAMLText.folded(field.advice.text(in: language), width: 96), indent: indent)
      // What was never written is still to be.
      + (scalar.isNull || scalar.isBlank
        ? [] : LastYearsText.comment(scalar.text, of: last, indent: indent, language))
      + ["\(indent)\(NodeLines.key(pair)):"]
  }

  private func confirm(_ pair: YAMLPair, _ field: Field, _ indent: String) -> [String] {
    guard case .scalar(let scalar) = pair.value, !scalar.isNull, !scalar.text.contains("\n") else {
      return []
    }
    // However it was written, the word of the list needs no quotes, behind which no comment is read.
    let word = ChoiceWords.find(scalar.text, in: field.type.listedWords)
    let own = word.map { pair.key.text == field.italian ? $0.italian : $0.english }
    let mark = PendingField.mark.text(in: language)
    return ["\(indent)\(NodeLines.key(pair)): \(YAMLText.scalar(own ?? scalar.text))  # \(mark)"]
  }

  /// The entries that are not at their end.
  private func list(_ pair: YAMLPair, _ table: FieldTable, _ indent: String) -> [String] {
    guard case .sequence(let entries, _) = pair.value else { return [] }
    let lines = entries.flatMap { entry -> [String] in
      guard case .mapping(let inner, _) = entry, !isAtEnd(inner, table) else { return [] }
      let lines = fields(inner, table, indent: indent + "    ")
      return lines.isEmpty ? [] : NodeLines.hyphened(lines, indent + "  ")
    }
    return lines.isEmpty ? [] : ["\(indent)\(NodeLines.key(pair)):"] + lines
  }

  private func isAtEnd(_ pairs: [YAMLPair], _ table: FieldTable) -> Bool {
    pairs.contains { pair in
      guard table.index(of: pair.key.text).map({ table.fields[$0].english == "status" }) == true,
        case .scalar(let scalar) = pair.value
      else { return false }
      let word = ChoiceWords.find(scalar.text, in: CodeLists.status.listedWords)?.english
      return word == "completed" || word == "cancelled"
    }
  }
}
