import Content
import Desk
import Diagnostics
import Files
import Scaffolding
import SocialReport
import Writing

/// Entries of a sheet as those of the registers that an edition reads; one that is there already is brought up to date.
struct RegisterImport {
  private let place: RecordPlace
  private let wishes: ImportWishes
  private let document: String
  private let fingerprint: String
  private var takenIDs: Set<String>
  private(set) var kinds: [EntityKind] = []
  /// The paths of the registers that entries came into, or were found in.
  private(set) var paths: [String] = []
  private(set) var remarks: [Phrase] = []
  /// How many cells were taken over, and found as they were.
  private(set) var cells = 0
  private var news: [Phrase] = []

  init(_ place: RecordPlace, _ wishes: ImportWishes, document: String, fingerprint: String) {
    (self.place, self.wishes) = (place, wishes)
    (self.document, self.fingerprint) = (document, fingerprint)
    takenIDs = place.takenIDs
  }

  /// `atti: 3 voci nuove, 1 aggiornata`.
  var summary: Phrase? { news.isEmpty ? nil : news.joined(separator: "; ") }

  /// - Parameter known: what documents brought into the edition before.
  /// - Throws: `ImportConflict` where an entry was changed in the sheet and here.
  mutating func write(
    _ plans: [RegisterPlan], known: [ImportedTexts], _ revision: inout Revision
  ) throws {
    for kind in RegisterPlan.kinds {
      let own = plans.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      try write(kind, own.flatMap(\.entries), known, &revision)
    }
  }

  private mutating func write(
    _ kind: EntityKind, _ entries: [RegisterPlan.Entry], _ known: [ImportedTexts],
    _ revision: inout Revision
  ) throws {
    var new: [(entry: RegisterPlan.Entry, id: String)] = []
    var old: [(entry: RegisterPlan.Entry, id: String)] = []
    var rows: [String: Int] = [:]
    let there = place.entries(of: kind)
    for entry in entries {
      let key = place.key(of: kind, entry.values)
      if let first = rows[key] {
        remarks.append(
          Phrase(
            it: "riga \(entry.row): è la stessa voce della riga \(first), non l'ho presa di nuovo",
            en: "row \(entry.row): the same entry as in row \(first), not taken again"))
        continue
      }
      rows[key] = entry.row
      cells += entry.values.all.count
      if let id = there.id(of: entry.values) {
        old.append((entry, id))
      } else {
        let id = place.id(of: kind, entry.values, among: &takenIDs)
        new.append((entry, id))
        tellName(entry, id)
      }
    }
    var path: String?
    if !new.isEmpty {
      let made = new.map { place.entry(kind, id: $0.id, $0.entry.values) }
      path = try place.apply(made, of: kind, to: &revision).first
      try check(kind, new, at: path ?? "", revision)
    }
    let texts = known.first { $0.register == kind }
    var lines = RegisterImport.values(texts?.fields[RegisterImport.field] ?? "")
    let updated = try renew(kind, old, lines, &revision, &path)
    if let path {
      paths.append(path)
      kinds.append(kind)
    }
    for (entry, id) in new + old {
      for (field, text) in entry.values.all { lines["\(id)\t\(field.italian)"] = text }
    }
    tell(kind, new: new.count, updated: updated, of: old.count)
    guard let path else { return }
    var kept =
      texts?.renewed(document, fingerprint)
      ?? ImportedTexts(document: document, fingerprint: fingerprint, page: path)
    kept.fields[RegisterImport.field] = RegisterImport.text(lines)
    kept.register = kind
    if new.count + updated > 0 || texts == nil { try kept.write(&revision) }
  }

  private mutating func tellName(_ entry: RegisterPlan.Entry, _ id: String) {
    guard let own = entry.values["id"], own != id else { return }
    remarks.append(
      Phrase(
        it: "riga \(entry.row): `\(own)` è già il nome di altro: qui la voce si chiama `\(id)`",
        en: "row \(entry.row): `\(own)` is the name of another thing: the entry is `\(id)` here"))
  }

  /// Brings what is there already up to date, as far as nobody changed it here.
  private mutating func renew(
    _ kind: EntityKind, _ entries: [(entry: RegisterPlan.Entry, id: String)],
    _ before: [String: String], _ revision: inout Revision, _ path: inout String?
  ) throws -> Int {
    guard !entries.isEmpty else { return 0 }
    let files = place.outline.files(of: kind, in: place.edition)
    var found: [String: (file: YAMLFile, record: DeskRecord)] = [:]
    for path in files {
      let text = String(decoding: try revision.bytes(of: path), as: UTF8.self)
      guard let read = DeskRecord.read(text, at: path) else { continue }
      for record in read.records { found[record.id] = (read.file, record) }
    }
    var updated = 0
    var conflicts: [ImportConflict.Field] = []
    for (entry, id) in entries {
      guard let (file, record) = found[id] else { continue }
      path = path ?? record.path
      var renewal = FieldRenewal(keepsOwn: wishes.keepsOwn, name: id)
      for (field, text) in entry.values.all where field.english != "id" {
        let shown = before["\(id)\t\(field.italian)"] ?? ""
        let now = RegisterImport.text(of: field, in: record, file)
        if RegisterCell.isSame(field, now, text) { continue }
        try renewal.take(
          text, before: RegisterCell.isSame(field, now, shown) ? now : shown, field.label,
          in: field.italian, isText: false, of: record, into: &revision)
      }
      if !renewal.updated.isEmpty { updated += 1 }
      remarks += renewal.remarks
      conflicts += renewal.conflicts
    }
    if !conflicts.isEmpty { throw ImportConflict(page: path ?? "", fields: conflicts) }
    return updated
  }

  /// Reads what was written again: the same words in the same fields.
  private func check(
    _ kind: EntityKind, _ entries: [(entry: RegisterPlan.Entry, id: String)], at path: String,
    _ revision: Revision
  ) throws {
    let text = String(decoding: try revision.bytes(of: path), as: UTF8.self)
    let read = DeskRecord.read(text, at: path)
    let records = Dictionary((read?.records ?? []).map { ($0.id, $0) }) { first, _ in first }
    for (entry, id) in entries {
      for (field, text) in entry.values.all where field.english != "id" {
        guard let file = read?.file, let record = records[id],
          RegisterImport.text(of: field, in: record, file) == text
        else {
          throw Proof.Flaw(
            message: Phrase(
              it: "`\(id)`: «\(field.label.italian)» non si rilegge come era nel foglio",
              en: "`\(id)`: «\(field.label.english)» does not read as it was in the sheet"))
        }
      }
    }
  }

  private static func text(of field: Field, in record: DeskRecord, _ file: YAMLFile) -> String {
    [field.italian, field.english].lazy.compactMap {
      file.text(record.place.appending(.field($0)))
    }.first ?? ""
  }

  private mutating func tell(_ kind: EntityKind, new: Int, updated: Int, of old: Int) {
    var italian: [String] = []
    var english: [String] = []
    if new > 0 {
      italian.append(new == 1 ? "1 voce nuova" : "\(new) voci nuove")
      english.append(new == 1 ? "1 new entry" : "\(new) new entries")
    }
    if updated > 0 {
      italian.append(updated == 1 ? "1 aggiornata" : "\(updated) aggiornate")
      english.append("\(updated) brought up to date")
    }
    if old > updated {
      let same = old - updated
      italian.append(same == 1 ? "1 c'era già" : "\(same) c'erano già")
      english.append("\(same) there already")
    }
    guard !italian.isEmpty else { return }
    news.append(
      Phrase(
        it: "\(kind.italian): \(italian.joined(separator: ", "))",
        en: "\(kind.rawValue): \(english.joined(separator: ", "))"))
  }

  // What is kept to be known again

  /// The name under which the values of entries are kept.
  static let field = "voci"

  /// A line for each value: the entry, the field, the text.
  private static func text(_ values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)" }.joined(separator: "\n")
  }

  private static func values(_ text: String) -> [String: String] {
    let pairs = text.split(whereSeparator: \.isNewline).compactMap { line -> (String, String)? in
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count == 3 ? ("\(parts[0])\t\(parts[1])", String(parts[2])) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
