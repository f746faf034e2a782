import Diagnostics
import SocialReport

extension OpenData {
  func write(_ act: LegalAct, _ json: inout JSONWriter) {
    json.member("id", act.id.value)
    json.member("body", act.body.value.rawValue)
    json.member("body_name", act.bodyName?.value)
    json.member("powers_of", act.powers?.value.rawValue)
    json.member("kind", act.kind.value.rawValue)
    json.member("kind_name", act.kindName?.value)
    json.member("number", act.number?.value)
    json.member("office", act.office?.value)
    json.member("register", act.register?.value)
    json.member("date", act.date.value.iso8601)
    json.member("subject", act.subject.value)
    json.member("effect", act.effect?.value.rawValue)
    json.member("url", act.url?.value ?? Law(act)?.address)
    json.member("file", file(act.file))
  }

  func write(_ source: InformationSource, _ json: inout JSONWriter) {
    json.member("id", source.id.value)
    json.member("title", source.title.value)
    json.member("organisation", source.organisation.value)
    json.member("kind", source.kind.value.rawValue)
    json.member("quality", source.quality.value.rawValue)
    json.member("date", source.date?.value.iso8601)
    json.member("url", source.url?.value)
    json.member("retrieved_on", source.retrievedOn?.value.iso8601)
    json.member("archived", file(source.archived?.file))
    json.member("sha256", source.archived?.sha256?.value)
  }

  func write(_ entry: Corrections.Entry, _ json: inout JSONWriter) {
    json.member("date", entry.correction.date.value.iso8601)
    json.member("url", url(entry.page.address))
    json.member("what", entry.correction.what.value)
    json.member("before", entry.correction.before.value)
    json.member("after", entry.correction.after.value)
    json.member("why", entry.correction.why.value)
  }

  func write(_ office: Office, _ json: inout JSONWriter) {
    json.member("id", office.id.value)
    json.member("name", office.name.value)
    json.member("kind", office.kind?.rawValue)
    json.member("kind_name", office.kindName?.value)
    json.member("parent", office.parent?.value)
    json.member("head", office.head?.value)
    if !office.phones.isEmpty { json.texts("phones", office.phones) }
    if !office.emails.isEmpty { json.texts("emails", office.emails) }
    json.member("url", office.url?.value)
    json.member("hours", office.hours?.value)
  }

  func write(_ term: GlossaryTerm, _ json: inout JSONWriter) {
    json.member("id", term.id.value)
    json.member("term", term.term.value)
    json.member("acronym", term.acronym?.value)
    json.member("definition", term.definition.value)
    json.member("url", term.link?.value)
  }

  func write(_ plan: Plan, _ json: inout JSONWriter) {
    json.member("id", plan.id.value)
    json.member("title", plan.title.value)
    json.member("issuer", plan.issuer.value)
    json.member("period", plan.period.value.iso8601)
    json.member("adoption", plan.adoption?.value)
    json.texts("chapters", plan.chapters)
  }

  func write(_ area: Area, _ json: inout JSONWriter) {
    json.member("id", area.id.value)
    json.member("number", area.number.value)
    json.member("title", area.title.value)
    json.member("summary", area.summary?.value)
    json.member("mission", area.mission?.value)
  }

  func write(_ page: ContextPage, _ json: inout JSONWriter) {
    json.member("id", page.id.value)
    json.member("title", page.title.value)
    json.member("period", page.period.value.iso8601)
    json.member("url", url(Addresses.page(page.id.value, of: edition)))
    if let origin = page.origin {
      json.member("origin") { json in
        json.object { json in
          json.member("work", origin.work.value)
          json.member("url", origin.url?.value)
          json.member("date", origin.date?.value.iso8601)
          json.member("licence", origin.licence?.value)
        }
      }
    }
    json.member("updated_on", page.updatedOn.value.iso8601)
  }
}
