import Diagnostics
import Facts
import Figures
import Hypertext
import OpenData
import Prose
import Search
import SocialReport
import Theme

/// The pages of one edition, as jobs.
struct EditionPages: Sendable {
  let renderer: PageRenderer
  let index: EditionIndex
  let navigation: ReportNavigation
  /// The pages that had another address.
  private let moves: [MovedPages.Move]
  /// Where the pages stand in the whole document, by their addresses relative to the site's root.
  let documentParts: [String: String]
  /// Nil where there is nothing to search on.
  let subjects: SubjectIndex?

  init(_ renderer: PageRenderer, _ index: EditionIndex, moved moves: [MovedPages.Move]) {
    self.moves = moves
    self.renderer = renderer
    self.index = index
    navigation = ReportNavigation(index.edition, renderer.context)
    // What is taken elsewhere keeps its addresses, with which the taker finds the parts that it has.
    let isPage = renderer.context.writes && renderer.context.purpose != .fragments
    documentParts = isPage ? DocumentPage.parts(of: index.edition) : [:]
    subjects = renderer.context.hasSearch ? Subjects.all(renderer.context, index) : nil
  }

  var edition: Edition { index.edition }
  var context: SiteContext { renderer.context }
  var strings: Strings { context.strings }
  var views: ViewBuilder { ViewBuilder(context, index) }
  var home: PageLink {
    PageLink(title: edition.name, address: Addresses.edition(edition))
  }

  var jobs: [Site.Job] {
    let order = order
    var jobs: [Site.Job] = [
      Site.Job([address(.indicators)]) { page(indicators) },
      Site.Job([Addresses.edition(edition)]) { page(editionPage) },
      Site.Job { wholeDocumentFrame }, Site.Job { dataFrame(order) },
    ]
    jobs += PageKind.closing(edition).map { register in
      Site.Job([address(register)]) { page(of: register, order) }
    }
    if !edition.objectives.isEmpty {
      jobs.append(Site.Job([address(.standing)]) { page(standing) })
    }
    for (position, page) in edition.contexts.enumerated() {
      jobs.append(
        Site.Job([Addresses.page(page.id.value, of: edition)]) {
          context(page, number: order.number(ofContext: position))
        })
    }
    jobs += index.uses.groups.map { group in
      Site.Job([Addresses.group(group.slug, of: edition)]) { page(self.group(group)) }
    }
    for (number, slice) in ObjectiveSlices(edition).all.enumerated() {
      let job = ObjectiveJob(pages: self, slice: slice, number: number, order: order)
      jobs.append(Site.Job(job.addresses, page: { job.run(for: $0) }) { job.run() })
    }
    for start in stride(from: 0, to: edition.indicators.count, by: ObjectiveSlices.size) {
      let range = start..<min(start + ObjectiveSlices.size, edition.indicators.count)
      let addresses = edition.indicators[range].map {
        Addresses.indicator($0.id.value, of: edition)
      }
      jobs.append(Site.Job(addresses) { indicators(range, order) })
    }
    jobs += moves.map { move in Site.Job([move.from]) { page(moved(move)) } }
    if let corrections = renderer.frame.corrections, !corrections.all.isEmpty {
      jobs.append(Site.Job([corrections.address]) { page(self.corrections(corrections)) })
    }
    jobs += printFiles.map { file in Site.Job { Site.Product(files: [file]) } }
    if let subjects { jobs += searchJobs(subjects) }
    if !edition.unplacedTexts.isEmpty { jobs.append(Site.Job { unplacedTexts }) }
    return jobs
  }

  private func address(_ page: PageKind) -> String { Addresses.page(page, of: edition) }

  /// What is wrong with texts that stand on no page.
  private var unplacedTexts: Site.Product {
    var product = Site.Product()
    for text in edition.unplacedTexts {
      var state = PageState(context, index)
      state.startReading()
      _ = PageWriter.fragment(text, underLevel: 1, &state, settlesFragments: false)
      state.settleReadings()
      product.diagnostics += state.diagnostics
    }
    return product
  }

  private var order: DocumentOrder { DocumentOrder(edition) }

  func page(_ page: Page) -> Site.Product {
    var product = Site.Product()
    product.add(page, renderer.render(page), renderer.search)
    return product
  }

  // Pages that are parts of the whole document too

  private func part(
    _ page: Page, id: String, levels: Int, into product: inout Site.Product
  ) -> [UInt8] {
    let result = renderer.render(page)
    product.add(page, result, renderer.search)
    return section(
      result.content, id: id, levels: levels, isDraft: index.isEntryOfDraft(page.address))
  }

  private func page(of register: PageKind, _ order: DocumentOrder) -> Site.Product {
    var product = Site.Product()
    guard let page = self.register(register) else { return product }
    let section = part(page, id: DocumentPage.id(of: register), levels: 1, into: &product)
    if let number = order.number(of: register) {
      product.files.append(documentPiece(section, number: number))
    }
    return product
  }

  private func context(_ context: ContextPage, number: Int) -> Site.Product {
    var product = Site.Product()
    let section = part(
      contextPage(context), id: DocumentPage.id(of: context), levels: 1, into: &product)
    product.files.append(documentPiece(section, number: number))
    return product
  }

  private func indicators(_ range: Range<Int>, _ order: DocumentOrder) -> Site.Product {
    var product = Site.Product()
    var section: [UInt8] = []
    if range.lowerBound == 0 {
      var title = HTML()
      title.open(heading: 1)
      title.append(text: strings["pages.indicators"])
      title.close(heading: 1)
      title.append(markup: "\n")
      section += self.section(title, id: DocumentPage.figures, levels: 1)
    }
    var data = IndicatorDataSlice(range.lowerBound / ObjectiveSlices.size)
    for position in range {
      let indicator = edition.indicators[position]
      let downloads =
        context.writes ? data.add(IndicatorData(indicator, context, index), strings) : []
      section += part(
        self.indicator(indicator, downloads), id: DocumentPage.id(of: indicator), levels: 2,
        into: &product)
    }
    let number = order.number(ofIndicators: data.number)
    product.files.append(documentPiece(section, number: number))
    product.files += files(of: data, order)
    return product
  }

  func list(
    _ page: PageKind, _ fields: Fields, _ entries: [(label: String, id: String)],
    offersData: Bool = false
  ) -> Page {
    let title = strings["pages.\(page.rawValue)"]
    return Page(
      kind: page, view: .record(fields.adding("title", .text(title))),
      title: title, address: Addresses.page(page, of: edition),
      description: strings.format(
        "description.\(page.rawValue)", ["edition": views.fullTitle]),
      trail: [home], navigation: navigation.plain, entries: entries,
      dataset: offersData ? .edition : nil, downloads: offersData ? downloads + catalogues : [])
  }

  /// The page of a list of facts; nil for a page that is none.
  private func register(_ register: PageKind) -> Page? {
    switch register {
    case .indicators: return indicators
    case .acts:
      let acts = views.actsInOrder
      return list(
        .acts, ["acts": .list(acts.map(views.view))],
        acts.map { (Formats.capitalized(context.formats.act($0)), $0.id.value) })
    case .sources:
      return list(
        .sources, ["sources": views.sources],
        edition.sources.map { ($0.title.value, $0.id.value) })
    case .glossary:
      let terms = views.termsInOrder
      return list(
        .glossary, ["terms": .list(terms.map(views.view))],
        terms.map { ($0.term.value, $0.id.value) })
    case .offices:
      return list(
        .offices, ["offices": views.offices], edition.offices.map { ($0.name.value, $0.id.value) })
    case .plans:
      return list(
        .plans, ["plans": views.plans], edition.plans.map { ($0.title.value, $0.id.value) })
    default: return nil
    }
  }

  private var indicators: Page {
    let missing = missingValues
    return list(
      .indicators,
      [
        "indicators": .list(edition.indicators.map(views.item)),
        "missing": missing.map { .record($0.view) } ?? .none,
      ],
      edition.indicators.map { ($0.name.value, $0.id.value) }
        + (missing.map { [($0.label, $0.id)] } ?? []), offersData: true)
  }

  private func indicator(_ indicator: Indicator, _ downloads: [Download]) -> Page {
    Page(
      kind: .indicator, view: views.view(indicator), title: indicator.name.value,
      address: Addresses.indicator(indicator.id.value, of: edition),
      description: indicator.definition.value,
      trail: [
        home,
        PageLink(
          title: strings["pages.indicators"], address: Addresses.page(.indicators, of: edition)),
      ], navigation: navigation.plain, dataset: .indicator(indicator), downloads: downloads,
      plainTexts: [indicator.definition],
      otherWords: SearchedWords.of(indicator, besides: ["name", "definition"]))
  }

  private func corrections(_ corrections: Corrections) -> Page {
    var page = list(.corrections, ["corrections": corrections.view], [])
    page.words = edition.corrections.map { ("", SearchedWords.of($0, besides: ["page"])) }
    return page
  }

  /// What stands where a page was: it leads to where the page is.
  private func moved(_ move: MovedPages.Move) -> Page {
    let title = strings.format("pages.moved", ["title": move.to.title])
    return Page(
      kind: .moved,
      view: .record([
        "title": .text(title), "label": .text(move.to.title),
        "url": .text(context.href(move.to.address)),
      ]),
      title: title, address: move.from, description: title, trail: [home],
      movedTo: move.to.address, isIndexed: false)
  }

  private func contextPage(_ page: ContextPage) -> Page {
    let formats = context.formats
    let origin: View =
      page.origin.map {
        .record([
          "work": .text($0.work.value), "url": .text($0.url?.value),
          "date": .text($0.date.map { formats.date($0.value) }),
          "licence": .text($0.licence?.value),
        ])
      } ?? .none
    return Page(
      kind: .context,
      view: views.record(page, ["origin": origin]),
      title: page.title.value, address: Addresses.page(page.id.value, of: edition),
      description: page.title.value + " – " + formats.period(page.period.value), trail: [home],
      updated: page.updatedOn.value, navigation: navigation.plain,
      words: page.origin.map { [("", SearchedWords.of($0))] } ?? [])
  }

  private func group(_ group: (slug: String, name: String)) -> Page {
    let achievements = (index.uses.achievementsByGroup[group.slug] ?? []).map {
      let objective = edition.objectives[$0.objective]
      return views.item(objective.achievements[$0.achievement], of: objective)
    }
    let objectives = (index.uses.objectivesByGroup[group.slug] ?? []).map {
      views.item(edition.objectives[$0])
    }
    let title = strings.format("pages.groups", ["group": group.name])
    return Page(
      kind: .group,
      view: .record([
        "title": .text(title), "achievements": .list(achievements),
        "objectives": .list(objectives),
      ]),
      title: title, address: Addresses.group(group.slug, of: edition),
      description: strings.format(
        "description.group", ["group": group.name, "edition": views.fullTitle]),
      trail: [home], navigation: navigation.plain)
  }
}

extension Site.Product {
  /// Takes in a rendered page, and what a search finds on it.
  mutating func add(_ page: Page, _ result: PageRenderer.Result, _ search: PageSearch? = nil) {
    files.append(
      Site.File(path: Addresses.file(of: page.address), body: .bytes(result.bytes)))
    diagnostics += result.state.diagnostics
    usedFiles.formUnion(result.state.usedFiles)
    search?.take(result.documents, into: &searched)
  }
}
