import Desk
import Diagnostics

/// What comes of a form that was made of a record, beside the record as its file has it now: from a browser, or from a
/// draft.
struct ReturnedForm {
  /// With the entries open that were.
  let opened: OpenedRecord
  /// With the names that entries have now.
  let data: FormData
  let names: EntryNames
  /// The entries whose own fields were shown, as they were called and as they are called now.
  let wasOpen: Set<String>
  let open: Set<String>
  /// What somebody wrote in entries that are gone, by their lists.
  let lost: [String: Phrase]

  /// - Parameter whole: the record with all its entries open.
  init(_ sent: FormData, to whole: OpenedRecord) {
    let known = sent.names("k.").map { String($0.dropFirst(2)) }
    names = EntryNames(sent.identities, now: whole.form.identities)
    wasOpen = RecordForm.above(sent.fields).intersection(known)
    open = Set(wasOpen.compactMap(names.current))
    opened = whole.closing(to: open)
    data = sent.renaming(names)
    lost = ReturnedForm.lost(names, sent)
  }

  private static func lost(_ names: EntryNames, _ sent: FormData) -> [String: Phrase] {
    guard !names.lost.isEmpty else { return [:] }
    var texts: [String: [String]] = [:]
    func note(_ text: String?, in field: String) {
      guard let text, !text.isEmpty, let entry = names.lostEntry(of: field) else { return }
      texts[EntryNames.list(of: entry), default: []].append(text)
    }
    for field in sent.fields where sent.isChanged(field) { note(sent["f." + field], in: field) }
    for name in sent.names("n.") { note(sent[name], in: String(name.dropFirst(2))) }
    return texts.mapValues { texts in
      let all = texts.joined(separator: " · ")
      return Phrase(
        it: "la voce che stavi cambiando è stata tolta da qualcun altro; avevi scritto: \(all)",
        en: "somebody else took away the entry that you were changing; you wrote: \(all)")
    }
  }
}

/// A form that a browser sent, with what it wants of its record.
struct SentForm {
  let bytes: [UInt8]
  let form: ReturnedForm
  let changes: FormChanges

  var opened: OpenedRecord { form.opened }

  /// - Parameter seen: files as forms were made of them.
  init(
    _ sent: FormData, of record: DeskRecord, _ desk: Desk, _ seen: Kept<[UInt8]>
  ) throws(DeskError) {
    bytes = try desk.read(record.path)
    let whole = try OpenedRecord(record, bytes, desk, open: nil)
    let form = ReturnedForm(sent, to: whole)
    let shown = seen[sent["h"] ?? ""].flatMap { old in
      try? OpenedRecord(record, old, desk, open: form.wasOpen).form
    }
    changes = FormChanges(form.data, now: form.opened.form, shown: shown, names: form.names)
    self.form = form
  }
}
