import Desk
import Diagnostics
import SocialReport

extension Studio {
  /// What came of saving, for the form that is shown again.
  struct Outcome {
    var typed: [String: String] = [:]
    var refusals: [String: Phrase] = [:]
    var conflicts: [FormChanges.Conflict] = []
    /// Where what is typed comes from.
    var draft: Drafts.Draft?
    /// What was read of a spreadsheet.
    var note: String?

    var isClean: Bool { refusals.isEmpty && conflicts.isEmpty }
  }
}

extension Studio.Outcome {
  /// What is refused of a part of a control (`controlli.no`) is told at the control, with all that was typed there.
  mutating func gather(at items: [FormItem], _ data: FormData) {
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
  mutating func add(_ error: DeskError, of edit: RecordEdit) {
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
      for field in fields { typed["n.\(name).0.\(field.name)"] = field.value }
    case .add(let name, _, _), .remove(let name), .move(let name, _, _), .confirm(let name):
      refusals[name] = reason
    }
  }
}
