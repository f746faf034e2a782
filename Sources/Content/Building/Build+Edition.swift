import Diagnostics
import SocialReport

extension Edition {
  init?(_ record: Record) {
    guard let year = record.integer("year"), let title = record.text("title"),
      let period = record.knownPeriod("period"), let introduction = record.markdown("introduction")
    else { return nil }
    self.init(
      place: record.place, year: year, title: title, period: period, introduction: introduction)
    subtitle = record.text("subtitle")
    let method = record.record("method")
    criteria = method?.markdown("criteria")
    boundary = method?.markdown("boundary")
    limits = method?.markdown("limits")
    changes = method?.markdown("changes")
    publishedOn = record.date("published_on")
    approval = record.text("approval")
    if let given = record.record("assurance"), let kind = given.choice("kind", AssuranceKind.self) {
      var assurance = Assurance(kind: kind.value)
      assurance.body = given.text("body")
      assurance.date = given.date("date")
      assurance.scope = given.text("scope")
      assurance.document = given.text("document")
      self.assurance = assurance
    }
    previous = record.integer("previous")
    notice = record.markdown("notice")
    moves = record.records("moved").compactMap { given in
      given.text("from").flatMap { from in
        given.text("to").map { Move(from: from, to: $0) }
      }
    }
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

extension SiteInfo {
  init?(_ record: Record) {
    guard let given = record.record("entity"), let name = given.text("name"),
      let base = record.text("base_url")
    else { return nil }
    var entity = Entity(name: name)
    entity.ipaCode = given.text("ipa_code")
    entity.istatCode = given.text("istat_code")
    entity.address = given.text("address")
    entity.telephone = given.text("phone")
    entity.email = given.text("email")
    entity.certifiedEmail = given.text("pec")
    entity.vat = given.text("vat")
    if let region = given.record("region"), let name = region.text("name") {
      entity.region = Region(name: name, url: region.text("url"))
    }
    entity.logo = given.text("logo")
    let address = base.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    self.init(place: record.place, entity: entity, baseURL: address)
    theme = record.text("theme")
    language = record.text("language")?.value ?? "it"
    menu = SiteInfo.addresses(record.record("menu"))
    footer = SiteInfo.addresses(record.record("footer"))
    if let given = record.record("feedback"), let mode = given.choice("mode", FeedbackMode.self) {
      var feedback = Feedback(place: mode.place, mode: mode.value)
      feedback.action = given.text("action")
      let access = given.choice("access", FeedbackAccess.self)
      feedback.access = access?.value ?? .open
      feedback.accessPlace = access?.place
      feedback.login = given.text("login")
      feedback.retentionMonths = given.integer("retention")
      feedback.maximumCharacters = given.integer("max_characters")?.value ?? 200
      self.feedback = feedback
    }
    licence = record.text("licence")?.value ?? "CC-BY-4.0"
    rules = record.choices("checks", RuleSeverity.self).map {
      RuleSetting(rule: $0.name, severity: $0.word)
    }
    if let given = record.record("thresholds") {
      thresholds.readability = given.integer("readability")?.value ?? thresholds.readability
      thresholds.wordsPerSentence =
        given.integer("words_per_sentence")?.value ?? thresholds.wordsPerSentence
    }
  }

  private static func addresses(_ record: Record?) -> [String: Sourced<String>] {
    guard let record else { return [:] }
    var result: [String: Sourced<String>] = [:]
    for key in record.table.keys { result[key.english] = record.text(key.english) }
    return result
  }
}
