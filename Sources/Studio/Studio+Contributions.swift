import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

extension Studio {
  var invitations: InvitationTable { InvitationTable(of: content) }

  /// How many answers of offices to questions about an edition are to be looked at.
  func proposals(of edition: String) -> Int {
    let answered = Set(invitations.answered)
    guard !answered.isEmpty else { return 0 }
    return ((try? invitations.all()) ?? []).count { invitation in
      answered.contains(invitation.code)
        && invitation.records.contains { $0.hasPrefix(edition + "/") }
    }
  }

  func invitePage(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), refusal: String? = nil
  ) -> PreviewResponse {
    let offices =
      visit.index.records(of: .offices, in: edition.folder)
      + visit.index.records(of: .offices, in: nil)
    let asked = visit.request.query("invita") ?? ""
    let view = InvitePage(
      edition: edition.name, offices: offices,
      pages: visit.index.entries.filter {
        $0.home == edition.folder && [.objective, .achievement, .context].contains($0.record.kind)
      }, office: asked.isEmpty ? offices.first?.record.id ?? "" : asked, token: session.token,
      invitations: (try? invitations.all()) ?? [], answered: invitations.answered,
      isShared: guests != nil, refusal: refusal)
    return page(
      Shell(title: "Chiedi a un ufficio", edition: edition.name, hasErrors: refusal != nil),
      view.body())
  }

  /// Makes the file for an office, and remembers what was asked.
  func invite(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), _ data: FormData
  ) -> PreviewResponse {
    let asked = data.all("pagina").compactMap { visit.index[$0] }
    guard !asked.isEmpty else {
      return invitePage(visit, edition, refusal: "scegli almeno una pagina")
    }
    let day = FormValue.received(data["fino"] ?? "", .text())
    let date = DateText.date(day)
    guard day.isEmpty || date?.day != nil else {
      return invitePage(visit, edition, refusal: "`\(day)` non è un giorno del calendario")
    }
    let office = FormValue.received(data["ufficio"] ?? "", .text())
    var invitation = OfficeInvitation(
      code: Invitations.secret(), secret: Invitations.secret(), office: office,
      until: date?.iso8601 ?? "", records: asked.map(\.address))
    do {
      let form = try self.form(of: invitation, visit.index)
      invitation.fingerprints = form.pages.map(\.fingerprint)
      try invitations.add(invitation, by: session.author, at: Timestamp.now.text)
      let name = visit.index.record(office, [.offices], in: edition.folder)?.title ?? office
      if let guests, data["azione"] == "collega" {
        let links = LinksPage(
          edition: edition.name, officeName: name, invitation: invitation,
          addresses: links(to: invitation, guests.make(for: invitation.code), visit.request))
        return page(
          Shell(title: "Il collegamento per \(name)", edition: edition.name), links.body())
      }
      let file = ContributionFile(form: form, officeName: name, edition: edition.name)
      let bytes = file.bytes(
        style: PackageResources.studio_css, script: PackageResources.contribution_js)
      let slug = office.filter { $0.isLetter || $0.isNumber || $0 == "-" }
      return PreviewResponse.file(bytes, name: "x.html")
        .with("Content-Disposition", "attachment; filename=\"contributo-\(slug).html\"")
    } catch let error as any ExplainedError {
      return invitePage(visit, edition, refusal: error.message.italian)
    } catch { return invitePage(visit, edition, refusal: "\(error)") }
  }

  /// The fields that an office is asked for, as they are now; what they were is kept, to be compared later.
  ///
  /// A page that is there no more is left out.
  func form(
    of invitation: OfficeInvitation, _ index: RecordIndex, typed: [String: String] = [:]
  ) throws -> ContributionForm {
    let pages = try invitation.records.map { address -> ContributionForm.Page in
      guard let entry = index[address] else {
        return ContributionForm.Page(title: address, fingerprint: "", items: [])
      }
      let opened = try OpenedRecord(entry, desk, open: [])
      try desk.keep(opened.bytes)
      return ContributionForm.Page(
        title: entry.title, fingerprint: FileHash.digest(of: opened.bytes),
        items: opened.form.items.filter(Contribution.isAsked))
    }
    return ContributionForm(invitation: invitation, pages: pages, typed: typed)
  }

  /// Takes the answer of an office in, if it is one, and shows it.
  func takeIn(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), _ data: FormData
  ) -> PreviewResponse {
    do throws(ContributionFlaw) {
      let code = try receive(data["contributo"] ?? "", visit.index)
      return .done(to: "\(Shell.root)\(Path.encoded(edition.name))/?proposta=\(code)")
    } catch { return invitePage(visit, edition, refusal: error.message) }
  }

  /// Keeps the answer of an office, if it is one that was asked for.
  ///
  /// - Returns: the code of its invitation.
  func receive(_ text: String, _ index: RecordIndex) throws(ContributionFlaw) -> String {
    let contribution = try Contribution(text)
    let invitation = ((try? invitations.all()) ?? []).first { $0.code == contribution.code }
    try contribution.check(invitation, on: Timestamp.now.text)
    if let invitation {
      let asked = AskedRecords(invitation, shown: [:], index, desk)
      for text in contribution.texts {
        guard let record = asked[text.record] else { continue }
        let isAsked = record.items[text.field].map(Contribution.isAsked) == true
        guard isAsked else { throw .unasked(text.field) }
      }
    }
    do throws(FileError) { try invitations.keep(text, of: contribution.code) } catch {
      throw .notKept(error.message.italian)
    }
    return contribution.code
  }

  func proposal(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), _ code: String,
    sent: FormData? = nil, isOfAnother: Bool = false, refusal: Phrase? = nil
  ) -> PreviewResponse {
    guard let text = invitations.answer(code), let contribution = try? Contribution(text),
      let invitation = ((try? invitations.all()) ?? []).first(where: { $0.code == code })
    else { return missing(visit) }
    let proposed = proposed(contribution, invitation, visit)
    let view = ProposalPage(
      code: code, office: invitation.office, edition: edition.name, rows: proposed.rows,
      lost: proposed.lost, token: session.token, answer: FileHash.digest(of: Array(text.utf8)),
      sent: sent, isOfAnother: isOfAnother, refusal: refusal)
    return page(
      Shell(
        title: "Proposta: \(invitation.office)", edition: edition.name, hasErrors: refusal != nil),
      view.body())
  }

  /// What an office proposes, and what it wrote for fields that are not found any more.
  private func proposed(
    _ contribution: Contribution, _ invitation: OfficeInvitation, _ visit: StudioVisit
  ) -> (rows: [ProposalPage.Row], lost: [ProposalPage.Lost]) {
    let refused = invitations.refused(contribution.code)
    let asked = AskedRecords(invitation, shown: contribution.fingerprints, visit.index, desk)
    var (rows, lost): ([ProposalPage.Row], [ProposalPage.Lost]) = ([], [])
    for text in contribution.texts {
      let name = "\(text.record).\(text.field)"
      guard !refused.contains(name) else { continue }
      guard let record = asked[text.record], let item = record.items[text.field] else {
        lost.append(
          ProposalPage.Lost(
            page: invitation.records[text.record], field: text.field, text: text.text))
        continue
      }
      if let row = row(name, text, record, item) { rows.append(row) }
    }
    return (rows, lost)
  }

  /// Nil where the office left the field as it was.
  private func row(
    _ name: String, _ text: Contribution.Text, _ record: AskedRecords.Asked, _ item: FormItem
  ) -> ProposalPage.Row? {
    let shown = record.shown?[text.field]
    let proposed = FormValue.received(text.text, item.type)
    guard proposed != item.value, proposed != shown else { return nil }
    var merged: String?
    if let shown, case .markdown = item.type,
      case .merged(let joined) = ThreeWay.joined(
        shown: shown, mine: proposed, now: item.value, isText: true)
    {
      merged = joined
    }
    return ProposalPage.Row(
      name: name, entry: record.entry, field: text.field, label: item.label.italian, shown: shown,
      now: item.value, proposed: proposed, merged: merged)
  }

  /// Writes what was accepted; what was refused is told in the journal, with its reason.
  func accept(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), _ data: FormData
  ) async -> PreviewResponse {
    guard let code = data["codice"], let text = invitations.answer(code),
      let contribution = try? Contribution(text),
      let invitation = ((try? invitations.all()) ?? []).first(where: { $0.code == code })
    else { return missing(visit) }
    // What is decided is decided of the answer that was shown.
    func isSame() -> Bool {
      invitations.answer(code).map { FileHash.digest(of: Array($0.utf8)) } == data["risposta"]
    }
    let another = Phrase(
      it: "intanto l'ufficio ha mandato un'altra risposta: è questa",
      en: "the office sent another answer meanwhile: this one")
    guard isSame() else {
      return proposal(visit, edition, code, sent: data, isOfAnother: true, refusal: another)
    }
    let protocolNumber = FormValue.received(data["protocollo"] ?? "", .text())
    let from =
      protocolNumber.isEmpty ? invitation.office : "\(invitation.office), \(protocolNumber)"
    let proposed = proposed(contribution, invitation, visit)
    var isDecided = proposed.lost.isEmpty || data["copiati"] != nil
    var written: [FileChange] = []
    /// As the report is with all that was accepted.
    func after() async -> StudioVisit { await wait(visit, written) }
    do throws(DeskError) {
      for row in proposed.rows {
        switch data["s." + row.name] ?? "" {
        case "accetta":
          written += try put(
            data["v." + row.name] ?? "", row, data["b." + row.name], from, visit)
        case "rifiuta":
          let reason = FormValue.received(data["p." + row.name] ?? "", .text())
          try desk.note(
            ChangeNote(.refusal, field: "\(row.field) (\(from)): \(reason)"),
            path: row.entry.record.path)
          do throws(FileError) { try invitations.refuse(row.name, of: code) } catch {
            throw .file(error)
          }
        default: isDecided = false
        }
      }
      guard isDecided else { return proposal(await after(), edition, code, sent: data) }
      guard isSame() else {
        return proposal(
          await after(), edition, code, sent: data, isOfAnother: true, refusal: another)
      }
      do throws(FileError) { try invitations.remove(code) } catch { throw .file(error) }
      _ = await after()
      return .done(
        to: "\(Shell.root)\(Path.encoded(edition.name))/?fatto=\(Done.saved.rawValue)")
    } catch {
      return proposal(await after(), edition, code, sent: data, refusal: error.message)
    }
  }

  private func put(
    _ text: String, _ row: ProposalPage.Row, _ mark: String?, _ from: String, _ visit: StudioVisit
  ) throws(DeskError) -> [FileChange] {
    let record = row.entry.record
    let opened = try OpenedRecord(row.entry, desk, open: [])
    // What was compared is not what is there any more.
    guard let item = opened.form.items.first(where: { $0.name == row.field }),
      mark == FormValue.fingerprint(item.value)
    else { throw .changedMeanwhile(record.path) }
    let value = FormValue.received(text, item.type)
    var revision = Revision(desk)
    for edit in item.edits(to: value) { try revision.apply(edit, to: record) }
    let changes = revision.changes
    try write(changes, as: ChangeNote(.proposal, field: "\(row.field) (\(from))"), visit)
    return changes
  }
}
