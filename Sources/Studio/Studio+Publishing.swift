import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

extension Studio {
  func publishing(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), told: String? = nil,
    planned: String? = nil, isDone: Bool = false
  ) -> PreviewResponse {
    let states = pageStates(visit)
    let pages = visit.index.entries.filter {
      $0.home == edition.folder && [.objective, .achievement].contains($0.record.kind)
    }
    let view = PublishPage(
      edition: edition.name, rebuild: visit.rebuild,
      states: Dictionary(grouping: pages) { states.of($0.record) }.mapValues(\.count),
      targets: visit.rebuild.report?.site.targets ?? [], token: session.token, told: told,
      planned: planned, isDone: isDone)
    return page(
      Shell(title: isDone ? "Pubblicato" : "Pubblica", edition: edition.name), view.body())
  }

  /// Says what publishing would change, or publishes; the program that does it from the command line does it here.
  func publish(
    _ visit: StudioVisit, _ edition: (folder: String, name: String), _ action: Action,
    _ data: FormData
  ) async -> PreviewResponse {
    let targets = visit.rebuild.report?.site.targets ?? []
    // A request names none but the places that the site's file says.
    guard targets.contains(where: { $0.name.value == action.name }) else {
      return publishing(visit, edition, told: "Questo posto non c'è nel file del sito.")
    }
    guard action.verb == "pubblica" else {
      let (_, text) = await run(["pubblica", action.name, "--prova"])
      return publishing(visit, edition, told: text, planned: action.name)
    }
    let states = pageStates(visit)
    let open = visit.index.entries.contains {
      $0.home == edition.folder && [.objective, .achievement].contains($0.record.kind)
        && states.of($0.record) != .approved
    }
    let reason = FormValue.received(data["perche"] ?? "", .text())
    guard !open || !reason.isEmpty else {
      return publishing(
        visit, edition,
        told: "Non tutte le pagine sono approvate: scrivi perché pubblichi lo stesso.",
        planned: action.name)
    }
    let accepts = data["avvisi"] == nil ? [] : ["--accetta-avvisi"]
    let (code, text) = await run(["pubblica", action.name, "--si"] + accepts)
    guard code == 0 else { return publishing(visit, edition, told: text, planned: action.name) }
    let note = ChangeNote(
      .publication, field: reason.isEmpty ? action.name : "\(action.name): \(reason)")
    do throws(DeskError) {
      try desk.note(note, path: edition.name)
    } catch {
      return publishing(
        visit, edition, told: text + "\n" + error.message.italian, isDone: true)
    }
    return publishing(visit, edition, told: text, isDone: true)
  }
}
