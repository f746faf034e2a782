import Content
import Desk
import Diagnostics
import Files
import Preview
import Scaffolding
import SocialReport
import Writing

extension Studio {
  /// The questions for something new; a citation of an act fills what it says.
  func new(
    _ kind: NewPage.Kind, _ edition: (folder: String, name: String), _ visit: StudioVisit,
    typed: [String: String] = [:], refusal: Phrase? = nil
  ) -> PreviewResponse {
    var view = NewPage(
      kind: kind, edition: edition.name, home: edition.folder, index: visit.index,
      token: session.token, typed: typed, refusal: refusal)
    if view.typed["obiettivo"] == nil { view.typed["obiettivo"] = visit.request.query("obiettivo") }
    if kind == .act, let text = visit.request.query("citazione") {
      let citation = ActCitation(text)
      view.typed = [
        "citazione": text, "organo": citation.body,
        "tipo": citation.kind, "numero": citation.number, "data": citation.date,
        "titolo": citation.subject,
      ]
      view.doubles = doubles(of: citation, edition, visit)
    }
    return page(
      Shell(title: kind.title, edition: edition.name, hasErrors: refusal != nil), view.body())
  }

  /// The acts of an edition with the same number and the same date.
  private func doubles(
    of citation: ActCitation, _ edition: (folder: String, name: String), _ visit: StudioVisit
  ) -> [RecordIndex.Entry] {
    guard !citation.number.isEmpty, !citation.date.isEmpty else { return [] }
    let acts = visit.rebuild.report?.editions.flatMap(\.acts).filter { act in
      act.number.map { ActNumber.bare($0.value) } == citation.number
        && act.date.value.iso8601 == citation.date
    }
    let ids = Set((acts ?? []).map(\.id.value))
    return visit.index.records(of: .acts, in: edition.folder).filter { ids.contains($0.record.id) }
  }

  /// Makes something new, and goes on to its form.
  func make(
    _ kind: NewPage.Kind, _ edition: (folder: String, name: String), _ visit: StudioVisit,
    _ data: FormData
  ) async -> PreviewResponse {
    let names = [
      "titolo", "obiettivo", "ufficio", "area", "organo", "tipo", "numero", "data", "link",
      "organizzazione", "qualita", "sigla", "definizione",
    ]
    let typed = Dictionary(
      names.map { ($0, FormValue.received(data[$0] ?? "", .text())) }, uniquingKeysWith: { $1 })
    func refused(_ reason: Phrase) -> PreviewResponse {
      new(kind, edition, visit, typed: typed, refusal: reason)
    }
    guard let title = AnsweredText(typed["titolo"] ?? "") else {
      return refused(Phrase(it: "scrivi come si chiama", en: "write what it is called"))
    }
    do {
      let folder = try await wholeFolder()
      let outline = try await ProjectOutline(folder)
      let place = try RecordPlace(
        root: content, outline: outline, edition: edition.name, language: outline.language,
        today: today)
      let addition = try addition(kind, title, typed, place)
      let changes = try place.write(addition, with: desk).map {
        FileChange(path: $0, old: [], new: try desk.read($0))
      }
      let path = changes.first?.path ?? ""
      let made = await wait(visit, changes).index.entries.last { $0.record.path == path }
      return .done(
        to: made.map { RecordPage.address($0) + "?fatto=\(Done.made.rawValue)" }
          ?? Shell.root + Path.encoded(edition.name) + "/")
    } catch let error as any ExplainedError {
      let help = error.help.map { Phrase(it: "; \($0.italian)", en: "; \($0.english)") }
      return refused(
        Phrase(
          it: error.message.italian + (help?.italian ?? ""),
          en: error.message.english + (help?.english ?? "")))
    } catch {
      return refused(
        Phrase(it: "non riesco a scriverlo: \(error)", en: "cannot write it: \(error)"))
    }
  }

  private func addition(
    _ kind: NewPage.Kind, _ title: AnsweredText, _ typed: [String: String], _ place: RecordPlace
  ) throws(ProjectOutline.Refusal) -> RecordAddition {
    func said(_ name: String) -> String? { typed[name].flatMap { $0.isEmpty ? nil : $0 } }
    switch kind {
    case .objective: return try place.objective(title, office: said("ufficio"), area: said("area"))
    case .achievement:
      return try place.achievement(
        title, objective: said("obiettivo") ?? "", office: said("ufficio"))
    case .indicator: return try place.indicator(title, office: said("ufficio"))
    case .context: return try place.context(title)
    case .area: return place.area(title)
    case .office: return try place.office(title)
    case .term:
      return try place.term(title, definition: said("definizione") ?? "", acronym: said("sigla"))
    case .source:
      return try place.source(
        title, organisation: said("organizzazione") ?? "", kind: said("tipo") ?? "documento",
        quality: said("qualita") ?? "ufficiale", url: said("link"))
    case .act:
      return try place.act(
        title, number: said("numero") ?? "", date: said("data") ?? "", body: said("organo") ?? "",
        kind: said("tipo"), url: said("link"), option: Phrase(it: "Data", en: "Date"))
    }
  }
}
