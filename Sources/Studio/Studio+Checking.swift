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
  /// What checking says of a form as it is typed, field by field; nothing is written.
  func check(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData, _ desk: Desk
  ) async -> PreviewResponse {
    do throws(DeskError) {
      let record = entry.record
      let bytes = try desk.read(record.path)
      let sent = SentForm(data)
      let opened = try OpenedRecord(record, bytes, desk, open: sent.open)
      let changes = FormChanges(data, now: opened.form, shown: nil, names: [:])
      var revision = Revision(desk)
      var outcome = Outcome()
      for edit in changes.edits {
        do throws(DeskError) {
          try revision.apply(edit, to: record)
        } catch { outcome.add(error, of: edit) }
      }
      let texts = Dictionary(
        revision.changes.map { ($0.path, $0.new) }, uniquingKeysWith: { $1 })
      let look = Look(await trial(texts), at: record.path)
      looks.keep(look.page, at: entry.address)
      let new = try OpenedRecord(record, texts[record.path] ?? bytes, desk, open: sent.open)
      let problems = FieldProblems(
        record, in: new.file, new.form, look.problems, look.sources,
        contentRoot: visit.rebuild.contentRoot ?? "")
      return CheckAnswer(
        form: new.form, problems: problems, refusals: outcome.refusals, hasPage: look.page != nil
      ).response
    } catch { return CheckAnswer.failed(error) }
  }

  /// Keeps what is typed and not saved, or lets it go where it is what the file says.
  func keepDraft(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData
  ) -> PreviewResponse {
    let new = data.names("n.").compactMap { name -> Drafts.Field? in
      let text = (data[name] ?? "").replacing("\r\n", with: "\n")
      return text.isEmpty ? nil : Drafts.Field(name, text)
    }
    let own = data.names("f.").compactMap { name -> Drafts.Field? in
      let field = String(name.dropFirst(2))
      let text = data.all(name).joined(separator: "\n").replacing("\r\n", with: "\n")
      guard let mark = data["b." + field], mark != FormValue.fingerprint(text),
        mark != FormValue.fingerprint(FormValue.received(text, .text())),
        mark != FormValue.fingerprint(FormValue.received(text, .markdown))
      else { return nil }
      return Drafts.Field(name, text)
    }
    let window = Drafts.Field("w", data["w"] ?? "")
    let known = Set((own + new).map(\.name))
    // What another window of the same page has typed stays beside it.
    let old = drafts.draft(of: entry.record.name)?.fields ?? []
    let isOther = old.first { $0.name == "w" }.map { $0.text != window.text } ?? false
    let others = isOther ? old.filter { $0.name != "w" && !known.contains($0.name) } : []
    let fields = own + new + others
    do throws(FileError) {
      if fields.isEmpty {
        try drafts.remove(entry.record.name)
      } else {
        try drafts.keep(
          Drafts.Draft(
            record: entry.record.name, fingerprint: data["h"] ?? "", author: session.author,
            time: Moment.now.text, fields: [window] + fields))
      }
    } catch { return CheckAnswer.failed(.file(error)) }
    return CheckAnswer.done
  }
}

extension Studio {
  /// Fills the form with what was copied from a spreadsheet; what else was typed stays.
  func readSeries(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData, _ name: String
  ) -> PreviewResponse {
    do throws(DeskError) {
      let opened = try OpenedRecord(entry, desk, open: [])
      let grid = opened.form.nodes.first { $0.head.name == name }
      guard case .grid(let head, _, let rows)? = grid, case .observations(let table) = head.type
      else { return missing(visit) }
      let read = PastedSeries(
        data["p." + name] ?? "", into: name, rows, table,
        opened.file, entry.record)
      var outcome = Outcome(
        note: [read.summary, read.left].compactMap(\.self).joined(separator: "\n"))
      for control in data.names("f.") + data.names("n.") {
        outcome.typed[control] = data.all(control).joined(separator: "\n")
      }
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

  var response: PreviewResponse {
    var names = Set(problems.ofField.keys).union(refusals.keys)
    names.formUnion(form.items.map(\.name))
    let count = refusals.count + problems.all.count { $0.severity != .hint }
    var json = JSONWriter()
    json.object { json in
      json.member("conta", count)
      json.member("pagina", hasPage ? 1 : 0)
      json.member("campi") { json in
        json.object { json in
          for name in names.sorted() {
            let lines = lines(name)
            if !lines.html.isEmpty { json.member(name, lines.html) }
          }
        }
      }
      json.member("altri", EscapedHTML(joining: problems.others.map(ProblemLine.markup)).html)
    }
    return .file(json.bytes, name: "x.json")
  }

  private func lines(_ name: String) -> EscapedHTML {
    let refusal = refusals[name].map(ProblemLine.refusal)
    return "\(refusal)\((problems.ofField[name] ?? []).map(ProblemLine.markup))"
  }

  static var done: PreviewResponse { .file(Array("{}".utf8), name: "x.json") }

  static func failed(_ error: DeskError) -> PreviewResponse {
    var json = JSONWriter()
    json.object { $0.member("guasto", error.message.italian) }
    return .file(json.bytes, name: "x.json")
  }
}
