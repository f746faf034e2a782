import Diagnostics
import Facts
import Figures
import Files
import Hypertext
import SocialReport
import Theme

extension ViewBuilder {
  func assessment(_ objective: Objective) -> View {
    guard let assessment = objective.assessment?.value else { return .none }
    return .record([
      "label": .text(word("assessment", assessment)), "word": .text(assessment.rawValue),
    ])
  }

  func item(_ objective: Objective) -> View {
    .record([
      "number": .text(objective.number.value),
      "label": .text(objective.title.value),
      "url": .text(context.href(Addresses.objective(objective, of: edition))),
      "area": .text(area(of: objective)?.title.value),
      "assessment": assessment(objective),
      "achievements": .text(
        told("contents.achievements", statusCounts(of: objective.achievements))),
      "expected_result": .text(objective.expectedResult?.value),
      "statuses": .list(statuses(of: objective.achievements)),
      "draft": .flag(objective.isDraft),
    ])
  }

  func area(of objective: Objective) -> Area? {
    objective.area.flatMap { index.areas[$0] }
  }

  func item(_ achievement: Achievement, of objective: Objective) -> View {
    .record([
      "number": .text(achievement.number.value),
      "label": .text(achievement.title.value),
      "url": .text(context.href(Addresses.achievement(achievement, of: objective, edition))),
      "summary": .text(achievement.summary.value),
      "status": .text(word("status", achievement.status.value)),
      "status_word": .text(achievement.status.value.rawValue),
      "status_on": .text(formats.date(achievement.statusOn.value)),
      "as_of": .text(formats.dated("achievement.as-of", achievement.statusOn.value)),
      "draft": .flag(achievement.isDraft),
    ])
  }

  func view(_ objective: Objective) -> View {
    record(
      objective,
      [
        "area": area(of: objective).map(link) ?? .none,
        "beneficiaries": groups(objective.beneficiaries),
        "owner": office(objective.owner),
        "assessment": assessment(objective),
        "indicators": indicators(objective.indicators),
        "achievements": .list(objective.achievements.map { item($0, of: objective) }),
        "continues": objective.continues.map(link) ?? .none,
        "concludes": .flag(objective.isConcluded),
      ])
  }

  /// - Parameter premise: the objective's premise as HTML, made once for all its achievements.
  /// - Parameter issues: the actions' `issue` texts as HTML, in the order of the actions.
  func view(
    _ achievement: Achievement, of objective: Objective, premise: HTML, issues: [HTML]
  ) -> View {
    record(
      achievement,
      [
        "objective": link(objective.title.value, Addresses.objective(objective, of: edition)),
        "premise_text": .html(premise),
        "status": .text(word("status", achievement.status.value)),
        "status_word": .text(achievement.status.value.rawValue),
        "as_of": .text(formats.dated("achievement.as-of", achievement.statusOn.value)),
        "office": office(achievement.office),
        "actions": .list(zip(achievement.actions, issues).map { view($0, issue: $1) }),
        "milestones": .list(achievement.milestones.map(view)),
        "resources": .list(achievement.resources.map(view)),
        "attachments": .list(achievement.attachments.map(view)),
        "acts": .list(achievement.acts.compactMap { index.acts[$0.value] }.map(link)),
        "indicators": indicators(achievement.indicators),
        "beneficiaries": groups(achievement.beneficiaries),
      ])
  }

  /// An act as a page names it: linked to where it is documented.
  private func link(_ act: LegalAct) -> View {
    .record([
      "label": .text(formats.act(act)),
      "url": .text(context.href(Addresses.entry(act.id.value, in: .acts, of: edition))),
      "subject": .text(act.subject.value),
    ])
  }

  private func view(_ action: Action, issue: HTML) -> View {
    record(
      action,
      [
        "label": .text(action.title.value),
        "status": .text(word("status", action.status.value)),
        "status_word": .text(action.status.value.rawValue),
        "owner": office(action.owner),
        "due": .text(action.due.map { formats.dated("action.due", $0.value) }),
        "issue": .html(issue),
        "evidence": evidence(action.evidence),
      ])
  }

  private func view(_ milestone: Milestone) -> View {
    record(
      milestone,
      [
        "date": .text(milestone.period.map { formats.period($0) } ?? strings["date.unknown"]),
        "kind": .text(milestone.kind.map { word("milestone", $0.value) }),
        "act": act(milestone.act),
        "source": source(milestone.source),
      ])
  }

  private func view(_ resource: Resource) -> View {
    record(
      resource,
      [
        "anchor": .text(resource.id.map { Addresses.anchor(ofResource: $0.value) }),
        "stage": .text(word("stage", resource.stage.value)),
        "basis": .text(resource.basis.map { word("basis", $0.value) }),
        "funding": .text(
          resource.fundingName?.value ?? resource.funding.map { word("funding", $0.value) }),
        "measure": list(resource.measures.map(\.measureText)),
        "cup": list(resource.cups.map(\.value)),
        "cig": list(resource.cigs.map(\.value)),
        "source": evidence(resource.source),
        "act": act(resource.act),
        "shares": .list(
          resource.shares.map {
            .record([
              "source": .text($0.source.value), "amount": .text(formats.euro($0.amount.value)),
            ])
          }),
      ])
  }

  private func list(_ texts: [String]) -> View {
    texts.isEmpty ? .none : .text(texts.joined(separator: ", "))
  }

  private func view(_ attachment: Attachment) -> View {
    let file = context.address(ofFile: attachment.file)
    let format = format(of: attachment.file, named: attachment.url?.value ?? "")
    return record(
      attachment,
      [
        "label": .text(attachment.title.value),
        "url": .text(file.map { context.href($0) } ?? attachment.url?.value),
        "format": .text(format),
        "archived_format": .text(self.format(of: attachment.archived)),
        "language": .text(attachment.language?.value),
        "is_accessible": .flag(attachment.isAccessible),
        "original": .text(file == nil ? nil : attachment.url?.value),
      ])
  }

  /// The format and the size of a file, as far as they are known: `PDF, 120 kB`.
  ///
  /// - Parameter name: what tells the format where there is no file.
  func format(of file: Sourced<String>?, named name: String = "") -> String {
    context.fileNote(
      file?.value ?? name,
      of: file.flatMap { LocalFile.find($0.value, of: $0.place, context)?.path })
  }

  /// The objective of another edition, linked where it is on the site.
  private func link(_ continued: Objective.Continuation) -> View {
    let earlier = context.report.edition(named: continued.edition.value)
    let objective = earlier.flatMap { edition in
      context.indexes.first { $0.edition.id.value == edition.id.value }?
        .objectives[continued.id.value]
    }
    let address = earlier.flatMap { edition in
      objective.map { Addresses.objective($0, of: edition) }
    }
    return .record([
      "label": .text(continued.edition.value), "url": .text(address.map(context.href)),
    ])
  }
}
