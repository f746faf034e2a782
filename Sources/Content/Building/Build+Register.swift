import Diagnostics
import SocialReport

extension InformationSource {
  init?(_ record: Record) {
    guard let id = record.text("id"), let title = record.text("title"),
      let organisation = record.text("organisation"),
      let kind = record.choice("kind", SourceKind.self),
      let quality = record.choice("quality", SourceQuality.self)
    else { return nil }
    self.init(id: id, title: title, organisation: organisation, kind: kind, quality: quality)
    date = record.date("date")
    url = record.text("url")
    retrievedOn = record.date("retrieved_on")
    if let copy = record.record("archived"), let file = copy.text("file") {
      archived = ArchivedCopy(file: file, sha256: copy.text("sha256"))
    }
  }
}

extension LegalAct {
  init?(_ record: Record) {
    guard let id = record.text("id"),
      let (body, bodyName) = record.openChoice("body", other: ActBody.other),
      let (kind, kindName) = record.openChoice("kind", other: ActKind.other),
      let date = record.date("date"), let subject = record.text("subject")
    else { return nil }
    self.init(
      id: id, body: body, kind: kind, number: record.text("number"), date: date, subject: subject)
    (self.bodyName, self.kindName) = (bodyName, kindName)
    powers = record.choice("powers_of")
    office = record.text("office")
    register = record.text("register")
    effect = record.choice("effect")
    url = record.text("url")
    file = record.text("file")
  }
}

extension GlossaryTerm {
  init?(_ record: Record) {
    guard let id = record.text("id"), let term = record.text("term"),
      let definition = record.text("definition")
    else { return nil }
    self.init(id: id, term: term, definition: definition)
    acronym = record.text("acronym")
    link = record.text("link")
  }
}

extension Office {
  init?(_ record: Record) {
    guard let id = record.text("id"), let name = record.text("name") else { return nil }
    self.init(id: id, name: name)
    let kind = record.openChoice("kind", other: OfficeKind.other)
    (self.kind, kindName) = (kind?.word.value, kind?.name)
    parent = record.text("parent")
    head = record.text("head")
    phones = record.texts("phone")
    emails = record.texts("email")
    url = record.text("url")
    hours = record.text("hours")
  }
}

extension Plan {
  init?(_ record: Record) {
    guard let id = record.text("id"), let title = record.text("title"),
      let issuer = record.text("issuer"), let period = record.knownPeriod("period")
    else { return nil }
    self.init(id: id, title: title, issuer: issuer, period: period)
    adoption = record.text("adoption")
    chapters = record.texts("chapters")
  }
}
