import Content
import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Synchronization
import Writing

/// Pages as they would be with what is typed, by the addresses of their forms; the newest of each.
final class Looks: Sendable {
  private let pages = Mutex<[String: PreviewResponse]>([:])

  subscript(address: String) -> PreviewResponse? { pages.withLock { $0[address] } }

  func keep(_ page: PreviewResponse?, at address: String) {
    pages.withLock { pages in
      // A day's work is a few pages.
      if pages.count > 50 { pages = [:] }
      pages[address] = page
    }
  }
}

extension Studio {
  /// A form as it is typed, with its record as the file would be; nothing is written.
  private struct Trial {
    let record: DeskRecord
    /// By their paths: the record's own file, as it is now or as it would be, and others that would change.
    let texts: [String: [UInt8]]
    let refusals: [String: Phrase]
    let opened: OpenedRecord

    init(
      _ data: FormData, of record: DeskRecord, _ desk: Desk, _ seen: Kept<[UInt8]>
    ) throws(DeskError) {
      let sent = try SentForm(data, of: record, desk, seen)
      var revision = Revision(desk)
      refusals = Outcome(of: sent, applied: &revision, to: record).refusals
      // The file itself is as it is now, whatever the state that is shown knows of it.
      let texts = Dictionary(
        [(record.path, sent.bytes)] + revision.changes.map { ($0.path, $0.new) },
        uniquingKeysWith: { $1 })
      let bytes = texts[record.path] ?? sent.bytes
      opened =
        bytes == sent.bytes
        ? sent.opened : try OpenedRecord(record, bytes, desk, open: sent.form.open)
      (self.record, self.texts) = (record, texts)
    }

    func problems(_ found: [Diagnostic], _ sources: [SourceFile], root: String) -> FieldProblems {
      FieldProblems(record, in: opened.file, opened.form, found, sources, contentRoot: root)
    }
  }

  /// What is wrong with the form of what is typed, by itself: before all checks are through.
  func checkForm(
    _ entry: RecordIndex.Entry, _ data: FormData, _ desk: Desk
  ) -> PreviewResponse {
    do throws(DeskError) {
      let trial = try Trial(data, of: entry.record, desk, seen)
      guard let folder = folder()?.replacing(trial.texts),
        let found = Content.formProblems(at: entry.record.path, in: folder)
      else { return CheckAnswer.done }
      return CheckAnswer(
        form: trial.opened.form,
        problems: trial.problems(found.diagnostics, [found.source], root: folder.root),
        refusals: trial.refusals, hasPage: false, others: ""
      ).response
    } catch { return CheckAnswer.failed(error) }
  }

  /// What checking says of a form as it is typed, field by field, and the page as it would be.
  func check(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData, _ desk: Desk
  ) async -> PreviewResponse {
    do throws(DeskError) {
      let typed = try Trial(data, of: entry.record, desk, seen)
      let look = Look(await trial(typed.texts), at: entry.record.path)
      looks.keep(look.page, at: entry.address)
      return CheckAnswer(
        form: typed.opened.form,
        problems: typed.problems(
          look.problems, look.sources, root: look.contentRoot ?? content),
        refusals: typed.refusals, hasPage: look.page != nil,
        others: PresenceWords.of(
          presences.others(in: entry.record.name, window: data["w"] ?? ""), to: session.author)
      ).response
    } catch { return CheckAnswer.failed(error) }
  }

  /// Keeps what is typed and not saved, or lets it go where it is what the file says.
  ///
  /// A page sends what was touched in it; what else its windows kept stays.
  func keepDraft(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData
  ) -> PreviewResponse {
    let record = entry.record.name
    let window = data["w"] ?? ""
    if data["via"] == nil {
      // That nobody can be told is no reason not to keep the draft.
      try? presences.note(record, window: window, author: session.author)
    } else {
      try? presences.end(window: window)
    }
    let adopted = Studio.drafts(in: data)
    var fields: [String: String] = [:]
    var others: Set<String> = []
    for draft in drafts.all(of: record) where adopted.contains(draft.window) {
      // Entries have the names in this window that they have in its form.
      let names =
        draft.window == window
        ? nil : EntryNames(draft.data.identities, now: data.identities)
      // What is lost with its entry was told when the page was opened, and stays where it is.
      if names?.lost.isEmpty ?? true, draft.window != window { others.insert(draft.window) }
      let known = names.map { draft.data.renaming($0) } ?? draft.data
      for name in known.names("f.") + known.names("n.") { fields[name] = known[name] }
    }
    for field in data.fields {
      let text = data.all("f." + field).joined(separator: "\n").replacing("\r\n", with: "\n")
      fields["f." + field] = data.isChanged(field) ? text : nil
    }
    for name in data.names("n.") {
      let text = (data[name] ?? "").replacing("\r\n", with: "\n")
      fields[name] = text.isEmpty ? nil : text
    }
    do throws(FileError) {
      guard !fields.isEmpty else {
        try drafts.remove(record, others.union([window]))
        return CheckAnswer.done
      }
      for (name, identity) in data.identities { fields["k." + name] = identity }
      try drafts.keep(
        Drafts.Draft(
          record: record, window: window, fingerprint: data["h"] ?? "", author: session.author,
          time: Timestamp.now.text,
          fields: fields.sorted { $0.key < $1.key }.map { Drafts.Field($0.key, $0.value) }))
      try drafts.remove(record, others)
    } catch { return CheckAnswer.failed(.file(error)) }
    return CheckAnswer.done
  }

  var presences: Presences { Presences(of: content) }

  /// The windows whose drafts are in a form: its own, and those that it was filled with.
  static func drafts(in data: FormData) -> Set<String> {
    let own = [data["w"] ?? ""].filter { !$0.isEmpty }
    return Set(own + (data["bozze"] ?? "").split(separator: " ").map(String.init))
  }
}

extension Studio {
  /// Fills the form with what was copied from a spreadsheet; what else was typed stays.
  func readSeries(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData, _ name: String
  ) -> PreviewResponse {
    do throws(DeskError) {
      let sent = try SentForm(data, of: entry.record, desk, seen)
      let opened = sent.opened
      let grid = opened.form.nodes.first { $0.head.name == name }
      guard case .grid(let head, _, let rows)? = grid, case .observations(let table) = head.type
      else { return missing(visit) }
      let read = PastedSeries(
        data["p." + name] ?? "", into: name, rows, table,
        opened.file, entry.record)
      var outcome = Outcome(
        note: [read.summary, read.left].compactMap(\.self).joined(separator: "\n"))
      // What else was typed stays.
      let typed = sent.form.data
      for field in typed.fields where typed.isChanged(field) {
        outcome.typed["f." + field] = typed.all("f." + field).joined(separator: "\n")
      }
      for control in typed.names("n.") { outcome.typed[control] = typed[control] }
      outcome.refusals = sent.form.lost
      outcome.windows = Studio.drafts(in: data)
      try? presences.end(window: data["w"] ?? "")
      outcome.typed.merge(read.typed) { $1 }
      return form(visit, entry, opened, outcome)
    } catch { return failed(visit, entry, error) }
  }
}

/// What a script is told of a form as it is typed.
struct CheckAnswer {
  let form: RecordForm
  let problems: FieldProblems
  let refusals: [String: Phrase]
  let hasPage: Bool
  /// Who else is writing here; empty for nobody.
  let others: String

  var response: PreviewResponse {
    var names = Set(problems.ofField.keys).union(refusals.keys)
    names.formUnion(form.items.map(\.name))
    let count = refusals.count + problems.all.count { $0.severity != .hint }
    var json = JSONWriter()
    json.object { json in
      json.member("conta", count)
      json.member("pagina", hasPage ? 1 : 0)
      json.member("presenti", others)
      json.member("eco") { json in
        json.object { json in
          for item in form.items where FieldEcho.isSaid(item.type) {
            json.member(item.name, FieldEcho.of(item.value, item.type))
          }
        }
      }
      json.member("campi") { json in
        json.object { json in
          for name in names.sorted() {
            let lines = lines(name)
            if !lines.html.isEmpty { json.member(name, lines.html) }
          }
        }
      }
    }
    return .file(json.bytes, name: "x.json")
  }

  private func lines(_ name: String) -> EscapedHTML {
    let refusal = refusals[name].map(ProblemLine.refusal)
    return "\(refusal)\((problems.ofField[name] ?? []).map(ProblemLine.markup))"
  }

  static var done: PreviewResponse { .file(Array("{}".utf8), name: "x.json") }

  static func failed(_ error: DeskError) -> PreviewResponse { failed(error.message) }

  static func failed(_ reason: Phrase) -> PreviewResponse {
    var json = JSONWriter()
    json.object { $0.member("guasto", reason.italian) }
    return .file(json.bytes, name: "x.json")
  }
}

extension Drafts.Draft {
  /// As a form would send it.
  var data: FormData { FormData(fields.map { (name: $0.name, text: $0.text) }) }
}
