import Diagnostics
package import Facts
package import SocialReport
import Theme

/// The names under which the catalogue speaks of the things of a site.
///
/// Each is an address of the site with a fragment, so that it leads to a page about the thing.
package struct CatalogueNames {
  private let baseURL: String

  package init(_ context: SiteContext) { baseURL = context.baseURL }

  package var home: IRI { IRI(baseURL) }
  package var catalogue: IRI { IRI(baseURL + "#catalogo") }
  package var entity: IRI { IRI(baseURL + "#ente") }
  var contact: IRI { IRI(baseURL + "#contatto") }
  package var place: IRI { IRI(baseURL + "#territorio") }

  package func page(_ edition: Edition) -> IRI {
    IRI(baseURL + Addresses.page(.indicators, of: edition))
  }

  package func dataset(_ edition: Edition) -> IRI { IRI(page(edition).text + "#dataset") }

  package func part(_ name: String, of edition: Edition) -> IRI {
    IRI(page(edition).text + "#" + name)
  }

  package func file(_ address: String) -> IRI { IRI(baseURL + address) }
}

/// The open data of the site as the national catalogue takes them in: DCAT-AP_IT, the Italian profile
/// of the European one for public data.
///
/// The profile is https://docs.italia.it/italia/daf/linee-guida-cataloghi-dati-dcat-ap-it; which
/// properties it asks for is said where they are written. Values of its lists are those of the
/// Publications Office of the Union (https://op.europa.eu/en/web/eu-vocabularies). Dates come from the
/// content, never from a clock.
package struct Catalogue {
  let context: SiteContext
  let names: CatalogueNames
  let language: String

  package init(_ context: SiteContext) {
    self.context = context
    names = CatalogueNames(context)
    language = context.strings.language
  }

  var entity: SiteInfo.Body { context.report.site.entity }

  package var graph: Graph {
    var graph = Graph()
    graph.add(names.catalogue, [.dcatapit("Catalog"), .dcat("Catalog")], describeCatalogue)
    graph.add(names.home, [.foaf("Document")]) { _ in }
    graph.add(names.entity, [.dcatapit("Agent"), .foaf("Agent")], describeEntity)
    addContact(to: &graph)
    graph.add(names.place, [.dct("Location")], describePlace)
    graph.add(
      licence, [.dcatapit("LicenseDocument"), .dct("LicenseDocument")], describeLicence)
    for edition in context.report.editions { add(edition, to: &graph) }
    return graph
  }

  func words(_ text: String) -> Graph.Value { .words(text, language: language) }

  /// What `dcatapit:Catalog` says.
  ///
  /// Asked for: title, description, publisher, modified, dataset. Recommended: the others.
  private func describeCatalogue(_ node: inout Graph.Node) {
    let editions = context.report.editions
    let values: KeyValuePairs = ["entity": entity.name.value]
    node.add(.dct("title"), words(context.strings.format("data.catalogue-title", values)))
    node.add(.dct("description"), words(context.strings.format("data.catalogue-text", values)))
    node.add(.dct("publisher"), .name(names.entity))
    node.add(.dct("issued"), editions.compactMap(\.publishedOn?.value).min().map(Dates.value))
    node.add(.dct("modified"), editions.map(Dates.modified).max().map(Dates.value))
    node.add(.foaf("homepage"), .name(names.home))
    node.add(.dct("language"), Authority.language(language))
    node.add(.dcat("themeTaxonomy"), .name(Authority.themes))
    for edition in editions { node.add(.dcat("dataset"), .name(names.dataset(edition))) }
  }

  /// What `dcatapit:Agent` says; both are asked for.
  ///
  /// The identifier is the code of the index of public bodies; one that is not in it is known by its
  /// VAT number.
  private func describeEntity(_ node: inout Graph.Node) {
    node.add(.dct("identifier"), .text(identifier))
    node.add(.foaf("name"), words(entity.name.value))
  }

  var identifier: String { entity.ipaCode?.value ?? entity.vat?.value ?? names.home.text }

  /// What `dcatapit:Organization` says: name and e-mail, without which nobody can be named.
  private func addContact(to graph: inout Graph) {
    guard let email = entity.email?.value else { return }
    graph.add(names.contact, [.dcatapit("Organization"), .vcard("Organization")]) { node in
      node.add(.vcard("fn"), .text(entity.name.value))
      node.add(.vcard("hasEmail"), .name(IRI("mailto:" + email)))
    }
  }

  /// What `dct:Location` says; nothing is asked for.
  ///
  /// The code is that of Istat, which names a municipality without a doubt.
  private func describePlace(_ node: inout Graph.Node) {
    node.add(.dcatapit("geographicalIdentifier"), entity.istatCode.map { .text($0.value) })
    node.add(.locn("geographicName"), words(entity.name.value))
  }

  /// The licence's own address, or the page that says which it is.
  var licence: IRI {
    Licences.known(context.report.site.licence).map { IRI($0.address) }
      ?? names.file(PageKind.legalNotes.ofSite + "#licenza")
  }

  /// What `dcatapit:LicenseDocument` says; nothing is asked for, the kind is recommended.
  private func describeLicence(_ node: inout Graph.Node) {
    let known = Licences.known(context.report.site.licence)
    node.add(.dct("type"), known.map { .name(Authority.licenceKind($0.kind)) })
    node.add(.foaf("name"), .text(known?.name ?? context.report.site.licence))
    node.add(.owl("versionInfo"), known.map { .text($0.version) })
  }
}
