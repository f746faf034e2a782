import Diagnostics
import SocialReport
import Theme

/// What a page says of itself to search engines (https://schema.org, as JSON-LD).
struct StructuredData {
  let context: SiteContext
  let edition: Edition?

  func bytes(of page: Page) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", page.dataset == nil ? type(of: page) : "Dataset")
      json.member("name", page.title)
      json.member("description", page.description)
      json.member("url", context.baseURL + page.address)
      json.member("inLanguage", context.strings.language)
      json.member("dateModified", page.updated?.iso8601)
      json.member("license", licence)
      json.member(page.dataset == nil ? "publisher" : "creator") { publisher(&$0) }
      if let dataset = page.dataset {
        self.dataset(dataset, &json)
      } else if let edition, page.address != Addresses.edition(edition) {
        json.member("isPartOf") { json in
          json.object { json in
            json.member("@type", "Report")
            json.member("name", edition.title.value)
            json.member("url", context.baseURL + Addresses.edition(edition))
          }
        }
      } else if let edition {
        json.member("datePublished", edition.publishedOn?.value.iso8601)
        json.member("temporalCoverage", edition.period.value.iso8601)
      }
    }
    return StructuredData.safe(writer.bytes)
  }

  private func type(of page: Page) -> String {
    edition.map { page.address == Addresses.edition($0) } == true ? "Report" : "WebPage"
  }

  private var licence: String? {
    let url = Licences.url(of: context.report.site.licence)
    return url.isEmpty ? nil : url
  }

  private func publisher(_ json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "GovernmentOrganization")
      json.member("name", context.report.site.entity.name.value)
      json.member("identifier", context.report.site.entity.ipaCode?.value)
    }
  }

  private func dataset(_ indicator: Indicator, _ json: inout JSONWriter) {
    let periods = indicator.observations.map(\.period.value)
    if let first = periods.first, let last = periods.last {
      json.member(
        "temporalCoverage", "\(first.start.iso8601)/\(last.end.iso8601)")
    }
    json.member("measurementTechnique", String(indicator.method.text.prefix(500)))
    json.member("variableMeasured", indicator.name.value)
    json.member("spatialCoverage", indicator.geography?.value)
  }

  /// A `<` could end the element that the data stand in.
  private static func safe(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
    return bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
  }
}
