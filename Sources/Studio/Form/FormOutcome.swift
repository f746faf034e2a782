import Desk
import Diagnostics
import SocialReport

extension Studio {
  /// What came of saving, for the form that is shown again.
  struct Outcome {
    var typed: [String: String] = [:]
    var refusals: [String: Phrase] = [:]
    var conflicts: [FormChanges.Conflict] = []
    /// Where what is typed comes from, where it was not sent: the newest last.
    var drafts: [Drafts.Draft] = []
    /// The windows whose drafts are in the form, and go with it.
    var windows: Set<String> = []
    /// What was read of a spreadsheet.
    var note: String?

    var isClean: Bool { refusals.isEmpty && conflicts.isEmpty }
  }
}

extension Studio.Outcome {
  /// Makes the changes that a form wants, one after another; what cannot be is kept, with its reason.
  init(of sent: SentForm, applied revision: inout Revision, to record: DeskRecord) {
    conflicts = sent.changes.conflicts
    for conflict in conflicts { typed[conflict.item.control] = conflict.mine }
    var rows: [String: Int] = [:]
    for edit in sent.changes.edits {
      do throws(DeskError) {
        try revision.apply(edit, to: record)
      } catch { add(error, of: edit, &rows) }
    }
    for list in sent.changes.overfull {
      refusals[list] = Phrase(
        it: "al massimo \(FormChanges.mostRows) righe nuove in una volta",
        en: "\(FormChanges.mostRows) new rows at once at most")
      for name in sent.form.data.names("n.\(list).") { typed[name] = sent.form.data[name] }
    }
    gather(at: sent.opened.form.items, sent.form.data)
    refusals.merge(sent.form.lost) { $1 }
  }

  /// What was typed and not saved, where the file does not say it already; the newest last.
  init(of drafts: [(draft: Drafts.Draft, form: ReturnedForm)], in form: RecordForm) {
    let items = Dictionary(form.items.map { ($0.control, $0) }, uniquingKeysWith: { $1 })
    for (draft, returned) in drafts {
      for field in returned.data.fields {
        let text = returned.data["f." + field] ?? ""
        guard let item = items["f." + field] else { continue }
        let isSame = FormValue.received(text, item.type) == item.value
        typed[item.control] = isSame ? nil : text
      }
      for name in returned.data.names("n.") { typed[name] = returned.data[name] }
      refusals.merge(returned.lost) { $1 }
      windows.insert(draft.window)
    }
    if !typed.isEmpty || !refusals.isEmpty { self.drafts = drafts.map(\.draft) }
  }

  /// What is refused of a part of a control (`controlli.no`) is told at the control, with all that was typed there.
  private mutating func gather(at items: [FormItem], _ data: FormData) {
    let names = Set(items.map(\.name))
    for (name, reason) in refusals where !names.contains(name) {
      let whole = items.filter { name.hasPrefix($0.name + ".") }.max {
        $0.name.count < $1.name.count
      }
      guard let whole, let text = data[whole.control] else { continue }
      (refusals[name], refusals[whole.name]) = (nil, reason)
      (typed["f." + name], typed[whole.control]) = (nil, FormValue.received(text, whole.type))
    }
  }

  /// A value that could not be written: it stays in the form, with the reason.
  private mutating func add(
    _ error: DeskError, of edit: RecordEdit, _ rows: inout [String: Int]
  ) {
    let help = error.help.map { Phrase(it: " – \($0.italian)", en: " – \($0.english)") }
    let reason = Phrase(
      it: error.message.italian + (help?.italian ?? ""),
      en: error.message.english + (help?.english ?? ""))
    switch edit {
    case .set(let name, let value):
      (refusals[name], typed["f." + name]) = (reason, value)
    case .setList(let name, let values):
      (refusals[name], typed["f." + name]) = (reason, values.joined(separator: "\n"))
    case .begin(let name, let fields):
      refusals[name] = reason
      for field in fields { typed["f.\(name).\(field.name)"] = field.value }
    case .add(let name, .fields(let fields), _):
      refusals[name] = reason
      // Each in a row of its own.
      let row = rows[name] ?? 0
      rows[name] = row + 1
      for field in fields { typed["n.\(name).\(row).\(field.name)"] = field.value }
    case .add(let name, _, _), .remove(let name), .move(let name, _, _), .confirm(let name):
      refusals[name] = reason
    }
  }
}
