import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

extension Studio {
  var invitations: InvitationTable { InvitationTable(of: content) }

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
    for text in contribution.texts {
      guard let invitation, let entry = index[invitation.records[text.record]],
        let opened = try? OpenedRecord(entry, desk, open: [])
      else { continue }
      let item = opened.form.items.first { $0.name == text.field }
      guard item.map(Contribution.isAsked) == true else { throw .unasked(text.field) }
    }
    do throws(FileError) { try invitations.keep(text, of: contribution.code) } catch {
      throw .notKept(error.message.italian)
    }
    return contribution.code
  }

  func proposal(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), _ code: String,
    sent: FormData? = nil, refusal: Phrase? = nil
  ) -> PreviewResponse {
    guard let text = invitations.answer(code), let contribution = try? Contribution(text),
      let invitation = ((try? invitations.all()) ?? []).first(where: { $0.code == code })
    else { return missing(visit) }
    let proposed = proposed(contribution, invitation, visit)
    let view = ProposalPage(
      code: code, office: invitation.office, edition: edition.name, rows: proposed.rows,
      lost: proposed.lost, token: session.token, sent: sent, refusal: refusal)
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
    var opened: [Int: OpenedRecord] = [:]
    var (rows, lost): ([ProposalPage.Row], [ProposalPage.Lost]) = ([], [])
    for text in contribution.texts {
      let name = "\(text.record).\(text.field)"
      guard !refused.contains(name) else { continue }
      let address = invitation.records[text.record]
      let entry = visit.index[address]
      if opened[text.record] == nil {
        opened[text.record] = entry.flatMap { try? OpenedRecord($0, desk, open: []) }
      }
      guard let entry,
        let item = opened[text.record]?.form.items.first(where: { $0.name == text.field })
      else {
        lost.append(ProposalPage.Lost(page: address, field: text.field, text: text.text))
        continue
      }
      if let row = row(name, text, entry, item, contribution) { rows.append(row) }
    }
    return (rows, lost)
  }

  /// Nil where the office left the field as it was.
  private func row(
    _ name: String, _ text: Contribution.Text, _ entry: RecordIndex.Entry, _ item: FormItem,
    _ contribution: Contribution
  ) -> ProposalPage.Row? {
    let old = contribution.fingerprints[text.record].flatMap { desk.oldBytes($0) }
    let shown = old.flatMap { bytes in
      try? OpenedRecord(entry.record, bytes, desk, open: []).form.items
        .first { $0.name == text.field }?.value
    }
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
      name: name, entry: entry, field: text.field, label: item.label.italian, shown: shown,
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
    let protocolNumber = FormValue.received(data["protocollo"] ?? "", .text())
    let from =
      protocolNumber.isEmpty ? invitation.office : "\(invitation.office), \(protocolNumber)"
    let proposed = proposed(contribution, invitation, visit)
    var isDecided = proposed.lost.isEmpty || data["copiati"] != nil
    var fresh = visit
    do throws(DeskError) {
      for row in proposed.rows {
        switch data["s." + row.name] ?? "" {
        case "accetta":
          let changes = try put(
            data["v." + row.name] ?? "", row, data["b." + row.name], from, visit)
          fresh = await wait(fresh, changes)
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
      guard isDecided else { return proposal(fresh, edition, code, sent: data) }
      do throws(FileError) { try invitations.remove(code) } catch { throw .file(error) }
      return .done(
        to: "\(Shell.root)\(Path.encoded(edition.name))/?fatto=\(Done.saved.rawValue)")
    } catch {
      return proposal(fresh, edition, code, sent: data, refusal: error.message)
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
    if case .list = item.type {
      try revision.apply(.setList(row.field, to: FormValue.entries(value)), to: record)
    } else {
      try revision.apply(.set(row.field, to: value), to: record)
    }
    let changes = revision.changes
    try write(changes, as: ChangeNote(.proposal, field: "\(row.field) (\(from))"), visit)
    return changes
  }
}
