import Diagnostics
import Facts
import OpenData
import SocialReport
import Theme

/// What a page says of itself to search engines (https://schema.org, as JSON-LD).
struct StructuredData {
  let context: SiteContext
  let edition: Edition?

  /// - Parameters:
  ///   - description: as the page's head has it.
  ///   - trail: the pages above, from the top.
  func bytes(of page: Page, description: String, trail: [PageLink]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", type(of: page))
      json.member("name", page.title)
      json.member("description", figureDescription(of: page) ?? description)
      json.member("url", context.baseURL + page.address)
      json.member("inLanguage", context.strings.language)
      json.member("dateModified", page.updated?.iso8601)
      json.member("license", licence)
      json.member("publisher", publisher)
      if !trail.isEmpty {
        let steps = trail.map { ($0.title, $0.address) } + [(page.title, page.address)]
        // Only a page on the web has a way to it; a report or figures are what the page is about.
        if type(of: page) == "WebPage" {
          breadcrumb(steps, &json)
        } else {
          json.member("mainEntityOfPage") { json in
            json.object { json in
              json.member("@type", "WebPage")
              json.member("@id", context.baseURL + page.address)
              breadcrumb(steps, &json)
            }
          }
        }
      }
      if let edition, page.address == Addresses.edition(edition) {
        json.member("datePublished", edition.publishedOn?.value.iso8601)
        json.member("temporalCoverage", edition.period.value.iso8601)
      } else if let edition {
        json.member("isPartOf") { json in
          json.object { json in
            json.member("@type", "Report")
            json.member("name", edition.name)
            json.member("url", context.baseURL + Addresses.edition(edition))
          }
        }
      }
      switch page.dataset {
      case .indicator(let indicator): figures(indicator, page.downloads, &json)
      case .edition:
        guard let edition else { break }
        json.member("mainEntity") { json in json.object { figures(of: edition, &$0) } }
      case nil: break
      }
    }
    return StructuredData.safe(writer.bytes)
  }

  private func breadcrumb(_ steps: [(title: String, address: String)], _ json: inout JSONWriter) {
    json.member("breadcrumb") { json in
      json.object { json in
        json.member("@type", "BreadcrumbList")
        json.list("itemListElement", Array(steps.enumerated())) { step, json in
          json.member("@type", "ListItem")
          json.member("position", step.offset + 1)
          json.member("name", step.element.title)
          json.member("item", context.baseURL + step.element.address)
        }
      }
    }
  }

  /// Search engines take no description of figures that has fewer than 50 characters; nil for other pages.
  private func figureDescription(of page: Page) -> String? {
    guard case .indicator(let indicator) = page.dataset, let edition else { return nil }
    let entity = context.report.site.entity.name.value
    let definition = indicator.definition.value
    let isSentence = definition.last.map { ".!?…".contains($0) } ?? true
    return context.strings.format(
      "data.indicator-text",
      [
        "definition": definition + (isSentence ? "" : "."), "name": indicator.name.value,
        "unit": indicator.unit.map { context.strings.format("data.unit", ["unit": $0.value]) }
          ?? "",
        "edition": "\(edition.name), \(entity)",
      ])
  }

  private func type(of page: Page) -> String {
    if case .indicator = page.dataset { return "Dataset" }
    return edition.map { page.address == Addresses.edition($0) } == true ? "Report" : "WebPage"
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

  /// A `<` could end the element that the data stand in.
  private static func safe(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
    return bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
  }
}

/// Figures as https://schema.org/Dataset has them.
extension StructuredData {
  /// What an indicator's page says besides what every page does.
  private func figures(
    _ indicator: Indicator, _ downloads: [Download], _ json: inout JSONWriter
  ) {
    let periods = indicator.observations.map(\.period.value)
    if let first = periods.first, let last = periods.last {
      json.member("temporalCoverage", Period(first.start, last.end)?.iso8601)
    }
    json.member("measurementTechnique", String(indicator.method.text.prefix(500)))
    json.member("variableMeasured", indicator.name.value)
    json.member("spatialCoverage", indicator.geography?.value)
    openness(downloads.map { ($0.address, $0.format) }, &json)
  }

  /// The figures of the whole edition, under the name that the catalogue has for them.
  private func figures(of edition: Edition, _ json: inout JSONWriter) {
    let entity = context.report.site.entity.name.value
    json.member("@type", "Dataset")
    json.member("@id", CatalogueNames(context).dataset(edition).text)
    json.member("name", edition.name)
    json.member(
      "description",
      context.strings.format(
        "data.edition-text", ["edition": edition.name, "entity": entity]))
    json.member("url", context.baseURL + Addresses.page(.indicators, of: edition))
    json.member("license", licence)
    json.member("temporalCoverage", edition.period.value.iso8601)
    openness(
      [(Addresses.data(of: edition), .json), (Addresses.observations(of: edition), .csv)], &json)
  }

  private func openness(
    _ files: [(address: String, format: DataFormat)], _ json: inout JSONWriter
  ) {
    json.member("creator", publisher)
    json.member("isAccessibleForFree", true)
    json.member("includedInDataCatalog") { json in
      json.object { json in
        json.member("@type", "DataCatalog")
        json.member("@id", CatalogueNames(context).catalogue.text)
        json.member(
          "name",
          context.strings.format(
            "data.catalogue-title", ["entity": context.report.site.entity.name.value]))
        json.member("url", context.baseURL)
      }
    }
    json.list("distribution", files) { file, json in
      json.member("@type", "DataDownload")
      json.member("encodingFormat", file.format.mediaType)
      json.member("contentUrl", context.baseURL + file.address)
    }
  }
}
