import Diagnostics
import SocialReport

extension OpenData {
  /// An objective without its achievements.
  func write(_ objective: Objective, _ json: inout JSONWriter) {
    json.member("id", objective.id.value)
    json.member("number", objective.number.value)
    json.member("title", objective.title.value)
    json.member("url", url(Addresses.objective(objective, of: edition)))
    json.member("area", objective.area)
    json.member("expected_result", objective.expectedResult?.value)
    json.member("assessment", objective.assessment?.value.rawValue)
    json.markdown("rationale", objective.rationale)
    json.member("owner", objective.owner?.value)
    json.texts("beneficiaries", objective.beneficiaries)
    json.texts("indicators", objective.indicators)
    if let continues = objective.continues {
      json.member("continues") { json in
        json.object { json in
          edition(continues.edition.value, "edition", "edition_id", &json)
          json.member("id", continues.id.value)
        }
      }
    }
    json.member("concludes", objective.isConcluded ? true : nil)
    json.member("updated_on", objective.updatedOn.value.iso8601)
  }

  func write(_ achievement: Achievement, address: String, _ json: inout JSONWriter) {
    json.member("id", achievement.id.value)
    json.member("number", achievement.number.value)
    json.member("title", achievement.title.value)
    json.member("summary", achievement.summary.value)
    json.member("url", url(address))
    json.member("draft", achievement.isDraft ? true : nil)
    json.member("office", achievement.office.value)
    json.member("status", achievement.status.value.rawValue)
    json.member("status_on", achievement.statusOn.value.iso8601)
    json.list("actions", achievement.actions, write)
    json.list("milestones", achievement.milestones, write)
    json.list("resources", achievement.resources, write)
    json.list("attachments", achievement.attachments, write)
    json.texts("indicators", achievement.indicators)
    json.texts("acts", achievement.acts)
    json.texts("beneficiaries", achievement.beneficiaries)
    json.member("updated_on", achievement.updatedOn.value.iso8601)
  }

  private func write(_ action: Action, _ json: inout JSONWriter) {
    json.member("number", action.number?.value)
    json.member("title", action.title.value)
    json.member("status", action.status.value.rawValue)
    json.member("owner", action.owner?.value)
    json.member("due", action.due?.value.iso8601)
    json.member("progress", action.progress?.value)
    json.markdown("issue", action.issue)
    json.member("evidence", action.evidence?.value)
  }

  private func write(_ milestone: Milestone, _ json: inout JSONWriter) {
    json.member("subject", milestone.subject.value)
    json.member("kind", milestone.kind?.rawValue)
    json.member("date", milestone.period?.iso8601)
    json.member("act", milestone.act?.value)
    json.member("source", milestone.source?.value)
  }

  private func write(_ resource: Resource, _ json: inout JSONWriter) {
    json.member("id", resource.id?.value)
    json.member("description", resource.description.value)
    json.member("year", resource.year?.value)
    json.member("stage", resource.stage.value.rawValue)
    json.decimal("amount", resource.amount.value)
    json.member("basis", resource.basis?.value.rawValue)
    json.member("funding", resource.funding?.value.rawValue)
    json.member("funding_name", resource.fundingName?.value)
    several("measure", resource.measures.map(\.measureText), &json)
    json.list("shares", resource.shares) { share, json in
      json.member("source", share.source.value)
      json.decimal("amount", share.amount.value)
    }
    several("cup", resource.cups.map(\.value), &json)
    several("cig", resource.cigs.map(\.value), &json)
    json.member("source", resource.source.value)
    json.member("act", resource.act?.value)
  }

  /// The first of some texts by their name and, where there are more, all of them by its plural.
  private func several(_ name: String, _ texts: [String], _ json: inout JSONWriter) {
    json.member(name, texts.first)
    if texts.count > 1 { json.texts(name + "s", texts) }
  }

  private func write(_ attachment: Attachment, _ json: inout JSONWriter) {
    json.member("title", attachment.title.value)
    json.member("url", file(attachment.file) ?? attachment.url?.value)
    json.member("language", attachment.language?.value)
    json.member("date", attachment.date?.value.iso8601)
    json.member("accessible", attachment.isAccessible)
    json.member("note", attachment.note?.value)
    json.member("archived", file(attachment.archived))
  }
}
