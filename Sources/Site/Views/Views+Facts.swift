import SocialReport
import Theme

/// The shapes of what achievements and registers hold.
extension Views {
  static let act = ViewShape.record(
    of: LegalAct.self,
    [
      "id": .text, "name": .text, "effect": .text, "office": link, "uses": .list(link),
      "format": .text,
    ])
  static let actLink = ViewShape.record(["label": .text, "url": .text, "subject": .text])
  static let source = ViewShape.record(
    of: InformationSource.self,
    [
      "id": .text, "name": .text, "kind": .text, "quality": .text, "retrieved": .text,
      "archived": .text, "format": .text, "uses": .list(link),
    ])
  static let term = ViewShape.record(
    of: GlossaryTerm.self,
    [
      "id": .text, "uses": .list(link),
    ])
  static let pageTerm = ViewShape.record([
    "id": .text, "term": .text, "acronym": .text, "definition": .text, "url": .text,
  ])
  static let office = ViewShape.record(
    of: Office.self,
    [
      "id": .text, "kind": .text, "parent": link, "phones": .list(link), "emails": .list(link),
      "uses": .list(link),
    ])
  static let correction = ViewShape.record([
    "label": .text, "url": .text, "date": .text, "date_iso": .text, "what": .text, "before": .text,
    "after": .text, "why": .text,
  ])
  static let plan = ViewShape.record(
    of: Plan.self,
    [
      "id": .text, "name": .text, "adoption": link,
    ])
  static let action = ViewShape.record(
    of: Action.self,
    [
      "label": .text, "status": .text, "status_word": .text, "owner": link, "issue": .html,
      "evidence": link,
    ])
  static let milestone = ViewShape.record(
    of: Milestone.self,
    [
      "kind": .text, "act": link, "source": link,
    ])
  static let resource = ViewShape.record(
    of: Resource.self,
    [
      "anchor": .text, "stage": .text, "basis": .text, "funding": .text, "measure": .text,
      "cup": .text, "cig": .text, "source": link, "act": link, "shares": .list(share),
    ])
  static let share = ViewShape.record(["source": .text, "amount": .text])
  static let attachment = ViewShape.record(
    of: Attachment.self,
    [
      "label": .text, "format": .text, "language": .text, "is_accessible": .flag, "original": .text,
      "archived_format": .text,
    ])
  static let achievement = page(
    of: Achievement.self,
    [
      "objective": link, "premise_text": .html, "status": .text, "status_word": .text,
      "as_of": .text, "office": link,
      "actions": .list(action), "milestones": .list(milestone), "resources": .list(resource),
      "attachments": .list(attachment), "acts": .list(actLink), "indicators": .list(usedIndicator),
      "beneficiaries": .list(link),
    ])
}
