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
    guard let id = record.text("id"), let body = record.choice("body", ActBody.self),
      let kind = record.choice("kind", ActKind.self), let number = record.text("number"),
      let date = record.date("date"), let subject = record.text("subject")
    else { return nil }
    self.init(id: id, body: body, kind: kind, number: number, date: date, subject: subject)
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
    kind = record.choice("kind", OfficeKind.self)?.value
    parent = record.text("parent")
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
