import Desk
import Diagnostics
import Office
import SocialReport
import Writing

/// Texts that come again into fields of a record: what is new in the document comes in, what was changed here
/// meanwhile stays, and what was changed in both is shown.
struct FieldRenewal {
  private let keepsOwn: Bool
  /// What the record is called before its fields; empty for the only one.
  private let name: String
  /// The fields that the document changed.
  private(set) var updated: [String] = []
  private(set) var remarks: [Phrase] = []
  private(set) var conflicts: [ImportConflict.Field] = []

  init(keepsOwn: Bool, name: String = "") { (self.keepsOwn, self.name) = (keepsOwn, name) }

  /// - Parameters:
  ///   - before: as it was taken in the last time; empty where it was not.
  ///   - label: of the field.
  mutating func take(
    _ new: String, before: String, _ label: Phrase, in field: String, isText: Bool,
    of record: DeskRecord, into revision: inout Revision
  ) throws(DeskError) {
    // The file parts paragraphs in lines of some width, the document does not.
    func flat(_ text: String) -> String {
      isText ? WrappedText(Blank.trimmed(text)).shown : Blank.trimmed(text)
    }
    let now = flat(try revision.text(of: field, in: record))
    let mine = flat(new)
    let named =
      name.isEmpty
      ? label : Phrase(it: "\(name), \(label.italian)", en: "\(name), \(label.english)")
    switch ThreeWay.joined(
      shown: flat(before), mine: mine, now: now, isText: isText)
    {
    case .clear(let text), .merged(let text):
      if text != now {
        try revision.apply(.set(field, to: text), to: record)
        updated.append(field)
      } else if mine != text {
        remarks.append(
          Phrase(
            it: "«\(named.italian)» era stato cambiato qui: è rimasto com'era",
            en: "«\(named.english)» had been changed here: it stayed as it was"))
      }
    case .conflict(let conflict) where keepsOwn:
      if conflict.keepingNow != now {
        try revision.apply(.set(field, to: conflict.keepingNow), to: record)
        updated.append(field)
      }
      remarks += conflict.stretches.map { stretch in
        let (here, there) = (ImportConflict.cut(stretch.now), ImportConflict.cut(stretch.mine))
        return Phrase(
          it:
            "«\(named.italian)» è cambiato anche nel documento: è rimasto il testo di qui, «\(here)»; nel documento: «\(there)»",
          en:
            "«\(named.english)» changed in the document too: the text that stands here stayed, «\(here)»; in the document: «\(there)»"
        )
      }
    case .conflict(let conflict):
      conflicts += conflict.stretches.map { (named, $0.now, $0.mine) }
    }
  }
}
