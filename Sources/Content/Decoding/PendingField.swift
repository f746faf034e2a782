package import Diagnostics
import SocialReport
import YAMLTree

/// A field that somebody is still to write, or to confirm.
///
/// In a draft an empty field is no mistake: it is what remains to be done.
package struct PendingField: Sendable {
  package enum Kind: Sendable {
    case empty
    /// Taken over from the edition before.
    case unconfirmed
  }

  package let kind: Kind
  package let name: Phrase
  package let meaning: Phrase
  package let place: SourceRange
  /// The id of the office that answers for what the field is about.
  package var office: String?

  package init(_ kind: Kind, name: Phrase, meaning: Phrase, at place: SourceRange) {
    (self.kind, self.name, self.meaning, self.place) = (kind, name, meaning, place)
  }

  init(_ kind: Kind, _ field: Field, at place: SourceRange) {
    self.init(
      kind, name: Phrase(it: field.italian, en: field.english), meaning: field.meaning, at: place)
  }

  /// The comment behind a value that is to be confirmed, which whoever confirms it removes.
  package static let mark = Phrase(it: "da confermare", en: "to be confirmed")

  /// Whether a comment is that one, or begins with it.
  package static func isMark(_ comment: Substring) -> Bool {
    let words = comment.drop { $0 == "#" || $0.isWhitespace }.lowercased()
    return words.hasPrefix(mark.italian) || words.hasPrefix(mark.english)
  }
}

extension Decoder {
  /// Notes that a field of a draft is empty, and puts words there that say so to who looks at the page.
  mutating func leave(
    _ index: Int, _ language: Language, in record: inout FieldValues, at place: SourceRange
  ) {
    let key = record.table.fields[index]
    pending.append(PendingField(.empty, key, at: place))
    guard key.isRequired || key.condition != nil else { return }
    let words = Phrase(
      it: "(manca: \(key.meaning.italian))", en: "(missing: \(key.meaning.english))"
    ).text(in: language)
    switch key.type {
    case .text: record[index: index] = .text(Sourced(words, at: place))
    case .markdown: record[index: index] = .markdown(EmbeddedText(words[...], at: place))
    default: break
    }
  }

  /// Takes back what is no longer to be written because another field says why, or stands for it.
  mutating func settlePending(from start: Int, _ record: inout FieldValues) {
    guard pending.count > start else { return }
    let table = record.table
    let values = record
    pending[start...].removeAll { field in
      guard let index = table.index(of: field.name.english) else { return false }
      if field.name.english == "value" { return values["missing_reason"] != nil }
      return table.fields[index].alternative.map { values[$0] != nil } ?? false
    }
    guard table.index(of: "missing_reason") != nil,
      let place = pending[start...].first(where: { $0.name.english == "value" })?.place
    else { return }
    record["missing_reason"] = .text(Sourced("…", at: place))
  }

  /// Notes that a value is still to be confirmed.
  mutating func noteMark(behind scalar: YAMLScalar, _ key: Field) {
    guard isMarked(scalar) else { return }
    pending.append(PendingField(.unconfirmed, key, at: scalar.place))
  }

  func isMarked(_ scalar: YAMLScalar) -> Bool {
    guard let comment = scalar.comment else { return false }
    return PendingField.isMark(Substring(text.slice(utf8: comment.bytes)))
  }
}
