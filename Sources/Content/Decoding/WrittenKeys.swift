import Diagnostics
import SocialReport
import YAMLTree

/// The keys of a record as they are written, for what an unknown one was meant to be; made once for all of them.
struct WrittenKeys {
  private let keys: Set<String>
  /// The names of the fields in the language that the record is written in.
  private let names: [String]

  init(_ pairs: [YAMLPair], _ table: FieldTable) {
    let keys = Set(pairs.map(\.key.text))
    let isEnglish = table.fields.contains { $0.english != $0.italian && keys.contains($0.english) }
    names = table.fields.map { isEnglish ? $0.english : $0.italian }
    self.keys = keys
  }

  /// - Returns: nil where a key may be two fields, or one that is there.
  func correction(of key: String) -> Correction? {
    // What looks like a space beside a name is no part of it.
    let bare = key.replacing("\u{A0}", with: "")
    let found =
      bare != key && names.contains(bare)
      ? Correction(key, bare) : NearMiss.correction(of: key, among: names)
    return found.flatMap { keys.contains($0.new) ? nil : $0 }
  }
}
