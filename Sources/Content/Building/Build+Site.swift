import Diagnostics
import SocialReport

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
    self.init(place: record.place, entity: entity, baseURL: base)
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
    targets = record.records("publishing").compactMap(PublishingTarget.init)
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

extension SiteInfo.PublishingTarget {
  init?(_ record: Record) {
    guard let name = record.text("name"), let method = record.choice("kind", PublishingMethod.self),
      let location = record.text("location")
    else { return nil }
    self.init(name: name, method: method, location: location)
    address = record.text("address")
    kept = record.integer("kept")?.value ?? kept
  }
}
