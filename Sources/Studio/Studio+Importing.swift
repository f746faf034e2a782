import Desk
import Diagnostics
import Files
import Intake
import Office
import Preview
import Scaffolding
import SocialReport

extension Studio {
  func intakePage(
    _ visit: StudioVisit, _ edition: (folder: String, name: String)
  ) -> PreviewResponse {
    let view = IntakePage(
      edition: edition.name, objectives: visit.index.records(of: .objective, in: edition.folder),
      offices: visit.index.records(of: .offices, in: edition.folder)
        + visit.index.records(of: .offices, in: nil),
      objective: visit.request.query("obiettivo") ?? "", token: session.token)
    return page(Shell(title: "Porta dentro un documento", edition: edition.name), view.body())
  }

  /// Makes a draft of a document that was sent, or says what would come of it.
  func takeDocument(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), named name: String
  ) async -> PreviewResponse {
    func said(_ name: String) -> String? {
      visit.request.query(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    do {
      let outline = try await ProjectOutline(try await wholeFolder())
      let place = try RecordPlace(
        root: content, outline: outline, edition: edition.name, language: outline.language,
        today: today)
      var wishes = ImportWishes()
      wishes.kind = said("come").flatMap(EntityKind.init(word:))
      (wishes.objective, wishes.office) = (said("obiettivo"), said("ufficio"))
      wishes.keepsOwn = said("tieni") != nil
      let made = try await Imported.of(visit.request.body, named: name, into: place, wishes, desk)
      guard said("prova") == nil else { return told(made, address: nil) }
      try closedFolders(visit).check(made.changes)
      try made.write(with: desk)
      let fresh = await wait(visit, made.changes)
      let entry = fresh.index.entries.last { $0.record.path == made.path }
      return told(made, address: entry.map { RecordPage.address($0) })
    } catch let flaw as OfficeFlaw {
      return CheckAnswer.failed(flaw.message)
    } catch let error as any ExplainedError {
      let help = error.help.map { Phrase(it: "; \($0.italian)", en: "; \($0.english)") }
      return CheckAnswer.failed(
        Phrase(
          it: error.message.italian + (help?.italian ?? ""),
          en: error.message.english + (help?.english ?? "")))
    } catch {
      return CheckAnswer.failed(Phrase(it: "\(error)", en: "\(error)"))
    }
  }

  private func told(_ made: Imported, address: String?) -> PreviewResponse {
    var json = JSONWriter()
    json.object { json in
      json.member("fatto", made.summary.italian)
      json.member("conto", made.account.italian)
      if let address { json.member("pagina", address) }
      json.member("righe") { json in
        json.array { json in for remark in made.remarks { json.string(remark.italian) } }
      }
    }
    return .file(json.bytes, name: "x.json")
  }
}
