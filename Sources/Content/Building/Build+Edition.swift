import Diagnostics
import SocialReport

extension Edition {
  init?(_ record: Record) {
    guard let year = record.integer("year"), let title = record.text("title"),
      let period = record.knownPeriod("period"), let introduction = record.markdown("introduction")
    else { return nil }
    self.init(
      place: record.place, year: year, title: title, period: period, introduction: introduction)
    if let id = record.text("id") { self.id = id }
    reportType = record.choice("report_type")
    subtitle = record.text("subtitle")
    let method = record.record("method")
    criteria = method?.markdown("criteria")
    boundary = method?.markdown("boundary")
    limits = method?.markdown("limits")
    changes = method?.markdown("changes")
    publishedOn = record.date("published_on")
    updatedOn = record.date("updated_on")
    approval = record.text("approval")
    if let given = record.record("assurance"), let kind = given.choice("kind", AssuranceKind.self) {
      var assurance = Assurance(kind: kind.value)
      assurance.body = given.text("body")
      assurance.date = given.date("date")
      assurance.scope = given.text("scope")
      assurance.document = given.text("document")
      self.assurance = assurance
    }
    previous = record.text("previous")
    notice = record.markdown("notice")
    isClosed = record.flag("closed") ?? false
    fingerprint = record.text("fingerprint")
    moves = record.records("moved").compactMap { given in
      given.text("from").flatMap { from in
        given.text("to").map { Move(from: from, to: $0) }
      }
    }
  }
}

extension Edition.Correction {
  init?(_ record: Record) {
    guard let date = record.date("date"), let page = record.text("page"),
      let what = record.text("what"), let before = record.text("before"),
      let after = record.text("after"), let why = record.text("why")
    else { return nil }
    self.init(date: date, page: page, what: what, before: before, after: after, why: why)
  }
}

extension ContextPage {
  init?(_ record: Record, id: Sourced<String>) {
    guard let title = record.text("title"), let text = record.markdown("text"),
      let period = record.knownPeriod("period"), let updatedOn = record.date("updated_on")
    else { return nil }
    self.init(id: id, title: title, text: text, period: period, updatedOn: updatedOn)
    if let given = record.record("origin"), let work = given.text("work") {
      var origin = Origin(work: work)
      origin.url = given.text("url")
      origin.date = given.date("date")
      origin.licence = given.text("licence")
      self.origin = origin
    }
  }
}
