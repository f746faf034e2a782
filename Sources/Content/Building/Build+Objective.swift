import Diagnostics
import SocialReport

// From the fields of a file to the value of the tree. A record that lacks a required field has
// been reported already; it makes no value.

extension Objective {
  init?(_ record: Record, id: Sourced<String>) {
    guard let number = record.text("number"), let title = record.text("title"),
      let premise = record.markdown("premise"), let updatedOn = record.date("updated_on")
    else { return nil }
    self.init(
      id: id, number: number, title: title, premise: Premise(premise), updatedOn: updatedOn)
    expectedResult = record.text("expected_result")
    beneficiaries = record.texts("beneficiaries")
    owner = record.text("owner")
    assessment = record.choice("assessment")
    rationale = record.markdown("rationale")
    indicators = record.texts("indicators")
    if let continued = record.record("continues"), let edition = continued.text("edition"),
      let id = continued.text("id")
    {
      continues = Continuation(edition: edition, id: id)
    }
    isConcluded = record.flag("concludes") ?? false
  }
}

extension Area {
  init?(_ record: Record, id: Sourced<String>) {
    guard let number = record.text("number"), let title = record.text("title") else { return nil }
    self.init(id: id, number: number, title: title)
    summary = record.text("summary")
    mission = record.text("mission")
  }
}

extension Achievement {
  init?(_ record: Record, id: Sourced<String>) {
    guard let number = record.text("number"), let title = record.text("title"),
      let summary = record.text("summary"), let office = record.text("office"),
      let status = record.choice("status", AchievementStatus.self),
      let statusOn = record.date("status_on"), let whatWeDid = record.markdown("what_we_did"),
      let updatedOn = record.date("updated_on")
    else { return nil }
    self.init(
      id: id, number: number, title: title, summary: summary, office: office, status: status,
      statusOn: statusOn, whatWeDid: whatWeDid, updatedOn: updatedOn)
    why = record.markdown("why")
    outcome = record.markdown("outcome")
    whatDidNotWork = record.markdown("what_did_not_work")
    nextSteps = record.markdown("next_steps")
    actions = record.records("actions").compactMap { Action($0) }
    milestones = record.records("milestones").compactMap { Milestone($0) }
    resources = record.records("resources").compactMap { Resource($0) }
    indicators = record.texts("indicators")
    acts = record.texts("acts")
    attachments = record.records("attachments").compactMap { Attachment($0) }
    beneficiaries = record.texts("beneficiaries")
    isDraft = record.flag("draft") ?? false
  }
}

extension Action {
  init?(_ record: Record) {
    guard let title = record.text("title"),
      let status = record.choice("status", AchievementStatus.self)
    else { return nil }
    self.init(title: title, status: status)
    number = record.text("number")
    owner = record.text("owner")
    due = record.date("due")
    progress = record.integer("progress")
    issue = record.markdown("issue")
    evidence = record.text("evidence")
  }
}

extension Milestone {
  init?(_ record: Record) {
    guard let subject = record.text("subject"), let period = record.period("date") else {
      return nil
    }
    self.init(subject: subject, period: period.value)
    kind = record.choice("kind", MilestoneKind.self)?.value
    act = record.text("act")
    source = record.text("source")
  }
}

extension Resource {
  init?(_ record: Record) {
    guard let description = record.text("description"),
      let stage = record.choice("stage", SpendingStage.self), let amount = record.decimal("amount"),
      let source = record.text("source") ?? record.text("act")
    else { return nil }
    self.init(
      place: record.place, description: description, stage: stage, amount: amount, source: source)
    id = record.text("id")
    year = record.integer("year")
    act = record.text("source") == nil ? nil : record.text("act")
    basis = record.choice("basis")
    (funding, fundingName) = record.openChoice("funding", other: Funding.other) ?? (nil, nil)
    measures = record.texts("measure")
    shares = record.records("shares").compactMap { share in
      guard let source = share.text("source"), let amount = share.decimal("amount") else {
        return nil
      }
      return Share(source: source, amount: amount)
    }
    cups = record.texts("cup")
    cigs = record.texts("cig")
  }
}

extension Attachment {
  init?(_ record: Record) {
    guard let title = record.text("title"), let isAccessible = record.flag("accessible") else {
      return nil
    }
    self.init(place: title.place, title: title, isAccessible: isAccessible)
    file = record.text("file")
    url = record.text("url")
    language = record.text("language")
    date = record.date("date")
    note = record.text("note")
    archived = record.text("archived")
  }
}
