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
    for edit in sent.changes.edits {
      do throws(DeskError) {
        try revision.apply(edit, to: record)
      } catch { add(error, of: edit) }
    }
    gather(at: sent.opened.form.items, sent.data)
    refusals.merge(sent.lost) { $1 }
  }

  /// What was typed and not saved, where the file does not say it already.
  init(of drafts: [Drafts.Draft], in form: RecordForm) {
    let items = Dictionary(form.items.map { ($0.control, $0) }, uniquingKeysWith: { $1 })
    for field in drafts.flatMap(\.fields) {
      guard let item = items[field.name] else {
        if field.name.hasPrefix("n.") { typed[field.name] = field.text }
        continue
      }
      let isSame = FormValue.received(field.text, item.type) == item.value
      typed[item.control] = isSame ? nil : field.text
    }
    if !typed.isEmpty { self.drafts = drafts }
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
  private mutating func add(_ error: DeskError, of edit: RecordEdit) {
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
      let row = (0...).first { row in !typed.keys.contains { $0.hasPrefix("n.\(name).\(row).") } }
      for field in fields { typed["n.\(name).\(row ?? 0).\(field.name)"] = field.value }
    case .add(let name, _, _), .remove(let name), .move(let name, _, _), .confirm(let name):
      refusals[name] = reason
    }
  }
}
