import Diagnostics
import Facts
import SocialReport
import Theme

extension Catalogue {
  func add(_ edition: Edition, to graph: inout Graph) {
    graph.add(names.dataset(edition), [.dcatapit("Dataset"), .dcat("Dataset")]) {
      describe(edition, &$0)
    }
    graph.add(names.page(edition), [.foaf("Document")]) { _ in }
    graph.add(names.part("periodo", of: edition), [.dct("PeriodOfTime")]) { node in
      describe(edition.period.value, &node)
    }
    for file in files(of: edition) {
      graph.add(file.name, [.dcatapit("Distribution"), .dcat("Distribution")]) { node in
        describe(file, of: edition, &node)
      }
    }
  }

  /// What `dcatapit:Dataset` says.
  ///
  /// Asked for: identifier, title, description, modified, theme, holder, frequency, and the files for
  /// open data. Recommended: contact, publisher. The others are free.
  private func describe(_ edition: Edition, _ node: inout Graph.Node) {
    let values: KeyValuePairs = ["edition": edition.name, "entity": entity.name.value]
    node.add(.dct("identifier"), .text("\(identifier):bilancio-sociale-\(edition.id.value)"))
    node.add(.dct("title"), words("\(edition.name) – \(entity.name.value)"))
    node.add(.dct("description"), words(context.strings.format("data.edition-text", values)))
    node.add(.dcat("keyword"), words(context.strings["site.title"]))
    node.add(.dcat("theme"), .name(Authority.theme))
    node.add(.dct("issued"), edition.publishedOn.map { Dates.value($0.value) })
    node.add(.dct("modified"), Dates.value(Dates.modified(edition)))
    node.add(.dct("accrualPeriodicity"), .name(Authority.frequency))
    node.add(.dct("accessRights"), .name(Authority.access))
    node.add(.dct("rightsHolder"), .name(names.entity))
    node.add(.dct("publisher"), .name(names.entity))
    node.add(.dct("creator"), .name(names.entity))
    if entity.email != nil { node.add(.dcat("contactPoint"), .name(names.contact)) }
    node.add(.dct("language"), Authority.language(language))
    node.add(.dct("temporal"), .name(names.part("periodo", of: edition)))
    node.add(.dct("spatial"), .name(names.place))
    node.add(.dcat("landingPage"), .name(names.page(edition)))
    for file in files(of: edition) { node.add(.dcat("distribution"), .name(file.name)) }
  }

  /// What `dct:PeriodOfTime` says; the start is asked for.
  ///
  /// The European profile has the same dates under its own names.
  private func describe(_ period: Period, _ node: inout Graph.Node) {
    let (start, end) = (Dates.value(Dates.first(of: period)), Dates.value(Dates.last(of: period)))
    node.add(.dcatapit("startDate"), start)
    node.add(.dcatapit("endDate"), end)
    node.add(.dcat("startDate"), start)
    node.add(.dcat("endDate"), end)
  }

  /// A form in which the whole edition can be had.
  private struct File {
    let name: IRI
    let address: String
    let format: DataFormat
    let label: String
  }

  private func files(of edition: Edition) -> [File] {
    [
      File(
        name: names.part("json", of: edition), address: Addresses.data(of: edition), format: .json,
        label: context.strings["data.edition"]),
      File(
        name: names.part("csv", of: edition), address: Addresses.observations(of: edition),
        format: .csv, label: context.strings["data.observations"]),
    ]
  }

  /// What `dcatapit:Distribution` says.
  ///
  /// Asked for: format, access address, licence. The size is not known before the file is written.
  private func describe(_ file: File, of edition: Edition, _ node: inout Graph.Node) {
    node.add(.dct("title"), words("\(file.label) (\(file.format.name))"))
    node.add(.dct("format"), .name(Authority.fileType(file.format)))
    node.add(.dcat("mediaType"), .name(Authority.mediaType(file.format)))
    node.add(.dcat("accessURL"), .name(names.page(edition)))
    node.add(.dcat("downloadURL"), .name(names.file(file.address)))
    node.add(.dct("license"), .name(licence))
    node.add(.dct("modified"), Dates.value(Dates.modified(edition)))
  }
}
