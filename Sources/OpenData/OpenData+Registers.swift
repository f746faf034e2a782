import Diagnostics
import Facts
import SocialReport

// What the declarations of the registers do not say.
extension OpenData {
  func write(_ act: LegalAct, _ json: inout JSONWriter) {
    write(fields: act, &json)
    json.member("url", act.url?.value ?? Law(act)?.address)
  }

  func write(_ source: InformationSource, _ json: inout JSONWriter) {
    write(fields: source, &json)
    json.member("archived", file(source.archived?.file))
    json.member("sha256", source.archived?.sha256?.value)
  }

  func write(_ entry: Corrections.Entry, _ json: inout JSONWriter) {
    write(fields: entry.correction, &json)
    json.member("url", url(entry.page.address))
  }

  func write(_ page: ContextPage, _ json: inout JSONWriter) {
    write(fields: page, &json)
    json.member("url", url(Addresses.page(page.id.value, of: edition)))
  }
}
