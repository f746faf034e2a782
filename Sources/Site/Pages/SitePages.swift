import Diagnostics
import Facts
import OpenData
import SocialReport
import Theme

/// The pages that belong to no edition.
struct SitePages: Sendable {
  private let renderer: PageRenderer

  private let moves: [MovedPages.Move]

  init(_ context: SiteContext, _ moves: [MovedPages.Move]) {
    self.moves = moves
    renderer = PageRenderer(context: context, index: nil, frame: PageFrame(context, nil))
  }

  var jobs: [Site.Job] {
    [
      Site.Job([PageKind.home.ofSite]) { page(home) },
      Site.Job([PageKind.notFound.ofSite]) { page(notFound) },
      Site.Job([PageKind.legalNotes.ofSite]) { page(legalNotes) },
      Site.Job([PageKind.map.ofSite]) { page(map) }, Site.Job { sitemap },
      Site.Job { serverFiles }, Site.Job { openData },
    ]
  }

  private var context: SiteContext { renderer.context }
  private var strings: Strings { context.strings }
  private var entity: String { context.report.site.entity.name.value }

  private func page(_ page: Page) -> Site.Product {
    var product = Site.Product()
    product.add(page, renderer.render(page))
    return product
  }

  private var home: Page {
    let editions = context.indexes.map { index in
      let edition = index.edition
      let views = ViewBuilder(context, index)
      let objectives = edition.objectives
      return View.record([
        "glance": objectives.isEmpty ? .none : .record(views.glance(isLinked: !edition.isClosed)),
        "label": .text(edition.name),
        "url": .text(context.href(Addresses.edition(edition))),
        "subtitle": .text(edition.subtitle?.value), "year": .text(String(edition.year.value)),
        "promised": .text(
          objectives.isEmpty
            ? nil : views.told("contents.objectives", views.assessmentCounts(of: objectives))),
        "done": .text(
          objectives.isEmpty
            ? nil
            : views.told("contents.achievements", views.statusCounts(of: edition.achievements))),
        "draft": .flag(edition.isDraft),
      ])
    }
    return Page(
      kind: .home,
      view: .record([
        "title": .text(strings["site.title"]), "newest": editions.first ?? .none,
        "editions": .list(Array(editions.dropFirst())), "entity": .text(entity),
        "intro": .text(strings.format("home.intro", ["entity": entity])),
      ]),
      title: strings["site.title"], address: PageKind.home.ofSite,
      description: strings.format("description.home", ["entity": entity]))
  }

  private var notFound: Page {
    Page(
      kind: .notFound,
      view: .record([
        "title": .text(strings["pages.not-found"]), "home": .text(context.basePath),
        "editions": .list(
          context.report.editions.map {
            renderer.link(PageLink(title: $0.name, address: Addresses.edition($0)))
          }),
      ]),
      title: strings["pages.not-found"], address: PageKind.notFound.ofSite,
      description: strings["pages.not-found"], isIndexed: false)
  }

  private var legalNotes: Page {
    let licence = context.report.site.licence
    return Page(
      kind: .legalNotes,
      view: .record([
        "title": .text(strings["pages.legal-notes"]), "licence": .text(Licences.label(of: licence)),
        "licence_url": .text(Licences.url(of: licence)),
        "is_of_model": .flag(Licences.isOfTheModel(licence)), "entity": .text(entity),
        "has_form": .flag(renderer.frame.feedback?.isActive ?? false),
        "privacy": .text(context.report.site.footer?.privacy?.value),
        "retention": .text(renderer.frame.feedback?.retention),
      ]),
      title: strings["pages.legal-notes"], address: PageKind.legalNotes.ofSite,
      description: strings.format("description.legal-notes", ["entity": entity]),
      entries: [(strings["legal.licence"], "licenza")])
  }

  private var map: Page {
    let title = strings["pages.map"]
    let pages = SiteMapPage(context: context)
    return Page(
      kind: .map,
      view: .record([
        "title": .text(title), "editions": .list(pages.editions),
      ]),
      title: title, address: PageKind.map.ofSite,
      description: strings.format("description.map", ["entity": entity]),
      entries: pages.entries)
  }

  /// For a web server, which a site that is opened from disk has none of.
  private var serverFiles: Site.Product {
    guard context.writes, !context.isRelative else { return Site.Product() }
    let policy = SecurityPolicy.header(context)
    let (apache, nginx) = (
      ServerFiles.apache(
        policy: policy, basePath: context.basePath, moves, isTrial: context.isTrial),
      ServerFiles.nginx(
        policy: policy, basePath: context.basePath, moves, isTrial: context.isTrial)
    )
    return Site.Product(files: [
      Site.File(path: ServerFiles.apacheName, body: .bytes(Array(apache.utf8))),
      Site.File(path: ServerFiles.nginxName, body: .bytes(Array(nginx.utf8))),
    ])
  }

  /// What describes the open data of all editions: the catalogue and the forms of the documents.
  private var openData: Site.Product {
    guard context.writes else { return Site.Product() }
    let graph = Catalogue(context).graph
    let files = [
      (Addresses.catalogueInTurtle, TurtleWriter.bytes(of: graph)),
      (Addresses.catalogueInJSONLD, JSONLDWriter.bytes(of: graph)),
      (Addresses.editionSchema, DataSchemas.edition),
      (Addresses.indicatorSchema, DataSchemas.indicatorFile),
    ]
    return Site.Product(files: files.map { Site.File(path: $0.0, body: .bytes($0.1)) })
  }

  private var sitemap: Site.Product {
    guard context.writes else { return Site.Product() }
    return Site.Product(files: [
      Site.File(path: "sitemap.xml", body: .bytes(Sitemap.xml(context))),
      Site.File(
        path: "robots.txt",
        body: .bytes(Robots.text(baseURL: context.baseURL, isTrial: context.isTrial))),
    ])
  }
}
