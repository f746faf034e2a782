import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

extension Studio {
  var approvals: Approvals { Approvals(of: content) }
  var notes: PageNotes { PageNotes(of: content) }

  /// - Parameters:
  ///   - remark: what was typed, where it is not written.
  ///   - refusal: why it is not.
  func review(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, remark: String = "", refusal: Phrase? = nil
  ) -> PreviewResponse {
    do throws(DeskError) {
      let opened = try OpenedRecord(entry, desk, open: nil)
      let states = pageStates(visit)
      let line = states.approvals[entry.record.name]
      let old = line.flatMap { $0.isApproved ? desk.oldBytes($0.fingerprint) : nil }
      let approved = old.flatMap { bytes in
        try? OpenedRecord(entry.record, bytes, desk, open: nil).form
      }
      let fingerprint = FileHash.digest(of: Studio.text(opened.bytes))
      let view = ReviewPage(
        entry: entry, form: opened.form, approved: approved, approval: line,
        state: states.of(entry.record), notes: (try? notes.all())?[entry.record.name] ?? [],
        fingerprint: fingerprint, token: session.token, edition: visit.edition(of: entry),
        page: visit.rebuild.page(writtenIn: entry.record.path), remark: remark, refusal: refusal)
      return page(
        Shell(
          title: "Rilettura: \(entry.title)", edition: visit.edition(of: entry),
          hasErrors: refusal != nil), view.body())
    } catch { return failed(visit, entry, error) }
  }

  /// A yes, a wish or a remark.
  func judge(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ action: Action, _ data: FormData
  ) -> PreviewResponse {
    let remark = FormValue.received(data["testo"] ?? "", .text())
    let record = entry.record.name
    let time = Timestamp.now.text
    do throws(DeskError) {
      let bytes = try desk.read(entry.record.path)
      try DeskText.check(remark)
      do throws(FileError) {
        switch action.verb {
        case "approva", "chiedi":
          // A yes is to what was read, not to what came meanwhile.
          let text = Studio.text(bytes)
          guard FileHash.digest(of: text) == data["h"] else {
            return review(
              visit, entry, remark: remark,
              refusal: Phrase(
                it:
                  "la pagina è cambiata mentre la leggevi: guarda che cosa è cambiato, poi ripeti",
                en: "the page changed while you read it: see what changed, then do it again"))
          }
          try desk.keep(text)
          try approvals.add(
            Approvals.Line(
              time: time, author: session.author, record: record,
              fingerprint: FileHash.digest(of: text), approves: action.verb == "approva",
              text: remark))
        case "annota":
          if !remark.isEmpty { try notes.add(remark, to: record, by: session.author, at: time) }
        default: try notes.resolve(action.name, of: record, by: session.author, at: time)
        }
      } catch { throw .file(error) }
      return .done(to: RecordPage.address(entry) + "?vista=rilettura")
    } catch { return review(visit, entry, remark: remark, refusal: error.message) }
  }

  /// What the reader makes of a file, whatever its encoding: a state is of the text.
  private static func text(_ bytes: [UInt8]) -> [UInt8] {
    Array(Folder.Text(path: "", bytes: bytes).text.utf8)
  }

  func pageStates(_ visit: StudioVisit) -> PageStates {
    let root = (visit.rebuild.contentRoot ?? content) + "/"
    var texts: [String: String] = [:]
    for source in visit.rebuild.sources where source.path.hasPrefix(root) {
      texts[String(source.path.dropFirst(root.count))] = source.text
    }
    let pending = visit.rebuild.pendingPaths.map { path in
      path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    }
    return PageStates(
      (try? approvals.newest()) ?? [:], texts: texts, drafts: visit.index.drafts,
      gaps: Set(pending))
  }
}
