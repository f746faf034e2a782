import Desk
import Diagnostics

/// A form that came back, beside its record as the file has it now.
struct SentForm {
  let bytes: [UInt8]
  /// With the entries open that were.
  let opened: OpenedRecord
  /// With the names that entries have now.
  let data: FormData
  let names: EntryNames
  let changes: FormChanges
  /// The entries whose own fields were shown, as they are called now.
  let open: Set<String>
  /// What somebody wrote in entries that are gone, by their lists.
  let lost: [String: Phrase]

  /// - Parameter seen: files as forms were made of them.
  init(
    _ sent: FormData, of record: DeskRecord, _ desk: Desk, _ seen: SeenFiles
  ) throws(DeskError) {
    bytes = try desk.read(record.path)
    let everything = try OpenedRecord(record, bytes, desk, open: [RecordForm.everything])
    let known = sent.names("k.").map { String($0.dropFirst(2)) }
    let names = EntryNames(
      Dictionary(known.map { ($0, sent["k." + $0] ?? "") }, uniquingKeysWith: { $1 }),
      now: everything.form.identities)
    let wasOpen = SentForm.entries(with: sent.fields).intersection(known)
    open = Set(wasOpen.compactMap(names.current))
    opened = everything.opening(open, of: record, desk)
    data = sent.renaming(names)
    let shown = seen.bytes(of: sent["h"] ?? "").flatMap { old in
      try? OpenedRecord(record, old, desk, open: wasOpen).form
    }
    changes = FormChanges(data, now: opened.form, shown: shown, names: names)
    lost = SentForm.lost(names, sent)
    self.names = names
  }

  /// The groups, lists and entries that fields are in.
  static func entries(with fields: [String]) -> Set<String> {
    var open: Set<String> = []
    for field in fields {
      var name = field[...]
      while let dot = name.lastIndex(of: ".") {
        name = name[..<dot]
        if !open.insert(String(name)).inserted { break }
      }
    }
    return open
  }

  private static func lost(_ names: EntryNames, _ sent: FormData) -> [String: Phrase] {
    let lists = Dictionary(grouping: names.lost.sorted()) { name in
      String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
    }
    return lists.compactMapValues { entries -> Phrase? in
      let texts = entries.flatMap { entry in
        sent.fields.filter { $0.hasPrefix(entry + ".") && sent.isChanged($0) }
          .compactMap { sent["f." + $0] }
      }
      .filter { !$0.isEmpty }
      guard !texts.isEmpty else { return nil }
      let all = texts.joined(separator: " · ")
      return Phrase(
        it: "la voce che stavi cambiando è stata tolta da qualcun altro; avevi scritto: \(all)",
        en: "somebody else took away the entry that you were changing; you wrote: \(all)")
    }
  }
}
